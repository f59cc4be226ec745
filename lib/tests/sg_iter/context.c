// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests of the context that walks run in: atomic or sleeping
 */
#include <linux/delay.h>
#include <linux/random.h>
#include <linux/sched.h>

#include "operations.h"
#include "suites.h"

static __always_inline size_t sleeping_step(const void *addr, size_t done, size_t len,
					    void *priv)
{
	usleep_range(50, 100);
	memcpy(priv + done, addr, len);
	return len;
}

static __always_inline size_t sleeping_io_step(const void __iomem *addr, size_t done,
					       size_t len, void *priv)
{
	usleep_range(50, 100);
	memcpy_fromio(priv + done, addr, len);
	return len;
}

static void test_steps_may_sleep(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, &sg_test_three_entries);
	u8 *buf = sg_model_alloc(test, m->size);
	struct sg_iter it;

	sg_model_start(m, &it, 0);
	KUNIT_EXPECT_EQ(test, m->size, sg_walk_read(&it, m->size, buf, sleeping_step,
						    sleeping_io_step));
	sg_test_expect_same(test, buf, m->data, m->size);
	sg_model_start(m, &it, 0);
	sg_for_each_write_chunk(c, &it, m->size) {
		usleep_range(50, 100);
		iosys_map_memset(&c->map, 0, 0, c->length);
		usleep_range(50, 100);
	}
	memset(m->data, 0, m->size);
	sg_model_verify(m);
	sg_test_expect_balanced(test);
}

static __always_inline size_t sleeping_write_step(void *addr, size_t done, size_t len,
						  void *priv)
{
	usleep_range(50, 100);
	memcpy(addr, priv + done, len);
	return len;
}

/* In the list, in the buffer */
static void test_bounced_steps_may_sleep(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, &sg_test_three_entries);
	struct sg_bounce b = { .size = 250, .unit = 200 };
	u8 *buf = sg_model_alloc(test, m->size);
	struct sg_iter it;

	b.buf = sg_model_alloc(test, b.size);
	sg_model_start(m, &it, 0);
	KUNIT_EXPECT_EQ(test, m->size, sg_walk_read_bounced(&it, m->size, &b, buf,
							    sleeping_step));
	sg_test_expect_same(test, buf, m->data, m->size);

	get_random_bytes(buf, m->size);
	sg_model_start(m, &it, 0);
	KUNIT_EXPECT_EQ(test, m->size, sg_walk_write_bounced(&it, m->size, &b, buf,
							     sleeping_write_step));
	memcpy(m->data, buf, m->size);
	sg_model_verify(m);

	get_random_bytes(buf, m->size);
	sg_model_start(m, &it, 0);
	KUNIT_EXPECT_EQ(test, m->size, sg_walk_update_bounced(&it, m->size, &b, buf,
							      sleeping_write_step));
	memcpy(m->data, buf, m->size);
	sg_model_verify(m);
	sg_test_expect_balanced(test);
}

/* In how many chunks nobody waited for the CPU, though somebody did in each before */
static unsigned int yielded(struct sg_iter *it, size_t len)
{
	unsigned int n = 0;

	sg_for_each_read_chunk(c, it, len) {
		n += c->length && !need_resched();
		set_tsk_need_resched(current);
		set_preempt_need_resched();
	}
	cond_resched();
	return n;
}

static unsigned int yielded_atomic(struct sg_iter *it, size_t len)
{
	unsigned int n = 0;

	sg_for_each_read_chunk_atomic(c, it, len) {
		n += c->length && !need_resched();
		set_tsk_need_resched(current);
		set_preempt_need_resched();
	}
	cond_resched();
	return n;
}

struct waiting {
	unsigned int	steps;
	unsigned int	nobody;
};

static __always_inline size_t waiting_step(const void *addr, size_t done, size_t len,
					   void *priv)
{
	struct waiting *w = priv;

	w->steps++;
	w->nobody += !need_resched();
	set_tsk_need_resched(current);
	set_preempt_need_resched();
	return len;
}

