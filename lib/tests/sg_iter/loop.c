// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests of loops over a scatterlist: sg_for_each_read_chunk() and the like
 */
#include <linux/random.h>

#include "suites.h"

enum way_out { TO_THE_END, BREAK, GOTO, RETURN, WAYS_OUT };

struct loop {
	u8		*buf;
	bool		write;
	enum way_out	out;
	unsigned int	last;		/* leave at this chunk */
	size_t		lower_by;	/* and lower ->consumed by this there */
	/* what the bodies saw */
	unsigned int	bodies;
	unsigned int	atomic_bodies;
	size_t		done;
	bool		wrong;
};

/* True if the loop is to be left. */
static bool body(struct loop *p, struct sg_chunk *c)
{
	bool last = p->bodies++ == p->last;

	p->atomic_bodies += sg_test_non_blocking();
	p->wrong |= c->done != p->done || c->consumed != c->length;
	if (last)
		c->consumed -= min(c->length, p->lower_by);
	p->done += c->consumed;
	if (p->write)
		iosys_map_memcpy_to(&c->map, 0, p->buf + c->done, c->consumed);
	else
		iosys_map_memcpy_from(p->buf + c->done, &c->map, 0, c->length);
	return last;
}

/* The end of the loop was reached; was that intended? */
static void ended(struct loop *p)
{
	p->wrong |= p->bodies > p->last && p->out != TO_THE_END && p->out != BREAK;
}

static void loop_read(struct sg_iter *it, size_t len, struct loop *p)
{
	sg_for_each_read_chunk(c, it, len) {
		if (!body(p, c))
			continue;
		if (p->out == BREAK)
			break;
		if (p->out == GOTO)
			goto out;
		if (p->out == RETURN)
			return;
	}
	ended(p);
out:
	p->wrong |= sg_test_non_blocking();
}

static void loop_read_atomic(struct sg_iter *it, size_t len, struct loop *p)
{
	sg_for_each_read_chunk_atomic(c, it, len) {
		if (!body(p, c))
			continue;
		if (p->out == BREAK)
			break;
		if (p->out == GOTO)
			goto out;
		if (p->out == RETURN)
			return;
	}
	ended(p);
out:
	p->wrong |= sg_test_non_blocking();
}

static void loop_write(struct sg_iter *it, size_t len, struct loop *p)
{
	sg_for_each_write_chunk(c, it, len) {
		if (!body(p, c))
			continue;
		if (p->out == BREAK)
			break;
		if (p->out == GOTO)
			goto out;
		if (p->out == RETURN)
			return;
	}
	ended(p);
out:
	p->wrong |= sg_test_non_blocking();
}

static void loop_write_atomic(struct sg_iter *it, size_t len, struct loop *p)
{
	sg_for_each_write_chunk_atomic(c, it, len) {
		if (!body(p, c))
			continue;
		if (p->out == BREAK)
			break;
		if (p->out == GOTO)
			goto out;
		if (p->out == RETURN)
			return;
	}
	ended(p);
out:
	p->wrong |= sg_test_non_blocking();
}

static void loop(const struct sg_test_way *way, struct sg_iter *it, size_t len,
		 struct loop *p)
{
	if (!way->write && !way->atomic)
		loop_read(it, len, p);
	else if (!way->write)
		loop_read_atomic(it, len, p);
	else if (!way->atomic)
		loop_write(it, len, p);
	else
		loop_write_atomic(it, len, p);
}

static void test_one(struct sg_model *m, const struct sg_test_way *way,
		     struct loop *p, size_t start, size_t len)
{
	size_t chunks[SG_MODEL_CHUNKS], done = 0;
	struct kunit *test = m->test;
	struct sg_iter it;
	unsigned int i, n;

	n = sg_model_chunks(m, start, len, sg_model_by_page(), chunks);
	for (i = 0; i < n; i++) {
		done += chunks[i];
		if (i == p->last) {
			done -= min(p->lower_by, chunks[i]);
			if (p->out != TO_THE_END || p->lower_by)
				n = i + 1;
		}
	}

