// SPDX-License-Identifier: GPL-2.0-only
/*
 * Random lists, on which random operations do what they do to an array
 */
#include <linux/moduleparam.h>
#include <linux/prandom.h>
#include <linux/random.h>

#include "suites.h"

static unsigned long long seed;
module_param(seed, ullong, 0444);
MODULE_PARM_DESC(seed, "of the random test, to repeat a run (0: a new one)");

static unsigned int rounds = 400;
module_param(rounds, uint, 0444);
MODULE_PARM_DESC(rounds, "of the random test: lists that are built");

#define MAX_ENTRIES	8
#define MAX_LENGTH	(3 * PAGE)
#define OPERATIONS	50

static size_t below(struct rnd_state *rnd, size_t end)
{
	return prandom_u32_state(rnd) % end;
}

/* Short ones more often than long ones */
static size_t length_below(struct rnd_state *rnd, size_t end)
{
	return below(rnd, below(rnd, end) + 1);
}

static void make_shape(struct rnd_state *rnd, struct sg_shape *shape,
		       struct sg_shape_entry *entries, enum sg_memory *pattern,
		       unsigned int memories)
{
	unsigned int i;

	*shape = (struct sg_shape){
		.entries = entries,
		.count = 1 + below(rnd, MAX_ENTRIES),
		.unended = below(rnd, 2),
	};
	for (i = 0; i < shape->count; i++) {
		entries[i] = (struct sg_shape_entry){
			.offset = length_below(rnd, MAX_LENGTH),
			.length = length_below(rnd, below(rnd, 3) ? MAX_LENGTH : 20),
			.linked = i && !below(rnd, 4),
		};
		pattern[i] = below(rnd, memories);
	}
	if (below(rnd, 2))
		shape->nents = 1 + below(rnd, shape->count);
	else if (!shape->unended)
		shape->nents = shape->count + below(rnd, 3);
}

static size_t operate(struct rnd_state *rnd, struct sg_model *m, struct sg_iter *it,
		      size_t pos, struct sg_test_walk *w)
{
	const struct sg_test_fifo *f = &sg_test_fifo_accessors[below(rnd, SG_TEST_WIDTHS)];
	const struct sg_test_way *way = &sg_test_ways[below(rnd, SG_TEST_WAYS)];
	size_t len = length_below(rnd, m->size - pos + 20);
	size_t n = sg_model_available(m, pos, len);
	struct kunit *test = m->test;
	u8 *data = m->data + pos;

	prandom_bytes_state(rnd, w->buf, len);
	switch (below(rnd, 8)) {
	case 0:
		pos = below(rnd, m->size + 1);
		sg_model_start(m, it, pos);
		return pos;
	case 1:
		KUNIT_ASSERT_EQ(test, n, sg_iter_skip(it, len));
		break;
	case 2:
		KUNIT_ASSERT_EQ(test, n, sg_iter_copy_to_buf(it, w->buf, len));
		sg_test_expect_same(test, w->buf, data, n);
		break;
	case 3:
		KUNIT_ASSERT_EQ(test, n, sg_iter_copy_from_buf(it, w->buf, len));
		memcpy(data, w->buf, n);
		break;
	case 4:
		KUNIT_ASSERT_EQ(test, n, sg_iter_zero(it, len));
		memset(data, 0, n);
		break;
	case 5:
		*w = (struct sg_test_walk){
			.buf = w->buf, .budget = below(rnd, 2 * len + 1),
		};
		n = min(n, w->budget);
		KUNIT_ASSERT_EQ(test, n, sg_test_walk(way, it, len, w));
		if (way->write)
			memcpy(data, w->buf, n);
		else
			sg_test_expect_same(test, w->buf, data, n);
		break;
	case 6:
		memcpy(sg_device.fifo, w->buf, n);
		sg_device_fifo_start(f->width);
		KUNIT_ASSERT_EQ(test, n, f->read(it, NULL, len));
		KUNIT_ASSERT_EQ(test, DIV_ROUND_UP(n, f->width), sg_device.words);
		memcpy(data, sg_device.fifo, n);
		break;
	case 7:
		sg_device_fifo_start(f->width);
		KUNIT_ASSERT_EQ(test, n, f->write(it, NULL, len));
		KUNIT_ASSERT_EQ(test, DIV_ROUND_UP(n, f->width), sg_device.words);
		sg_test_expect_same(test, sg_device.fifo, data, n);
		break;
	}
	sg_model_expect_at(m, it, pos + n);
	sg_model_verify(m);
	sg_test_expect_balanced(test);
	return pos + n;
}

static void test_random(struct kunit *test)
{
	unsigned int i, j, memories = sg_device_missing() ? IOMEM : IOMEM + 1;
	struct sg_test_walk *w = sg_model_alloc(test, sizeof(*w));
	struct sg_shape_entry entries[MAX_ENTRIES];
	enum sg_memory pattern[MAX_ENTRIES];
	u64 first = seed ?: get_random_u64();
	struct rnd_state rnd;
	struct sg_shape shape;
	struct sg_model *m;
	struct sg_iter it;
	size_t pos;

	kunit_info(test, "sg_iter_kunit.seed=%llu sg_iter_kunit.rounds=%u", first, rounds);
	w->buf = sg_model_alloc(test, MAX_ENTRIES * MAX_LENGTH + 20);
	sg_model_memory(test, pattern, ARRAY_SIZE(pattern));
	sg_model_devmem(test);
	for (i = 0; i < rounds; i++) {
		prandom_seed_state(&rnd, first + i);
		make_shape(&rnd, &shape, entries, pattern, memories);
		m = sg_model_build(test, &shape);
		pos = 0;
		sg_model_start(m, &it, pos);
		for (j = 0; j < OPERATIONS; j++)
			pos = operate(&rnd, m, &it, pos, w);
		sg_model_free(m);
	}
}

static struct kunit_case random_cases[] = {
	KUNIT_CASE(test_random),
	{ }
};

static struct kunit_suite random_suite = {
	.name = "sg_iter_random",
	.test_cases = random_cases,
};

kunit_test_suites(&random_suite);
