// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests of what there is only one of, and of what should not be
 */
#include <kunit/static_stub.h>
#include <linux/memremap.h>
#include <linux/random.h>

#include "suites.h"

#ifdef CONFIG_UML
#include <os.h>
#endif

static const enum sg_memory ram[] = { PAGES };

static void expect_nothing(struct kunit *test, struct scatterlist *sgl,
			   unsigned int nents)
{
	struct sg_test_walk *w = sg_model_alloc(test, sizeof(*w));
	struct sg_iter it;
	u8 byte;
	int i;

	sg_iter_init(&it, sgl, nents);
	KUNIT_EXPECT_EQ(test, 0, sg_iter_count(&it));
	KUNIT_EXPECT_EQ(test, 0, sg_iter_skip(&it, 1));
	KUNIT_EXPECT_EQ(test, 0, sg_iter_copy_to_buf(&it, &byte, 1));
	KUNIT_EXPECT_EQ(test, 0, sg_iter_copy_from_buf(&it, &byte, 1));
	KUNIT_EXPECT_EQ(test, 0, sg_iter_zero(&it, 1));
	sg_for_each_write_chunk(c, &it, 1)
		KUNIT_FAIL(test, "a chunk of %zu bytes", c->length);
	for (i = 0; i < SG_TEST_WAYS; i++) {
		w->steps = 0;
		KUNIT_EXPECT_EQ(test, 0, sg_test_walk(&sg_test_ways[i], &it, 1, w));
		KUNIT_EXPECT_EQ(test, 0, w->steps);
	}
	for (i = 0; i < SG_TEST_WIDTHS; i++) {
		sg_device_fifo_start(sg_test_fifo_accessors[i].width);
		KUNIT_EXPECT_EQ(test, 0, sg_test_fifo_accessors[i].read(&it, NULL, 1));
		KUNIT_EXPECT_EQ(test, 0, sg_test_fifo_accessors[i].write(&it, NULL, 1));
		KUNIT_EXPECT_EQ(test, 0, sg_device.words);
	}
	KUNIT_EXPECT_TRUE(test, sg_cpu_accessible(sgl, nents));
	sg_test_expect_balanced(test);
}

static void test_no_list(struct kunit *test)
{
	struct scatterlist sg;

	expect_nothing(test, NULL, 0);
	expect_nothing(test, NULL, 5);
	sg_init_one(&sg, sg_model_alloc(test, 1), 1);
	expect_nothing(test, &sg, 0);
}

/* Lists of more than 4 GiB, the entries of which share a page */
static void test_huge(struct kunit *test)
{
	const size_t length = 0xfffff000, more = 4 * length;
	u8 bytes[4], *page = sg_model_alloc(test, PAGE_SIZE);
	struct scatterlist sg[5];
	struct sg_iter it;
	unsigned int i;

	get_random_bytes(page, PAGE_SIZE);
	sg_init_table(sg, ARRAY_SIZE(sg));
	for (i = 0; i < 4; i++)
		sg_set_page(&sg[i], virt_to_page(page), length, 0);
	sg_set_buf(&sg[4], page, PAGE_SIZE);
	sg_iter_init(&it, sg, ARRAY_SIZE(sg));
	if (sizeof(size_t) == 4) {
		KUNIT_EXPECT_EQ(test, SIZE_MAX, sg_iter_count(&it));
		return;
	}

	KUNIT_EXPECT_EQ(test, more + PAGE_SIZE, sg_iter_count(&it));
	KUNIT_EXPECT_EQ(test, more - 1, sg_iter_skip(&it, more - 1));
	KUNIT_EXPECT_EQ(test, PAGE_SIZE + 1, sg_iter_count(&it));
	KUNIT_EXPECT_EQ(test, 2, sg_iter_skip(&it, 2));
	KUNIT_EXPECT_EQ(test, PAGE_SIZE - 1, sg_iter_count(&it));
	KUNIT_EXPECT_EQ(test, sizeof(bytes), sg_iter_copy_to_buf(&it, bytes, sizeof(bytes)));
	KUNIT_EXPECT_MEMEQ(test, bytes, page + 1, sizeof(bytes));
	KUNIT_EXPECT_EQ(test, PAGE_SIZE - 5, sg_iter_skip(&it, more));
}

