// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests of what the functions of the library ask of an architecture: they are
 * compiled once more, for that of fake_arch.h.
 */
#define __DISABLE_EXPORTS

#ifndef SG_ITER_TEST_PREFIX
#define SG_ITER_TEST_PREFIX(name)	native_##name
#endif

#define sg_iter_devmem_key	SG_ITER_TEST_PREFIX(devmem_key)
#define sg_iter_pagemap_added	SG_ITER_TEST_PREFIX(pagemap_added)
#define __sg_page_iomem		SG_ITER_TEST_PREFIX(page_iomem)
#define __sg_no_cpu_address	SG_ITER_TEST_PREFIX(no_cpu_address)
#define sg_debug_plain_access	SG_ITER_TEST_PREFIX(plain_access)
#define sg_iter_skip		SG_ITER_TEST_PREFIX(skip)
#define sg_iter_count		SG_ITER_TEST_PREFIX(count)
#define sg_cpu_accessible	SG_ITER_TEST_PREFIX(cpu_accessible)
#define __sg_iter_is_ram	SG_ITER_TEST_PREFIX(is_ram)
#define sg_iter_copy_to_buf	SG_ITER_TEST_PREFIX(copy_to_buf)
#define sg_iter_copy_from_buf	SG_ITER_TEST_PREFIX(copy_from_buf)
#define sg_iter_copy		SG_ITER_TEST_PREFIX(copy)
#define sg_iter_fill		SG_ITER_TEST_PREFIX(fill)
#define sg_iter_compare		SG_ITER_TEST_PREFIX(compare)
#define sg_iter_compare_buf	SG_ITER_TEST_PREFIX(compare_buf)
#define sg_iter_peek		SG_ITER_TEST_PREFIX(peek)
#define sg_iter_read_fifo8	SG_ITER_TEST_PREFIX(read_fifo8)
#define sg_iter_read_fifo16	SG_ITER_TEST_PREFIX(read_fifo16)
#define sg_iter_read_fifo32	SG_ITER_TEST_PREFIX(read_fifo32)
#define sg_iter_read_fifo64	SG_ITER_TEST_PREFIX(read_fifo64)
#define sg_iter_write_fifo8	SG_ITER_TEST_PREFIX(write_fifo8)
#define sg_iter_write_fifo16	SG_ITER_TEST_PREFIX(write_fifo16)
#define sg_iter_write_fifo32	SG_ITER_TEST_PREFIX(write_fifo32)
#define sg_iter_write_fifo64	SG_ITER_TEST_PREFIX(write_fifo64)
#define __sg_bounced_begin	SG_ITER_TEST_PREFIX(bounced_begin)
#define __sg_bounced_begin_piece SG_ITER_TEST_PREFIX(bounced_begin_piece)
#define __sg_bounced_next	SG_ITER_TEST_PREFIX(bounced_next)
#define sg_vmap			SG_ITER_TEST_PREFIX(vmap)
#define sg_vunmap		SG_ITER_TEST_PREFIX(vunmap)

#include "fake_arch.h"

#include <kunit/static_stub.h>
#include <linux/random.h>
#include <linux/unaligned.h>

#include "../../sg_iter.c"
#include "../../sg_vmap.c"

/* The functions above have a key and a look-up of their own. */
static void devmem_put(void *unused)
{
	static_branch_dec(&sg_iter_devmem_key);
}

static struct sg_model *build(struct kunit *test, const struct sg_shape *shape)
{
	struct sg_memory_context *ctx = test->priv;

	if (ctx->device && !static_key_enabled(&sg_iter_devmem_key)) {
		static_branch_inc(&sg_iter_devmem_key);
		KUNIT_ASSERT_EQ(test, 0, kunit_add_action_or_reset(test, devmem_put, NULL));
		kunit_activate_static_stub(test, __sg_page_iomem, sg_model_page_iomem);
	}
	return sg_model_build(test, shape);
}

/* Pages that a write of @len bytes has to flush, in order */
struct wanted {
	struct page	*page[MAX_FLUSHED];
	unsigned int	count;
};

static void want(struct wanted *w, struct sg_model *m, size_t pos, size_t len)
{
	size_t end = pos + len, n, at;
	struct sg_segment *s;
	struct page *page;

	for (; pos < end; pos += n) {
		s = sg_model_segment_at(m, pos);
		at = s->sg->offset + pos - s->start;
		page = sg_page(s->sg) + at / PAGE_SIZE;
		n = min(s->start + s->length, end) - pos;
		if (s->memory == IOMEM)
			continue;
		n = min(n, PAGE_SIZE - offset_in_page(at));
		if (!WARN_ON(w->count >= MAX_FLUSHED))
			w->page[w->count++] = page;
	}
}

/* A page may be flushed once for each part of it that was written. */
static void expect_flushed(struct kunit *test, const struct wanted *w)
{
	unsigned int i, k;

	for (i = 0, k = 0; i < arch.flushes; i++) {
		if (k && arch.flushed[i] == w->page[k - 1])
			continue;
		KUNIT_ASSERT_LT(test, k, w->count);
		KUNIT_ASSERT_PTR_EQ(test, w->page[k++], arch.flushed[i]);
		while (k < w->count && w->page[k] == w->page[k - 1])
			k++;
	}
	KUNIT_ASSERT_EQ(test, w->count, k);
}

