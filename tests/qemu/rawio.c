// SPDX-License-Identifier: GPL-2.0-only
/*
 * Scattered O_DIRECT I/O on an area of a block device or file: every size, every
 * number of segments, every byte checked.
 *
 * rawio MEMORY FILE OFFSET LENGTH UNIT SHARE EXPECTED [TIMES]
 *
 * MEMORY is tried against RAM in both directions, and against a writer that goes
 * through the page cache. Offsets, lengths and places in memory are multiples of
 * UNIT. Four processes, SHARE 0 to 3, try all that is to be tried between them.
 * What the area must hold afterwards is left in the file EXPECTED. TIMES is the
 * "times" file of a fault injection, which must hit.
 *
 * Prints the bytes moved to and from MEMORY. Where the kernel refuses MEMORY it
 * must refuse it each time, with EREMOTEIO, and move nothing.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/uio.h>

#include "mem.h"
#include "random.h"

#define ARRAY_SIZE(a)	(sizeof(a) / sizeof((a)[0]))
#define MAX_LEN		(1024 * 1024)
#define MAX_SEGS	128
#define SHARES		4
#define WORD		sizeof(uint64_t)
#define POISON		0xa5a5a5a5a5a5a5a5ULL

struct buf {
	unsigned char *mem;
	bool foreign;			/* MEMORY: may be refused */
	struct iovec iov[MAX_SEGS];
	unsigned int segs;
};

static const unsigned int sizes[] = {	/* in UNITs */
	1, 2, 3, 7, 8, 9, 15, 16, 17, 64, 127, 128, 129, 500, 1025, 2048
};

static const unsigned int segments[] = { 1, 3, 8, 128 };

static int direct, cached;		/* the same file, opened twice */
static off_t area;
static size_t area_len, unit;
static unsigned char *expect;
static unsigned long long moved;
static unsigned int accepted, refused;

/*
 * Word by word, because a wide vector instruction on I/O memory is more than
 * some hypervisors emulate.
 */
static uint64_t load(const unsigned char *p)
{
	return *(const volatile uint64_t *)p;
}

static void store(unsigned char *p, uint64_t val)
{
	*(volatile uint64_t *)p = val;
}

/* Lay @len bytes out as @segs pieces in any order, with poison around each. */
static void scatter(struct buf *b, size_t len, unsigned int segs)
{
	size_t left = len / unit;
	size_t spare = (2 * MAX_LEN - len) / unit - segs - 1;
	unsigned char *p = b->mem + unit;
	unsigned int order[MAX_SEGS];
	unsigned int i, j;

	b->segs = segs;
	for (i = 0; i < segs; i++) {
		size_t n = left;

		if (i < segs - 1)
			n = 1 + random_below(2 * (left / (segs - i)) - 1);
		b->iov[i].iov_len = n * unit;
		left -= n;

		j = random_below(i + 1);
		order[i] = order[j];
		order[j] = i;
	}

	for (i = 0; i < segs; i++) {
		struct iovec *v = &b->iov[order[i]];
		size_t gap = random_below(spare / segs + 1);

		p += gap * unit;
		v->iov_base = p;
		store(p - WORD, POISON);
		store(p + v->iov_len, POISON);
		p += v->iov_len + unit;
	}
}

static void check_poison(const struct buf *b)
{
	unsigned int i;

	for (i = 0; i < b->segs; i++) {
		unsigned char *p = b->iov[i].iov_base;

		if (load(p - WORD) != POISON || load(p + b->iov[i].iov_len) != POISON)
			errx(FAIL, "memory around segment %u of %u was written to",
			     i, b->segs);
	}
}

/* What is written depends on the place and on the round, so a stale word shows. */
static void fill(struct buf *b, size_t pos, uint64_t round)
{
	unsigned int i;
	size_t n;

	for (i = 0; i < b->segs; i++)
		for (n = 0; n < b->iov[i].iov_len; n += WORD, pos += WORD)
			store((unsigned char *)b->iov[i].iov_base + n,
			      mix((area + pos) ^ round << 40));
}

static void remember(size_t pos, size_t len, uint64_t round)
{
	for (; len; pos += WORD, len -= WORD)
		store(expect + pos, mix((area + pos) ^ round << 40));
}

static void check(const struct buf *b, size_t pos)
{
	unsigned int i;
	size_t n;

	for (i = 0; i < b->segs; i++)
		for (n = 0; n < b->iov[i].iov_len; n += WORD, pos += WORD)
			if (load((unsigned char *)b->iov[i].iov_base + n) !=
			    load(expect + pos))
				errx(FAIL, "offset %zu, segment %u of %u, byte %zu: wrong data",
				     pos, i, b->segs, n);
	check_poison(b);
}

