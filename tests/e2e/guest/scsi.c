// SPDX-License-Identifier: GPL-2.0-only
/*
 * SCSI commands with buffers of ours: pieces of any size at any place, which
 * drivers and targets get as they are.
 *
 * scsi inquiry DEVICE LEN		replies of LEN bytes to 96
 * scsi read DEVICE BLOCK	READ into pieces, compared to a plain read
 * scsi write DEVICE BLOCK [PIECES]	WRITE from pieces, too
 * scsi verify DEVICE LBA	READ of one block: does the target refuse it because
 *				of its protection information?
 * scsi caw DEVICE PLACE PIECES	COMPARE AND WRITE from a buffer PLACE bytes
 *				into a page, which differs nowhere and at every byte
 *
 * Prints the bytes moved.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <scsi/sg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/uio.h>

#include "mem.h"
#include "random.h"

#define ARRAY_SIZE(a)	(sizeof(a) / sizeof((a)[0]))
#define MAX_LEN		(128 * 1024)
#define MAX_SEGS	64
#define PAGE		4096
#define ALIGN		4		/* what SCSI hosts take without a copy */
#define POISON		0xa5

enum { GOOD, CHECK_CONDITION = 2 };
enum { ABORTED = 0xb, MISCOMPARE = 0xe };
enum { PROTECTION = 0x10 };

static int dev;
static unsigned char *mem;		/* of 2 * MAX_LEN bytes */
static unsigned char sense[64];
static unsigned long long moved;

static void put_be32(unsigned char *p, uint32_t v)
{
	p[0] = v >> 24;
	p[1] = v >> 16;
	p[2] = v >> 8;
	p[3] = v;
}

static uint32_t get_be32(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | p[1] << 16 | p[2] << 8 | p[3];
}

/* The SCSI status; anything worse ends the program. */
static int command(int direction, unsigned char *cdb, int cdb_len, void *data,
		   size_t len, int pieces)
{
	struct sg_io_hdr hdr = {
		.interface_id = 'S',
		.dxfer_direction = direction,
		.cmd_len = cdb_len,
		.cmdp = cdb,
		.mx_sb_len = sizeof(sense),
		.sbp = sense,
		.iovec_count = pieces,
		.dxferp = data,
		.dxfer_len = len,
		.timeout = 30000,
	};

	memset(sense, 0, sizeof(sense));
	if (ioctl(dev, SG_IO, &hdr))
		err(errno == EREMOTEIO ? REFUSED : FAIL, "SG_IO of %#x", cdb[0]);
	if (hdr.host_status || (hdr.driver_status & 7))
		errx(FAIL, "%#x: host status %#x, driver status %#x", cdb[0],
		     hdr.host_status, hdr.driver_status);
	moved += len - hdr.resid;
	return hdr.status;
}

static void must(int status, const char *what, size_t len, unsigned int pieces)
{
	if (status != GOOD)
		errx(FAIL, "%s of %zu bytes in %u pieces: status %#x, sense %x/%02x/%02x",
		     what, len, pieces, status, sense[2] & 0xf, sense[12], sense[13]);
}

static void inquiry(unsigned int len)
{
	unsigned char cdb[6] = { 0x12 }, all[96];
	unsigned int place, i, n;

	cdb[4] = sizeof(all);
	memset(all, 0, sizeof(all));
	must(command(SG_DXFER_FROM_DEV, cdb, sizeof(cdb), all, sizeof(all), 0),
	     "INQUIRY", sizeof(all), 1);
	n = all[4] + 5;
	if (n < 36)
		errx(FAIL, "INQUIRY has %u bytes", n);

	for (; len <= sizeof(all); len++) {
		place = PAGE - len / 2 + len % 3 * ALIGN;
		memset(mem, POISON, 2 * PAGE);
		cdb[4] = len;
		must(command(SG_DXFER_FROM_DEV, cdb, sizeof(cdb), mem + place, len, 0),
		     "INQUIRY", len, 1);
		for (i = 0; i < 2 * PAGE; i++) {
			unsigned char want = POISON;

			if (i >= place && i < place + len && i - place < n)
				want = all[i - place];
			/* what is beyond the reply may stay, or be cleared */
			if (i >= place + n && i < place + len && !mem[i])
				want = 0;
			if (mem[i] != want)
				errx(FAIL, "INQUIRY of %u bytes: byte %d is %#x, not %#x",
				     len, (int)(i - place), mem[i], want);
		}
	}
}

