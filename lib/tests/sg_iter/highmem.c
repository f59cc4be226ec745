// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests that lists have high memory where the machine has it, and that chunks
 * of it are mapped
 */
#include <linux/highmem.h>

#include "suites.h"

static int init(struct kunit *test)
{
	if (!totalhigh_pages())
		kunit_skip(test, "this machine has no high memory");
	return sg_test_init_ram(test);
}

static void test_pages_are_high(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value);
	struct sg_segment *s;
	size_t i;

	for (s = m->segments; s < m->segments + m->count; s++)
		for (i = 0; i < s->size / PAGE_SIZE; i++)
			KUNIT_ASSERT_TRUE(test, PageHighMem(s->page + i));
}

static bool in_a_mapping(const struct sg_chunk *c)
{
	return is_kmap_addr(c->map.vaddr) &&
	       offset_in_page(c->map.vaddr) + c->length <= PAGE_SIZE;
}

/* Each chunk is one page, mapped; so are two at a time. */
static void test_chunks_are_mapped(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value);
	unsigned int chunks = 0, mapped = 0, both = 0;
	struct sg_iter it, other, rest;

	sg_model_start(m, &it, 0);
	rest = it;
	sg_for_each_read_chunk_atomic(c, &it, m->size) {
		chunks++;
		mapped += in_a_mapping(c);
		other = rest;
		sg_for_each_write_chunk_atomic(d, &other, 1)
			both += in_a_mapping(c) && in_a_mapping(d) &&
				(unsigned long)d->map.vaddr >> PAGE_SHIFT !=
				(unsigned long)c->map.vaddr >> PAGE_SHIFT;
	}
	KUNIT_EXPECT_EQ(test, chunks, mapped);
	KUNIT_EXPECT_EQ(test, chunks, both);
	sg_test_expect_balanced(test);
}

static struct kunit_case cases[] = {
	ON_EACH_SHAPE(test_pages_are_high),
	ON_EACH_SHAPE(test_chunks_are_mapped),
	{ }
};

static struct kunit_suite suite = {
	.name = "sg_iter_highmem",
	.init = init,
	.test_cases = cases,
};

kunit_test_suites(&suite);
