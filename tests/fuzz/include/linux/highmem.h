/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Pages, and how the CPU gets at them. They are small, so that short inputs
 * straddle many.
 */
#ifndef FUZZ_HIGHMEM_H
#define FUZZ_HIGHMEM_H

#include <linux/kernel.h>

#define PAGE_SHIFT		6
#define PAGE_SIZE		(1UL << PAGE_SHIFT)
#define offset_in_page(n)	((unsigned long)(n) & (PAGE_SIZE - 1))

/* As with SPARSEMEM, the memory map has holes: page + 1 need not be the next. */
struct page {
	char hole;
};

unsigned long page_to_pfn(const struct page *page);
struct page *pfn_to_page(unsigned long pfn);
void *page_address(const struct page *page);

bool PageHighMem(const struct page *page);

enum prot { PAGE_KERNEL_RO, PAGE_KERNEL };

void *kmap_local_page_prot(struct page *page, enum prot prot);
void *kmap_local_page(struct page *page);
void kunmap_local(const void *addr);

#endif