	*p = (struct loop){
		.buf = p->buf, .write = way->write, .out = p->out,
		.last = p->last, .lower_by = p->lower_by,
	};
	if (way->write)
		get_random_bytes(p->buf, done);
	sg_model_start(m, &it, start);
	loop(way, &it, len, p);

	sg_test_expect_context(test, p->atomic_bodies, p->bodies, way->atomic);
	KUNIT_ASSERT_FALSE(test, p->wrong);
	KUNIT_ASSERT_EQ(test, n, p->bodies);
	KUNIT_ASSERT_EQ(test, done, p->done);
	if (way->write)
		memcpy(m->data + start, p->buf, done);
	else
		sg_test_expect_same(test, p->buf, m->data + start, done);
	sg_model_expect_at(m, &it, start + done);
}

/* Every way out of a loop, at every chunk, having consumed all or less */
static void test_ways_out(struct kunit *test)
{
	static const size_t lower_by[] = { 0, 1, SIZE_MAX };
	struct sg_model *m = sg_model_build(test, test->param_value);
	struct loop p = { .buf = sg_model_alloc(test, m->size + 1) };
	size_t chunks[SG_MODEL_CHUNKS], start = min(1, m->size);
	unsigned int i, k, n;

	n = sg_model_chunks(m, start, m->size, sg_model_by_page(), chunks);
	for (i = 0; i < SG_TEST_WAYS; i++) {
		for (p.out = 0; p.out < WAYS_OUT; p.out++) {
			for (p.last = 0; p.last < n; p.last++) {
				for (k = 0; k < ARRAY_SIZE(lower_by); k++) {
					p.lower_by = lower_by[k];
					test_one(m, &sg_test_ways[i], &p, start, m->size);
				}
			}
		}
		sg_model_verify(m);
	}
}

static void test_to_the_end(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value);
	struct loop p = {
		.buf = sg_model_alloc(test, m->size + 1),
		.out = TO_THE_END,
		.last = SG_MODEL_CHUNKS,
	};
	size_t start, len;
	unsigned int i, j;

	for (i = 0; i < SG_TEST_WAYS; i++) {
		for (j = 0; sg_test_next_range(m, &j, &start, &len);)
			test_one(m, &sg_test_ways[i], &p, start, len);
		sg_model_verify(m);
	}
}

/* One list is walked while another is. */
static void test_nested(struct kunit *test)
{
	const struct sg_shape other = {
		"to", ENTRIES({ 5, 70 }, { 1, 0 }, { 9, 1000 }, { 0, 3, true },
			      { 11, PAGE }, { 2, 900 }, { 3, 5 * PAGE }),
	};
	struct sg_model *from = sg_model_build(test, test->param_value);
	struct sg_model *to = sg_model_build(test, &other);
	u8 *buf = sg_model_alloc(test, from->size + 1);
	struct sg_iter in, out;
	bool deep = true;
	size_t done;

	sg_model_start(from, &out, 0);
	sg_model_start(to, &in, 3);
	sg_for_each_read_chunk_atomic(r, &out, from->size) {
		iosys_map_memcpy_from(buf, &r->map, 0, r->length);
		done = 0;
		sg_for_each_write_chunk_atomic(w, &in, r->length) {
			iosys_map_memcpy_to(&w->map, 0, buf + w->done, w->length);
			done += w->length;
			if (IS_ENABLED(CONFIG_DEBUG_ATOMIC_SLEEP))
				deep &= sg_test_non_blocking() == 2;
		}
		r->consumed = done;
	}
	sg_test_expect_balanced(test);
	KUNIT_EXPECT_TRUE(test, deep);

	done = min(from->size, to->size - 3);
	memcpy(to->data + 3, from->data, done);
	sg_model_expect_at(from, &out, done);
	sg_model_expect_at(to, &in, 3 + done);
	sg_model_verify(from);
	sg_model_verify(to);
}

DEFINE_SUITES(ON_EACH_SHAPE(test_ways_out),
	      ON_EACH_SHAPE(test_to_the_end),
	      ON_EACH_SHAPE(test_nested));

kunit_test_suites(&suites[0], &suites[1], &suites[2], &suites[3]);