/* Lay @len bytes out as @n pieces, any place, and nothing in order but the list. */
static void scatter(struct iovec *iov, size_t len, unsigned int n)
{
	size_t left = len / ALIGN, place = ALIGN * (1 + random_below(PAGE / ALIGN));
	size_t spare = (2 * MAX_LEN - PAGE - len) / ALIGN;
	unsigned int i;

	memset(mem, POISON, 2 * MAX_LEN);
	for (i = 0; i < n; i++) {
		size_t part = left;

		if (i < n - 1)
			part = 1 + random_below(2 * (left / (n - i)) - 1);
		iov[i].iov_base = mem + place;
		iov[i].iov_len = part * ALIGN;
		left -= part;
		place += part * ALIGN + (1 + random_below(spare / n - 1)) * ALIGN;
	}
}

static void check_poison(const struct iovec *iov, unsigned int n)
{
	unsigned char *p = mem, *end;

	for (; n; n--, iov++) {
		for (end = iov->iov_base; p < end; p++)
			if (*p != POISON)
				errx(FAIL, "memory around the pieces was written to");
		p = end + iov->iov_len;
	}
}

static void gather(unsigned char *to, const struct iovec *iov, unsigned int n)
{
	for (; n; n--, to += iov->iov_len, iov++)
		memcpy(to, iov->iov_base, iov->iov_len);
}

static void spread(const struct iovec *iov, unsigned int n, const unsigned char *from)
{
	for (; n; n--, from += iov->iov_len, iov++)
		memcpy(iov->iov_base, from, iov->iov_len);
}

static void read_plain(unsigned char *to, size_t pos, size_t len)
{
	fsync(dev);
	posix_fadvise(dev, 0, 0, POSIX_FADV_DONTNEED);
	if (pread(dev, to, len, pos) != (ssize_t)len)
		err(FAIL, "read of %zu bytes at %zu", len, pos);
}

static void compare(const unsigned char *got, const unsigned char *want, size_t len,
		    const char *what, unsigned int pieces)
{
	size_t i;

	for (i = 0; i < len; i++)
		if (got[i] != want[i])
			errx(FAIL, "%s of %zu bytes in %u pieces: byte %zu is %#x, not %#x",
			     what, len, pieces, i, got[i], want[i]);
}

static void blocks(bool write, unsigned int block, unsigned int max_pieces)
{
	static const unsigned int counts[] = { 1, 2, 3, 7, 8, 16, 33, 64 };
	static const unsigned int pieces[] = { 1, 2, 3, 8, 31, 64 };
	static unsigned char want[MAX_LEN], got[MAX_LEN];
	struct iovec iov[MAX_SEGS];
	unsigned int i, j, k, round = 0;

	for (i = 0; i < ARRAY_SIZE(counts); i++) {
		for (j = 0; j < ARRAY_SIZE(pieces); j++) {
			size_t len = (size_t)counts[i] * block;
			uint32_t lba = random_below(512);
			unsigned char cdb[10] = { 0 };
			unsigned int n = pieces[j];

			if (len > MAX_LEN || n > max_pieces)
				continue;
			put_be32(cdb + 2, lba);
			cdb[8] = counts[i];
			round++;
			if (write) {
				for (k = 0; k < len; k++)
					want[k] = mix((uint64_t)round << 32 | k);
				scatter(iov, len, n);
				spread(iov, n, want);
				cdb[0] = 0x2a;
				must(command(SG_DXFER_TO_DEV, cdb, sizeof(cdb), iov, len, n),
				     "WRITE", len, n);
				check_poison(iov, n);
				read_plain(got, (size_t)lba * block, len);
				compare(got, want, len, "WRITE", n);
			} else {
				read_plain(want, (size_t)lba * block, len);
			}

			scatter(iov, len, n);
			cdb[0] = 0x28;
			must(command(SG_DXFER_FROM_DEV, cdb, sizeof(cdb), iov, len, n),
			     "READ", len, n);
			check_poison(iov, n);
			gather(got, iov, n);
			compare(got, want, len, "READ", n);
		}
	}
}

