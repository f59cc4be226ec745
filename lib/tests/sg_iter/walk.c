// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests of walks over a scatterlist: sg_walk_read() and the like
 */
#include <linux/random.h>

#include "suites.h"

const struct sg_test_way sg_test_ways[SG_TEST_WAYS] = {
	{ .write = false,	.atomic = false },
	{ .write = false,	.atomic = true },
	{ .write = true,	.atomic = false },
	{ .write = true,	.atomic = true },
};

static size_t consume(struct sg_test_walk *w, size_t done, size_t len)
{
	size_t n = min(len, w->budget - done);

	w->wrong_done |= done != w->done;
	w->done += n;
	if (w->steps < SG_MODEL_CHUNKS)
		w->chunks[w->steps] = len;
	w->steps++;
	w->atomic_steps += sg_test_non_blocking();
	return n;
}

static __always_inline size_t read_step(const void *addr, size_t done, size_t len,
					void *priv)
{
	struct sg_test_walk *w = priv;

	memcpy(w->buf + done, addr, len);
	return consume(w, done, len);
}

static __always_inline size_t read_io_step(const void __iomem *addr, size_t done,
					   size_t len, void *priv)
{
	struct sg_test_walk *w = priv;

	memcpy_fromio(w->buf + done, addr, len);
	return consume(w, done, len);
}

static __always_inline size_t write_step(void *addr, size_t done, size_t len,
					 void *priv)
{
	struct sg_test_walk *w = priv;
	size_t n = consume(w, done, len);

	memcpy(addr, w->buf + done, n);
	return n;
}

static __always_inline size_t write_io_step(void __iomem *addr, size_t done,
					    size_t len, void *priv)
{
	struct sg_test_walk *w = priv;
	size_t n = consume(w, done, len);

	memcpy_toio(addr, w->buf + done, n);
	return n;
}

size_t sg_test_walk(const struct sg_test_way *way, struct sg_iter *it, size_t len,
		    struct sg_test_walk *w)
{
	if (!way->write && !way->atomic)
		return sg_walk_read(it, len, w, read_step, read_io_step);
	if (!way->write)
		return sg_walk_read_atomic(it, len, w, read_step, read_io_step);
	if (!way->atomic)
		return sg_walk_write(it, len, w, write_step, write_io_step);
	return sg_walk_write_atomic(it, len, w, write_step, write_io_step);
}

static void test_one(struct sg_model *m, const struct sg_test_way *way,
		     struct sg_test_walk *w, size_t start, size_t len, size_t budget)
{
	size_t done = min(sg_model_available(m, start, len), budget);
	size_t chunks[SG_MODEL_CHUNKS], seen = 0;
	struct kunit *test = m->test;
	struct sg_iter it;
	unsigned int i, n;

	*w = (struct sg_test_walk){ .buf = w->buf, .budget = budget };
	if (way->write)
		get_random_bytes(w->buf, done);
	sg_model_start(m, &it, start);
	KUNIT_ASSERT_EQ(test, done, sg_test_walk(way, &it, len, w));

	KUNIT_ASSERT_EQ(test, done, w->done);
	KUNIT_ASSERT_FALSE(test, w->wrong_done);
	sg_test_expect_context(test, w->atomic_steps, w->steps, way->atomic);
	/* No step follows one that consumed less than it was given. */
	n = sg_model_chunks(m, start, len, sg_model_by_page(), chunks);
	for (i = 0; i < n && seen <= budget; seen += chunks[i++])
		KUNIT_ASSERT_EQ(test, chunks[i], w->chunks[i]);
	KUNIT_ASSERT_EQ(test, i, w->steps);

	if (way->write)
		memcpy(m->data + start, w->buf, done);
	else
		sg_test_expect_same(test, w->buf, m->data + start, done);
	sg_model_expect_at(m, &it, start + done);
	if (way->write)
		sg_model_verify(m);
}

/* Steps that consume all, a part, or nothing of what they are given */
static void test_walk(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value);
	struct sg_test_walk *w = sg_model_alloc(test, sizeof(*w));
	unsigned int i, j, k;
	size_t start, len;

	w->buf = sg_model_alloc(test, m->size + 1);
	for (i = 0; i < SG_TEST_WAYS; i++)
		for (j = 0; sg_test_next_range(m, &j, &start, &len);)
			for (k = 0; k < SG_TEST_CUTS; k++)
				test_one(m, &sg_test_ways[i], w, start, len,
					 sg_test_cut(sg_model_available(m, start, len), k));
	sg_model_verify(m);
}

DEFINE_SUITES(ON_EACH_SHAPE(test_walk));

kunit_test_suites(&suites[0], &suites[1], &suites[2], &suites[3]);
