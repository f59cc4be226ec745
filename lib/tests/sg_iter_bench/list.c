// SPDX-License-Identifier: GPL-2.0-only
/*
 * The lists that are measured
 */
#include <linux/io.h>
#include <linux/mm.h>
#include <linux/slab.h>

#include "bench.h"

/* The pool may be shorter than the list, which then has it several times. */
static void set_entry(struct bench_list *list, struct scatterlist *sg,
		      unsigned int i, const struct bench_pool *pool,
		      unsigned int n, unsigned int entry_bytes)
{
	unsigned int at = n * entry_bytes;
	unsigned int offset = at & (BENCH_BLOCK_SIZE - 1);
	unsigned int block = (at / BENCH_BLOCK_SIZE) % pool->blocks;
	struct page *page = pool->pages[block] + (offset >> PAGE_SHIFT);
	struct bench_piece *p = &list->pieces[i];

	sg_set_page(sg, page, entry_bytes, offset_in_page(offset));
	bvec_set_page(&list->bvecs[i], page, entry_bytes, offset_in_page(offset));
	p->length = entry_bytes;
	p->addr = pool->addr[block] + offset;
	if (pool->iomem)
		p->iomem = (void __force __iomem *)p->addr;
}

bool bench_list_alloc(struct bench_list *list, const struct bench_pool *pool,
		      const struct bench_pool *other, unsigned int entry_bytes,
		      unsigned int entries)
{
	struct scatterlist *sg;
	unsigned int i;

	memset(list, 0, sizeof(*list));
	if (sg_alloc_table(&list->table, entries, GFP_KERNEL))
		return false;
	list->entries = entries;
	list->length = (size_t)entries * entry_bytes;
	list->pieces = kvcalloc(entries, sizeof(*list->pieces), GFP_KERNEL);
	list->bvecs = kvcalloc(entries, sizeof(*list->bvecs), GFP_KERNEL);
	if (!list->pieces || !list->bvecs)
		return false;
	for_each_sgtable_sg(&list->table, sg, i) {
		if (!other)
			set_entry(list, sg, i, pool, i, entry_bytes);
		else
			set_entry(list, sg, i, i & 1 ? other : pool, i / 2, entry_bytes);
	}
	return true;
}

void bench_list_free(struct bench_list *list)
{
	sg_free_table(&list->table);
	kvfree(list->pieces);
	kvfree(list->bvecs);
}

void bench_list_set(const struct bench_list *list, u8 byte)
{
	const struct bench_piece *p;

	for (p = list->pieces; p < list->pieces + list->entries; p++) {
		if (p->iomem)
			memset_io(p->iomem, byte, p->length);
		else
			memset(p->addr, byte, p->length);
	}
}

/* The CPU can read the memory of the one device there is as if it were RAM. */
u64 bench_digest(const void *data, size_t length)
{
	const u64 *word;
	u64 digest = 0;

	for (word = data; word < (const u64 *)(data + length); word++)
		digest = digest * 31 + *word;
	return digest;
}

u64 bench_list_digest(const struct bench_list *list)
{
	const struct bench_piece *p;
	u64 digest = 0;

	for (p = list->pieces; p < list->pieces + list->entries; p++)
		digest = digest * 37 + bench_digest(p->addr, p->length);
	return digest;
}
