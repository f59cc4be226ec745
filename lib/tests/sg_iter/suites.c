// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests of <linux/sg_iter.h>. Lists of many shapes, in every kind of memory,
 * do what a plain array of bytes does.
 */
#include <linux/module.h>

#include "suites.h"

const struct sg_shape sg_test_shapes[SG_TEST_SHAPES] = {
	{ "one entry", ENTRIES({ 0, 100 }) },
	{ "one byte", ENTRIES({ 3, 1 }) },
	{ "one page", ENTRIES({ 0, PAGE }) },
	{ "offset", ENTRIES({ 7, PAGE - 7 }, { 1, 3 }) },
	{ "offset beyond the first page",
	  ENTRIES({ PAGE + 13, 300 }, { 3 * PAGE - 1, 2 }, { 2 * PAGE, 70 }) },
	{ "entries of many pages",
	  ENTRIES({ 5, 5 * PAGE + 77 }, { 0, 2 * PAGE }, { PAGE + 1, 2 * PAGE - 2 }) },
	{ "many entries",
	  ENTRIES({ 1, 1 }, { 2, 2 }, { 3, 3 }, { 5, 5 }, { 8, 8 }, { 13, 13 },
		  { 21, 64 }, { 34, 65 }, { 55, 128 }, { 89, 129 }, { 144, 511 }) },
	{ "empty entries",
	  ENTRIES({ 0, 0 }, { 17, 0 }, { 3, 50 }, { 9, 0 }, { PAGE, 0 }, { 2, 60 },
		  { 0, 0 }) },
	{ "chained",
	  ENTRIES({ 0, 10 }, { 1, 20 }, { 2, 30, true }, { 3, PAGE + 40 }, { 4, 50 },
		  { 5, 60, true }, { 6, 70, true }) },
	{ "empty entries beside chain links",
	  ENTRIES({ 0, 40 }, { 0, 0 }, { 0, 0, true }, { 6, 70 }, { 0, 0 },
		  { 3, 0, true }, { 1, 9 }, { 0, 0, true }) },
	{ "nents shorter than the list",
	  ENTRIES({ 0, 10 }, { 1, 200 }, { 2, 30 }, { 3, 40 }), .nents = 2 },
	{ "nents up to a chain link",
	  ENTRIES({ 0, 10 }, { 1, 200 }, { 2, 30, true }, { 3, 40 }), .nents = 2 },
	{ "nents longer than the list", ENTRIES({ 0, 10 }, { 1, 200 }), .nents = 20 },
	{ "no end mark", ENTRIES({ 0, 10 }, { 1, 200 }), .unended = true },
	{ "chained, no end mark",
	  ENTRIES({ 0, 10 }, { 1, 200, true }, { 2, 30 }), .unended = true },
	{ "no end mark, empty entry last",
	  ENTRIES({ 0, 10 }, { 0, 0 }), .unended = true },
	{ "only empty entries", ENTRIES({ 0, 0 }, { 5, 0 }, { 0, 0, true }) },
};

const struct sg_shape sg_test_three_entries = {
	"", ENTRIES({ 1, 100 }, { 2, PAGE + 200 }, { 3, 300 }),
};

static const struct sg_shape partner = {
	"partner", ENTRIES({ 5, 70 }, { 1, 0 }, { 9, 1000 }, { 0, 3, true }, { 11, PAGE },
			   { 2, 900 }, { 3, 5 * PAGE }),
};

int sg_test_init_ram(struct kunit *test)
{
	static const enum sg_memory pattern[] = { PAGES };

	sg_model_memory(test, pattern, ARRAY_SIZE(pattern));
	return 0;
}

int sg_test_init_slab(struct kunit *test)
{
	static const enum sg_memory pattern[] = { SLAB };

	sg_model_memory(test, pattern, ARRAY_SIZE(pattern));
	return 0;
}

static int init_device(struct kunit *test, const enum sg_memory *pattern,
		       unsigned int len)
{
	sg_model_memory(test, pattern, len)->device = true;
	sg_model_devmem(test);
	return 0;
}

int sg_test_init_iomem(struct kunit *test)
{
	static const enum sg_memory pattern[] = { IOMEM };

	return init_device(test, pattern, ARRAY_SIZE(pattern));
}

