/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef FUZZ_SCATTERLIST_H
#define FUZZ_SCATTERLIST_H

#include <linux/highmem.h>

/* An entry, or a link to the array that the list goes on in. */
struct scatterlist {
	struct page *page;
	unsigned int offset;
	unsigned int length;
	struct scatterlist *chain;
	bool end;
};

static inline struct page *sg_page(const struct scatterlist *sg)
{
	return sg->page;
}

static inline u64 sg_phys(const struct scatterlist *sg)
{
	return ((u64)page_to_pfn(sg->page) << PAGE_SHIFT) + sg->offset;
}

static inline bool sg_is_last(const struct scatterlist *sg)
{
	return sg->end;
}

static inline bool sg_is_chain(const struct scatterlist *sg)
{
	return sg->chain;
}

static inline struct scatterlist *sg_chain_ptr(struct scatterlist *sg)
{
	return sg->chain;
}

#endif
