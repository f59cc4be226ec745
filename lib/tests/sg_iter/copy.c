// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests of copies to and from a scatterlist
 */
#include <linux/random.h>
#include <linux/scatterlist.h>

#include "suites.h"

static void test_copy_to_buf(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value);
	size_t room_size = m->size + 8, start, len, n;
	u8 *room = sg_model_alloc(test, room_size), *buf;
	struct sg_iter it;
	unsigned int i;

	for (i = 0; sg_test_next_range(m, &i, &start, &len);) {
		n = sg_model_available(m, start, len);
		buf = sg_test_buffer(test, room, room_size, len);
		sg_model_start(m, &it, start);
		KUNIT_ASSERT_EQ(test, n, sg_iter_copy_to_buf(&it, buf, len));
		sg_test_expect_same(test, buf, m->data + start, n);
		sg_test_expect_untouched(test, room, buf);
		sg_test_expect_untouched(test, buf + n, room + room_size);
		sg_model_expect_at(m, &it, start + n);
		sg_test_expect_balanced(test);
	}
	sg_model_verify(m);
}

static void test_copy_from_buf(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value);
	size_t room_size = m->size + 8, start, len, n;
	u8 *room = sg_model_alloc(test, room_size), *buf;
	struct sg_iter it;
	unsigned int i;

	for (i = 0; sg_test_next_range(m, &i, &start, &len);) {
		n = sg_model_available(m, start, len);
		buf = sg_test_buffer(test, room, room_size, len);
		get_random_bytes(buf, len);
		sg_model_start(m, &it, start);
		KUNIT_ASSERT_EQ(test, n, sg_iter_copy_from_buf(&it, buf, len));
		memcpy(m->data + start, buf, n);
		sg_model_expect_at(m, &it, start + n);
		sg_model_verify(m);
		sg_test_expect_balanced(test);
	}
}

static void test_zero(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value);
	size_t start, len, n;
	struct sg_iter it;
	unsigned int i;

	for (i = 0; sg_test_next_range(m, &i, &start, &len);) {
		get_random_bytes(m->data, m->size);
		sg_model_start(m, &it, 0);
		sg_iter_copy_from_buf(&it, m->data, m->size);

		n = sg_model_available(m, start, len);
		sg_model_start(m, &it, start);
		KUNIT_ASSERT_EQ(test, n, sg_iter_zero(&it, len));
		memset(m->data + start, 0, n);
		sg_model_expect_at(m, &it, start + n);
		sg_model_verify(m);
		sg_test_expect_balanced(test);
	}
}

/* sg_copy_buffer() and friends, which are built on the above */
static void test_sg_pcopy(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value);
	size_t room_size = m->size + 8, skip, len, n;
	u8 *room = sg_model_alloc(test, room_size), *buf;
	unsigned int i;

	for (i = 0; sg_test_next_range(m, &i, &skip, &len);) {
		n = sg_model_available(m, skip, len);
		buf = sg_test_buffer(test, room, room_size, len);
		KUNIT_ASSERT_EQ(test, n, sg_pcopy_to_buffer(m->sgl, m->nents, buf,
							    len, skip));
		sg_test_expect_same(test, buf, m->data + skip, n);
		sg_test_expect_untouched(test, room, buf);
		sg_test_expect_untouched(test, buf + n, room + room_size);

		get_random_bytes(buf, len);
		KUNIT_ASSERT_EQ(test, n, sg_pcopy_from_buffer(m->sgl, m->nents, buf,
							      len, skip));
		memcpy(m->data + skip, buf, n);
		sg_model_verify(m);

		KUNIT_ASSERT_EQ(test, n, sg_zero_buffer(m->sgl, m->nents, len, skip));
		memset(m->data + skip, 0, n);
		sg_model_verify(m);
	}

	skip = m->size + 1;
	KUNIT_EXPECT_EQ(test, 0, sg_pcopy_to_buffer(m->sgl, m->nents, room, 1, skip));
	KUNIT_EXPECT_EQ(test, 0, sg_pcopy_from_buffer(m->sgl, m->nents, room, 1, skip));
	KUNIT_EXPECT_EQ(test, 0, sg_zero_buffer(m->sgl, m->nents, 1, skip));
	sg_model_verify(m);
	sg_test_expect_balanced(test);
}

static void test_sg_copy(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value);
	size_t room_size = m->size + 8, len, n;
	u8 *room = sg_model_alloc(test, room_size), *buf;
	unsigned int i;

	for (i = 0; i < SG_TEST_CUTS; i++) {
		len = sg_test_cut(m->size, i);
		n = min(len, m->size);
		buf = sg_test_buffer(test, room, room_size, len);
		get_random_bytes(buf, len);
		KUNIT_ASSERT_EQ(test, n, sg_copy_from_buffer(m->sgl, m->nents, buf, len));
		memcpy(m->data, buf, n);
		sg_model_verify(m);

		buf = sg_test_buffer(test, room, room_size, len);
		KUNIT_ASSERT_EQ(test, n, sg_copy_to_buffer(m->sgl, m->nents, buf, len));
		sg_test_expect_same(test, buf, m->data, n);
		sg_test_expect_untouched(test, room, buf);
		sg_test_expect_untouched(test, buf + n, room + room_size);
	}
	sg_test_expect_balanced(test);
}

DEFINE_SUITES(ON_EACH_SHAPE(test_copy_to_buf),
	      ON_EACH_SHAPE(test_copy_from_buf),
	      ON_EACH_SHAPE(test_zero),
	      ON_EACH_SHAPE(test_sg_pcopy),
	      ON_EACH_SHAPE(test_sg_copy));

kunit_test_suites(&suites[0], &suites[1], &suites[2], &suites[3]);