/* A step or a body that claims more than it was given gets what it was given. */
static __always_inline size_t greedy_step(const void *addr, size_t done, size_t len,
					  void *priv)
{
	return done ? SIZE_MAX : len + 1;
}

static __always_inline size_t greedy_io_step(const void __iomem *addr, size_t done,
					     size_t len, void *priv)
{
	return greedy_step(NULL, done, len, priv);
}

static void test_claim_too_much(struct kunit *test)
{
	static struct sg_test_wanted too_much = { "claimed too much" };
	size_t length, done;
	struct sg_model *m;
	struct sg_iter it;

	sg_model_memory(test, ram, ARRAY_SIZE(ram));
	m = sg_model_build(test, &sg_test_three_entries);
	length = m->segments[0].length;
	sg_model_start(m, &it, 0);
	WANT_WARNING(test, &too_much,
		     done = sg_walk_read(&it, length, NULL, greedy_step, greedy_io_step));
	KUNIT_EXPECT_EQ(test, length, done);
	sg_model_expect_at(m, &it, length);

	WANT_WARNING(test, &too_much,
		     done = sg_walk_read_atomic(&it, 9, NULL, greedy_step, greedy_io_step));
	KUNIT_EXPECT_EQ(test, 9, done);
	sg_model_expect_at(m, &it, length + 9);

	WANT_WARNING(test, &too_much,
		     sg_for_each_write_chunk_atomic(c, &it, 5)
			c->consumed = SIZE_MAX);
	sg_model_expect_at(m, &it, length + 14);
	sg_model_verify(m);
	sg_test_expect_balanced(test);
}

/* Where the CPU cannot go, everything ends before it. */
static void test_unreachable(struct kunit *test, enum sg_memory memory)
{
	const struct sg_shape shape = { "", ENTRIES({ 9, 50 }, { 5, 60 }, { 7, 70 }) };
	const enum sg_memory pattern[] = { PAGES, memory, PAGES };
	struct sg_test_walk *w = sg_model_alloc(test, sizeof(*w));
	const struct sg_test_fifo *f;
	struct sg_iter it, start;
	struct sg_model *m;
	size_t done;
	int i;

	sg_model_memory(test, pattern, ARRAY_SIZE(pattern));
	m = sg_model_build(test, &shape);
	w->buf = sg_model_alloc(test, m->size);
	KUNIT_EXPECT_FALSE(test, sg_cpu_accessible(m->sgl, m->nents));
	KUNIT_EXPECT_FALSE(test, sg_cpu_accessible(m->sgl, 2));
	KUNIT_EXPECT_TRUE(test, sg_cpu_accessible(m->sgl, 1));
	sg_iter_init(&start, m->sgl, m->nents);
	if (static_key_enabled(&sg_iter_devmem_key)) {
		KUNIT_EXPECT_FALSE(test, sg_iter_is_ram(&start, 51));
		KUNIT_EXPECT_TRUE(test, sg_iter_is_ram(&start, 50));
	}

	for (i = 0; i < SG_TEST_WAYS; i++) {
		get_random_bytes(w->buf, m->size);
		w->budget = SIZE_MAX;
		w->done = 0;
		w->steps = 0;
		it = start;
		WANT_WARNING(test, &sg_test_no_address,
			     done = sg_test_walk(&sg_test_ways[i], &it, m->size, w));
		KUNIT_EXPECT_EQ(test, 50, done);
		KUNIT_EXPECT_EQ(test, 1, w->steps);
		KUNIT_EXPECT_EQ(test, 60 + 70, sg_iter_count(&it));
		if (sg_test_ways[i].write)
			memcpy(m->data, w->buf, 50);
		sg_model_verify(m);
		sg_test_expect_balanced(test);
	}

	it = start;
	WANT_WARNING(test, &sg_test_no_address, done = sg_iter_copy_to_buf(&it, w->buf, m->size));
	KUNIT_EXPECT_EQ(test, 50, done);
	KUNIT_EXPECT_MEMEQ(test, w->buf, m->data, 50);

	it = start;
	WANT_WARNING(test, &sg_test_no_address, done = sg_iter_copy_from_buf(&it, w->buf, m->size));
	KUNIT_EXPECT_EQ(test, 50, done);

	it = start;
	WANT_WARNING(test, &sg_test_no_address, done = sg_iter_zero(&it, m->size));
	KUNIT_EXPECT_EQ(test, 50, done);
	memset(m->data, 0, 50);
	sg_model_verify(m);

	for (f = sg_test_fifo_accessors; f < sg_test_fifo_accessors + SG_TEST_WIDTHS; f++) {
		it = start;
		sg_device_fifo_start(f->width);
		WANT_WARNING(test, &sg_test_no_address, done = f->read(&it, NULL, m->size));
		KUNIT_EXPECT_EQ(test, 50, done);
		KUNIT_EXPECT_EQ(test, DIV_ROUND_UP(50, f->width), sg_device.words);
		memcpy(m->data, sg_device.fifo, 50);
		sg_model_verify(m);
	}
}

