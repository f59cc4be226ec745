// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests of CONFIG_SG_ITER_DEBUG
 */
#include <linux/highmem.h>
#include <linux/sg_iter_debug.h>
#include <linux/uaccess.h>

#include "suites.h"

static int debug_init(struct kunit *test)
{
	static const enum sg_memory pattern[] = { PAGES };

	if (!IS_ENABLED(CONFIG_SG_ITER_DEBUG))
		kunit_skip(test, "needs CONFIG_SG_ITER_DEBUG");
	sg_model_memory(test, pattern, ARRAY_SIZE(pattern));
	return 0;
}

/* A page that is I/O memory, and one that is not; nobody goes there. */
struct two_pages {
	struct page	*io;
	struct page	*ram;
};

static void two_pages(struct kunit *test, struct two_pages *p)
{
	struct sg_memory_context *ctx = test->priv;

	sg_model_devmem(test);
	p->ram = sg_model_pages(test, PAGE_SIZE, GFP_KERNEL);
	p->io = sg_device.pages ?: sg_model_pages(test, PAGE_SIZE, GFP_KERNEL);
	ctx->special[0].page = p->io;
	ctx->special[0].iomem = (void __iomem *)page_address(p->io);
	ctx->specials = 1;
}

static void test_sg_virt(struct kunit *test)
{
	static struct sg_test_wanted wanted = { "sg_virt() of I/O memory" };
	struct scatterlist sg;
	struct two_pages p;
	void *addr;

	two_pages(test, &p);
	sg_init_table(&sg, 1);
	sg_set_page(&sg, p.ram, 10, 3);
	KUNIT_EXPECT_PTR_EQ(test, sg_virt(&sg), page_address(p.ram) + 3);
	sg_set_page(&sg, p.io, 10, 3);
	WANT_WARNING(test, &wanted, addr = sg_virt(&sg));
	KUNIT_EXPECT_PTR_EQ(test, addr, page_address(p.io) + 3);
}

/* Machines with high memory have no such pages. */
#ifndef CONFIG_HIGHMEM
/* In parentheses, checkpatch.pl has nothing against old names. */
static void *map_local(struct page *page)
{
	return kmap_local_page(page);
}

static void *map_atomic(struct page *page)
{
	return (kmap_atomic)(page);
}

static void unmap_local(const void *addr)
{
	kunmap_local(addr);
}

static void unmap_page(const void *addr)
{
	(kunmap)(virt_to_page(addr));
}

static void test_mapping(struct kunit *test, void *(*map)(struct page *page),
			 void (*unmap)(const void *addr), struct sg_test_wanted *wanted)
{
	struct two_pages p;
	void *addr;

	two_pages(test, &p);
	addr = map(p.ram);
	unmap(addr);
	WANT_WARNING(test, wanted, addr = map(p.io));
	KUNIT_EXPECT_PTR_EQ(test, addr, page_address(p.io));
	unmap(addr);
}

static void test_kmap_local_page(struct kunit *test)
{
	static struct sg_test_wanted wanted = { "kmap_local_page() of I/O memory" };

	test_mapping(test, map_local, unmap_local, &wanted);
}

static void test_kmap_atomic(struct kunit *test)
{
	static struct sg_test_wanted wanted = { "kmap_atomic() of I/O memory" };

	test_mapping(test, map_atomic, __kunmap_atomic, &wanted);
}

static void test_kmap(struct kunit *test)
{
	static struct sg_test_wanted wanted = { "kmap() of I/O memory" };

	test_mapping(test, kmap, unmap_page, &wanted);
}

static void test_kmap_local_folio(struct kunit *test)
{
	static struct sg_test_wanted wanted = { "kmap_local_folio() of I/O memory" };
	struct two_pages p;
	void *addr;

	two_pages(test, &p);
	addr = kmap_local_folio(page_folio(p.ram), 0);
	kunmap_local(addr);
	WANT_WARNING(test, &wanted, addr = kmap_local_folio(page_folio(p.io), 0));
	kunmap_local(addr);
}

