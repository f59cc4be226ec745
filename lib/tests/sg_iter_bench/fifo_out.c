// SPDX-License-Identifier: GPL-2.0-only
/*
 * PIO from a list to a device
 */
#include "fifo.h"

static __always_inline size_t step(const void *addr, size_t done, size_t len, void *priv)
{
	struct bench_run *run = priv;

	iowrite32_rep(fifo_register(), addr, len / sizeof(u32));
	run->result += len;
	return len;
}

static __always_inline size_t io_step(const void __iomem *addr, size_t done, size_t len,
				      void *priv)
{
	u8 piece[BENCH_FIFO_PIECE] __aligned(8);
	size_t i;

	for (i = 0; i < len; i += BENCH_FIFO_PIECE) {
		memcpy_fromio(piece, addr + i, BENCH_FIFO_PIECE);
		step(piece, done + i, BENCH_FIFO_PIECE, priv);
	}
	return len;
}

#include "contenders_read.h"

static u64 helper(const struct bench_case *c)
{
	struct sg_iter it;

	sg_iter_init(&it, c->list.table.sgl, c->list.table.nents);
	return sg_iter_write_fifo32(&it, fifo_register(), c->list.length);
}

static const struct bench_contender helpers[] = {
	BENCH_HELPER("helper", helper),
	{ }
};

static void prepare(const struct bench_case *c)
{
	fifo = 0;
}

/* The register has forgotten all but the last word. */
static u64 outcome(const struct bench_case *c)
{
	return fifo;
}

const struct bench_workload bench_fifo_out = {
	.name = "fifo_out",
	.contenders = { contenders, helpers },
	.max_length = SZ_4M,
	.prepare = prepare,
	.outcome = outcome,
};
