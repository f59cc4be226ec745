// SPDX-License-Identifier: GPL-2.0-only
/*
 * PIO from a device into a list
 */
#include "fifo.h"

static __always_inline size_t step(void *addr, size_t done, size_t len, void *priv)
{
	struct bench_run *run = priv;

	ioread32_rep(fifo_register(), addr, len / sizeof(u32));
	run->result += len;
	return len;
}

static __always_inline size_t io_step(void __iomem *addr, size_t done, size_t len, void *priv)
{
	u8 piece[BENCH_FIFO_PIECE] __aligned(8);
	size_t i;

	for (i = 0; i < len; i += BENCH_FIFO_PIECE) {
		step(piece, done + i, BENCH_FIFO_PIECE, priv);
		memcpy_toio(addr + i, piece, BENCH_FIFO_PIECE);
	}
	return len;
}

#include "contenders_write.h"

static u64 helper(const struct bench_case *c)
{
	struct sg_iter it;

	sg_iter_init(&it, c->list.table.sgl, c->list.table.nents);
	return sg_iter_read_fifo32(&it, fifo_register(), c->list.length);
}

static const struct bench_contender helpers[] = {
	BENCH_HELPER("helper", helper),
	{ }
};

static void prepare(const struct bench_case *c)
{
	fifo = 0x12345678;
	bench_list_set(&c->list, 0);
}

static u64 outcome(const struct bench_case *c)
{
	return bench_list_digest(&c->list);
}

const struct bench_workload bench_fifo_in = {
	.name = "fifo_in",
	.contenders = { contenders, helpers },
	.max_length = SZ_4M,
	.prepare = prepare,
	.outcome = outcome,
};
