// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests of lists of more than 4 GiB, none of which is looked at
 */
#include <linux/random.h>
#include <linux/sizes.h>

#include "suites.h"

#define ENTRY		((size_t)SZ_1G)
#define ENTRIES_LEFT	12
#define TOTAL		(ENTRIES_LEFT * (u64)ENTRY)

struct progress {
	size_t	done;
	size_t	most;
	bool	wrong;
};

static __always_inline size_t step(const void *addr, size_t done, size_t len, void *priv)
{
	struct progress *p = priv;
	size_t n = min(len, p->most - done);

	p->wrong |= done != p->done || !addr;
	p->done += n;
	return n;
}

static __always_inline size_t io_step(const void __iomem *addr, size_t done, size_t len,
				      void *priv)
{
	return step(NULL, done, len, priv);
}

/* An array of one entry, and a link that leads back to it */
static void make_endless(struct kunit *test, struct scatterlist sg[2], struct sg_iter *it)
{
	struct page *page = sg_model_pages(test, PAGE_SIZE, GFP_KERNEL);

	if (sizeof(size_t) == 4)
		kunit_skip(test, "no such walk on 32-bit machines");
	if (sg_model_by_page())
		kunit_skip(test, "a page at a time, that takes too long");
	sg_init_table(sg, 2);
	sg_set_page(&sg[0], page, ENTRY, 0);
	sg_chain(sg, 2, sg);
	sg_iter_init(it, sg, ENTRIES_LEFT);
}

static void test_walk(struct kunit *test)
{
	const size_t most[] = { SIZE_MAX, (size_t)(TOTAL / 2 + 5) };
	struct sg_bounce b = { .size = 16, .unit = 16 };
	struct scatterlist sg[2];
	struct progress p = { };
	struct sg_iter it;
	unsigned int i;
	u8 buf[16];

	b.buf = buf;
	for (i = 0; i < ARRAY_SIZE(most); i++) {
		size_t n = min(most[i], (size_t)(TOTAL - 7));

		make_endless(test, sg, &it);
		p = (struct progress){ .most = most[i] };
		KUNIT_ASSERT_EQ(test, n, sg_walk_read(&it, TOTAL - 7, &p, step, io_step));
		KUNIT_ASSERT_FALSE(test, p.wrong);
		KUNIT_ASSERT_EQ(test, TOTAL - n, sg_iter_count(&it));

		make_endless(test, sg, &it);
		p = (struct progress){ .most = most[i] };
		KUNIT_ASSERT_EQ(test, n, sg_walk_read_bounced(&it, TOTAL - 7, &b, &p, step));
		KUNIT_ASSERT_FALSE(test, p.wrong);
		KUNIT_ASSERT_EQ(test, TOTAL - n, sg_iter_count(&it));
	}
}

static void test_loop(struct kunit *test)
{
	struct scatterlist sg[2];
	bool wrong = false;
	struct sg_iter it;
	size_t done = 0;

	make_endless(test, sg, &it);
	sg_for_each_read_chunk_atomic(c, &it, SIZE_MAX) {
		wrong |= c->done != done || c->length != ENTRY;
		done += c->length;
	}
	KUNIT_EXPECT_FALSE(test, wrong);
	KUNIT_EXPECT_EQ(test, TOTAL, done);
	KUNIT_EXPECT_EQ(test, 0, sg_iter_count(&it));
	KUNIT_EXPECT_EQ(test, 0, it.nents);

	/* others get the CPU now and then */
	make_endless(test, sg, &it);
	done = 0;
	sg_for_each_read_chunk(c, &it, SIZE_MAX) {
		wrong |= c->done != done || c->length != SG_CHUNK_MAX;
		done += c->length;
	}
	KUNIT_EXPECT_FALSE(test, wrong);
	KUNIT_EXPECT_EQ(test, TOTAL, done);
	KUNIT_EXPECT_EQ(test, 0, it.nents);
}

static void test_position(struct kunit *test)
{
	struct scatterlist sg[2];
	struct sg_iter it;

	make_endless(test, sg, &it);
	KUNIT_EXPECT_EQ(test, TOTAL, sg_iter_count(&it));
	KUNIT_EXPECT_EQ(test, (size_t)(TOTAL - 3), sg_iter_skip(&it, TOTAL - 3));
	KUNIT_EXPECT_EQ(test, 3, sg_iter_count(&it));
	KUNIT_EXPECT_EQ(test, 3, sg_iter_skip(&it, TOTAL));
}