/* false: refused */
static bool transfer(struct buf *b, bool write, size_t pos, size_t len)
{
	ssize_t ret;

	if (write)
		ret = pwritev(direct, b->iov, b->segs, area + pos);
	else
		ret = preadv(direct, b->iov, b->segs, area + pos);

	if (b->foreign && ret < 0 && errno == EREMOTEIO) {
		refused++;
		return false;
	}
	if (ret != (ssize_t)len)
		err(FAIL, "%s of %zu bytes at %zu, %u segments: %zd",
		    write ? "write" : "read", len, pos, b->segs, ret);
	if (b->foreign) {
		accepted++;
		moved += len;
	}
	return true;
}

static void write_cached(const unsigned char *p, size_t pos, size_t len)
{
	if (pwrite(cached, p, len, area + pos) != (ssize_t)len || fsync(cached))
		err(FAIL, "write through the page cache");
}

static void read_cached(unsigned char *p)
{
	ssize_t ret;

	posix_fadvise(cached, area, area_len, POSIX_FADV_DONTNEED);
	ret = pread(cached, p, area_len, area);
	if (ret != (ssize_t)area_len)
		err(FAIL, "read through the page cache: %zd of %zu", ret, area_len);
}

/*
 * Let two requests fail. Nothing of ours is under way now, so that no request can
 * fail a third time, after which the kernel may give up. Returns how many of the
 * two before have failed.
 */
static unsigned int arm(const char *path)
{
	FILE *times = fopen(path, "r");
	unsigned int left;

	if (!times || fscanf(times, "%u", &left) != 1)
		err(FAIL, "%s", path);
	fclose(times);

	times = fopen(path, "w");
	if (!times || fputs("2", times) < 0 || fclose(times))
		err(FAIL, "%s", path);
	return 2 - left;
}

/* What is there already was written by another program, or outside the guest. */
static void read_area(struct buf *b)
{
	size_t len = MAX_LEN, pos;

	for (pos = 0; pos < area_len; pos += len) {
		if (len > area_len - pos)
			len = area_len - pos;
		scatter(b, len, 8);
		if (transfer(b, false, pos, len))
			check(b, pos);
	}
}

static void round_trip(struct buf *a, struct buf *b, size_t len, unsigned int segs)
{
	static uint64_t round;
	size_t pos = random_below((area_len - len) / unit + 1) * unit;

	round++;
	scatter(a, len, segs);
	scatter(b, len, segs);

	if (round % 3) {
		fill(a, pos, round);
		if (transfer(a, true, pos, len))
			remember(pos, len, round);
		check_poison(a);
	} else {
		remember(pos, len, round);
		write_cached(expect + pos, pos, len);
	}
	if (transfer(b, false, pos, len))
		check(b, pos);
}

static void save_expected(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);

	if (fd < 0 || write(fd, expect, area_len) != (ssize_t)area_len)
		err(FAIL, "%s", path);
}

int main(int argc, char **argv)
{
	struct buf mem = { .foreign = true }, ram = { };
	unsigned int i, j, share, turn = 0, faults = 0;
	const char *times;
	unsigned char *now;

	if (argc < 8)
		errx(FAIL, "usage: rawio MEMORY FILE OFFSET LENGTH UNIT SHARE EXPECTED [TIMES]");
	area = strtoull(argv[3], NULL, 0);
	area_len = strtoull(argv[4], NULL, 0);
	unit = strtoull(argv[5], NULL, 0);
	share = strtoul(argv[6], NULL, 0);
	times = argv[8];

	direct = open(argv[2], O_RDWR | O_DIRECT);
	cached = open(argv[2], O_RDWR);
	if (direct < 0 || cached < 0)
		err(FAIL, "%s", argv[2]);
	mem.mem = mem_map(argv[1], 2 * MAX_LEN);
	ram.mem = mem_map("ram", 2 * MAX_LEN);
	expect = mem_map("ram", area_len);
	now = mem_map("ram", area_len);

	read_cached(expect);
	read_area(&mem);
	for (i = 0; i < ARRAY_SIZE(sizes); i++) {
		for (j = 0; j < ARRAY_SIZE(segments); j++) {
			size_t len = sizes[i] * unit;

			if (len > MAX_LEN || segments[j] > sizes[i])
				break;
			if (turn++ % SHARES != share)
				continue;
			if (times)
				faults += arm(times);
			if (turn / SHARES % 2)
				round_trip(&mem, &ram, len, segments[j]);
			else
				round_trip(&ram, &mem, len, segments[j]);
		}
	}

	read_cached(now);
	if (memcmp(now, expect, area_len))
		errx(FAIL, "the area does not hold what was written");
	save_expected(argv[7]);

	if (times) {
		faults += arm(times);
		warnx("%u requests failed on purpose", faults);
		if (!faults)
			return FAIL;
	}
	printf("%llu\n", moved);
	if (accepted && refused)
		errx(FAIL, "%u transfers refused, %u not", refused, accepted);
	return refused ? REFUSED : PASS;
}
