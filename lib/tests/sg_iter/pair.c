// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests of what works on two lists at once: copy and compare
 */
#include <linux/random.h>

#include "suites.h"

/* Another list of the same bytes, which comes in other pieces */
struct alias {
	struct scatterlist	*sgl;
	unsigned int		nents;
};

static struct alias make_alias(struct sg_model *m)
{
	struct alias a = { .nents = 3 * m->nents };
	unsigned int i, k, cut[4], at;
	struct scatterlist *sg;
	struct sg_segment *s;
	struct page *page;

	a.sgl = sg_model_alloc(m->test, a.nents * sizeof(*a.sgl));
	sg_init_table(a.sgl, a.nents);
	sg = a.sgl;
	for (i = 0; i < min(m->nents, m->count); i++) {
		s = &m->segments[i];
		cut[0] = 0;
		cut[1] = s->length / 3;
		cut[2] = s->length - s->length / 5;
		cut[3] = s->length;
		for (k = 0; k < 3; k++) {
			page = sg_page(s->sg);
			at = s->sg->offset + cut[k];
			/* the page of an I/O entry stands for all of it */
			if (s->memory != IOMEM) {
				page += at / PAGE_SIZE;
				at %= PAGE_SIZE;
			}
			sg_set_page(sg++, page, cut[k + 1] - cut[k], at);
		}
	}
	return a;
}

/* Both positions have gone as far. */
static void expect_at(struct sg_model *a, struct sg_iter *it_a, size_t pos_a,
		      struct sg_model *b, struct sg_iter *it_b, size_t pos_b)
{
	sg_model_expect_at(a, it_a, pos_a);
	sg_model_expect_at(b, it_b, pos_b);
	sg_test_expect_balanced(a->test);
}

static void copy_one(struct sg_model *to, size_t at_to, struct sg_model *from,
		     size_t at_from, size_t len)
{
	size_t n = min(sg_model_available(to, at_to, len),
		       sg_model_available(from, at_from, len));
	struct kunit *test = to->test;
	struct sg_iter dst, src;

	get_random_bytes(from->data + at_from, n);
	sg_model_store(from);
	sg_model_start(to, &dst, at_to);
	sg_model_start(from, &src, at_from);
	KUNIT_ASSERT_EQ(test, n, sg_iter_copy(&dst, &src, len));
	memcpy(to->data + at_to, from->data + at_from, n);
	expect_at(to, &dst, at_to + n, from, &src, at_from + n);
	sg_model_verify(to);
	sg_model_verify(from);
}

static void test_copy(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value), *other;
	unsigned int i, k, p;
	size_t start, len;

	for (p = 0; (other = sg_test_partner(test, p)); p++) {
		for (i = 0; sg_test_next_range(m, &i, &start, &len);) {
			for (k = 0; k < SG_TEST_CUTS - 1; k += 2) {
				size_t at = sg_test_cut(other->size, k);

				copy_one(m, start, other, at, len);
				copy_one(other, at, m, start, len);
			}
		}
	}
}

/* Nothing is moved, so the data stays, and I/O memory is not touched. */
static void copy_to_itself(struct sg_model *m, struct sg_iter *dst, struct sg_iter *src,
			   size_t start, size_t len)
{
	unsigned int reads = sg_device.reads, writes = sg_device.writes;
	size_t n = sg_model_available(m, start, len);
	struct kunit *test = m->test;

	KUNIT_ASSERT_EQ(test, n, sg_iter_copy(dst, src, len));
	KUNIT_ASSERT_EQ(test, reads, sg_device.reads);
	KUNIT_ASSERT_EQ(test, writes, sg_device.writes);
	expect_at(m, dst, start + n, m, src, start + n);
}

static void test_copy_to_itself(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value);
	struct alias alias = make_alias(m);
	struct sg_iter a, b;
	size_t start, len;
	unsigned int i;

	for (i = 0; sg_test_next_range(m, &i, &start, &len);) {
		sg_model_start(m, &a, start);
		copy_to_itself(m, &a, &a, start, len);

		sg_model_start(m, &a, start);
		sg_model_start(m, &b, start);
		copy_to_itself(m, &a, &b, start, len);

		sg_model_start(m, &a, start);
		sg_iter_init(&b, alias.sgl, alias.nents);
		sg_iter_skip(&b, start);
		copy_to_itself(m, &a, &b, start, len);

		sg_model_start(m, &b, start);
		sg_iter_init(&a, alias.sgl, alias.nents);
		sg_iter_skip(&a, start);
		copy_to_itself(m, &a, &b, start, len);
	}
	sg_model_verify(m);
}

/* From one part of a list to another one of the same entry */
static void test_copy_within(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value);
	size_t n = m->size / 2;
	struct sg_iter a, b;

	sg_model_start(m, &a, 0);
	sg_model_start(m, &b, m->size - n);
	KUNIT_ASSERT_EQ(test, n, sg_iter_copy(&b, &a, n));
	memcpy(m->data + m->size - n, m->data, n);
	expect_at(m, &a, n, m, &b, m->size);
	sg_model_verify(m);

	get_random_bytes(m->data, m->size);
	sg_model_store(m);
	sg_model_start(m, &a, 0);
	sg_model_start(m, &b, m->size - n);
	KUNIT_ASSERT_EQ(test, n, sg_iter_copy(&a, &b, n));
	memcpy(m->data, m->data + m->size - n, n);
	expect_at(m, &a, n, m, &b, m->size);
	sg_model_verify(m);
}