/* More bytes than 32 bits count are asked of a list that has few. */
static void test_ask_too_much(struct kunit *test)
{
	struct sg_model *m;
	struct sg_iter it;
	u8 *buf;

	if (sizeof(size_t) == 4)
		kunit_skip(test, "no such count on 32-bit machines");
	sg_test_init_ram(test);
	m = sg_model_build(test, &sg_test_three_entries);
	buf = sg_model_alloc(test, m->size);
	sg_model_start(m, &it, 0);
	KUNIT_EXPECT_EQ(test, m->size, sg_iter_copy_to_buf(&it, buf, (size_t)SZ_4G));
	sg_test_expect_same(test, buf, m->data, m->size);
	sg_model_start(m, &it, 0);
	KUNIT_EXPECT_EQ(test, m->size, sg_iter_skip(&it, (size_t)SZ_4G));
	KUNIT_EXPECT_EQ(test, 0, sg_iter_count(&it));
}

/* An entry that starts within 4 GiB of its page, and ends beyond */
static void test_far_from_page(struct kunit *test)
{
	struct page *page = sg_model_pages(test, PAGE_SIZE, GFP_KERNEL), *far;
	struct scatterlist sg;
	struct sg_iter it;
	u8 buf[50];

	if (sizeof(size_t) == 4)
		kunit_skip(test, "no such entry on 32-bit machines");
	if (static_key_enabled(&sg_iter_devmem_key))
		kunit_skip(test, "the page, which does not exist, would be looked at");
	far = pfn_to_page(page_to_pfn(page) - (SZ_4G >> PAGE_SHIFT));
	if (page_address(far) + SZ_4G != page_address(page))
		kunit_skip(test, "there is too little memory below the page");
	get_random_bytes(page_address(page), sizeof(buf));
	sg_init_table(&sg, 1);
	sg_set_page(&sg, far, 100 + sizeof(buf), U32_MAX - 99);
	sg_iter_init(&it, &sg, 1);
	KUNIT_ASSERT_EQ(test, 100, sg_iter_skip(&it, 100));
	KUNIT_EXPECT_EQ(test, sizeof(buf), sg_iter_copy_to_buf(&it, buf, 100));
	sg_test_expect_same(test, buf, page_address(page), sizeof(buf));
}

/* The largest number of bytes there is on a 32-bit machine */
static void test_saturation(struct kunit *test)
{
	struct page *page = sg_model_pages(test, PAGE_SIZE, GFP_KERNEL);
	struct scatterlist sg[2];
	struct sg_iter it;

	sg_init_table(sg, ARRAY_SIZE(sg));
	sg_set_page(&sg[0], page, UINT_MAX, 0);
	sg_set_page(&sg[1], page, 1, 0);
	sg_iter_init(&it, sg, 1);
	KUNIT_EXPECT_EQ(test, UINT_MAX, sg_iter_count(&it));
	KUNIT_EXPECT_EQ(test, UINT_MAX, sg_iter_skip(&it, SIZE_MAX));
	KUNIT_EXPECT_EQ(test, 0, sg_iter_count(&it));
	sg_iter_init(&it, sg, 2);
	KUNIT_EXPECT_EQ(test, sizeof(size_t) == 4 ? SIZE_MAX : (size_t)UINT_MAX + 1,
			sg_iter_count(&it));
	KUNIT_EXPECT_EQ(test, UINT_MAX, sg_iter_skip(&it, UINT_MAX));
	KUNIT_EXPECT_EQ(test, 1, sg_iter_count(&it));
	KUNIT_EXPECT_EQ(test, 1, sg_iter_skip(&it, 2));
}

static struct kunit_case huge_cases[] = {
	KUNIT_CASE(test_walk),
	KUNIT_CASE(test_loop),
	KUNIT_CASE(test_position),
	KUNIT_CASE(test_ask_too_much),
	KUNIT_CASE(test_far_from_page),
	KUNIT_CASE(test_saturation),
	{ }
};

static struct kunit_suite huge_suite = {
	.name = "sg_iter_huge",
	.test_cases = huge_cases,
};

kunit_test_suites(&huge_suite);