static int verify(uint32_t lba)
{
	unsigned char cdb[10] = { 0x28, [8] = 1 };
	int status;

	put_be32(cdb + 2, lba);
	status = command(SG_DXFER_FROM_DEV, cdb, sizeof(cdb), mem, 512, 0);
	if (status == CHECK_CONDITION && (sense[2] & 0xf) == ABORTED && sense[12] == PROTECTION)
		return REFUSED;
	must(status, "READ", 512, 1);
	return PASS;
}

/*
 * The buffer holds the block to compare and the block to write. A piece ends
 * within each of them.
 */
static int compare_and_write(const struct iovec *iov, unsigned int n, uint32_t lba)
{
	unsigned char cdb[16] = { 0x89, [13] = 1 };

	put_be32(cdb + 6, lba);
	return command(SG_DXFER_TO_DEV, cdb, sizeof(cdb), (void *)iov, 1024, n);
}

static void caw(unsigned int place, unsigned int pieces)
{
	unsigned char now[512], buf[1024], got[512];
	unsigned int i, k, first;
	struct iovec iov[3];

	for (i = 0; i <= sizeof(now); i++) {
		first = 4 * (1 + random_below(127));
		iov[0].iov_base = mem + place;
		iov[1].iov_base = mem + 2 * PAGE + place;
		iov[2].iov_base = mem + 6 * PAGE + place;
		iov[0].iov_len = pieces == 1 ? sizeof(buf) : first;
		iov[1].iov_len = pieces == 2 ? sizeof(buf) - first : sizeof(now);
		iov[2].iov_len = sizeof(buf) - first - sizeof(now);

		read_plain(now, i * sizeof(now), sizeof(now));
		memcpy(buf, now, sizeof(now));
		for (k = 0; k < sizeof(now); k++)
			buf[sizeof(now) + k] = mix((uint64_t)place << 40 | i << 16 | k);

		/* differs from byte i on */
		if (i < sizeof(now)) {
			for (k = i; k < sizeof(now); k += 1 + k % 5)
				buf[k] ^= 0x11 + k % 7;
			memset(mem, POISON, 8 * PAGE);
			spread(iov, pieces, buf);
			if (compare_and_write(iov, pieces, i) != CHECK_CONDITION ||
			    (sense[0] & 0x7f) != 0x70 || (sense[2] & 0xf) != MISCOMPARE)
				errx(FAIL, "at %u, byte %u differs, %u pieces: sense %x/%02x/%02x",
				     place, i, pieces, sense[2] & 0xf, sense[12], sense[13]);
			if (!(sense[0] & 0x80) || get_be32(sense + 3) != i)
				errx(FAIL, "byte %u differs, and sense says %u", i,
				     get_be32(sense + 3));
			read_plain(got, i * sizeof(now), sizeof(now));
			compare(got, now, sizeof(now), "COMPARE AND WRITE that miscompares",
				pieces);
		}

		memcpy(buf, now, sizeof(now));
		memset(mem, POISON, 8 * PAGE);
		spread(iov, pieces, buf);
		must(compare_and_write(iov, pieces, i), "COMPARE AND WRITE", sizeof(buf), pieces);
		read_plain(got, i * sizeof(now), sizeof(now));
		compare(got, buf + sizeof(now), sizeof(now), "COMPARE AND WRITE", pieces);
	}
}

int main(int argc, char **argv)
{
	unsigned long arg, pieces = MAX_SEGS;

	if (argc != 4 && argc != 5)
		errx(FAIL, "usage: scsi inquiry|read|write|verify|caw DEVICE NUMBER [PIECES]");
	dev = open(argv[2], strcmp(argv[1], "read") && strcmp(argv[1], "inquiry") ?
		   O_RDWR : O_RDONLY | O_NONBLOCK);
	if (dev < 0)
		err(FAIL, "%s", argv[2]);
	mem = mem_map("ram", 2 * MAX_LEN);
	arg = strtoul(argv[3], NULL, 0);
	if (argc == 5)
		pieces = strtoul(argv[4], NULL, 0);

	if (!strcmp(argv[1], "inquiry"))
		inquiry(arg);
	else if (!strcmp(argv[1], "verify"))
		return verify(arg);
	else if (!strcmp(argv[1], "read"))
		blocks(false, arg, MAX_SEGS);
	else if (!strcmp(argv[1], "write"))
		blocks(true, arg, pieces);
	else if (!strcmp(argv[1], "caw") && argc == 5)
		caw(arg, pieces);
	else
		errx(FAIL, "%s?", argv[1]);

	printf("%llu\n", moved);
	return PASS;
}
