// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests of what should not be passed: each operation does what it can, says
 * how much that was, and touches nothing else
 */
#include <kunit/static_stub.h>
#include <linux/random.h>

#include "operations.h"
#include "suites.h"

static void operation_name(const struct sg_test_operation *op, char *name)
{
	strscpy(name, op->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(operation, sg_test_operations, operation_name);

#define ON_EACH_OPERATION(test)	KUNIT_CASE_PARAM(test, operation_gen_params)

static const enum sg_memory ram[] = { PAGES };

#define BOUNCE	40
#define UNIT	10

static void prepare(struct sg_test_run *r, const struct sg_test_operation *op,
		    struct sg_model *m, struct sg_model *other)
{
	struct kunit *test = m->test;

	*r = (struct sg_test_run){
		.op = op,
		.m = m,
		.end = SIZE_MAX,
		.buf = sg_model_alloc(test, m->total + 1),
		.bounce = {
			.buf = sg_model_alloc(test, BOUNCE),
			.size = BOUNCE,
			.unit = UNIT,
		},
		.other = other,
	};
	get_random_bytes(r->buf, m->total + 1);
	sg_iter_init(&r->it, m->sgl, m->nents);
	sg_iter_init(&r->other_it, other->sgl, other->nents);
}

/* @n bytes were done, and the positions are just there. */
static void expect_done(struct sg_test_run *r, size_t done, size_t n)
{
	struct kunit *test = r->m->test;

	KUNIT_ASSERT_EQ(test, n, done);
	sg_model_verify(r->m);
	sg_model_verify(r->other);
	if (r->op->pair)
		sg_model_expect_at(r->other, &r->other_it, n);
	sg_test_expect_balanced(test);
}

static struct sg_model *build_ram(struct kunit *test, const struct sg_shape *shape)
{
	sg_model_memory(test, ram, ARRAY_SIZE(ram));
	return sg_model_build(test, shape);
}

static const struct sg_shape other_shape = {
	"", ENTRIES({ 3, 90 }, { 0, 0 }, { 5, 2 * PAGE }),
};

static void test_nothing(struct kunit *test)
{
	const struct sg_shape shape = { "", ENTRIES({ 9, 50 }, { 5, 60 }) };
	struct sg_model *m = build_ram(test, &shape);
	struct sg_model *other = sg_model_build(test, &other_shape);
	struct scatterlist *lists[] = { NULL, NULL, m->sgl };
	const unsigned int nents[] = { 0, 5, 0 };
	const size_t lens[] = { 0, 1, 100, SIZE_MAX };
	struct sg_test_run r;
	unsigned int i, k;

	m->size = 0;
	for (i = 0; i < ARRAY_SIZE(lists); i++) {
		for (k = 0; k < ARRAY_SIZE(lens); k++) {
			prepare(&r, test->param_value, m, other);
			sg_iter_init(&r.it, lists[i], nents[i]);
			r.len = lens[k];
			expect_done(&r, r.op->run(&r), 0);
			KUNIT_ASSERT_EQ(test, 0, sg_iter_count(&r.it));
		}
	}
}

/* More than there is, up to what a size_t can say */
static void test_too_much(struct kunit *test)
{
	const struct sg_shape early_end = {
		"", ENTRIES({ 9, 50 }, { 5, 60 }), .nents = 1000,
	};
	const struct sg_shape few_nents = {
		"", ENTRIES({ 9, 50 }, { 5, 60 }, { 5, 70 }), .nents = 2,
	};
	const struct sg_shape *shapes[] = { &early_end, &few_nents };
	const size_t lens[] = { 111, PAGE_SIZE, LONG_MAX, SIZE_MAX };
	struct sg_model *m, *other;
	struct sg_test_run r;
	unsigned int i, k;

	for (i = 0; i < ARRAY_SIZE(shapes); i++) {
		m = build_ram(test, shapes[i]);
		other = sg_model_build(test, &other_shape);
		for (k = 0; k < ARRAY_SIZE(lens); k++) {
			prepare(&r, test->param_value, m, other);
			r.len = lens[k];
			expect_done(&r, r.op->run(&r), 110);
			KUNIT_ASSERT_EQ(test, 0, sg_iter_count(&r.it));
		}
	}
}

/* The other list ends before this one: by its @nents, or where the CPU cannot go. */
static void other_ends(struct kunit *test, const struct sg_test_operation *op,
		       enum sg_memory end)
{
	const struct sg_shape shape = { "", ENTRIES({ 9, 500 }, { 5, 60 }) };
	const struct sg_shape gap = { "", ENTRIES({ 3, 90 }, { 5, 10 }, { 1, 600 }) };
	const enum sg_memory pattern[] = { PAGES, end, PAGES };
	struct sg_model *m = build_ram(test, &shape);
	struct sg_model *other = sg_model_build_in(test, pattern, 3, &gap);
	struct sg_test_run r;
	size_t done;

	prepare(&r, op, m, other);
	other->size = 90;
	r.len = 300;
	if (end == PAGES) {
		sg_iter_init(&r.other_it, other->sgl, 1);
		done = r.op->run(&r);
	} else {
		WANT_WARNING(test, &sg_test_no_address, done = r.op->run(&r));
	}
	KUNIT_ASSERT_EQ_MSG(test, 90, done, "%s", op->name);
	KUNIT_ASSERT_EQ(test, end == PAGES ? 0 : 610, sg_iter_count(&r.other_it));
	sg_model_verify(m);
	sg_model_verify(other);
	sg_model_expect_at(m, &r.it, 90);
	sg_test_expect_balanced(test);
}

static void test_other_ends(struct kunit *test)
{
	unsigned int i, pairs = 0;

	for (i = 0; i < SG_TEST_OPERATIONS; i++) {
		if (!sg_test_operations[i].pair)
			continue;
		other_ends(test, &sg_test_operations[i], PAGES);
		other_ends(test, &sg_test_operations[i], NO_PAGE);
		pairs++;
	}
	KUNIT_EXPECT_EQ(test, 4, pairs);
}

/* Entries without a CPU address, @before of @m's bytes from its start */
static void try_unreachable(struct kunit *test, const enum sg_memory *pattern, size_t before)
{
	const struct sg_shape shape = { "", ENTRIES({ 9, 50 }, { 5, 60 }, { 7, 70 }) };
	struct sg_model *other, *m;
	struct sg_test_run r;
	size_t done;

	sg_model_memory(test, ram, ARRAY_SIZE(ram));
	other = sg_model_build(test, &other_shape);
	m = sg_model_build_in(test, pattern, 3, &shape);
	prepare(&r, test->param_value, m, other);
	r.len = m->size;
	/* that much of it is data */
	m->size = before;
	WANT_WARNING(test, &sg_test_no_address, done = r.op->run(&r));
	expect_done(&r, done, before);
	KUNIT_ASSERT_EQ(test, m->total - before, sg_iter_count(&r.it));

	/* up to there, there is nothing wrong */
	prepare(&r, test->param_value, m, other);
	r.len = before;
	expect_done(&r, r.op->run(&r), before);
}

/* As the first entry, in the middle, as the last */
static void test_unreachable(struct kunit *test, enum sg_memory memory)
{
	const enum sg_memory first[] = { memory, PAGES, PAGES };
	const enum sg_memory middle[] = { PAGES, memory, PAGES };
	const enum sg_memory last[] = { PAGES, SLAB, memory };

	try_unreachable(test, first, 0);
	try_unreachable(test, middle, 50);
	try_unreachable(test, last, 110);
}

static void test_no_page(struct kunit *test)
{
	test_unreachable(test, NO_PAGE);
}

static void test_device_private_page(struct kunit *test)
{
	sg_model_devmem(test);
	test_unreachable(test, DEVICE_ONLY);
}

static struct kunit_case operation_cases[] = {
	ON_EACH_OPERATION(test_nothing),
	ON_EACH_OPERATION(test_too_much),
	ON_EACH_OPERATION(test_no_page),
	ON_EACH_OPERATION(test_device_private_page),
	{ }
};

static struct kunit_suite operation_suite = {
	.name = "sg_iter_bad_list",
	.test_cases = operation_cases,
};

/* A unit that reaches where the CPU cannot */
static __always_inline size_t fill_step(void *addr, size_t done, size_t len, void *steps)
{
	memset(addr, 0x42, len);
	++*(unsigned int *)steps;
	return len;
}

static __always_inline size_t look_step(const void *addr, size_t done, size_t len,
					void *steps)
{
	++*(unsigned int *)steps;
	return len;
}

static void test_unit_across_unreachable(struct kunit *test)
{
	const struct sg_shape shape = { "", ENTRIES({ 9, 50 }, { 5, 60 }, { 7, 70 }) };
	static const enum sg_memory pattern[] = { PAGES, NO_PAGE, PAGES };
	struct sg_bounce b = { .size = 64, .unit = 16 };
	struct sg_model *m;
	unsigned int steps = 0;
	struct sg_iter it;
	size_t done;

	sg_model_memory(test, pattern, ARRAY_SIZE(pattern));
	m = sg_model_build(test, &shape);
	b.buf = sg_model_alloc(test, b.size);

	sg_model_start(m, &it, 0);
	WANT_WARNING(test, &sg_test_no_address,
		     done = sg_walk_read_bounced(&it, m->size, &b, &steps, look_step));
	KUNIT_EXPECT_EQ(test, 50, done);
	KUNIT_EXPECT_EQ(test, 2, steps);
	KUNIT_EXPECT_EQ(test, 130, sg_iter_count(&it));

	sg_model_start(m, &it, 0);
	WANT_WARNING(test, &sg_test_no_address,
		     done = sg_walk_write_bounced(&it, m->size, &b, &steps, fill_step));
	KUNIT_EXPECT_EQ(test, 50, done);
	KUNIT_EXPECT_EQ(test, 130, sg_iter_count(&it));
	memset(m->data, 0x42, 50);
	sg_model_verify(m);

	memset(m->data, 0, m->total);
	sg_model_store(m);
	sg_model_start(m, &it, 0);
	WANT_WARNING(test, &sg_test_no_address,
		     done = sg_walk_update_bounced(&it, m->size, &b, &steps, fill_step));
	KUNIT_EXPECT_EQ(test, 50, done);
	KUNIT_EXPECT_EQ(test, 130, sg_iter_count(&it));
	memset(m->data, 0x42, 50);
	sg_model_verify(m);
	sg_test_expect_balanced(test);
}

static void test_peek(struct kunit *test)
{
	const struct sg_shape shape = { "", ENTRIES({ 9, 50 }, { 5, 60 }, { 7, 70 }) };
	static const enum sg_memory pattern[] = { PAGES, NO_PAGE, PAGES };
	struct sg_iter it, before;
	const void *bytes;
	struct sg_model *m;
	u8 buf[180];

	sg_iter_init(&it, NULL, 3);
	KUNIT_EXPECT_NULL(test, sg_iter_peek(&it, buf, 1));
	KUNIT_EXPECT_NOT_NULL(test, sg_iter_peek(&it, buf, 0));

	sg_model_memory(test, pattern, ARRAY_SIZE(pattern));
	m = sg_model_build(test, &shape);
	sg_model_start(m, &it, 40);
	before = it;
	bytes = sg_iter_peek(&it, buf, 10);
	KUNIT_ASSERT_NOT_NULL(test, bytes);
	KUNIT_EXPECT_MEMEQ(test, bytes, m->data + 40, 10);
	WANT_WARNING(test, &sg_test_no_address, bytes = sg_iter_peek(&it, buf, 11));
	KUNIT_EXPECT_NULL(test, bytes);
	KUNIT_EXPECT_MEMEQ(test, &it, &before, sizeof(it));

	sg_model_start(m, &it, 50);
	WANT_WARNING(test, &sg_test_no_address, bytes = sg_iter_peek(&it, buf, 1));
	KUNIT_EXPECT_NULL(test, bytes);
	sg_model_verify(m);
	sg_test_expect_balanced(test);
}

/* A step that claims more than it was given, in the list and in the buffer */
static __always_inline size_t greedy_step(const void *addr, size_t done, size_t len,
					  void *steps)
{
	++*(unsigned int *)steps;
	return done ? SIZE_MAX : len + 1;
}

static __always_inline size_t greedy_write_step(void *addr, size_t done, size_t len,
						void *steps)
{
	memset(addr, 0x42, len);
	return greedy_step(addr, done, len, steps);
}

static void greedy(struct kunit *test, const struct sg_shape *shape,
		   struct sg_test_wanted *too_much_atomic, struct sg_test_wanted *too_much)
{
	struct sg_model *m = build_ram(test, shape);
	struct sg_bounce b = { .size = 16, .unit = 16 };
	unsigned int steps = 0;
	struct sg_iter it;
	size_t done;

	b.buf = sg_model_alloc(test, b.size);
	sg_model_start(m, &it, 0);
	WANT_WARNING(test, too_much_atomic,
		     done = sg_walk_read_bounced_atomic(&it, 32, &b, &steps, greedy_step));
	KUNIT_EXPECT_EQ(test, 32, done);
	KUNIT_EXPECT_EQ(test, m->count == 1 ? 1 : 2, steps);
	sg_model_expect_at(m, &it, 32);

	sg_model_start(m, &it, 0);
	WANT_WARNING(test, too_much,
		     done = sg_walk_write_bounced(&it, 32, &b, &steps,
						  greedy_write_step));
	KUNIT_EXPECT_EQ(test, 32, done);
	memset(m->data, 0x42, 32);
	sg_model_expect_at(m, &it, 32);
	sg_model_verify(m);
	sg_test_expect_balanced(test);
}

static void test_greedy_bounced_step(struct kunit *test)
{
	const struct sg_shape in_list = { "", ENTRIES({ 1, 50 }) };
	const struct sg_shape in_buffer = { "", ENTRIES({ 1, 8 }, { 2, 15 }, { 3, 20 }) };
	static struct sg_test_wanted of_all = { "claimed more than all there is" };
	static struct sg_test_wanted of_list = { "claimed more than the list's" };
	static struct sg_test_wanted of_buffer = { "claimed more than the buffer's" };

	greedy(test, &in_list, sg_model_by_page() ? &of_list : &of_all, &of_list);
	greedy(test, &in_buffer, &of_buffer, &of_buffer);
}

/* A buffer that does not hold a unit */
static void test_small_buffer(struct kunit *test)
{
	static struct sg_test_wanted small = { "buffer does not hold a unit" };
	const struct sg_bounce bounces[] = {
		{ .size = 15, .unit = 16 },
		{ .size = 0, .unit = 0 },
		{ .size = 1, .unit = SIZE_MAX },
	};
	const struct sg_shape shape = { "", ENTRIES({ 1, 80 }, { 2, 30 }) };
	struct sg_model *m = build_ram(test, &shape);
	unsigned int i, steps = 0;
	struct sg_iter it;
	size_t done;

	for (i = 0; i < ARRAY_SIZE(bounces); i++) {
		sg_model_start(m, &it, 3);
		WANT_WARNING(test, &small,
			     done = sg_walk_read_bounced(&it, 40, &bounces[i], &steps, look_step));
		KUNIT_EXPECT_EQ(test, 0, done);
		sg_model_expect_at(m, &it, 3);

		WANT_WARNING(test, &small,
			     done = sg_walk_write_bounced_atomic(&it, 40, &bounces[i], &steps,
								 fill_step));
		KUNIT_EXPECT_EQ(test, 0, done);
		sg_model_expect_at(m, &it, 3);
	}
	KUNIT_EXPECT_EQ(test, 0, steps);
	sg_model_verify(m);
	sg_test_expect_balanced(test);
}

static struct kunit_case bad_cases[] = {
	KUNIT_CASE(test_other_ends),
	KUNIT_CASE(test_unit_across_unreachable),
	KUNIT_CASE(test_peek),
	KUNIT_CASE(test_greedy_bounced_step),
	KUNIT_CASE(test_small_buffer),
	{ }
};

static struct kunit_suite bad_suite = {
	.name = "sg_iter_bad_call",
	.test_cases = bad_cases,
};

kunit_test_suites(&operation_suite, &bad_suite);
