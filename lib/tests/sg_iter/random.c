// SPDX-License-Identifier: GPL-2.0-only
/*
 * Random lists, on which random operations do what they do to an array
 */
#include <linux/math64.h>
#include <linux/moduleparam.h>
#include <linux/prandom.h>
#include <linux/random.h>

#include "operations.h"
#include "suites.h"

static unsigned long long seed;
module_param(seed, ullong, 0444);
MODULE_PARM_DESC(seed, "of the random test, to repeat a run (0: a new one)");

static unsigned int rounds = 400;
module_param(rounds, uint, 0444);
MODULE_PARM_DESC(rounds, "of the random test: lists that are built");

#define MAX_ENTRIES	8
#define MAX_LENGTH	(3 * PAGE)
#define MAX_BOUNCE	1200
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
		       struct sg_shape_entry *entries, enum sg_memory *pattern)
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
		pattern[i] = below(rnd, IOMEM + 1);
	}
	if (below(rnd, 2))
		shape->nents = 1 + below(rnd, shape->count);
	else if (!shape->unended)
		shape->nents = shape->count + below(rnd, 3);
}

/* What the tests of a list share */
struct lists {
	struct sg_model		*m;
	struct sg_model		*other;
	struct sg_iter		it;
	size_t			pos;
	u8			*buf;
	u8			*bounce;	/* MAX_BOUNCE bytes */
};

static struct sg_model *make_list(struct kunit *test, struct rnd_state *rnd)
{
	struct sg_shape_entry entries[MAX_ENTRIES];
	enum sg_memory pattern[MAX_ENTRIES];
	struct sg_shape shape;

	make_shape(rnd, &shape, entries, pattern);
	return sg_model_build_in(test, pattern, ARRAY_SIZE(pattern), &shape);
}

static void skip(struct lists *l, size_t len)
{
	size_t n = sg_model_available(l->m, l->pos, len);

	KUNIT_ASSERT_EQ(l->m->test, n, sg_iter_skip(&l->it, len));
	l->pos += n;
}

static void peek(struct lists *l, size_t len)
{
	const u8 *bytes = sg_iter_peek(&l->it, l->buf, len);
	struct kunit *test = l->m->test;

	KUNIT_ASSERT_EQ(test, len <= l->m->size - l->pos, !!bytes);
	if (bytes)
		sg_test_expect_same(test, bytes, l->m->data + l->pos, len);
}

static void run(struct rnd_state *rnd, struct lists *l, size_t len)
{
	struct sg_test_run r = {
		.op = &sg_test_operations[below(rnd, SG_TEST_OPERATIONS)],
		.m = l->m, .it = l->it, .pos = l->pos, .len = len,
		.end = below(rnd, 3) ? SIZE_MAX : below(rnd, len + 1),
		.buf = l->buf, .other = l->other,
	};
	struct kunit *test = l->m->test;
	size_t n;

	prandom_bytes_state(rnd, r.buf, sg_model_available(r.m, r.pos, len));
	r.bounce.unit = below(rnd, 2) ? below(rnd, 20) : below(rnd, MAX_BOUNCE / 2);
	r.bounce.size = max(r.bounce.unit, 1) + below(rnd, MAX_BOUNCE / 2);
	/* KASAN sees what is past it */
	r.bounce.buf = l->bounce + MAX_BOUNCE - r.bounce.size;
	if (r.op->pair) {
		r.other_pos = below(rnd, r.other->size + 1);
		sg_model_start(r.other, &r.other_it, r.other_pos);
	}

	n = sg_test_expected(&r);
	KUNIT_ASSERT_EQ_MSG(test, n, r.op->run(&r), "%s", r.op->name);
	l->it = r.it;
	l->pos += n;
	if (r.op->pair) {
		sg_model_expect_at(r.other, &r.other_it, r.other_pos + n);
		sg_model_verify_range(r.other, r.other_pos, n);
	}
}

static void operate(struct rnd_state *rnd, struct lists *l)
{
	size_t len = length_below(rnd, l->m->size - l->pos + 20), pos = l->pos;

	switch (below(rnd, SG_TEST_OPERATIONS / 2)) {
	case 0:
	case 1:
		l->pos = below(rnd, l->m->size + 1);
		sg_model_start(l->m, &l->it, l->pos);
		break;
	case 2:
		skip(l, len);
		break;
	case 3:
		peek(l, len);
		break;
	default:
		run(rnd, l, len);
		break;
	}
	sg_model_expect_at(l->m, &l->it, l->pos);
	if (pos <= l->pos)
		sg_model_verify_range(l->m, pos, l->pos - pos);
	sg_test_expect_balanced(l->m->test);
}

/* KUnit gives up a test after some minutes: many rounds are done by several. */
static const unsigned int parts[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 };

static void describe_part(const unsigned int *part, char *desc)
{
	snprintf(desc, KUNIT_PARAM_DESC_SIZE, "part %u", *part);
}

KUNIT_ARRAY_PARAM(part, parts, describe_part);

static unsigned int first_round(unsigned int part)
{
	return mul_u64_u32_div(rounds, part, ARRAY_SIZE(parts));
}

static u64 first;

static int random_suite_init(struct kunit_suite *suite)
{
	first = seed ?: get_random_u64();
	return 0;
}

static void test_random(struct kunit *test)
{
	unsigned int part = *(const unsigned int *)test->param_value;
	unsigned int i, k, end = first_round(part + 1);
	struct rnd_state rnd;
	struct lists l;
	u64 start;

	kunit_info(test, "sg_iter_kunit.seed=%llu sg_iter_kunit.rounds=%u", first, rounds);
	l.buf = sg_model_alloc(test, MAX_ENTRIES * MAX_LENGTH + 20);
	l.bounce = sg_model_alloc(test, MAX_BOUNCE);
	sg_model_memory(test, NULL, 0);
	sg_model_devmem(test);
	start = ktime_get_ns();
	for (i = first_round(part); i < end; i++) {
		prandom_seed_state(&rnd, first + i);
		l.m = make_list(test, &rnd);
		l.other = make_list(test, &rnd);
		l.pos = 0;
		sg_model_start(l.m, &l.it, l.pos);
		for (k = 0; k < OPERATIONS; k++) {
			operate(&rnd, &l);
			/* more often than that would take most of the time */
			if (k % 10 == 9) {
				sg_model_verify(l.m);
				sg_model_verify(l.other);
			}
		}
		sg_model_free(l.m);
		sg_model_free(l.other);
		cond_resched();
	}
	kunit_info(test, "%u operations in %llu ms", (end - first_round(part)) * OPERATIONS,
		   div_u64(ktime_get_ns() - start, NSEC_PER_MSEC));
}

static struct kunit_case random_cases[] = {
	KUNIT_CASE_PARAM(test_random, part_gen_params),
	{ }
};

static struct kunit_suite random_suite = {
	.name = "sg_iter_random",
	.suite_init = random_suite_init,
	.test_cases = random_cases,
};

kunit_test_suites(&random_suite);
