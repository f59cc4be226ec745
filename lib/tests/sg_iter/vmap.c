// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests of sg_vmap() and sg_vunmap()
 */
#include <linux/random.h>
#include <linux/vmalloc.h>

#include "suites.h"

static const enum sg_memory ram[] = { PAGES };
static const enum sg_memory slab[] = { SLAB };
static const enum sg_memory io[] = { IOMEM };

/* As it is after garbage was in it: failures have to clear it. */
static struct iosys_map garbage(struct kunit *test)
{
	return (struct iosys_map)IOSYS_MAP_INIT_VADDR(test);
}

/* Data is found through the map, and what is written through it is data. */
static void expect_mapped(struct sg_model *m, struct iosys_map *map)
{
	u8 *buf = sg_model_alloc(m->test, m->size);
	struct kunit *test = m->test;

	KUNIT_ASSERT_EQ(test, m->segments[0].memory == IOMEM, map->is_iomem);
	iosys_map_memcpy_from(buf, map, 0, m->size);
	sg_test_expect_same(test, buf, m->data, m->size);
	get_random_bytes(m->data, m->size);
	iosys_map_memcpy_to(map, 0, m->data, m->size);
}

static void map_and_unmap(struct sg_model *m, bool mapped)
{
	struct kunit *test = m->test;
	struct iosys_map map = garbage(test), again;
	void *addr;

	KUNIT_ASSERT_EQ(test, 0, sg_vmap(m->sgl, m->nents, &map));
	KUNIT_ASSERT_FALSE(test, iosys_map_is_null(&map));
	addr = map.is_iomem ? NULL : map.vaddr;
	KUNIT_ASSERT_EQ(test, mapped, is_vmalloc_addr(addr));
	expect_mapped(m, &map);

	/* a second map does not disturb the first */
	KUNIT_ASSERT_EQ(test, 0, sg_vmap(m->sgl, m->nents, &again));
	expect_mapped(m, &again);
	sg_vunmap(m->sgl, m->nents, &again);
	expect_mapped(m, &map);

	sg_vunmap(m->sgl, m->nents, &map);
	KUNIT_ASSERT_TRUE(test, iosys_map_is_null(&map));
	KUNIT_ASSERT_FALSE(test, map.is_iomem);
	if (mapped)
		KUNIT_ASSERT_NULL(test, vmalloc_to_page(addr));
	sg_vunmap(m->sgl, m->nents, &map);
	sg_model_verify(m);
	sg_test_expect_balanced(test);
}

static void test_one_entry(struct kunit *test)
{
	const struct sg_shape shapes[] = {
		{ "", ENTRIES({ 3, 100 }) },
		{ "", ENTRIES({ 0, PAGE }) },
		{ "", ENTRIES({ PAGE + 5, 3 * PAGE }) },
		{ "", ENTRIES({ 7, 0 }, { 7, 70 }, { 0, 0 }), .unended = true },
		{ "", ENTRIES({ 5, 60 }, { 7, 70 }), .nents = 1 },
	};
	struct iosys_map map;
	struct sg_segment *s;
	struct sg_model *m;
	unsigned int i, k;
	u8 *where;

	for (i = 0; i < ARRAY_SIZE(shapes); i++) {
		for (k = 0; k < 2; k++) {
			sg_model_memory(test, k ? slab : ram, 1);
			m = sg_model_build(test, &shapes[i]);
			s = sg_model_segment_at(m, 0);
			if (s->page && PageHighMem(s->page)) {
				map_and_unmap(m, true);
				continue;
			}
			where = s->kernel ?: page_address(s->page);
			KUNIT_ASSERT_EQ(test, 0, sg_vmap(m->sgl, m->nents, &map));
			KUNIT_ASSERT_PTR_EQ(test, map.vaddr, where + s->offset);
			sg_vunmap(m->sgl, m->nents, &map);
			map_and_unmap(m, false);
		}
	}
}

