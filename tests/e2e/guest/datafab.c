// SPDX-License-Identifier: GPL-2.0-only
/*
 * A Datafab card reader, the device's side: a USB function in user space.
 * usb-storage's driver for it is one of those that copy all data to and from
 * the scatterlist. This runs on x86, whose byte order is that of USB.
 *
 * datafab CARD FUNCTIONFS	CARD: a file, the card in the reader
 */
#include <errno.h>
#include <linux/usb/functionfs.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "mem.h"

#define SECTOR		512
#define MAX_LEN		(256 * SECTOR)

enum { READ = 0x20, WRITE = 0x30, IDENTIFY = 0xec };

struct descriptors {
	struct usb_functionfs_descs_head_v2 header;
	uint32_t full_count, high_count;
	unsigned char end[2 * (USB_DT_INTERFACE_SIZE + 2 * USB_DT_ENDPOINT_SIZE)];
};

static unsigned char *put(unsigned char *p, const unsigned char *from, size_t len)
{
	memcpy(p, from, len);
	return p + len;
}

/* An interface that has an endpoint in each direction. */
static unsigned char *put_interface(unsigned char *p, unsigned int packet)
{
	const unsigned char interface[USB_DT_INTERFACE_SIZE] = {
		USB_DT_INTERFACE_SIZE, USB_DT_INTERFACE, 0, 0, 2, USB_CLASS_VENDOR_SPEC,
	};
	unsigned char endpoint[USB_DT_ENDPOINT_SIZE] = {
		USB_DT_ENDPOINT_SIZE, USB_DT_ENDPOINT, 1 | USB_DIR_IN,
		USB_ENDPOINT_XFER_BULK, packet, packet >> 8,
	};

	p = put(p, interface, sizeof(interface));
	p = put(p, endpoint, sizeof(endpoint));
	endpoint[2] = 2 | USB_DIR_OUT;
	return put(p, endpoint, sizeof(endpoint));
}

static const struct usb_functionfs_strings_head strings = {
	.magic = FUNCTIONFS_STRINGS_MAGIC,
	.length = sizeof(strings),
};

static int open_in(const char *dir, const char *name)
{
	char path[256];
	int fd;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	fd = open(path, O_RDWR);
	if (fd < 0)
		err(FAIL, "%s", path);
	return fd;
}

/* Until the host has chosen a configuration, and after a reset: try again. */
static ssize_t again(ssize_t ret)
{
	if (ret < 0 && errno != ESHUTDOWN && errno != ECONNRESET && errno != EINTR)
		err(FAIL, "endpoint");
	return ret;
}

int main(int argc, char **argv)
{
	struct descriptors descs = {
		.header = {
			.magic = FUNCTIONFS_DESCRIPTORS_MAGIC_V2,
			.flags = FUNCTIONFS_HAS_FS_DESC | FUNCTIONFS_HAS_HS_DESC,
		},
		.full_count = 3,
		.high_count = 3,
	};
	unsigned char cmd[8], id[SECTOR] = { 0 }, status[2] = { 0x50, 0 };
	int card, control, in, out;
	unsigned char *data;
	struct stat st;
	size_t len;
	off_t pos;

	if (argc != 3)
		errx(FAIL, "usage: datafab CARD FUNCTIONFS");
	card = open(argv[1], O_RDWR);
	if (card < 0 || fstat(card, &st))
		err(FAIL, "%s", argv[1]);
	id[114] = st.st_size / SECTOR;
	id[115] = st.st_size / SECTOR >> 8;
	id[116] = st.st_size / SECTOR >> 16;
	data = mem_map("ram", MAX_LEN);

	/* full speed, high speed, and maybe padding */
	len = put_interface(put_interface(descs.end, 64), 512) - (unsigned char *)&descs;
	descs.header.length = len;
	control = open_in(argv[2], "ep0");
	if (write(control, &descs, len) < 0 ||
	    write(control, &strings, sizeof(strings)) < 0)
		err(FAIL, "descriptors");
	in = open_in(argv[2], "ep1");
	out = open_in(argv[2], "ep2");

	for (;;) {
		if (again(read(out, cmd, sizeof(cmd))) != sizeof(cmd))
			continue;
		len = cmd[1] * SECTOR;
		pos = (cmd[2] | cmd[3] << 8 | cmd[4] << 16) * (off_t)SECTOR;

		switch (cmd[6]) {
		case IDENTIFY:
			again(write(in, id, sizeof(id)));
			break;
		case READ:
			if (pread(card, data, len, pos) != (ssize_t)len)
				err(FAIL, "read of %zu bytes at %lld", len, (long long)pos);
			again(write(in, data, len));
			break;
		case WRITE:
			if (again(read(out, data, len)) != (ssize_t)len)
				break;
			if (pwrite(card, data, len, pos) != (ssize_t)len)
				err(FAIL, "write of %zu bytes at %lld", len, (long long)pos);
			again(write(in, status, sizeof(status)));
			break;
		default:
			errx(FAIL, "command %#x", cmd[6]);
		}
	}
}
