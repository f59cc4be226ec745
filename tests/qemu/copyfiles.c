// SPDX-License-Identifier: GPL-2.0-only
/*
 * Copy the files below one directory to another through a buffer of ours, with
 * O_DIRECT on both sides, so that the block device reads and writes the buffer.
 *
 * copyfiles MEMORY FROM TO
 *
 * Prints the bytes that went through the buffer. Where the kernel refuses the
 * buffer it must refuse it for every file, and nothing is copied.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <ftw.h>
#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "mem.h"

#define SECTOR		512
#define CHUNK		(1024 * 1024)
#define PLACES		8

static unsigned char *mem;
static const char *from, *to;
static unsigned long long moved;
static unsigned int files, refused;

/* false: refused */
static bool copy(int in, int out, const char *path)
{
	/* another size and another place in a page for each file */
	size_t chunk = CHUNK >> files % 9;
	unsigned char *buf = mem + files % PLACES * SECTOR;
	ssize_t got, put;
	off_t pos = 0;

	do {
		got = pread(in, buf, chunk, pos);
		if (got < 0 && errno == EREMOTEIO && !pos)
			return false;
		if (got < 0)
			err(FAIL, "read %s at %lld", path, (long long)pos);

		/* the last sector is written whole, and then cut off */
		chunk = (got + SECTOR - 1) / SECTOR * SECTOR;
		put = pwrite(out, buf, chunk, pos);
		if (put != (ssize_t)chunk)
			err(FAIL, "write %s at %lld: %zd", path, (long long)pos, put);
		pos += got;
		moved += got + put;
	} while (got && got % SECTOR == 0);

	if (ftruncate(out, pos))
		err(FAIL, "truncate %s", path);
	return true;
}

static int visit(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	char target[PATH_MAX];
	int in, out;

	snprintf(target, sizeof(target), "%s%s", to, path + strlen(from));
	if (type == FTW_D) {
		if (mkdir(target, 0755) && ftw->level)
			err(FAIL, "%s", target);
		return 0;
	}
	if (type != FTW_F)
		errx(FAIL, "%s: not a file", path);

	in = open(path, O_RDONLY | O_DIRECT);
	out = open(target, O_CREAT | O_EXCL | O_WRONLY | O_DIRECT, st->st_mode);
	if (in < 0 || out < 0)
		err(FAIL, "%s", in < 0 ? path : target);

	if (st->st_size && !copy(in, out, path))
		refused++;
	else if (st->st_size)
		files++;

	if (close(in) || close(out))
		err(FAIL, "close %s", path);
	return 0;
}

int main(int argc, char **argv)
{
	if (argc != 4)
		errx(FAIL, "usage: copyfiles MEMORY FROM TO");

	mem = mem_map(argv[1], CHUNK + PLACES * SECTOR);
	from = argv[2];
	to = argv[3];
	if (nftw(from, visit, 16, FTW_PHYS))
		err(FAIL, "%s", from);

	printf("%llu\n", moved);
	if (refused && files)
		errx(FAIL, "%u files refused, %u not", refused, files);
	if (!refused && !files)
		errx(FAIL, "%s: no files", from);
	return refused ? REFUSED : PASS;
}
