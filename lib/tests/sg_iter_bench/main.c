// SPDX-License-Identifier: GPL-2.0-only
/*
 * Measures at boot, prints, and shuts down. Lines that begin with
 * "sg_iter_bench:" are for scripts/bench.
 */
#include <linux/array_size.h>
#include <linux/init.h>
#include <linux/mm.h>
#include <linux/moduleparam.h>
#include <linux/printk.h>
#include <linux/reboot.h>
#include <linux/slab.h>

#include "bench.h"

static bool quick;
module_param(quick, bool, 0);
MODULE_PARM_DESC(quick, "few cases and rounds");

static const struct bench_workload * const workloads[] = {
	&bench_walk, &bench_skip, &bench_header, &bench_copy_out, &bench_copy,
	&bench_compare, &bench_crc32c, &bench_fifo_out,
	/* from here on the pool does not hold any more what it was filled with */
	&bench_copy_in, &bench_zero, &bench_fifo_in,
};

static const unsigned int entry_bytes[] = { 64, 512, SZ_4K, SZ_64K, SZ_2M };
static const unsigned int entries[] = { 1, 64, 4096 };

/* <crypto/scatterwalk.h> counts in unsigned int. */
#define MAX_LENGTH	SZ_2G

static struct bench_pool ram, target, iomem;
static struct bench_case bench_case;

static bool skipped(const struct bench_workload *w, u64 length, unsigned int n)
{
	u64 max = w->max_length ?: MAX_LENGTH;

	/* An emulated machine takes its time. */
	if (!IS_ENABLED(CONFIG_UML) && w->max_length)
		max /= 4;
	return length > max || (w->one_entry && n > 1);
}

static unsigned int rounds(bool cold)
{
	/* instructions are the same in each; evicting takes long */
	if (!IS_ENABLED(CONFIG_UML) || quick)
		return 5;
	return cold ? 9 : 41;
}

static unsigned int run(const char *memory, const struct bench_pool *pool,
			const struct bench_pool *other, bool cold)
{
	struct bench_case *c = &bench_case;
	unsigned int size, n, i, wrong = 0;
	u64 length;

	c->memory = memory;
	c->cold = cold;
	c->iomem = pool->iomem || (other && other->iomem);
	for (size = 0; size < ARRAY_SIZE(entry_bytes); size++) {
		c->entry_bytes = entry_bytes[size];
		for (n = 0; n < ARRAY_SIZE(entries); n++) {
			length = (u64)entry_bytes[size] * entries[n];
			/* one entry is not mixed */
			if (length > MAX_LENGTH ||
			    ((other || cold || quick) && entries[n] != 64))
				continue;
			bench_pool_fill(pool, c->entry_bytes);
			if (other)
				bench_pool_fill(other, c->entry_bytes);
			if (!bench_list_alloc(&c->list, pool, other, c->entry_bytes,
					      entries[n]) ||
			    !bench_list_alloc(&c->target, &target, NULL, c->entry_bytes,
					      entries[n]))
				panic("sg_iter_bench: no memory for a list");
			for (i = 0; i < ARRAY_SIZE(workloads); i++)
				if (!skipped(workloads[i], length, entries[n]))
					wrong += bench_measure(workloads[i], c, rounds(cold));
			bench_list_free(&c->list);
			bench_list_free(&c->target);
		}
	}
	return wrong;
}

static int __init bench(void)
{
	unsigned int wrong;

	bench_case.buf = kvzalloc(BENCH_POOL_SIZE, GFP_KERNEL);
	if (!bench_case.buf || !bench_pool_alloc(&ram) ||
	    !bench_pool_alloc(&target) || !bench_measure_init())
		panic("sg_iter_bench: no memory");
	if (IS_ENABLED(CONFIG_HIGHMEM) &&
	    (!bench_pool_is_high(&ram) || !bench_pool_is_high(&target)))
		panic("sg_iter_bench: wrong: not all memory is high memory");
	wrong = run(IS_ENABLED(CONFIG_HIGHMEM) ? "highmem" : "ram", &ram, NULL, false);
	/* without caches there is nothing to be cold */
	if (IS_ENABLED(CONFIG_UML) && !quick)
		wrong += run("ram", &ram, NULL, true);
	if (IS_ENABLED(CONFIG_PCI_P2PDMA) && bench_pool_pci(&iomem)) {
		wrong += run("ram-beside-io", &ram, NULL, false);
		wrong += run("io", &iomem, NULL, false);
		wrong += run("mixed", &ram, &iomem, false);
	}
	pr_info("sg_iter_bench: end, %u wrong\n", wrong);
	if (IS_ENABLED(CONFIG_UML))
		kernel_power_off();
	else
		kernel_restart(NULL);
	return 0;
}
late_initcall(bench);
