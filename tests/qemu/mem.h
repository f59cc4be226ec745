/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Buffers for O_DIRECT I/O: RAM, or memory of a PCI device.
 */
#ifndef TESTS_QEMU_MEM_H
#define TESTS_QEMU_MEM_H

#include <err.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* exit codes: what init(1) of the guest makes of a program */
enum { PASS, FAIL, REFUSED };

/* The number of the first page that the kernel must map to reach it */
static inline uint64_t highmem_pfn(void)
{
	FILE *f = fopen("/proc/zoneinfo", "r");
	char line[128], zone[16] = "";
	unsigned long pfn = 0;

	if (!f)
		err(FAIL, "/proc/zoneinfo");
	while (fgets(line, sizeof(line), f))
		if (sscanf(line, "Node %*d, zone %15s", zone) != 1 && !strcmp(zone, "HighMem") &&
		    sscanf(line, " start_pfn: %lu", &pfn) == 1)
			break;
	fclose(f);
	if (!pfn)
		errx(FAIL, "this machine has no high memory");

	return pfn;
}

/* Give up unless each page of @len bytes at @p is there, and is high memory. */
static inline void must_be_high(const void *p, size_t len)
{
	size_t size = sysconf(_SC_PAGESIZE), n = len / size, i;
	uint64_t high = highmem_pfn(), pages[n];
	int fd = open("/proc/self/pagemap", O_RDONLY);

	if (fd < 0 || pread(fd, pages, sizeof(pages), (uintptr_t)p / size * sizeof(*pages)) !=
	    (ssize_t)sizeof(pages))
		err(FAIL, "/proc/self/pagemap");
	close(fd);
	for (i = 0; i < n; i++)
		if (!(pages[i] >> 63) || (pages[i] & ((1ULL << 55) - 1)) < high)
			errx(FAIL, "page %zu of %zu is not in high memory", i, n);
}

/*
 * Map @len bytes of @what, which is "ram", "highmem", which is RAM that must be
 * high memory, or the path of a p2pmem/allocate file in sysfs.
 */
static inline void *mem_map(const char *what, size_t len)
{
	int flags = MAP_SHARED | MAP_POPULATE;
	int fd = -1;
	void *p;

	if (!strcmp(what, "ram") || !strcmp(what, "highmem")) {
		flags |= MAP_ANONYMOUS;
	} else {
		fd = open(what, O_RDWR);
		if (fd < 0)
			err(FAIL, "%s", what);
	}

	p = mmap(NULL, len, PROT_READ | PROT_WRITE, flags, fd, 0);
	if (p == MAP_FAILED)
		err(FAIL, "mmap of %zu bytes of %s", len, what);
	if (fd >= 0)
		close(fd);
	if (!strcmp(what, "highmem"))
		must_be_high(p, len);

	return p;
}

#endif