static void test_iomem(struct kunit *test)
{
	const struct sg_shape shape = { "", ENTRIES({ 0, 0 }, { PAGE + 9, PAGE }, { 0, 0 }) };
	const char *missing = sg_device_missing();
	struct iosys_map map = garbage(test);
	struct sg_model *m;

	if (missing)
		kunit_skip(test, "%s", missing);
	sg_model_memory(test, io, 1);
	sg_model_devmem(test);
	m = sg_model_build(test, &shape);
	KUNIT_ASSERT_EQ(test, 0, sg_vmap(m->sgl, m->nents, &map));
	KUNIT_ASSERT_TRUE(test, map.is_iomem);
	KUNIT_ASSERT_PTR_EQ(test, (__force u8 *)map.vaddr_iomem,
			    (__force u8 *)sg_device.iomem +
			    (m->segments[1].kernel - sg_device.memory) + PAGE + 9);
	sg_vunmap(m->sgl, m->nents, &map);
	map_and_unmap(m, false);
}

static void free_vmalloc(void *addr)
{
	vfree(addr);
}

/* A driver's own mapping of its memory is not sg_vunmap()'s to end. */
static void test_iomem_of_vmalloc(struct kunit *test)
{
	struct sg_memory_context *ctx = sg_model_memory(test, io, 1);
	struct page *page = sg_model_pages(test, PAGE_SIZE, GFP_KERNEL);
	u8 *driver = vzalloc(PAGE_SIZE);
	struct iosys_map map = garbage(test);
	struct scatterlist sg;

	KUNIT_ASSERT_NOT_NULL(test, driver);
	KUNIT_ASSERT_EQ(test, 0, kunit_add_action_or_reset(test, free_vmalloc, driver));
	if (sg_device_missing() || sg_device.pages)
		kunit_skip(test, "I/O memory is where it is");
	sg_model_devmem(test);
	ctx->special[0].page = page;
	ctx->special[0].iomem = (void __force __iomem *)driver;
	ctx->specials = 1;
	sg_init_table(&sg, 1);
	sg_set_page(&sg, page, 100, 50);

	KUNIT_ASSERT_EQ(test, 0, sg_vmap(&sg, 1, &map));
	KUNIT_ASSERT_TRUE(test, map.is_iomem);
	KUNIT_ASSERT_PTR_EQ(test, (__force u8 *)map.vaddr_iomem, driver + 50);
	sg_vunmap(&sg, 1, &map);
	KUNIT_ASSERT_TRUE(test, iosys_map_is_null(&map));
	KUNIT_ASSERT_NOT_NULL(test, vmalloc_to_page(driver));
}

static void test_whole_pages(struct kunit *test)
{
	const struct sg_shape shapes[] = {
		{ "", ENTRIES({ 0, PAGE }, { 0, PAGE }, { 0, PAGE }) },
		{ "", ENTRIES({ 0, 2 * PAGE }, { 0, PAGE }, { PAGE, 3 * PAGE }) },
		/* parts of the first page and of the last */
		{ "", ENTRIES({ 100, PAGE - 100 }, { 0, PAGE }, { 0, 70 }) },
		{ "", ENTRIES({ PAGE - 1, 1 }, { 0, 1 }) },
		{ "", ENTRIES({ PAGE + 100, 2 * PAGE - 100 }, { 3 * PAGE, PAGE + 1 }) },
		{ "", ENTRIES({ 0, 0 }, { 5, PAGE - 5 }, { 17, 0 }, { 1, 0, true },
			      { 0, PAGE }, { 3, 0 }, { 0, 9 }, { 0, 0 }) },
		{ "", ENTRIES({ 0, PAGE, true }, { 0, PAGE, true }, { 0, PAGE }) },
		{ "", ENTRIES({ 0, PAGE }, { 0, PAGE }, { 1, PAGE }), .nents = 2 },
		{ "", ENTRIES({ 0, PAGE }, { 0, 20 }), .nents = 20 },
		{ "", ENTRIES({ 0, PAGE }, { 0, 20 }), .unended = true },
		{ "", ENTRIES({ 0, PAGE }, { 0, 20 }, { 0, 0 }), .unended = true },
	};
	unsigned int i;

	sg_model_memory(test, ram, 1);
	for (i = 0; i < ARRAY_SIZE(shapes); i++)
		map_and_unmap(sg_model_build(test, &shapes[i]), true);
}

