// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests of walks and loops inside of others, over as many lists
 */
#include <linux/random.h>
#include <linux/sg_crc.h>

#include "suites.h"

#define BLOCK	512

/* What a disk keeps with each block */
struct tuple {
	__be16	guard;
	__be16	application;
	__be32	reference;
} __packed;

struct protection {
	struct sg_iter	data;
	unsigned int	block;
	bool		generate;
	bool		wrong;
};

static __always_inline size_t tuple_step(void *addr, size_t done, size_t len, void *priv)
{
	struct protection *p = priv;
	struct tuple tuple;
	size_t n;
	u16 crc;

	for (n = 0; n + sizeof(tuple) <= len; n += sizeof(tuple)) {
		crc = 0;
		p->wrong |= sg_iter_crc_t10dif(&p->data, &crc, BLOCK) != BLOCK;
		if (p->generate) {
			tuple.guard = cpu_to_be16(crc);
			tuple.application = 0;
			tuple.reference = cpu_to_be32(p->block);
			memcpy(addr + n, &tuple, sizeof(tuple));
		} else {
			memcpy(&tuple, addr + n, sizeof(tuple));
			p->wrong |= be16_to_cpu(tuple.guard) != crc;
			p->wrong |= be32_to_cpu(tuple.reference) != p->block;
		}
		p->block++;
	}
	return n;
}

static __always_inline size_t check_step(const void *addr, size_t done, size_t len,
					 void *priv)
{
	return tuple_step((void *)addr, done, len, priv);
}

/* Blocks of 512 bytes in one list, a tuple of 8 bytes for each in another */
static void test_protection(struct kunit *test)
{
	const struct sg_shape blocks = {
		"", ENTRIES({ 3, 700 }, { 1, 2 * PAGE }, { 0, 0 }, { 9, 3 * PAGE + 77 }),
	};
	struct sg_model *info = sg_model_build(test, test->param_value);
	struct sg_model *data = sg_model_build(test, &blocks);
	unsigned int count = min(data->size / BLOCK, info->size / sizeof(struct tuple)), i;
	struct sg_bounce b = { .size = 24, .unit = sizeof(struct tuple) };
	size_t len = count * sizeof(struct tuple);
	struct protection p = { .generate = true };
	struct tuple tuple;
	struct sg_iter it;

	b.buf = sg_model_alloc(test, b.size);
	sg_model_start(data, &p.data, 0);
	sg_model_start(info, &it, 0);
	KUNIT_ASSERT_EQ(test, len, sg_walk_write_bounced(&it, len, &b, &p, tuple_step));
	KUNIT_ASSERT_FALSE(test, p.wrong);
	KUNIT_ASSERT_EQ(test, count, p.block);
	sg_model_expect_at(data, &p.data, count * BLOCK);
	for (i = 0; i < count; i++) {
		tuple.guard = cpu_to_be16(crc_t10dif(data->data + i * BLOCK, BLOCK));
		tuple.application = 0;
		tuple.reference = cpu_to_be32(i);
		memcpy(info->data + i * sizeof(tuple), &tuple, sizeof(tuple));
	}
	sg_model_verify(info);
	sg_model_verify(data);

	p = (struct protection){ };
	sg_model_start(data, &p.data, 0);
	sg_model_start(info, &it, 0);
	KUNIT_ASSERT_EQ(test, len, sg_walk_read_bounced_atomic(&it, len, &b, &p, check_step));
	KUNIT_ASSERT_FALSE(test, p.wrong);
	sg_model_verify(info);
	sg_test_expect_balanced(test);
}

#define DEPTH	4

enum way_out { BREAK, GOTO, RETURN, WAYS_OUT };

struct descent {
	struct sg_iter	it[DEPTH];
	unsigned int	level;		/* to be left from */
	enum way_out	out;
	bool		left;
	unsigned int	not_blocking[DEPTH];
	size_t		length[DEPTH];
	bool		wrong;
};

/* True if the loop at @level is to be left. */
static bool body(struct descent *d, unsigned int level, struct sg_chunk *c)
{
	d->wrong |= c->length != c->consumed || c->done;
	d->length[level] = c->length;
	d->not_blocking[level] = sg_test_non_blocking();
	d->left = level == d->level;
	return d->left;
}

