// SPDX-License-Identifier: GPL-2.0-only
/*
 * Memory for the lists that are measured
 */
#include <linux/gfp.h>
#include <linux/highmem.h>
#include <linux/io.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

#include "bench.h"

/* An address that lasts, of high memory too */
static void *block_address(struct page *first)
{
	unsigned int i, count = BENCH_BLOCK_SIZE / PAGE_SIZE;
	struct page **pages;
	void *addr;

	if (!IS_ENABLED(CONFIG_HIGHMEM))
		return page_address(first);
	pages = kvmalloc_array(count, sizeof(*pages), GFP_KERNEL);
	if (!pages)
		return NULL;
	for (i = 0; i < count; i++)
		pages[i] = first + i;
	addr = vmap(pages, count, VM_MAP, PAGE_KERNEL);
	kvfree(pages);
	return addr;
}

bool bench_pool_alloc(struct bench_pool *pool)
{
	struct page *pages;

	for (; pool->blocks < BENCH_POOL_BLOCKS; pool->blocks++) {
		pages = alloc_pages(GFP_HIGHUSER, get_order(BENCH_BLOCK_SIZE));
		if (!pages)
			return false;
		pool->pages[pool->blocks] = pages;
		pool->addr[pool->blocks] = block_address(pages);
		if (!pool->addr[pool->blocks])
			return false;
	}
	return true;
}

/* GFP_HIGHUSER takes low memory where there is no high memory left. */
bool bench_pool_is_high(const struct bench_pool *pool)
{
	unsigned int block, i;

	for (block = 0; block < pool->blocks; block++)
		for (i = 0; i < BENCH_BLOCK_SIZE / PAGE_SIZE; i++)
			if (!PageHighMem(pool->pages[block] + i))
				return false;
	return true;
}

/*
 * All bytes of an entry have one value, so that the sum of "first byte times
 * length" over a walk is the same however it divides an entry.
 */
void bench_pool_fill(const struct bench_pool *pool, unsigned int entry_bytes)
{
	unsigned int block, offset;

	for (block = 0; block < pool->blocks; block++)
		for (offset = 0; offset < BENCH_BLOCK_SIZE; offset += entry_bytes) {
			u8 byte = (block * (BENCH_BLOCK_SIZE / entry_bytes) +
				   offset / entry_bytes) * 7 + 1;
			void *to = pool->addr[block] + offset;

			if (pool->iomem)
				memset_io((void __force __iomem *)to, byte, entry_bytes);
			else
				memset(to, byte, entry_bytes);
		}
}