int sg_test_init_mixed(struct kunit *test)
{
	static const enum sg_memory pattern[] = { PAGES, IOMEM, SLAB, IOMEM, IOMEM };

	return init_device(test, pattern, ARRAY_SIZE(pattern));
}

/*
 * Lists to go with the test's own one where there have to be two, in all kinds
 * of memory that the test may use; NULL after the last.
 */
struct sg_model *sg_test_other(struct kunit *test, unsigned int i, const struct sg_shape *shape)
{
	static const enum sg_memory patterns[][3] = {
		{ PAGES, PAGES, SLAB },
		{ IOMEM, IOMEM, IOMEM },
		{ IOMEM, PAGES, SLAB },
	};
	struct sg_memory_context *ctx = test->priv;

	if (i >= (ctx->device ? ARRAY_SIZE(patterns) : 1))
		return NULL;
	return sg_model_build_in(test, patterns[i], ARRAY_SIZE(patterns[i]), shape);
}

struct sg_model *sg_test_partner(struct kunit *test, unsigned int i)
{
	return sg_test_other(test, i, &partner);
}

size_t sg_test_cut(size_t size, unsigned int i)
{
	const size_t at[SG_TEST_CUTS] = {
		0, 1, size / 3, size - min(size, 1), size, size + 7,
	};

	return at[i];
}

/* Goes through all the ranges to be tested on a list; *i starts from 0. */
bool sg_test_next_range(const struct sg_model *m, unsigned int *i, size_t *start,
			size_t *len)
{
	for (; *i < SG_TEST_CUTS * SG_TEST_CUTS; (*i)++) {
		*start = sg_test_cut(m->size, *i / SG_TEST_CUTS);
		*len = sg_test_cut(m->size, *i % SG_TEST_CUTS);
		if (*start <= m->size) {
			(*i)++;
			return true;
		}
	}
	return false;
}

/* A buffer that ends with its room, so that KASAN sees what is past it */
u8 *sg_test_buffer(struct kunit *test, u8 *room, size_t room_size, size_t len)
{
	KUNIT_ASSERT_LE(test, len, room_size);
	memset(room, 0xee, room_size);
	return room + room_size - len;
}

void sg_test_expect_untouched(struct kunit *test, const u8 *from, const u8 *to)
{
	KUNIT_ASSERT_NULL(test, memchr_inv(from, 0xee, to - from));
}

size_t sg_test_first_difference(const u8 *a, const u8 *b, size_t len)
{
	size_t i = 0;

	if (!memcmp(a, b, len))
		return len;
	while (a[i] == b[i])
		i++;
	return i;
}

/* KUNIT_ASSERT_MEMEQ() would print megabytes. */
void sg_test_expect_same(struct kunit *test, const u8 *is, const u8 *wanted, size_t len)
{
	size_t i = sg_test_first_difference(is, wanted, len);

	if (i < len)
		KUNIT_FAIL_AND_ABORT(test, "byte %zu of %zu: %#x, not %#x", i, len,
				     is[i], wanted[i]);
}

unsigned int sg_test_non_blocking(void)
{
#ifdef CONFIG_DEBUG_ATOMIC_SLEEP
	return current->non_block_count;
#else
	return 0;
#endif
}

/* What holds after every walk, however it ended */
void sg_test_expect_balanced(struct kunit *test)
{
	KUNIT_ASSERT_EQ(test, 0, sg_test_non_blocking());
#ifdef CONFIG_KMAP_LOCAL
	KUNIT_ASSERT_EQ(test, 0, current->kmap_ctrl.idx);
#endif
}

/* All steps of an atomic walk were seen to be atomic, and none of another. */
void sg_test_expect_context(struct kunit *test, unsigned int atomic_steps,
			    unsigned int steps, bool atomic)
{
	if (IS_ENABLED(CONFIG_DEBUG_ATOMIC_SLEEP))
		KUNIT_ASSERT_EQ(test, atomic ? steps : 0, atomic_steps);
	sg_test_expect_balanced(test);
}

struct sg_test_wanted sg_test_no_address = { "entry without a CPU address" };

/* For scripts/kunit: what comes next in the log is no failure, and has to come. */
void sg_test_want_splat(struct kunit *test, struct sg_test_wanted *wanted)
{
	kunit_info(test, "wanted warning: %s", wanted->what);
	wanted->seen = true;
}

MODULE_DESCRIPTION("Tests of scatterlist iteration");
MODULE_LICENSE("GPL");