/* Entries that are no whole pages, but follow each other in memory */
static void test_adjacent(struct kunit *test)
{
	static const unsigned int cuts[] = { 3, 100, 100, 1000, PAGE, PAGE + 5, 2 * PAGE };
	u8 *pages = sg_model_alloc(test, 2 * PAGE_SIZE);
	struct scatterlist sg[ARRAY_SIZE(cuts)];
	struct iosys_map map = garbage(test);
	unsigned int i;

	sg_init_table(sg, ARRAY_SIZE(sg));
	for (i = 1; i < ARRAY_SIZE(cuts); i++)
		sg_set_buf(&sg[i - 1], pages + cuts[i - 1], cuts[i] - cuts[i - 1]);
	KUNIT_ASSERT_EQ(test, 0, sg_vmap(sg, ARRAY_SIZE(sg), &map));
	KUNIT_EXPECT_PTR_EQ(test, map.vaddr, pages + 3);
	KUNIT_EXPECT_FALSE(test, map.is_iomem);
	sg_vunmap(sg, ARRAY_SIZE(sg), &map);
	KUNIT_EXPECT_TRUE(test, iosys_map_is_null(&map));

	/* the other way round, they do not */
	sg_set_buf(&sg[0], pages + 100, 20);
	sg_set_buf(&sg[1], pages + 50, 50);
	map = garbage(test);
	KUNIT_EXPECT_EQ(test, -EINVAL, sg_vmap(sg, 2, &map));
	KUNIT_EXPECT_TRUE(test, iosys_map_is_null(&map));
}

static void expect_failure(struct sg_model *m, int error)
{
	struct kunit *test = m->test;
	struct iosys_map map = garbage(test);

	KUNIT_ASSERT_EQ(test, error, sg_vmap(m->sgl, m->nents, &map));
	KUNIT_ASSERT_TRUE(test, iosys_map_is_null(&map));
	sg_vunmap(m->sgl, m->nents, &map);
	sg_model_verify(m);
}

static void test_not_whole_pages(struct kunit *test)
{
	const struct sg_shape shapes[] = {
		{ "", ENTRIES({ 0, 100 }, { 100, 100 }) },
		{ "", ENTRIES({ 0, PAGE }, { 1, PAGE - 1 }) },
		{ "", ENTRIES({ 0, PAGE - 1 }, { 0, PAGE }) },
		{ "", ENTRIES({ 0, PAGE }, { 0, 8 }, { 0, PAGE }) },
		{ "", ENTRIES({ 0, PAGE }, { 8, PAGE - 8 }, { 0, PAGE }) },
		{ "", ENTRIES({ 0, PAGE }, { 0, 0 }, { 0, 8 }, { 0, 0 }, { 0, 8, true }) },
		{ "", ENTRIES({ 2, PAGE }, { 0, PAGE }) },
	};
	unsigned int i;

	sg_model_memory(test, ram, 1);
	for (i = 0; i < ARRAY_SIZE(shapes); i++)
		expect_failure(sg_model_build(test, &shapes[i]), -EINVAL);
}

