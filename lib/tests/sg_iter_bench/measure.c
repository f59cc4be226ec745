// SPDX-License-Identifier: GPL-2.0-only
/*
 * All contenders by turns, so that what else the machine does hits all of them
 */
#include <linux/array_size.h>
#include <linux/irqflags.h>
#include <linux/ktime.h>
#include <linux/mm.h>
#include <linux/printk.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/sort.h>
#include <linux/timex.h>

#include "bench.h"

#define MAX_ROUNDS	63

/* One measurement takes at least so long; on UML ns, elsewhere instructions. */
#define LEAST_TICKS	20000

/* A case takes about so long, and has at least MIN_ROUNDS. */
#define MOST_TICKS	250000000ULL
#define MIN_ROUNDS	3

/* More than the caches have */
#define EVICT_SIZE	SZ_64M

static u8 *evict_buf;

struct series {
	const struct bench_contender *contender;
	unsigned int	reps;
	u64		ticks[MAX_ROUNDS];
};

bool bench_measure_init(void)
{
	evict_buf = IS_ENABLED(CONFIG_UML) ? kvzalloc(EVICT_SIZE, GFP_KERNEL) : NULL;
	return evict_buf || !IS_ENABLED(CONFIG_UML);
}

static void evict_caches(void)
{
	size_t i;

	for (i = 0; i < EVICT_SIZE; i += L1_CACHE_BYTES)
		WRITE_ONCE(evict_buf[i], evict_buf[i] + 1);
}

/* With -icount, both of QEMU's clocks count instructions; the TSC is exact. */
static u64 ticks(void)
{
	return IS_ENABLED(CONFIG_X86) ? get_cycles() : ktime_get_ns();
}

static u64 measure(const struct bench_contender *contender,
		   const struct bench_case *c, unsigned int reps)
{
	unsigned long flags;
	unsigned int i;
	u64 from, to;

	if (c->cold)
		evict_caches();
	cond_resched();
	local_irq_save(flags);
	from = ticks();
	for (i = 0; i < reps; i++)
		contender->run(c);
	to = ticks();
	local_irq_restore(flags);
	return to - from;
}

/* What each has done is compared with what the first, the limit, has. */
static bool verify(const struct bench_workload *w, const struct bench_case *c,
		   const struct bench_contender *contender, u64 want[3])
{
	u64 got[3] = {};
	bool first = !want[0];

	if (w->prepare)
		w->prepare(c);
	got[0] = contender->run(c);
	got[1] = w->outcome ? w->outcome(c) : 0;
	if (w->spoil) {
		w->spoil(c);
		got[2] = contender->run(c) == got[0];
		w->spoil(c);
	}
	if (first)
		memcpy(want, got, sizeof(got));
	if (got[0] && !got[2] && !memcmp(got, want, sizeof(got)))
		return true;
	pr_err("sg_iter_bench: wrong: %s %s %s %u %u: %llx/%llx/%llx, not %llx/%llx/0\n",
	       w->name, contender->name, c->memory, c->entry_bytes, c->list.entries,
	       got[0], got[1], got[2], want[0], want[1]);
	return false;
}

/* How often to run it in one measurement; what that then takes is added up. */
static unsigned int repetitions(const struct bench_contender *contender,
				const struct bench_case *c, u64 *total)
{
	unsigned int reps = 1;
	u64 took = measure(contender, c, reps);

	while (!c->cold && took < LEAST_TICKS) {
		reps *= 2;
		took = measure(contender, c, reps);
	}
	*total += took;
	return reps;
}

static int compare_ticks(const void *a, const void *b)
{
	u64 left = *(u64 *)a, right = *(u64 *)b;

	return left < right ? -1 : left > right;
}

static void report(const struct bench_workload *w, const struct bench_case *c,
		   struct series *s, unsigned int rounds)
{
	sort(s->ticks, rounds, sizeof(s->ticks[0]), compare_ticks, NULL);
	pr_info("sg_iter_bench: %s %s %s %s %u %u %u %llu %llu\n", w->name,
		s->contender->name, c->memory, c->cold ? "cold" : "warm",
		c->entry_bytes, c->list.entries, s->reps, s->ticks[0],
		s->ticks[rounds / 2]);
}

/* Returns how many contenders did not do what they should. */
unsigned int bench_measure(const struct bench_workload *w,
			   const struct bench_case *c, unsigned int rounds)
{
	static struct series series[BENCH_MAX_CONTENDERS];
	unsigned int count = 0, wrong = 0, i, round;
	const struct bench_contender *contender;
	u64 want[3] = {}, total = 0;

	for (i = 0; i < ARRAY_SIZE(w->contenders); i++) {
		contender = w->contenders[i];
		for (; contender && contender->name; contender++) {
			if (c->iomem ? !contender->on_iomem : !contender->on_ram)
				continue;
			if (!verify(w, c, contender, want)) {
				wrong++;
				continue;
			}
			series[count].contender = contender;
			series[count++].reps = repetitions(contender, c, &total);
		}
	}

	rounds = clamp_t(u64, div64_u64(MOST_TICKS, total + 1), MIN_ROUNDS,
			 min(rounds, MAX_ROUNDS));
	for (round = 0; round < rounds; round++)
		for (i = 0; i < count; i++) {
			struct series *s = &series[(i + round) % count];

			s->ticks[round] = measure(s->contender, c, s->reps);
		}
	for (i = 0; i < count; i++)
		report(w, c, &series[i], rounds);
	return wrong;
}
