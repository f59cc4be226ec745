/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A machine whose memory tells when it is reached in a way that it must not be
 */
#ifndef FUZZ_MACHINE_H
#define FUZZ_MACHINE_H

#include <linux/highmem.h>
#include <stdio.h>

/* Kinds of memory, each KIND_PAGES long, one after the other, RAM first. */
enum kind { RAM, COHERENT, IOMEM, PRIVATE, NR_KINDS };

#define KIND_PAGES	12
#define KIND_SIZE	(KIND_PAGES * PAGE_SIZE)
#define NR_PAGES	(NR_KINDS * KIND_PAGES)
#define MEMORY_SIZE	(NR_PAGES * PAGE_SIZE)
#define LOW_PAGES	5
#define RAM_PAGES	(IOMEM * KIND_PAGES)
#define RAM_SIZE	(IOMEM * KIND_SIZE)

/* Plain loads and stores fault here: nothing is mapped so low. */
#define IOMEM_BASE	0x1000UL
#define FIFO_BASE	0x800UL

struct machine {
	/* what was done since machine_forget() */
	unsigned int warnings, misuses;
	unsigned int might_sleep;
	unsigned int resched;
	size_t io_read, io_written;
	bool flushed[NR_PAGES];
	char warning[80];

	/* what is now */
	unsigned int atomic;
	unsigned int mapped;
	bool writable;			/* the last one mapped */

	/* the device behind the FIFO: bytes that it sent, or got, since then */
	unsigned int fifo_salt;
	size_t fifo_sent, fifo_got;
	u8 fifo[1 << 17];
};

extern struct machine machine;

/* Ends the run: what went wrong, for people. */
__printf(1, 2) __noreturn void fail(const char *format, ...);

static inline enum kind pfn_kind(unsigned long pfn)
{
	return pfn / KIND_PAGES;
}

/* In high memory, pages have no address without a mapping. */
static inline bool pfn_highmem(unsigned long pfn)
{
	return IS_ENABLED(CONFIG_HIGHMEM) && pfn >= LOW_PAGES && pfn < RAM_PAGES;
}

void machine_reset(void);
void machine_forget(void);

/* RAM as the CPU sees it, and all memory as others do; nothing may be mapped. */
void machine_memory(u8 *cached, u8 *uncached);
/* How far into that memory is it? */
size_t machine_place(const void *addr, bool is_iomem);
/* RAM that is at @addr without being mapped */
void machine_peek(void *to, const void *addr, size_t n);

u8 fifo_byte(size_t n);
u32 checksum(u32 sum, const void *data, size_t n, u32 kind);

#endif
