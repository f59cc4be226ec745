// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests of positions in a scatterlist
 */
#include "suites.h"

static void test_skip(struct kunit *test)
{
	static const size_t primes[] = { 1, 2, 3, 7, 61, 509, 4099 };
	struct sg_model *m = sg_model_build(test, test->param_value);
	struct sg_iter it;
	size_t pos, n;
	int i;

	for (i = 0; i < ARRAY_SIZE(primes); i++) {
		sg_iter_init(&it, m->sgl, m->nents);
		sg_model_expect_at(m, &it, 0);
		for (pos = 0; pos < m->size; pos += n) {
			n = min(primes[i], m->size - pos);
			KUNIT_ASSERT_EQ(test, n, sg_iter_skip(&it, primes[i]));
			sg_model_expect_at(m, &it, pos + n);
		}
		KUNIT_EXPECT_EQ(test, 0, sg_iter_skip(&it, 1));
		sg_model_expect_at(m, &it, m->size);
	}
	sg_model_verify(m);
}

static void test_skip_to_and_beyond(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value);
	struct sg_iter it, copy;
	size_t n;
	int i;

	for (i = 0; i < SG_TEST_CUTS; i++) {
		sg_iter_init(&it, m->sgl, m->nents);
		KUNIT_EXPECT_EQ(test, 0, sg_iter_skip(&it, 0));
		sg_model_expect_at(m, &it, 0);
		n = min(sg_test_cut(m->size, i), m->size);
		KUNIT_EXPECT_EQ(test, n, sg_iter_skip(&it, sg_test_cut(m->size, i)));
		sg_model_expect_at(m, &it, n);
		KUNIT_EXPECT_EQ(test, 0, sg_iter_skip(&it, 0));
		sg_model_expect_at(m, &it, n);
		/* a position is a value */
		copy = it;
		KUNIT_EXPECT_EQ(test, m->size - n, sg_iter_skip(&it, SIZE_MAX));
		sg_model_expect_at(m, &it, m->size);
		sg_model_expect_at(m, &copy, n);
	}
	sg_model_verify(m);
}

/* A list is begun anew by a position that was used for another one. */
static void test_init_again(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value);
	struct sg_iter it;

	if (!m->size)
		kunit_skip(test, "has no data");
	sg_model_start(m, &it, 1);
	sg_iter_init(&it, m->sgl, m->nents);
	sg_model_expect_at(m, &it, 0);
	KUNIT_EXPECT_TRUE(test, sg_cpu_accessible(m->sgl, m->nents));
}

static void test_is_ram(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value);
	size_t start, len, end, pos;
	struct sg_segment *s;
	unsigned int i = 0;
	struct sg_iter it;
	bool want;

	while (sg_test_next_range(m, &i, &start, &len)) {
		end = start + sg_model_available(m, start, len);
		want = true;
		for (pos = start; pos < end; pos = s->start + s->length) {
			s = sg_model_segment_at(m, pos);
			want = want && s->memory != IOMEM;
		}
		sg_model_start(m, &it, start);
		KUNIT_EXPECT_EQ(test, want, sg_iter_is_ram(&it, len));
		sg_model_expect_at(m, &it, start);
	}
}

DEFINE_SUITES(ON_EACH_SHAPE(test_init_again),
	      ON_EACH_SHAPE(test_is_ram),
	      ON_EACH_SHAPE(test_skip),
	      ON_EACH_SHAPE(test_skip_to_and_beyond));

kunit_test_suites(&suites[0], &suites[1], &suites[2], &suites[3]);
