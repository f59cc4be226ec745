/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Buffers for O_DIRECT I/O: RAM, or memory of a PCI device.
 */
#ifndef TESTS_QEMU_MEM_H
#define TESTS_QEMU_MEM_H

#include <err.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* exit codes: what init(1) of the guest makes of a program */
enum { PASS, FAIL, REFUSED };

/*
 * Map @len bytes of @what, which is "ram" or the path of a p2pmem/allocate file
 * in sysfs.
 */
static inline void *mem_map(const char *what, size_t len)
{
	int flags = MAP_SHARED | MAP_POPULATE;
	int fd = -1;
	void *p;

	if (!strcmp(what, "ram")) {
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

	return p;
}

#endif