/* What only passes over such an entry does so; an empty one is no obstacle. */
static void test_passing_over(struct kunit *test, enum sg_memory memory)
{
	const struct sg_shape full = { "", ENTRIES({ 9, 50 }, { 5, 60 }, { 7, 70 }) };
	const struct sg_shape empty = { "", ENTRIES({ 9, 50 }, { 5, 0 }, { 7, 70 }) };
	const enum sg_memory pattern[] = { PAGES, memory, PAGES };
	struct sg_model *m;
	struct sg_iter it;
	u8 bytes[120];

	sg_model_memory(test, pattern, ARRAY_SIZE(pattern));
	m = sg_model_build(test, &full);
	sg_iter_init(&it, m->sgl, m->nents);
	KUNIT_EXPECT_EQ(test, 180, sg_iter_count(&it));
	KUNIT_EXPECT_EQ(test, 111, sg_iter_skip(&it, 111));
	sg_model_expect_at(m, &it, 111);

	m = sg_model_build(test, &empty);
	KUNIT_EXPECT_TRUE(test, sg_cpu_accessible(m->sgl, m->nents));
	sg_model_start(m, &it, 0);
	KUNIT_EXPECT_EQ(test, 120, sg_iter_copy_to_buf(&it, bytes, 120));
	KUNIT_EXPECT_MEMEQ(test, bytes, m->data, 120);
}

static void test_no_page(struct kunit *test)
{
	test_unreachable(test, NO_PAGE);
	test_passing_over(test, NO_PAGE);
}

static void test_device_private_page(struct kunit *test)
{
	sg_model_devmem(test);
	test_unreachable(test, DEVICE_ONLY);
	test_passing_over(test, DEVICE_ONLY);
}

/* Machines without device memory do not pay for it: struct page is not read. */
static void test_page_not_looked_at(struct kunit *test)
{
	struct sg_memory_context *ctx = sg_model_memory(test, ram, ARRAY_SIZE(ram));
	struct sg_model *m = sg_model_build(test, &sg_test_three_entries);
	struct sg_iter it;

	if (static_key_enabled(&sg_iter_devmem_key))
		kunit_skip(test, "this machine has device memory");
	kunit_activate_static_stub(test, __sg_page_iomem, sg_model_page_iomem);
	sg_model_start(m, &it, 0);
	KUNIT_EXPECT_EQ(test, m->size, sg_iter_zero(&it, m->size));
	KUNIT_EXPECT_TRUE(test, sg_cpu_accessible(m->sgl, m->nents));
	sg_model_start(m, &it, 0);
	KUNIT_EXPECT_TRUE(test, sg_iter_is_ram(&it, m->size));
	KUNIT_EXPECT_EQ(test, 0, ctx->asked);

	sg_model_devmem(test);
	/* setting it up may have mapped pages, which CONFIG_SG_ITER_DEBUG looks at */
	ctx->asked = 0;
	KUNIT_EXPECT_TRUE(test, sg_cpu_accessible(m->sgl, m->nents));
	KUNIT_EXPECT_EQ(test, m->nents, ctx->asked);
}