static void four_deep(struct descent *d)
{
	sg_for_each_read_chunk(c0, &d->it[0], SIZE_MAX) {
		if (body(d, 0, c0)) {
			if (d->out == GOTO)
				goto out;
			if (d->out == RETURN)
				return;
			break;
		}
		sg_for_each_write_chunk(c1, &d->it[1], SIZE_MAX) {
			iosys_map_memset(&c1->map, 0, 0x11, c1->length);
			if (body(d, 1, c1)) {
				if (d->out == GOTO)
					goto out;
				if (d->out == RETURN)
					return;
				break;
			}
			sg_for_each_read_chunk_atomic(c2, &d->it[2], SIZE_MAX) {
				if (body(d, 2, c2)) {
					if (d->out == GOTO)
						goto out;
					if (d->out == RETURN)
						return;
					break;
				}
				sg_for_each_write_chunk_atomic(c3, &d->it[3], SIZE_MAX) {
					iosys_map_memset(&c3->map, 0, 0x33, c3->length);
					if (!body(d, 3, c3))
						continue;
					if (d->out == GOTO)
						goto out;
					if (d->out == RETURN)
						return;
					break;
				}
				if (d->left)
					break;
			}
			if (d->left)
				break;
		}
		if (d->left)
			break;
	}
	d->wrong |= d->out != BREAK;
out:
	d->wrong |= sg_test_non_blocking();
}

/* Whichever loop is left, and how, all that are around it end in good order. */
static void test_ways_out(struct kunit *test)
{
	static const unsigned int depth[DEPTH] = { 0, 0, 1, 2 };
	struct descent *d = sg_model_alloc(test, sizeof(*d));
	size_t chunks[SG_MODEL_CHUNKS], first;
	struct sg_model *m[DEPTH];
	unsigned int i;

	for (i = 0; i < DEPTH; i++)
		m[i] = sg_model_build(test, &sg_test_three_entries);
	for (d->level = 0; d->level < DEPTH; d->level++) {
		for (d->out = 0; d->out < WAYS_OUT; d->out++) {
			for (i = 0; i < DEPTH; i++)
				sg_model_start(m[i], &d->it[i], i * 70);
			d->wrong = false;
			four_deep(d);
			sg_test_expect_balanced(test);
			KUNIT_ASSERT_FALSE(test, d->wrong);
			for (i = 0; i < DEPTH; i++) {
				if (i > d->level) {
					sg_model_expect_at(m[i], &d->it[i], i * 70);
					continue;
				}
				sg_model_chunks(m[i], i * 70, SIZE_MAX, sg_model_by_page(), chunks);
				first = chunks[0];
				KUNIT_ASSERT_EQ(test, first, d->length[i]);
				if (IS_ENABLED(CONFIG_DEBUG_ATOMIC_SLEEP))
					KUNIT_ASSERT_EQ(test, depth[i], d->not_blocking[i]);
				if (i % 2)
					memset(m[i]->data + i * 70, 0x11 * i, first);
				sg_model_expect_at(m[i], &d->it[i], i * 70 + first);
			}
		}
		for (i = 0; i < DEPTH; i++)
			sg_model_verify(m[i]);
	}
}

/* Functions of the library inside of loops */
static void test_calls_in_a_loop(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value);
	struct sg_model *to = sg_test_partner(test, 0);
	size_t n = min(m->size, to->size);
	struct sg_iter outer, src, dst, both;
	bool wrong = false;

	sg_model_start(m, &outer, 0);
	sg_model_start(m, &src, 0);
	sg_model_start(to, &dst, 0);
	sg_model_start(to, &both, 0);
	sg_for_each_read_chunk_atomic(c, &outer, n) {
		struct sg_iter again = src;

		wrong |= sg_iter_copy(&dst, &src, c->length) != c->length;
		wrong |= sg_iter_compare(&both, &again, c->length) != c->length;
	}
	sg_test_expect_balanced(test);
	KUNIT_ASSERT_FALSE(test, wrong);
	memcpy(to->data, m->data, n);
	sg_model_expect_at(m, &outer, n);
	sg_model_expect_at(m, &src, n);
	sg_model_expect_at(to, &dst, n);
	sg_model_verify(to);
	sg_model_verify(m);
}

DEFINE_SUITES(ON_EACH_SHAPE(test_protection),
	      KUNIT_CASE(test_ways_out),
	      ON_EACH_SHAPE(test_calls_in_a_loop));

kunit_test_suites(&suites[0], &suites[1], &suites[2], &suites[3]);
