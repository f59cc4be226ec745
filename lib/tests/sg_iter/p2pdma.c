// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests of real I/O memory, the peer-to-peer pages of a PCI device, without
 * any stub. All other suites have it in their lists too, where there is such
 * a device.
 */
#include <linux/memremap.h>
#include <linux/pgtable.h>
#include <linux/random.h>

#include "suites.h"

static int init(struct kunit *test)
{
	static const enum sg_memory pattern[] = { PAGES, IOMEM, SLAB, IOMEM, IOMEM };
	const char *missing = sg_device_missing();

	if (missing || !sg_device.pages)
		kunit_skip(test, "no PCI device with memory (in QEMU: -device ivshmem-plain)");
	sg_model_memory(test, pattern, ARRAY_SIZE(pattern));
	return 0;
}

static void test_registration_is_noticed(struct kunit *test)
{
	KUNIT_EXPECT_FALSE(test, sg_device.key_before);
	KUNIT_EXPECT_TRUE(test, sg_device.key_after);
}

static void test_pages_are_iomem(struct kunit *test)
{
	struct page *page;
	unsigned int i;

	for (i = 0; i < SG_DEVICE_MEMORY_SIZE / PAGE_SIZE; i++) {
		page = sg_device.pages + i;
		KUNIT_ASSERT_TRUE(test, is_pci_p2pdma_page(page));
		KUNIT_ASSERT_TRUE(test, sg_page_iomem(page) ==
					sg_device.iomem + i * PAGE_SIZE);
	}
	KUNIT_EXPECT_FALSE(test, sg_page_iomem(ZERO_PAGE(0)));
}

static void __iomem *byte_on_device(struct sg_segment *s, unsigned int i)
{
	return (void __force __iomem *)s->kernel + s->offset + i;
}

static void expect_on_device(struct sg_model *m)
{
	struct sg_segment *s;
	unsigned int i;

	for (s = m->segments; s < m->segments + m->count; s++)
		for (i = 0; i < s->length && s->memory == IOMEM; i++)
			KUNIT_ASSERT_EQ(m->test, m->data[s->start + i],
					readb(byte_on_device(s, i)));
}

static void change_on_device(struct sg_model *m)
{
	struct sg_segment *s;
	unsigned int i;

	for (s = m->segments; s < m->segments + m->count; s++)
		for (i = 0; i < s->length && s->memory == IOMEM; i++) {
			m->data[s->start + i] ^= 0xff;
			writeb(m->data[s->start + i], byte_on_device(s, i));
		}
}

static void test_device_sees_what_is_written(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value);
	struct sg_iter it;

	expect_on_device(m);
	get_random_bytes(m->data, m->size);
	sg_model_start(m, &it, 0);
	KUNIT_EXPECT_EQ(test, m->size, sg_iter_copy_from_buf(&it, m->data, m->size));
	expect_on_device(m);
	sg_model_verify(m);
}

static void test_what_the_device_changes_is_read(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value);
	u8 *buf = sg_model_alloc(test, m->size + 1);
	struct sg_iter it;

	change_on_device(m);
	sg_model_start(m, &it, 0);
	KUNIT_EXPECT_EQ(test, m->size, sg_iter_copy_to_buf(&it, buf, m->size));
	sg_test_expect_same(test, buf, m->data, m->size);
	sg_model_verify(m);
}

/* What a cache would do, QEMU does not show; the page tables do. */
static bool cached(const void *addr)
{
#ifdef CONFIG_X86
	unsigned int level;
	pte_t *pte = lookup_address((unsigned long)addr, &level);

	return !pte || !(pte_flags(*pte) & (_PAGE_PCD | _PAGE_PWT | _PAGE_PAT));
#else
	return false;
#endif
}

/* Pages in reverse order, so that there is no address for both but a new one */
static void test_vmap(struct kunit *test)
{
	struct page *pages = sg_device.pages;
	struct scatterlist sg[2];
	struct iosys_map map;
	u8 bytes[] = { 1, 2, 3, 4 }, seen[4];

	sg_init_table(sg, ARRAY_SIZE(sg));
	sg_set_page(&sg[0], pages + 1, PAGE_SIZE, 0);
	sg_set_page(&sg[1], pages, PAGE_SIZE, 0);
	KUNIT_ASSERT_EQ(test, 0, sg_vmap(sg, ARRAY_SIZE(sg), &map));
	KUNIT_EXPECT_TRUE(test, map.is_iomem);
	KUNIT_EXPECT_FALSE(test, cached((void __force *)map.vaddr_iomem));
	KUNIT_EXPECT_FALSE(test, cached((void __force *)map.vaddr_iomem + PAGE_SIZE));
	iosys_map_memcpy_to(&map, PAGE_SIZE - 2, bytes, sizeof(bytes));
	sg_vunmap(sg, ARRAY_SIZE(sg), &map);
	memcpy(seen, sg_device.memory + 2 * PAGE_SIZE - 2, 2);
	memcpy(seen + 2, sg_device.memory, 2);
	KUNIT_EXPECT_MEMEQ(test, seen, bytes, sizeof(bytes));

	/* RAM and I/O memory have no address in common */
	sg_set_page(&sg[1], ZERO_PAGE(0), PAGE_SIZE, 0);
	KUNIT_EXPECT_EQ(test, -EINVAL, sg_vmap(sg, ARRAY_SIZE(sg), &map));
}

/* What a walk does before such a page is in corner.c. */
static void test_private_pages_have_no_address(struct kunit *test)
{
	struct scatterlist sg;

	KUNIT_ASSERT_TRUE(test, is_device_private_page(sg_device.private));
	KUNIT_EXPECT_TRUE(test, sg_page_iomem(sg_device.private) == IOMEM_ERR_PTR(-EFAULT));
	sg_init_table(&sg, 1);
	sg_set_page(&sg, sg_device.private, PAGE_SIZE, 0);
	KUNIT_EXPECT_FALSE(test, sg_cpu_accessible(&sg, 1));
	sg_set_page(&sg, sg_device.pages, PAGE_SIZE, 0);
	KUNIT_EXPECT_TRUE(test, sg_cpu_accessible(&sg, 1));
}

static struct kunit_case cases[] = {
	KUNIT_CASE(test_registration_is_noticed),
	KUNIT_CASE(test_pages_are_iomem),
	ON_EACH_SHAPE(test_device_sees_what_is_written),
	ON_EACH_SHAPE(test_what_the_device_changes_is_read),
	KUNIT_CASE(test_vmap),
	KUNIT_CASE(test_private_pages_have_no_address),
	{ }
};

static struct kunit_suite suite = {
	.name = "sg_iter_p2pdma",
	.init = init,
	.test_cases = cases,
};

kunit_test_suites(&suite);