static void expect_done(struct kunit *test, const struct wanted *w, bool only_reads)
{
	KUNIT_ASSERT_FALSE(test, arch.wrong);
	KUNIT_ASSERT_EQ(test, 0, arch.open);
	if (IS_ENABLED(CONFIG_SG_ITER_DEBUG) && only_reads)
		KUNIT_ASSERT_EQ(test, arch.mapped, arch.read_only);
	if (!only_reads)
		KUNIT_ASSERT_GE(test, arch.mapped - arch.read_only, w->count ? 1 : 0);
	expect_flushed(test, w);
	sg_test_expect_balanced(test);
}

static void start(struct sg_model *m, struct sg_iter *it, size_t pos)
{
	sg_model_start(m, it, pos);
	arch_reset();
}

/* Writes flush exactly the pages that they have written to, while mapped. */
static void test_writes(struct kunit *test)
{
	struct sg_model *m = build(test, test->param_value);
	u8 *buf = sg_model_alloc(test, m->size + 8);
	struct wanted *w = sg_model_alloc(test, sizeof(*w));
	size_t at, len, n;
	struct sg_iter it;
	unsigned int i;

	get_random_bytes(buf, m->size + 8);
	for (i = 0; sg_test_next_range(m, &i, &at, &len);) {
		n = sg_model_available(m, at, len);
		w->count = 0;
		want(w, m, at, n);

		start(m, &it, at);
		KUNIT_ASSERT_EQ(test, n, sg_iter_fill(&it, i, len));
		expect_done(test, w, false);
		memset(m->data + at, i, n);
		sg_model_verify(m);

		start(m, &it, at);
		KUNIT_ASSERT_EQ(test, n, sg_iter_copy_from_buf(&it, buf, len));
		expect_done(test, w, false);
		memcpy(m->data + at, buf, n);
		sg_model_verify(m);
	}
}

static void test_reads(struct kunit *test)
{
	struct sg_model *m = build(test, test->param_value);
	u8 *buf = sg_model_alloc(test, m->size + 8);
	struct wanted *w = sg_model_alloc(test, sizeof(*w));
	struct sg_iter it, other;
	size_t at, len, n;
	unsigned int i;

	w->count = 0;
	for (i = 0; sg_test_next_range(m, &i, &at, &len);) {
		n = sg_model_available(m, at, len);

		start(m, &it, at);
		KUNIT_ASSERT_EQ(test, n, sg_iter_copy_to_buf(&it, buf, len));
		expect_done(test, w, true);
		sg_test_expect_same(test, buf, m->data + at, n);

		start(m, &it, at);
		KUNIT_ASSERT_EQ(test, n, sg_iter_compare_buf(&it, buf, len));
		expect_done(test, w, true);

		sg_model_start(m, &other, at);
		start(m, &it, at);
		KUNIT_ASSERT_EQ(test, n, sg_iter_compare(&it, &other, len));
		expect_done(test, w, true);

		start(m, &it, at);
		KUNIT_ASSERT_EQ(test, n == len, !!sg_iter_peek(&it, buf, len));
		expect_done(test, w, true);
	}
}

/* A copy flushes its destination only. */
static void test_copy(struct kunit *test)
{
	struct sg_model *m = build(test, test->param_value), *other;
	struct wanted *w = sg_model_alloc(test, sizeof(*w));
	struct sg_iter src, dst;
	size_t at, len, n;
	unsigned int i, p;

	for (p = 0; (other = sg_test_partner(test, p)); p++) {
		for (i = 0; sg_test_next_range(m, &i, &at, &len);) {
			n = min(sg_model_available(m, at, len), other->size - 3);
			w->count = 0;
			want(w, m, at, n);
			sg_model_start(m, &dst, at);
			start(other, &src, 3);
			KUNIT_ASSERT_EQ(test, n, sg_iter_copy(&dst, &src, len));
			expect_done(test, w, false);
			memcpy(m->data + at, other->data + 3, n);
			sg_model_verify(m);

			w->count = 0;
			want(w, other, 3, n);
			sg_model_start(m, &src, at);
			start(other, &dst, 3);
			KUNIT_ASSERT_EQ(test, n, sg_iter_copy(&dst, &src, len));
			expect_done(test, w, false);
			memcpy(other->data + 3, m->data + at, n);
			sg_model_verify(other);
		}
	}
}

static __always_inline size_t read_step(const void *addr, size_t done, size_t len,
					void *most)
{
	return min(len, *(size_t *)most - done);
}

static __always_inline size_t write_step(void *addr, size_t done, size_t len, void *most)
{
	size_t n = min(len, *(size_t *)most - done);

	memset(addr, 0x3d, n);
	return n;
}