static void test_bounced_walk_reschedules(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, &sg_test_three_entries);
	struct sg_bounce b = { .size = 250, .unit = 200 };
	unsigned int tries, most = 0, steps = 0;
	struct waiting w;
	struct sg_iter it;

	if (IS_ENABLED(CONFIG_PREEMPTION))
		kunit_skip(test, "a preemptible kernel reschedules anywhere");
	b.buf = sg_model_alloc(test, b.size);
	for (tries = 0; tries < 10; tries++) {
		w = (struct waiting){ };
		sg_model_start(m, &it, 0);
		sg_walk_read_bounced(&it, m->size, &b, &w, waiting_step);
		cond_resched();
		most = max(most, w.nobody);
		steps = w.steps;
	}
	KUNIT_EXPECT_GE(test, steps, 4);
	KUNIT_EXPECT_EQ(test, steps, most);

	w = (struct waiting){ };
	sg_model_start(m, &it, 0);
	sg_walk_read_bounced_atomic(&it, m->size, &b, &w, waiting_step);
	cond_resched();
	KUNIT_EXPECT_EQ(test, steps, w.steps);
	KUNIT_EXPECT_LE(test, w.nobody, 1);
}

static void test_reschedules_between_chunks(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, &sg_test_three_entries);
	size_t chunks[SG_MODEL_CHUNKS];
	unsigned int n, most = 0, tries;
	struct sg_iter it;

	if (IS_ENABLED(CONFIG_PREEMPTION))
		kunit_skip(test, "a preemptible kernel reschedules anywhere");
	n = sg_model_chunks(m, 0, m->size, sg_model_by_page(), chunks);
	/* somebody may really wait for the CPU now and then */
	for (tries = 0; tries < 10; tries++) {
		sg_model_start(m, &it, 0);
		most = max(most, yielded(&it, m->size));
	}
	KUNIT_EXPECT_EQ(test, n, most);
	sg_model_start(m, &it, 0);
	KUNIT_EXPECT_LE(test, yielded_atomic(&it, m->size), 1);
}

static void test_atomic_with_interrupts_off(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, &sg_test_three_entries);
	const struct sg_test_fifo *f = &sg_test_fifo_accessors[2];
	u8 *buf = sg_model_alloc(test, m->size);
	size_t done[6] = { };
	unsigned long flags;
	struct sg_iter it;

	sg_device_fifo_start(f->width);
	sg_model_start(m, &it, 0);
	local_irq_save(flags);
	done[0] = sg_iter_copy_to_buf(&it, buf, 100);
	done[1] = f->read(&it, NULL, 200);
	done[2] = f->write(&it, NULL, 200);
	done[3] = sg_iter_copy_from_buf(&it, buf, 50);
	done[4] = sg_iter_zero(&it, 50);
	sg_for_each_write_chunk_atomic(c, &it, m->size) {
		iosys_map_memset(&c->map, 0, 0x77, c->length);
		done[5] += c->length;
	}
	local_irq_restore(flags);

	KUNIT_EXPECT_EQ(test, 100, done[0]);
	KUNIT_EXPECT_EQ(test, 200, done[1]);
	KUNIT_EXPECT_EQ(test, 200, done[2]);
	KUNIT_EXPECT_EQ(test, 50, done[3]);
	KUNIT_EXPECT_EQ(test, 50, done[4]);
	KUNIT_EXPECT_EQ(test, m->size - 600, done[5]);
	sg_test_expect_same(test, buf, m->data, 100);
	memcpy(m->data + 100, sg_device.fifo, 200);
	sg_test_expect_same(test, sg_device.fifo + 200, m->data + 300, 200);
	memcpy(m->data + 500, buf, 50);
	memset(m->data + 550, 0, 50);
	memset(m->data + 600, 0x77, m->size - 600);
	sg_model_verify(m);
}

/* All that may run anywhere does so. */
static void test_operations_with_interrupts_off(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, &sg_test_three_entries);
	struct sg_model *other = sg_test_partner(test, 0);
	struct sg_test_run r;
	unsigned long flags;
	unsigned int i;
	size_t done;

	for (i = 0; i < SG_TEST_OPERATIONS; i++) {
		r = (struct sg_test_run){
			.op = &sg_test_operations[i], .m = m, .len = m->size,
			.end = SIZE_MAX, .buf = sg_model_alloc(test, m->size),
			.other = other,
			.bounce = { .buf = sg_model_alloc(test, 64), .size = 64, .unit = 48 },
		};
		if (r.op->may_sleep)
			continue;
		get_random_bytes(r.buf, m->size);
		sg_model_start(m, &r.it, 0);
		sg_model_start(other, &r.other_it, 0);
		local_irq_save(flags);
		done = r.op->run(&r);
		local_irq_restore(flags);
		KUNIT_ASSERT_EQ_MSG(test, m->size, done, "%s", r.op->name);
		sg_model_expect_at(m, &r.it, m->size);
		sg_model_verify(m);
		sg_model_verify(other);
	}
}