#ifndef MODULE
/* Only memory that is not RAM to the CPU makes walks look at pages. */
static void test_pagemap_added(struct kunit *test)
{
	static const struct {
		enum memory_type	type;
		bool			looked_at;
	} types[] = {
		{ MEMORY_DEVICE_COHERENT, false },
		{ MEMORY_DEVICE_FS_DAX, false },
		{ MEMORY_DEVICE_GENERIC, false },
		{ MEMORY_DEVICE_PRIVATE, true },
		{ MEMORY_DEVICE_PCI_P2PDMA, true },
	};
	struct dev_pagemap *pgmap = kunit_kzalloc(test, sizeof(*pgmap), GFP_KERNEL);
	int i;

	KUNIT_ASSERT_NOT_NULL(test, pgmap);
	if (static_key_enabled(&sg_iter_devmem_key))
		kunit_skip(test, "this machine has device memory");
	for (i = 0; i < ARRAY_SIZE(types); i++) {
		pgmap->type = types[i].type;
		sg_iter_pagemap_added(pgmap);
		KUNIT_EXPECT_EQ(test, types[i].looked_at,
				static_key_enabled(&sg_iter_devmem_key));
		static_branch_disable(&sg_iter_devmem_key);
	}
}
#endif

#ifdef CONFIG_UML
/*
 * The tests on I/O memory prove something only if a plain read of it faults.
 * The host is asked to read, as it returns an error where this kernel dies.
 */
static void test_iomem_is_a_trap(struct kunit *test)
{
	const char *missing = sg_device_missing();
	int pipe[2], ram_byte, first, last;

	if (missing)
		kunit_skip(test, "%s", missing);
	sg_device.memory[0] = 0x12;
	KUNIT_EXPECT_EQ(test, 0x12, readb(sg_device.iomem));
	writeb(0x34, sg_device.iomem);
	KUNIT_EXPECT_EQ(test, 0x34, sg_device.memory[0]);

	KUNIT_ASSERT_EQ(test, 0, os_pipe(pipe, 1, 1));
	ram_byte = os_write_file(pipe[1], sg_device.memory, 1);
	first = os_write_file(pipe[1], (__force void *)sg_device.iomem, 1);
	last = os_write_file(pipe[1], (__force void *)sg_device.iomem +
				      SG_DEVICE_MEMORY_SIZE - 1, 1);
	os_close_file(pipe[0]);
	os_close_file(pipe[1]);
	KUNIT_EXPECT_EQ(test, 1, ram_byte);
	KUNIT_EXPECT_EQ(test, -EFAULT, first);
	KUNIT_EXPECT_EQ(test, -EFAULT, last);
}
#endif

static struct kunit_case corner_cases[] = {
	/* while there is no device memory */
#ifndef MODULE
	KUNIT_CASE(test_pagemap_added),
#endif
	KUNIT_CASE(test_page_not_looked_at),
	KUNIT_CASE(test_no_list),
	KUNIT_CASE(test_huge),
	KUNIT_CASE(test_claim_too_much),
	KUNIT_CASE(test_no_page),
	KUNIT_CASE(test_device_private_page),
#ifdef CONFIG_UML
	KUNIT_CASE(test_iomem_is_a_trap),
#endif
	{ }
};

static struct kunit_suite corner_suite = {
	.name = "sg_iter_corner",
	.test_cases = corner_cases,
};

kunit_test_suites(&corner_suite);