static void bounced(struct sg_model *m, struct wanted *w, const struct sg_bounce *b,
		    size_t at, size_t len, size_t most)
{
	size_t n = min(sg_model_available(m, at, len), most);
	struct kunit *test = m->test;
	struct sg_iter it;

	w->count = 0;
	start(m, &it, at);
	KUNIT_ASSERT_EQ(test, n, sg_walk_read_bounced(&it, len, b, &most, read_step));
	expect_done(test, w, true);

	want(w, m, at, n);
	start(m, &it, at);
	KUNIT_ASSERT_EQ(test, n, sg_walk_write_bounced_atomic(&it, len, b, &most, write_step));
	expect_done(test, w, false);

	start(m, &it, at);
	KUNIT_ASSERT_EQ(test, n, sg_walk_update_bounced(&it, len, b, &most, write_step));
	expect_done(test, w, false);
	memset(m->data + at, 0x3d, n);
	sg_model_verify(m);
}

static void test_bounced(struct kunit *test)
{
	static const size_t units[] = { 1, 16, 500 };
	struct sg_model *m = build(test, test->param_value);
	struct wanted *w = sg_model_alloc(test, sizeof(*w));
	struct sg_bounce b = { .size = 1000 };
	unsigned int i, u;
	size_t at, len;

	b.buf = sg_model_alloc(test, b.size);
	for (u = 0; u < ARRAY_SIZE(units); u++) {
		b.unit = units[u];
		for (i = 0; sg_test_next_range(m, &i, &at, &len);) {
			bounced(m, w, &b, at, len, SIZE_MAX);
			bounced(m, w, &b, at, len, len / 2);
		}
	}
}

static __always_inline u64 get_word(void *priv)
{
	u8 **fifo = priv;

	*fifo += 4;
	return get_unaligned_le32(*fifo - 4);
}

static __always_inline void put_word(void *priv, u64 word)
{
	u8 **fifo = priv;

	put_unaligned_le32(word, *fifo);
	*fifo += 4;
}

/* What comes from a FIFO is flushed; what goes to one is only read. */
static void test_fifo(struct kunit *test)
{
	struct sg_model *m = build(test, test->param_value);
	u8 *buf = sg_model_alloc(test, m->size + 8), *fifo;
	struct wanted *w = sg_model_alloc(test, sizeof(*w));
	size_t at, len, n;
	struct sg_iter it;
	unsigned int i;

	for (i = 0; sg_test_next_range(m, &i, &at, &len);) {
		n = sg_model_available(m, at, len);
		get_random_bytes(buf, m->size + 8);
		fifo = buf;
		w->count = 0;
		want(w, m, at, n);
		start(m, &it, at);
		KUNIT_ASSERT_EQ(test, n, sg_iter_read_fifo_with(&it, len, 4, get_word, &fifo));
		expect_done(test, w, false);
		memcpy(m->data + at, buf, n);
		sg_model_verify(m);

		memset(buf, 0, m->size + 8);
		fifo = buf;
		w->count = 0;
		start(m, &it, at);
		KUNIT_ASSERT_EQ(test, n, sg_iter_write_fifo_with(&it, len, 4, put_word, &fifo));
		expect_done(test, w, true);
		sg_test_expect_same(test, buf, m->data + at, n);
	}
}

/* What was written through the mapping is flushed in the list's pages. */
static void test_vunmap(struct kunit *test)
{
	const struct sg_shape shapes[] = {
		{ "", ENTRIES({ 3, 100 }) },
		{ "", ENTRIES({ 3, PAGE }) },
		{ "", ENTRIES({ PAGE + 8, PAGE - 8 }, { 0, 0 }, { 0, 2 * PAGE }, { 0, 70 }) },
	};
	struct wanted *w = sg_model_alloc(test, sizeof(*w));
	struct sg_memory_context *ctx = test->priv;
	struct iosys_map map;
	struct sg_model *m;
	unsigned int i;

	if (ctx->pattern_len > 1 || ctx->pattern[0] != PAGES)
		kunit_skip(test, "needs pages");
	for (i = 0; i < ARRAY_SIZE(shapes); i++) {
		m = build(test, &shapes[i]);
		w->count = 0;
		want(w, m, 0, m->size);
		KUNIT_ASSERT_EQ(test, 0, sg_vmap(m->sgl, m->nents, &map));
		arch_reset();
		memset(map.vaddr, 0x77, m->size);
		memset(m->data, 0x77, m->size);
		sg_vunmap(m->sgl, m->nents, &map);
		expect_flushed(test, w);
		sg_model_verify(m);

		arch_reset();
		sg_vunmap(m->sgl, m->nents, &map);
		KUNIT_EXPECT_EQ(test, 0, arch.flushes);
	}
}

DEFINE_SUITES(ON_EACH_SHAPE(test_writes),
	      ON_EACH_SHAPE(test_reads),
	      ON_EACH_SHAPE(test_copy),
	      ON_EACH_SHAPE(test_bounced),
	      ON_EACH_SHAPE(test_fifo),
	      KUNIT_CASE(test_vunmap));

kunit_test_suites(&suites[0], &suites[1], &suites[2], &suites[3]);