/* Where a difference might be missed: around all edges of chunks and bounces */
static bool next_difference(struct sg_model *a, size_t at_a, struct sg_model *b,
			    size_t at_b, size_t n, unsigned int *i, size_t *diff)
{
	static const size_t fixed[] = { 0, 1, 63, 64, 65, 127, 128, 1000 };
	size_t chunks_a[SG_MODEL_CHUNKS], chunks_b[SG_MODEL_CHUNKS], edge;
	unsigned int count_a, count_b, k, j, which = *i;

	if (*i < ARRAY_SIZE(fixed)) {
		*diff = min(fixed[(*i)++], n);
		return true;
	}
	which -= ARRAY_SIZE(fixed);
	count_a = sg_model_chunks(a, at_a, n, true, chunks_a);
	count_b = sg_model_chunks(b, at_b, n, true, chunks_b);
	k = which / 3;
	if (k >= count_a + count_b)
		return false;
	edge = 0;
	for (j = 0; j <= (k < count_a ? k : k - count_a); j++)
		edge += k < count_a ? chunks_a[j] : chunks_b[j];
	*diff = min(edge - 1 + which % 3, n);
	(*i)++;
	return true;
}

/* @len bytes are compared, of which n are there; at @diff, they may differ. */
static void compare_one(struct sg_model *a, size_t at_a, struct sg_model *b, size_t at_b,
			size_t len, size_t n, size_t diff)
{
	u8 same = diff < n ? b->data[at_b + diff] : 0;
	struct kunit *test = a->test;
	struct sg_iter it_a, it_b;

	if (diff < n)
		sg_model_poke(b, at_b + diff, same ^ BIT(diff % 8));
	sg_model_start(a, &it_a, at_a);
	sg_model_start(b, &it_b, at_b);
	KUNIT_ASSERT_EQ(test, diff, sg_iter_compare(&it_a, &it_b, len));
	expect_at(a, &it_a, at_a + diff, b, &it_b, at_b + diff);

	sg_model_start(a, &it_a, at_a);
	sg_model_start(b, &it_b, at_b);
	KUNIT_ASSERT_EQ(test, diff, sg_iter_compare(&it_b, &it_a, len));
	expect_at(a, &it_a, at_a + diff, b, &it_b, at_b + diff);
	if (diff < n)
		sg_model_poke(b, at_b + diff, same);
}

static void test_compare(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value), *other;
	size_t starts[] = { 0, 1, m->size / 3, m->size };
	size_t start, at, len, n, diff;
	unsigned int i, j, k, p;

	for (p = 0; (other = sg_test_partner(test, p)); p++) {
		for (i = 0; i < ARRAY_SIZE(starts); i++) {
			for (k = 0; k < SG_TEST_CUTS; k++) {
				start = min(starts[i], m->size);
				at = sg_test_cut(other->size, i + 1);
				len = sg_test_cut(m->size, k);
				n = min(sg_model_available(m, start, len),
					sg_model_available(other, at, len));
				memcpy(other->data + at, m->data + start, n);
				sg_model_store(other);
				compare_one(m, start, other, at, len, n, n);
				for (j = 0; next_difference(m, start, other, at, n, &j, &diff);)
					compare_one(m, start, other, at, len, n, diff);
			}
		}
		sg_model_verify(other);
	}
	sg_model_verify(m);
}

static void compare_buf_one(struct sg_model *m, size_t start, u8 *buf, size_t len, size_t n,
			    size_t diff)
{
	struct kunit *test = m->test;
	struct sg_iter it;

	memcpy(buf, m->data + start, n);
	if (diff < n)
		buf[diff] ^= BIT(diff % 8);
	sg_model_start(m, &it, start);
	KUNIT_ASSERT_EQ(test, diff, sg_iter_compare_buf(&it, buf, len));
	sg_model_expect_at(m, &it, start + diff);
}

static void test_compare_buf(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value);
	size_t room_size = m->size + 8, start, len, n, diff;
	u8 *room = sg_model_alloc(test, room_size), *buf;
	unsigned int i, j;

	for (i = 0; sg_test_next_range(m, &i, &start, &len);) {
		n = sg_model_available(m, start, len);
		/* what the list does not have is not looked at: KASAN sees it */
		buf = sg_test_buffer(test, room, room_size, n);
		compare_buf_one(m, start, buf, len, n, n);
		for (j = 0; next_difference(m, start, m, start, n, &j, &diff);)
			compare_buf_one(m, start, buf, len, n, diff);
		sg_test_expect_untouched(test, room, buf);
		sg_test_expect_balanced(test);
	}
	sg_model_verify(m);
}

DEFINE_SUITES(ON_EACH_SHAPE(test_copy),
	      ON_EACH_SHAPE(test_copy_to_itself),
	      ON_EACH_SHAPE(test_copy_within),
	      ON_EACH_SHAPE(test_compare),
	      ON_EACH_SHAPE(test_compare_buf));

kunit_test_suites(&suites[0], &suites[1], &suites[2], &suites[3]);