static void test_no_data(struct kunit *test)
{
	const struct sg_shape empty = { "", ENTRIES({ 0, 0 }, { 5, 0 }) };
	const struct sg_shape one = { "", ENTRIES({ 3, 100 }) };
	struct iosys_map map = garbage(test);
	struct sg_model *m;

	sg_model_memory(test, ram, 1);
	m = sg_model_build(test, &empty);
	expect_failure(m, -EINVAL);
	m = sg_model_build(test, &one);
	KUNIT_EXPECT_EQ(test, -EINVAL, sg_vmap(m->sgl, 0, &map));
	KUNIT_EXPECT_TRUE(test, iosys_map_is_null(&map));
	map = garbage(test);
	KUNIT_EXPECT_EQ(test, -EINVAL, sg_vmap(NULL, 3, &map));
	KUNIT_EXPECT_TRUE(test, iosys_map_is_null(&map));
	sg_vunmap(NULL, 3, &map);
	KUNIT_EXPECT_TRUE(test, iosys_map_is_null(&map));
	/* what sg_vmap() would have refused was not mapped by it */
	map = garbage(test);
	sg_vunmap(m->sgl, 0, &map);
	KUNIT_EXPECT_TRUE(test, iosys_map_is_null(&map));
}

static void test_no_address(struct kunit *test)
{
	const struct sg_shape shape = { "", ENTRIES({ 0, PAGE }, { 0, PAGE }, { 0, PAGE }) };
	static const enum sg_memory patterns[][3] = {
		{ NO_PAGE, PAGES, PAGES },
		{ PAGES, NO_PAGE, PAGES },
		{ PAGES, PAGES, NO_PAGE },
		{ PAGES, DEVICE_ONLY, PAGES },
		{ DEVICE_ONLY, DEVICE_ONLY, DEVICE_ONLY },
	};
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(patterns); i++) {
		sg_model_memory(test, patterns[i], 3);
		if (i == 3)
			sg_model_devmem(test);
		expect_failure(sg_model_build(test, &shape), -EFAULT);
	}
}

static void test_mixed(struct kunit *test)
{
	const struct sg_shape shape = { "", ENTRIES({ 0, PAGE }, { 0, PAGE }, { 0, PAGE }) };
	static const enum sg_memory patterns[][3] = {
		{ IOMEM, PAGES, PAGES },
		{ PAGES, IOMEM, PAGES },
		{ PAGES, PAGES, IOMEM },
	};
	const char *missing = sg_device_missing();
	unsigned int i;

	if (missing)
		kunit_skip(test, "%s", missing);
	sg_model_memory(test, patterns[0], 3);
	sg_model_devmem(test);
	for (i = 0; i < ARRAY_SIZE(patterns); i++)
		expect_failure(sg_model_build_in(test, patterns[i], 3, &shape), -EINVAL);
}

static void free_list(void *sg)
{
	kvfree(sg);
}

/* vmap() does not map more pages than the machine has. */
static void test_no_room(struct kunit *test)
{
	struct page *page = sg_model_pages(test, PAGE_SIZE, GFP_KERNEL);
	unsigned int i, nents = totalram_pages() + 1;
	struct iosys_map map = garbage(test);
	struct scatterlist *sg;

	sg = kvmalloc_array(nents, sizeof(*sg), GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, sg);
	KUNIT_ASSERT_EQ(test, 0, kunit_add_action_or_reset(test, free_list, sg));
	sg_init_table(sg, nents);
	for (i = 0; i < nents; i++)
		sg_set_page(&sg[i], page, PAGE_SIZE, 0);
	KUNIT_EXPECT_EQ(test, -ENOMEM, sg_vmap(sg, nents, &map));
	KUNIT_EXPECT_TRUE(test, iosys_map_is_null(&map));
}

static struct kunit_case vmap_cases[] = {
	KUNIT_CASE(test_one_entry),
	KUNIT_CASE(test_iomem),
	KUNIT_CASE(test_iomem_of_vmalloc),
	KUNIT_CASE(test_whole_pages),
	KUNIT_CASE(test_adjacent),
	KUNIT_CASE(test_not_whole_pages),
	KUNIT_CASE(test_no_data),
	KUNIT_CASE(test_no_address),
	KUNIT_CASE(test_mixed),
	KUNIT_CASE(test_no_room),
	{ }
};

static struct kunit_suite vmap_suite = {
	.name = "sg_iter_vmap",
	.test_cases = vmap_cases,
};

kunit_test_suites(&vmap_suite);