DEFINE_SUITES(KUNIT_CASE(test_steps_may_sleep),
	      KUNIT_CASE(test_bounced_steps_may_sleep),
	      KUNIT_CASE(test_bounced_walk_reschedules),
	      KUNIT_CASE(test_operations_with_interrupts_off),
	      KUNIT_CASE(test_reschedules_between_chunks),
	      KUNIT_CASE(test_atomic_with_interrupts_off));

/* Even where it would not come to sleep */
static void test_sleeping_walk_says_so(struct kunit *test)
{
	static struct sg_test_wanted sleeping = { "sleeping walk in atomic context" };
	struct sg_model *m = sg_model_build(test, &sg_test_three_entries);
	struct sg_test_walk *w = sg_model_alloc(test, sizeof(*w));
	struct sg_iter it;

	if (!IS_ENABLED(CONFIG_DEBUG_ATOMIC_SLEEP))
		kunit_skip(test, "needs CONFIG_DEBUG_ATOMIC_SLEEP");
	sg_model_start(m, &it, 0);
	/* the kernel reports at most one a second */
	msleep(1001);
	sg_test_want_splat(test, &sleeping);
	preempt_disable();
	sg_test_walk(&sg_test_ways[0], &it, 0, w);
	preempt_enable();
}

static void test_sleeping_bounced_walk_says_so(struct kunit *test)
{
	static struct sg_test_wanted sleeping = { "sleeping bounced walk in atomic context" };
	struct sg_model *m = sg_model_build(test, &sg_test_three_entries);
	struct sg_bounce b = { .buf = &(u8){ 0 }, .size = 1 };
	struct waiting w = { };
	struct sg_iter it;

	if (!IS_ENABLED(CONFIG_DEBUG_ATOMIC_SLEEP))
		kunit_skip(test, "needs CONFIG_DEBUG_ATOMIC_SLEEP");
	sg_model_start(m, &it, 0);
	msleep(1001);
	sg_test_want_splat(test, &sleeping);
	preempt_disable();
	sg_walk_read_bounced(&it, 0, &b, &w, waiting_step);
	preempt_enable();
	KUNIT_EXPECT_EQ(test, 0, w.steps);
}

/* Even if nothing has to be mapped or unmapped */
static void test_vmap_says_so(struct kunit *test)
{
	static struct sg_test_wanted mapping = { "sg_vmap() in atomic context" };
	static struct sg_test_wanted unmapping = { "sg_vunmap() in atomic context" };
	const struct sg_shape one = { "", ENTRIES({ 3, 100 }) };
	struct sg_model *m = sg_model_build(test, &one);
	struct iosys_map map;
	int ret;

	if (!IS_ENABLED(CONFIG_DEBUG_ATOMIC_SLEEP))
		kunit_skip(test, "needs CONFIG_DEBUG_ATOMIC_SLEEP");
	if (IS_ENABLED(CONFIG_HIGHMEM))
		kunit_skip(test, "would really sleep");
	msleep(1001);
	sg_test_want_splat(test, &mapping);
	preempt_disable();
	ret = sg_vmap(m->sgl, m->nents, &map);
	preempt_enable();
	KUNIT_ASSERT_EQ(test, 0, ret);
	msleep(1001);
	sg_test_want_splat(test, &unmapping);
	preempt_disable();
	sg_vunmap(m->sgl, m->nents, &map);
	preempt_enable();
}

static struct kunit_case sleeping_cases[] = {
	KUNIT_CASE(test_sleeping_walk_says_so),
	KUNIT_CASE(test_sleeping_bounced_walk_says_so),
	KUNIT_CASE(test_vmap_says_so),
	{ }
};

static struct kunit_suite sleeping_suite = {
	.name = "sg_iter_sleeping",
	.init = sg_test_init_ram,
	.test_cases = sleeping_cases,
};

kunit_test_suites(&suites[0], &suites[1], &suites[2], &suites[3], &sleeping_suite);