static void test_sg_miter(struct kunit *test)
{
	static struct sg_test_wanted wanted = { "sg_miter_next() of I/O memory" };
	struct sg_mapping_iter miter;
	struct scatterlist sg[2];
	struct two_pages p;
	bool more;

	two_pages(test, &p);
	sg_init_table(sg, ARRAY_SIZE(sg));
	sg_set_page(&sg[0], p.ram, 10, 3);
	sg_set_page(&sg[1], p.io, 10, 3);
	sg_miter_start(&miter, sg, ARRAY_SIZE(sg), SG_MITER_FROM_SG);
	KUNIT_EXPECT_TRUE(test, sg_miter_next(&miter));
	WANT_WARNING(test, &wanted, more = sg_miter_next(&miter));
	KUNIT_EXPECT_TRUE(test, more);
	sg_miter_stop(&miter);
}
#endif

/* Pointers to all chunks of a list, which the loop has given up */
static unsigned int stale_pointers(struct sg_model *m, bool write,
				   const u8 *stale[SG_MODEL_CHUNKS])
{
	unsigned int n = 0;
	struct sg_iter it;

	sg_model_start(m, &it, 0);
	if (write)
		sg_for_each_write_chunk_atomic(c, &it, m->size)
			stale[n++] = c->map.vaddr;
	else
		sg_for_each_read_chunk_atomic(c, &it, m->size)
			stale[n++] = c->map.vaddr;
	return n;
}

static struct sg_model *build_mapped(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, &sg_test_three_entries);
	unsigned int i;

	for (i = 0; i < m->count; i++)
		if (!PageHighMem(m->segments[i].page))
			kunit_skip(test, "pages have no mapping of their own here");
	return m;
}

/* What is kept for too long faults. */
static void test_stale_pointer(struct kunit *test)
{
	struct sg_model *m = build_mapped(test);
	const u8 *stale[SG_MODEL_CHUNKS];
	unsigned int i, n, write;
	u8 byte;

	for (write = 0; write < 2; write++) {
		n = stale_pointers(m, write, stale);
		KUNIT_EXPECT_GE(test, n, 4);
		for (i = 0; i < n; i++)
			KUNIT_EXPECT_EQ(test, -EFAULT,
					copy_from_kernel_nofault(&byte, stale[i], 1));
	}
}

#ifndef MODULE
/* What is only read cannot be written. */
static void test_read_only(struct kunit *test)
{
	struct sg_model *m = build_mapped(test);
	unsigned int wrong = 0, chunks = 0;
	size_t done = 0;
	struct sg_iter it;
	u8 byte;

	if (pgprot_val(PAGE_KERNEL_RO) == pgprot_val(PAGE_KERNEL))
		kunit_skip(test, "no read-only pages for the kernel here");
	sg_model_start(m, &it, 0);
	sg_for_each_read_chunk_atomic(c, &it, m->size) {
		byte = 0x55;
		wrong += copy_to_kernel_nofault(c->map.vaddr, &byte, 1) != -EFAULT;
		wrong += copy_from_kernel_nofault(&byte, c->map.vaddr, 1) != 0;
		wrong += byte != m->data[done];
		done += c->length;
		chunks++;
	}
	KUNIT_EXPECT_EQ(test, 0, wrong);
	KUNIT_EXPECT_GE(test, chunks, 4);
	sg_model_verify(m);

	done = 0;
	sg_model_start(m, &it, 0);
	sg_for_each_write_chunk_atomic(c, &it, m->size) {
		byte = 0x55;
		wrong += copy_to_kernel_nofault(c->map.vaddr, &byte, 1) != 0;
		m->data[done] = byte;
		done += c->length;
	}
	KUNIT_EXPECT_EQ(test, 0, wrong);
	sg_model_verify(m);
}
#endif

static struct kunit_case debug_cases[] = {
	KUNIT_CASE(test_sg_virt),
#ifndef CONFIG_HIGHMEM
	KUNIT_CASE(test_kmap_local_page),
	KUNIT_CASE(test_kmap_local_folio),
	KUNIT_CASE(test_kmap_atomic),
	KUNIT_CASE(test_kmap),
	KUNIT_CASE(test_sg_miter),
#endif
	KUNIT_CASE(test_stale_pointer),
#ifndef MODULE
	KUNIT_CASE(test_read_only),
#endif
	{ }
};

static struct kunit_suite debug_suite = {
	.name = "sg_iter_debug",
	.init = debug_init,
	.test_cases = debug_cases,
};

kunit_test_suites(&debug_suite);
