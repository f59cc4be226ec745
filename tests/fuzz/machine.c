// SPDX-License-Identifier: GPL-2.0-only
/*
 * The functions of the kernel that lib/sg_iter.c needs. RAM is poisoned while
 * it is not mapped, the addresses of I/O memory are not addresses, and others
 * see of RAM only what was flushed from the data cache.
 */
#include <linux/cacheflush.h>
#include <linux/highmem.h>
#include <linux/io.h>
#include <linux/memremap.h>
#include <linux/sched.h>
#include <linux/sg_iter.h>
#include <machine.h>
#include <sanitizer/asan_interface.h>

#define RAW	__attribute__((no_sanitize("address")))

/* Pages of high memory are not neighbours where they are mapped. */
#ifdef CONFIG_HIGHMEM
#define STRIDE	(2 * PAGE_SIZE)
#else
#define STRIDE	PAGE_SIZE
#endif

#define SECTION_PAGES	3
#define MAX_MAPPED	16

struct machine machine;

static struct page memmap[NR_PAGES / SECTION_PAGES][SECTION_PAGES + 1];
static u8 memory[RAM_PAGES * STRIDE] __aligned(64);
static u8 uncached[MEMORY_SIZE];

unsigned long page_to_pfn(const struct page *page)
{
	size_t n = page - memmap[0];

	if (n >= ARRAY_SIZE(memmap) * ARRAY_SIZE(memmap[0]) ||
	    n % ARRAY_SIZE(memmap[0]) == SECTION_PAGES)
		fail("%p is not a struct page", page);
	return n / ARRAY_SIZE(memmap[0]) * SECTION_PAGES + n % ARRAY_SIZE(memmap[0]);
}

struct page *pfn_to_page(unsigned long pfn)
{
	if (pfn >= NR_PAGES)
		fail("page %lu is beyond the end of memory", pfn);
	return &memmap[pfn / SECTION_PAGES][pfn % SECTION_PAGES];
}

static enum kind looked_at(const struct page *page)
{
	if (!sg_iter_devmem_key.enabled)
		fail("struct page is read though there is RAM only");
	return pfn_kind(page_to_pfn(page));
}

bool is_zone_device_page(const struct page *page)
{
	return looked_at(page) != RAM;
}

bool is_device_private_page(const struct page *page)
{
	return looked_at(page) == PRIVATE;
}

bool is_pci_p2pdma_page(const struct page *page)
{
	return looked_at(page) == IOMEM;
}

void *page_address(const struct page *page)
{
	unsigned long pfn = page_to_pfn(page);

	if (pfn_kind(pfn) == PRIVATE || pfn_highmem(pfn))
		fail("page %lu has no address, which is asked for", pfn);
	if (pfn_kind(pfn) == IOMEM)
		return (void *)(IOMEM_BASE + (pfn - RAM_PAGES) * PAGE_SIZE);
	return memory + pfn * STRIDE;
}

bool PageHighMem(const struct page *page)
{
	return pfn_highmem(page_to_pfn(page));
}

/* What one mapping gives access to: low memory is all there. */
static size_t reach(unsigned long pfn)
{
	if (STRIDE > PAGE_SIZE)
		return PAGE_SIZE;
	return (KIND_PAGES - pfn % KIND_PAGES) * PAGE_SIZE;
}

static struct {
	unsigned long pfn;
	bool writable;
} mapped[MAX_MAPPED];

void *kmap_local_page_prot(struct page *page, enum prot prot)
{
	unsigned long pfn = page_to_pfn(page);

	if (pfn >= RAM_PAGES)
		fail("page %lu is not RAM, and is mapped", pfn);
	if (machine.mapped == MAX_MAPPED)
		fail("more than %d mappings", MAX_MAPPED);
	machine.writable = prot == PAGE_KERNEL;
	mapped[machine.mapped].pfn = pfn;
	mapped[machine.mapped++].writable = machine.writable;
	ASAN_UNPOISON_MEMORY_REGION(memory + pfn * STRIDE, reach(pfn));
	return memory + pfn * STRIDE;
}

void *kmap_local_page(struct page *page)
{
	return kmap_local_page_prot(page, PAGE_KERNEL);
}

void kunmap_local(const void *addr)
{
	unsigned long pfn;
	const u8 *page;
	unsigned int i;

	if (!machine.mapped)
		fail("unmapped, but nothing is mapped");
	pfn = mapped[--machine.mapped].pfn;
	page = memory + pfn * STRIDE;
	if ((u8 *)addr < page || (u8 *)addr >= page + reach(pfn))
		fail("unmapped %p, but the last one mapped is %p", addr, page);

	ASAN_POISON_MEMORY_REGION(memory, sizeof(memory));
	for (i = 0; i < machine.mapped; i++) {
		pfn = mapped[i].pfn;
		ASAN_UNPOISON_MEMORY_REGION(memory + pfn * STRIDE, reach(pfn));
		machine.writable = mapped[i].writable;
	}
}

RAW void flush_dcache_page(struct page *page)
{
	unsigned long pfn = page_to_pfn(page);
	size_t i;

	if (pfn >= RAM_PAGES)
		fail("page %lu is not RAM, and is flushed from the data cache", pfn);
	for (i = 0; i < PAGE_SIZE; i++)
		uncached[pfn * PAGE_SIZE + i] = memory[pfn * STRIDE + i];
	machine.flushed[pfn] = true;
}

