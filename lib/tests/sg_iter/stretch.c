// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests of how long others wait for the CPU: of entries that are longer than a
 * chunk of a sleeping walk may be, and of preemption
 */
#include <linux/irqflags.h>
#include <linux/preempt.h>
#include <linux/random.h>

#include "operations.h"
#include "suites.h"

static const struct sg_shape long_entries = {
	"", ENTRIES({ 1, 100 }, { 3, 2 * SG_CHUNK_MAX + 5000 }, { 2, SG_CHUNK_MAX + 1 }),
};

/* Cuts chunks where a sleeping walk does. */
static unsigned int bound(const size_t *chunks, unsigned int n, size_t *bounded)
{
	unsigned int i, count = 0;
	size_t left;

	for (i = 0; i < n; i++) {
		for (left = chunks[i]; left > SG_CHUNK_MAX; left -= SG_CHUNK_MAX)
			bounded[count++] = SG_CHUNK_MAX;
		bounded[count++] = left;
	}
	return count;
}

static void test_chunks(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, &long_entries);
	/* from the last one on the long entry has just twice the bound */
	const size_t starts[] = { 0, 99, 5100 };
	size_t chunks[SG_MODEL_CHUNKS], bounded[2 * SG_MODEL_CHUNKS], start, len;
	struct sg_test_walk *w = sg_model_alloc(test, sizeof(*w));
	u8 *buf = sg_model_alloc(test, m->size);
	unsigned int i, n;
	struct sg_iter it;

	for (i = 0; i < SG_TEST_WAYS * ARRAY_SIZE(starts); i++) {
		const struct sg_test_way *way = &sg_test_ways[i % SG_TEST_WAYS];

		start = starts[i / SG_TEST_WAYS];
		len = m->size - start;
		n = sg_model_chunks(m, start, len, sg_model_by_page(), chunks);
		if (!way->atomic) {
			n = bound(chunks, n, bounded);
			memcpy(chunks, bounded, sizeof(chunks));
		}
		get_random_bytes(buf, m->size);
		*w = (struct sg_test_walk){ .buf = buf, .budget = SIZE_MAX };
		sg_model_start(m, &it, start);
		KUNIT_ASSERT_EQ(test, len, sg_test_walk(way, &it, len, w));
		KUNIT_ASSERT_EQ(test, n, w->steps);
		KUNIT_ASSERT_MEMEQ(test, chunks, w->chunks, n * sizeof(*chunks));
		KUNIT_ASSERT_FALSE(test, w->wrong_done);
		sg_model_expect_at(m, &it, m->size);
		if (way->write)
			memcpy(m->data + start, buf, len);
		else
			sg_test_expect_same(test, buf, m->data + start, len);
		sg_model_verify(m);
	}
}

/* The bound is neither a multiple of the unit nor of a word's place. */
static void test_operations(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, &long_entries);
	struct sg_model *other = sg_test_other(test, 0, &long_entries);
	struct sg_test_run r;
	unsigned int i;

	for (i = 0; i < SG_TEST_OPERATIONS; i++) {
		r = (struct sg_test_run){
			.op = &sg_test_operations[i], .m = m,
			.len = min_t(size_t, m->size, SG_DEVICE_FIFO_SIZE), .end = SIZE_MAX,
			.buf = sg_model_alloc(test, m->size), .other = other,
			.bounce = { .buf = sg_model_alloc(test, 64), .size = 64, .unit = 48 },
		};
		get_random_bytes(r.buf, m->size);
		sg_model_start(m, &r.it, 0);
		sg_model_start(other, &r.other_it, 0);
		KUNIT_ASSERT_EQ_MSG(test, r.len, r.op->run(&r), "%s", r.op->name);
		sg_model_expect_at(m, &r.it, r.len);
		sg_model_verify(m);
		sg_model_verify(other);
	}
}

struct context {
	int		preempt_count;
	bool		irqs_off;
	unsigned int	steps;
	unsigned int	other;		/* in another context */
};

static void see(struct context *seen)
{
	seen->steps++;
	seen->other += preempt_count() != seen->preempt_count ||
		       irqs_disabled() != seen->irqs_off;
}

static __always_inline size_t see_read(const void *addr, size_t done, size_t len, void *seen)
{
	see(seen);
	return len;
}

static __always_inline size_t see_io_read(const void __iomem *addr, size_t done, size_t len,
					  void *seen)
{
	see(seen);
	return len;
}

static __always_inline size_t see_write(void *addr, size_t done, size_t len, void *seen)
{
	memset(addr, 0, len);
	see(seen);
	return len;
}

static __always_inline size_t see_io_write(void __iomem *addr, size_t done, size_t len,
					   void *seen)
{
	memset_io(addr, 0, len);
	see(seen);
	return len;
}

/* Steps and bodies may be preempted whenever those may who walk. */
static void test_nothing_disables_preemption(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, &sg_test_three_entries);
	struct sg_bounce b = { .size = 250, .unit = 200 };
	struct context seen = { };
	struct sg_iter it;
	unsigned int i;

	b.buf = sg_model_alloc(test, b.size);
	memset(m->data, 0, m->size);
	sg_model_store(m);
	seen.preempt_count = preempt_count();
	seen.irqs_off = irqs_disabled();
	for (i = 0; i < 2; i++) {
		sg_model_start(m, &it, 0);
		sg_walk_read_atomic(&it, m->size, &seen, see_read, see_io_read);
		sg_model_start(m, &it, 0);
		sg_walk_write_atomic(&it, m->size, &seen, see_write, see_io_write);
		sg_model_start(m, &it, 0);
		sg_walk_read_bounced_atomic(&it, m->size, &b, &seen, see_read);
		sg_model_start(m, &it, 0);
		sg_walk_write_bounced_atomic(&it, m->size, &b, &seen, see_write);
		sg_model_start(m, &it, 0);
		sg_for_each_read_chunk_atomic(c, &it, m->size)
			see(&seen);
		if (!i)
			KUNIT_EXPECT_EQ(test, 0, seen.other);
		/* what this sees, it tells apart */
		seen.other = 0;
		seen.irqs_off = !seen.irqs_off;
	}
	seen.other = 0;
	seen.steps = 0;
	seen.irqs_off = irqs_disabled();
	sg_model_start(m, &it, 0);
	sg_walk_read(&it, m->size, &seen, see_read, see_io_read);
	KUNIT_EXPECT_GE(test, seen.steps, 3);
	KUNIT_EXPECT_EQ(test, 0, seen.other);
	sg_model_verify(m);
}

DEFINE_SUITES(KUNIT_CASE(test_chunks),
	      KUNIT_CASE(test_operations),
	      KUNIT_CASE(test_nothing_disables_preemption));

kunit_test_suites(&suites[0], &suites[1], &suites[2], &suites[3]);
