// SPDX-License-Identifier: GPL-2.0-only
/*
 * A list with a buffer that is the same
 */
#include "peers.h"

#define PIECE	64

static __always_inline size_t step(const void *addr, size_t done, size_t len, void *priv)
{
	struct bench_run *run = priv;

	if (!memcmp(addr, run->buf + done, len))
		run->result += len;
	return len;
}

/* There is no memcmp_io(). */
static __always_inline size_t io_step(const void __iomem *addr, size_t done, size_t len,
				      void *priv)
{
	struct bench_run *run = priv;
	u8 piece[PIECE] __aligned(8);
	size_t i;

	for (i = 0; i < len; i += PIECE) {
		memcpy_fromio(piece, addr + i, PIECE);
		step(piece, done + i, PIECE, run);
	}
	return len;
}

#include "contenders_read.h"

static u64 helper(const struct bench_case *c)
{
	struct sg_iter it;

	sg_iter_init(&it, c->list.table.sgl, c->list.table.nents);
	return sg_iter_compare_buf(&it, c->buf, c->list.length);
}

static const struct bench_contender helpers[] = {
	BENCH_HELPER("helper", helper),
	{ }
};

static void prepare(const struct bench_case *c)
{
	struct sg_iter it;

	sg_iter_init(&it, c->list.table.sgl, c->list.table.nents);
	sg_iter_copy_to_buf(&it, c->buf, c->list.length);
}

static void spoil(const struct bench_case *c)
{
	c->buf[c->list.length - 1] ^= 1;
}

const struct bench_workload bench_compare = {
	.name = "compare",
	.contenders = { contenders, helpers },
	.max_length = BENCH_POOL_SIZE,
	.prepare = prepare,
	.spoil = spoil,
};
