// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests of bounced walks: sg_walk_read_bounced() and the like
 */
#include <linux/random.h>

#include "bounced.h"
#include "suites.h"

const struct sg_test_bounced_way sg_test_bounced_ways[SG_TEST_BOUNCED_WAYS] = {
	{ .read = true,		.write = false,	.atomic = false },
	{ .read = true,		.write = false,	.atomic = true },
	{ .read = false,	.write = true,	.atomic = false },
	{ .read = false,	.write = true,	.atomic = true },
	{ .read = true,		.write = true,	.atomic = false },
	{ .read = true,		.write = true,	.atomic = true },
};

/* Bytes that the next step is to get, and whether where they are */
static size_t next_step(const struct sg_test_bounced *w, size_t done, bool *in_place)
{
	size_t pos = w->start + done, left = w->len - done, unit = w->bounce.unit ?: 1;
	struct sg_segment *s = sg_model_segment_at(w->m, pos);
	size_t chunk = min3(s->start + s->length - pos, left,
			    w->atomic ? SIZE_MAX : SG_CHUNK_MAX), n;

	*in_place = false;
	if (s->memory == IOMEM)
		return min3(clamp(rounddown(chunk, unit), unit,
				  rounddown(w->bounce.size, unit)),
			    left, w->m->size - pos);

	if (sg_model_by_page())
		chunk = min(chunk, PAGE_SIZE -
				   offset_in_page(s->sg->offset + pos - s->start));
	n = chunk == left ? chunk : rounddown(chunk, unit);
	*in_place = n;
	return n ?: min3(unit, left, w->m->size - pos);
}

static void check_step(struct sg_test_bounced *w, const u8 *addr, size_t done, size_t len)
{
	const u8 *buf = w->bounce.buf;
	struct sg_segment *s;
	bool in_place;
	size_t at;

	w->steps++;
	w->atomic_steps += sg_test_non_blocking();
	w->wrong |= done != w->done || done >= sg_model_available(w->m, w->start, w->len);
	if (w->wrong)
		return;
	w->wrong |= len != next_step(w, done, &in_place);
	if (!in_place) {
		w->bounced++;
		w->wrong |= addr != buf || len > w->bounce.size;
		return;
	}
	w->wrong |= addr >= buf && addr < buf + w->bounce.size;
	s = sg_model_segment_at(w->m, w->start + done);
	at = s->offset + w->start + done - s->start;
	if (s->kernel)
		w->wrong |= !sg_model_by_page() && addr != s->kernel + at;
	else
		w->wrong |= offset_in_page(addr) != offset_in_page(at);
	if (!s->kernel && !sg_model_by_page())
		w->wrong |= addr != (u8 *)page_address(s->page) + at;
}

static size_t consume(struct sg_test_bounced *w, size_t done, size_t len)
{
	size_t n = min(len, w->budget - done);

	w->done += n;
	return n;
}

static __always_inline size_t read_step(const void *addr, size_t done, size_t len,
					void *priv)
{
	struct sg_test_bounced *w = priv;

	check_step(w, addr, done, len);
	if (!w->wrong)
		memcpy(w->buf + done, addr, len);
	return consume(w, done, len);
}

static __always_inline size_t write_step(void *addr, size_t done, size_t len, void *priv)
{
	struct sg_test_bounced *w = priv;
	size_t n, i;
	u8 *to = addr;

	check_step(w, addr, done, len);
	n = consume(w, done, len);
	if (w->wrong)
		return n;
	if (!w->read) {
		memcpy(to, w->buf + done, n);
	} else {
		memcpy(w->buf + done, to, len);
		for (i = 0; i < n; i++)
			to[i] = SG_TEST_UPDATED(to[i]);
	}
	/* what is not consumed is not written back */
	if (addr == w->bounce.buf)
		memset(to + n, 0x99, len - n);
	return n;
}

size_t sg_test_walk_bounced(const struct sg_test_bounced_way *way, struct sg_iter *it,
			    struct sg_test_bounced *w)
{
	const struct sg_bounce *b = &w->bounce;
	size_t len = w->len;

	w->read = way->read;
	w->write = way->write;
	w->atomic = way->atomic;
	if (!way->write && !way->atomic)
		return sg_walk_read_bounced(it, len, b, w, read_step);
	if (!way->write)
		return sg_walk_read_bounced_atomic(it, len, b, w, read_step);
	if (!way->read && !way->atomic)
		return sg_walk_write_bounced(it, len, b, w, write_step);
	if (!way->read)
		return sg_walk_write_bounced_atomic(it, len, b, w, write_step);
	if (!way->atomic)
		return sg_walk_update_bounced(it, len, b, w, write_step);
	return sg_walk_update_bounced_atomic(it, len, b, w, write_step);
}

/* As it is after steps that updated @n bytes */
static void model_updated(struct sg_model *m, size_t pos, size_t n)
{
	for (; n--; pos++)
		m->data[pos] = SG_TEST_UPDATED(m->data[pos]);
}

