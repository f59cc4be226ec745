/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What walks ask of an architecture: mappings, and flushes of the data cache.
 * Few architectures need both, so here we are one: we count. To be included
 * before anything that includes <linux/sg_iter.h>.
 */
#ifndef _SG_ITER_TEST_FAKE_ARCH_H
#define _SG_ITER_TEST_FAKE_ARCH_H

#include <linux/cacheflush.h>
#include <linux/highmem.h>
#include <linux/pgtable.h>

#define MAX_OPEN	4
#define MAX_FLUSHED	128

static struct {
	/* open mappings, in order */
	struct page	*page[MAX_OPEN];
	void		*addr[MAX_OPEN];
	unsigned int	open;
	size_t		span;		/* of a mapping */
	unsigned int	mapped;
	unsigned int	read_only;
	bool		wrong;
	struct page	*flushed[MAX_FLUSHED];
	unsigned int	flushes;
} arch;

static inline void *arch_map(struct page *page, bool read_only)
{
	void *addr = kmap_local_page(page);

	if (WARN_ON(arch.open >= MAX_OPEN))
		return addr;
	arch.page[arch.open] = page;
	arch.addr[arch.open++] = addr;
	arch.mapped++;
	arch.read_only += read_only;
	return addr;
}

/* @addr may be anywhere in the mapping; kunmap_local() takes that, too. */
static inline void arch_unmap(const void *addr)
{
	if (WARN_ON(!arch.open))
		return;
	arch.open--;
	arch.wrong |= addr < arch.addr[arch.open] ||
		      addr >= arch.addr[arch.open] + arch.span;
	kunmap_local(arch.addr[arch.open]);
}

static inline void arch_flush(struct page *page)
{
	/* while the data can still be reached */
	arch.wrong |= !arch.open;
	if (!WARN_ON(arch.flushes >= MAX_FLUSHED))
		arch.flushed[arch.flushes++] = page;
}

#undef PAGE_KERNEL_RO
#define PAGE_KERNEL_RO		__pgprot(0)

#undef kmap_local_page
#define kmap_local_page(page)	arch_map(page, false)
#undef kmap_local_page_prot
#define kmap_local_page_prot(page, prot)					\
	arch_map(page, !pgprot_val(prot))
#undef kunmap_local
#define kunmap_local(addr)	arch_unmap(addr)
#undef flush_dcache_page
#define flush_dcache_page(page)	arch_flush(page)
#undef ARCH_IMPLEMENTS_FLUSH_DCACHE_PAGE
#define ARCH_IMPLEMENTS_FLUSH_DCACHE_PAGE 1
#ifdef SG_ITER_TEST_BY_PAGE
#undef CONFIG_DEBUG_KMAP_LOCAL_FORCE_MAP
#define CONFIG_DEBUG_KMAP_LOCAL_FORCE_MAP 1
#endif

#include "suites.h"

static inline bool arch_by_page(void)
{
#ifdef SG_ITER_TEST_BY_PAGE
	return true;
#else
	return sg_model_by_page();
#endif
}

static inline void arch_reset(void)
{
	memset(&arch, 0, sizeof(arch));
	arch.span = arch_by_page() ? PAGE_SIZE : 8 * PAGE_SIZE;
}

#endif /* _SG_ITER_TEST_FAKE_ARCH_H */