void machine_memory(u8 *to, u8 *to_uncached)
{
	size_t pfn;

	ASAN_UNPOISON_MEMORY_REGION(memory, sizeof(memory));
	for (pfn = 0; pfn < RAM_PAGES; pfn++)
		memcpy(to + pfn * PAGE_SIZE, memory + pfn * STRIDE, PAGE_SIZE);
	ASAN_POISON_MEMORY_REGION(memory, sizeof(memory));
	memcpy(to_uncached, uncached, sizeof(uncached));
}

size_t machine_place(const void *addr, bool is_iomem)
{
	size_t at;

	if (is_iomem)
		return (unsigned long)addr - IOMEM_BASE + RAM_SIZE;
	at = (u8 *)addr - memory;
	if (at >= sizeof(memory))
		fail("%p is not in RAM", addr);
	return at / STRIDE * PAGE_SIZE + at % STRIDE;
}

void machine_peek(void *to, const void *addr, size_t n)
{
	size_t last = machine_place((u8 *)addr + n - 1, false);

	if (pfn_highmem(last >> PAGE_SHIFT))
		fail("%zu bytes at %p are in high memory", n, addr);
	ASAN_UNPOISON_MEMORY_REGION(addr, n);
	memcpy(to, addr, n);
	ASAN_POISON_MEMORY_REGION(memory, sizeof(memory));
}

/* The device's own memory is there all the time, and is not cached. */
static u8 *io(const void __iomem *addr, size_t n)
{
	size_t at = (unsigned long)addr - IOMEM_BASE;

	if ((unsigned long)addr < IOMEM_BASE || at > KIND_SIZE || n > KIND_SIZE - at)
		fail("%zu bytes at %p are not all I/O memory", n, addr);
	return uncached + RAM_SIZE + at;
}

void memcpy_fromio(void *to, const void __iomem *from, size_t n)
{
	memcpy(to, io(from, n), n);
	machine.io_read += n;
}

void memcpy_toio(void __iomem *to, const void *from, size_t n)
{
	memcpy(io(to, n), from, n);
	machine.io_written += n;
}

void memset_io(void __iomem *to, int c, size_t n)
{
	memset(io(to, n), c, n);
	machine.io_written += n;
}

/* What the device sends; no short period. */
u8 fifo_byte(size_t n)
{
	return ((n + machine.fifo_salt) * 0x9e3779b1u) >> 15;
}

u32 checksum(u32 sum, const void *data, size_t n, u32 kind)
{
	const u8 *p = data;

	while (n--)
		sum = (sum ^ *p++) * 0x01000193 + kind;
	return sum;
}

static void fifo(const void __iomem *reg, const void *memory, size_t width, size_t words)
{
	if ((unsigned long)reg != FIFO_BASE)
		fail("%p is not the FIFO", reg);
	if (!IS_ALIGNED((unsigned long)memory, width))
		fail("words of %zu bytes at %p, which is not aligned", width, memory);
	if (!words)
		fail("no words at all are moved");
}

void fifo_read(const void __iomem *reg, void *to, size_t width, size_t words)
{
	u8 *p = to;

	fifo(reg, to, width, words);
	while (p < (u8 *)to + width * words)
		*p++ = fifo_byte(machine.fifo_sent++);
}

void fifo_write(void __iomem *reg, const void *from, size_t width, size_t words)
{
	fifo(reg, from, width, words);
	if (width * words > sizeof(machine.fifo) - machine.fifo_got)
		fail("the FIFO gets far too much");
	memcpy(machine.fifo + machine.fifo_got, from, width * words);
	machine.fifo_got += width * words;
}

void non_block_start(void)
{
	machine.atomic++;
}

void non_block_end(void)
{
	if (!machine.atomic--)
		fail("atomic context ends that never began");
}

void might_sleep(void)
{
	machine.might_sleep++;
	if (machine.atomic)
		fail("sleeps in atomic context");
}

void cond_resched(void)
{
	machine.resched++;
	if (machine.atomic)
		fail("reschedules in atomic context");
}

void machine_forget(void)
{
	machine.warnings = 0;
	machine.misuses = 0;
	machine.might_sleep = 0;
	machine.resched = 0;
	machine.io_read = 0;
	machine.io_written = 0;
	machine.fifo_salt++;
	machine.fifo_sent = 0;
	machine.fifo_got = 0;
	memset(machine.flushed, 0, sizeof(machine.flushed));
}

void machine_reset(void)
{
	size_t i;

	ASAN_UNPOISON_MEMORY_REGION(memory, sizeof(memory));
	for (i = 0; i < MEMORY_SIZE; i++)
		uncached[i] = i * 0x85ebca6bu >> 11;
	for (i = 0; i < RAM_PAGES; i++)
		memcpy(memory + i * STRIDE, uncached + i * PAGE_SIZE, PAGE_SIZE);
	ASAN_POISON_MEMORY_REGION(memory, sizeof(memory));
	machine_forget();
	machine.fifo_salt = 0;
	machine.atomic = 0;
	machine.mapped = 0;
	sg_iter_devmem_key.enabled = false;
}