static void test_one(const struct sg_test_bounced_way *way, struct sg_test_bounced *w)
{
	size_t n = min(sg_model_available(w->m, w->start, w->len), w->budget);
	unsigned int reads = sg_device.reads, writes = sg_device.writes;
	struct sg_model *m = w->m;
	struct kunit *test = m->test;
	struct sg_iter it;

	memset(w->bounce.buf, 0xee, w->bounce.size);
	w->done = 0;
	w->steps = 0;
	w->atomic_steps = 0;
	w->bounced = 0;
	if (way->write && !way->read)
		get_random_bytes(w->buf, n);
	sg_model_start(m, &it, w->start);
	KUNIT_ASSERT_EQ(test, n, sg_test_walk_bounced(way, &it, w));

	KUNIT_ASSERT_EQ(test, n, w->done);
	KUNIT_ASSERT_FALSE(test, w->wrong);
	sg_test_expect_context(test, w->atomic_steps, w->steps, way->atomic);
	if (!way->read)
		KUNIT_ASSERT_EQ(test, reads, sg_device.reads);
	if (!way->write)
		KUNIT_ASSERT_EQ(test, writes, sg_device.writes);
	if (!w->bounced)
		sg_test_expect_untouched(test, w->bounce.buf,
					 w->bounce.buf + w->bounce.size);
	if (way->read)
		sg_test_expect_same(test, w->buf, m->data + w->start, n);
	if (way->read && way->write)
		model_updated(m, w->start, n);
	else if (way->write)
		memcpy(m->data + w->start, w->buf, n);
	sg_model_expect_at(m, &it, w->start + n);
	if (way->write)
		sg_model_verify(m);
}

/* Walks that go all the way, end at once, in the middle, in the middle of a unit */
static void test_budgets(struct sg_test_bounced *w)
{
	size_t n = sg_model_available(w->m, w->start, w->len);
	size_t unit = w->bounce.unit ?: 1;
	const size_t budgets[] = {
		SIZE_MAX, 0, n / 2 + 1, rounddown(n, unit) - min(rounddown(n, unit), 1),
	};
	unsigned int i, k;

	for (i = 0; i < SG_TEST_BOUNCED_WAYS; i++) {
		for (k = 0; k < ARRAY_SIZE(budgets); k++) {
			w->budget = budgets[k];
			test_one(&sg_test_bounced_ways[i], w);
		}
	}
}

static void test_unit(struct sg_model *m, struct sg_test_bounced *w, size_t unit)
{
	const size_t sizes[] = {
		unit ?: 1, 3 * unit + unit / 2 + 64, 2 * unit + 512,
	};
	struct kunit *test = m->test;
	size_t starts[] = { 0, m->size / 3 };
	size_t lens[] = { m->size + 7, m->size / 2 };
	unsigned int i, j, k;
	u8 *room;

	for (i = 0; i < ARRAY_SIZE(sizes); i++) {
		/* of just that size: KASAN sees what is past it */
		room = sg_model_alloc(test, sizes[i]);
		w->bounce = (struct sg_bounce){
			.buf = room, .size = sizes[i], .unit = unit,
		};
		for (j = 0; j < ARRAY_SIZE(starts); j++) {
			for (k = 0; k < ARRAY_SIZE(lens); k++) {
				w->start = min(starts[j], m->size);
				/* a step for each byte takes its time */
				w->len = sizes[i] > 16 ? lens[k] : min(lens[k], 300);
				test_budgets(w);
			}
		}
		kunit_kfree(test, room);
	}
}

static void test_bounced(struct kunit *test)
{
	static const size_t units[] = { 0, 1, 2, 3, 16, 512, 2 * PAGE_SIZE + 100 };
	struct sg_model *m = sg_model_build(test, test->param_value);
	struct sg_test_bounced w = {
		.m = m, .buf = sg_model_alloc(test, m->size + 1),
	};
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(units); i++)
		test_unit(m, &w, units[i]);
	sg_model_verify(m);
}

/* What a caller has on its stack is as good. */
static void test_defined(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value);
	struct sg_test_bounced w = {
		.m = m, .buf = sg_model_alloc(test, m->size + 1), .len = m->size,
	};
	DEFINE_SG_BOUNCE(bytes, 1);
	DEFINE_SG_BOUNCE(blocks, 24);
	DEFINE_SG_BOUNCE(sectors, 512);
	const struct sg_bounce *bounces[] = { &bytes, &blocks, &sectors };
	static const size_t units[] = { 1, 24, 512 };
	static const size_t sizes[] = { 128, 144, 512 };
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(bounces); i++) {
		w.bounce = *bounces[i];
		KUNIT_EXPECT_EQ(test, units[i], w.bounce.unit);
		KUNIT_ASSERT_EQ(test, sizes[i], w.bounce.size);
		KUNIT_EXPECT_TRUE(test, IS_ALIGNED((unsigned long)w.bounce.buf, 8));
		test_budgets(&w);
	}
}

DEFINE_SUITES(ON_EACH_SHAPE(test_bounced),
	      ON_EACH_SHAPE(test_defined));

kunit_test_suites(&suites[0], &suites[1], &suites[2], &suites[3]);
