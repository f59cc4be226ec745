// SPDX-License-Identifier: GPL-2.0-only
/*
 * Zeroes into a list
 */
#include "peers.h"

static __always_inline size_t step(void *addr, size_t done, size_t len, void *priv)
{
	struct bench_run *run = priv;

	memset(addr, 0, len);
	run->result += len;
	return len;
}

static __always_inline size_t io_step(void __iomem *addr, size_t done, size_t len, void *priv)
{
	struct bench_run *run = priv;

	memset_io(addr, 0, len);
	run->result += len;
	return len;
}

#include "contenders_write.h"

static u64 helper(const struct bench_case *c)
{
	struct sg_iter it;

	sg_iter_init(&it, c->list.table.sgl, c->list.table.nents);
	return sg_iter_zero(&it, c->list.length);
}

static u64 zero_buffer(const struct bench_case *c)
{
	return sg_zero_buffer(c->list.table.sgl, c->list.table.nents,
			      c->list.length, 0);
}

static u64 zero_iov(const struct bench_case *c)
{
	struct iov_iter iov;

	bench_iov(c, &iov, ITER_DEST);
	return iov_iter_zero(c->list.length, &iov);
}

static const struct bench_contender helpers[] = {
	BENCH_HELPER("helper", helper),
	BENCH_STOCK("sg_zero_buffer", zero_buffer),
	BENCH_STOCK("iov_iter", zero_iov),
	{ }
};

static void prepare(const struct bench_case *c)
{
	bench_list_set(&c->list, 0x5a);
}

static u64 outcome(const struct bench_case *c)
{
	return bench_list_digest(&c->list);
}

const struct bench_workload bench_zero = {
	.name = "zero",
	.contenders = { contenders, helpers },
	.max_length = BENCH_POOL_SIZE,
	.prepare = prepare,
	.outcome = outcome,
};
