// SPDX-License-Identifier: GPL-2.0-only
/*
 * The data of a scatterlist at one address, for long
 */
#include <linux/export.h>
#include <linux/mm.h>
#include <linux/sg_iter.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

struct layout {
	unsigned int	pages;
	bool		iomem;
	bool		linear;		/* one piece of memory with one address */
	bool		whole_pages;	/* but for the first's start, the last's end */
	void		*addr;		/* of the first byte, if linear */
};

/* The next entry with data, from @sg on; @nents is how many are left of them */
static struct scatterlist *next_used(struct scatterlist *sg, unsigned int *nents)
{
	while (sg && *nents && !sg->length)
		sg = --*nents ? sg_next(sg) : NULL;
	return *nents ? sg : NULL;
}

static struct scatterlist *following(struct scatterlist *sg, unsigned int *nents)
{
	return --*nents ? next_used(sg_next(sg), nents) : NULL;
}

static struct page *page_of(struct scatterlist *sg, size_t byte)
{
	size_t n = (sg->offset + byte) >> PAGE_SHIFT;

	return pfn_to_page(page_to_pfn(sg_page(sg)) + n);
}

static unsigned int pages_of(struct scatterlist *sg)
{
	return PFN_UP(offset_in_page(sg->offset) + (size_t)sg->length);
}

static int look(struct scatterlist *sgl, unsigned int nents, struct layout *l)
{
	phys_addr_t end = 0;
	struct scatterlist *sg;

	*l = (struct layout){ .linear = true, .whole_pages = true };
	for (sg = next_used(sgl, &nents); sg; sg = following(sg, &nents)) {
		void __iomem *iomem = sg_page_iomem(sg_page(sg));

		if (IS_ERR((__force void *)iomem))
			return -EFAULT;
		if (!l->pages) {
			l->iomem = iomem;
			/* not of use for high memory: see below */
			if (iomem)
				l->addr = (__force void *)iomem + sg->offset;
			else
				l->addr = page_address(page_of(sg, 0)) +
					  offset_in_page(sg->offset);
		} else {
			if (l->iomem != !!iomem)
				return -EINVAL;
			if (sg_phys(sg) != end)
				l->linear = false;
			if (offset_in_page(sg->offset) || !PAGE_ALIGNED(end))
				l->whole_pages = false;
		}
		if (!iomem && PageHighMem(page_of(sg, sg->length - 1)))
			l->linear = false;
		if (check_add_overflow(l->pages, pages_of(sg), &l->pages))
			return -EINVAL;
		end = sg_phys(sg) + sg->length;
	}
	return l->pages && (l->linear || l->whole_pages) ? 0 : -EINVAL;
}

static void *map_pages(struct scatterlist *sgl, unsigned int nents,
		       const struct layout *l)
{
	pgprot_t prot = l->iomem ? pgprot_noncached(PAGE_KERNEL) : PAGE_KERNEL;
	unsigned int i, n = 0;
	struct scatterlist *sg;
	struct page **pages;
	void *addr;

	pages = kvmalloc_array(l->pages, sizeof(*pages), GFP_KERNEL);
	if (!pages)
		return NULL;
	for (sg = next_used(sgl, &nents); sg; sg = following(sg, &nents))
		for (i = 0; i < pages_of(sg); i++)
			pages[n++] = page_of(sg, (size_t)i << PAGE_SHIFT);
	addr = vmap(pages, n, VM_MAP, prot);
	kvfree(pages);
	return addr;
}

/**
 * sg_vmap - map all data of a scatterlist at one address
 * @sgl:	the list
 * @nents:	how many entries of it; it may end before that
 * @map:	where the data is then, as a kernel or an I/O pointer
 *
 * For code that keeps a pointer for long, or hands it to others; all else is
 * better done by a walk, which cannot fail. Data that is one piece of memory
 * (one entry, as a rule) is not mapped but found where it is. Elsewhere all but
 * the first byte and the last must be at the edge of a page, and page tables
 * are set up.
 *
 * Context: Process context. May sleep.
 * Return: 0 or
 *
 * * -EINVAL - no data, or not in whole pages, or both RAM and I/O memory
 * * -EFAULT - the CPU has no address for some of it
 * * -ENOMEM - no memory, or no room in the kernel's address space
 */
int sg_vmap(struct scatterlist *sgl, unsigned int nents, struct iosys_map *map)
{
	struct layout l;
	int ret;

	might_sleep();
	iosys_map_clear(map);
	ret = look(sgl, nents, &l);
	if (ret)
		return ret;

	if (!l.linear) {
		struct scatterlist *first = next_used(sgl, &nents);

		l.addr = map_pages(first, nents, &l);
		if (!l.addr)
			return -ENOMEM;
		l.addr += offset_in_page(first->offset);
	}
	if (l.iomem)
		iosys_map_set_vaddr_iomem(map, (__force void __iomem *)l.addr);
	else
		iosys_map_set_vaddr(map, l.addr);
	return 0;
}
EXPORT_SYMBOL_GPL(sg_vmap);

/**
 * sg_vunmap - end what sg_vmap() began
 * @sgl:	the list, as it was then
 * @nents:	how many entries of it
 * @map:	as sg_vmap() set it; cleared. If it is clear, nothing is done
 *
 * The data cache is flushed for all of the list: data may have been written.
 *
 * Context: Process context. May sleep.
 */
void sg_vunmap(struct scatterlist *sgl, unsigned int nents,
	       struct iosys_map *map)
{
	void *addr = map->is_iomem ? (__force void *)map->vaddr_iomem : map->vaddr;
	struct scatterlist *sg;
	struct layout l;
	unsigned int i;

	might_sleep();
	if (!addr)
		return;

	/*
	 * The address does not tell: I/O memory that was mapped by its driver
	 * lies among vmap()'s own. vunmap() writes back what its addresses
	 * have in the cache.
	 */
	if (!look(sgl, nents, &l) && !l.linear)
		vunmap((void *)((unsigned long)addr & PAGE_MASK));
	if (!map->is_iomem && ARCH_IMPLEMENTS_FLUSH_DCACHE_PAGE)
		for (sg = next_used(sgl, &nents); sg; sg = following(sg, &nents))
			for (i = 0; i < pages_of(sg); i++)
				flush_dcache_page(page_of(sg, (size_t)i << PAGE_SHIFT));
	iosys_map_clear(map);
}
EXPORT_SYMBOL_GPL(sg_vunmap);
