// SPDX-License-Identifier: GPL-2.0-only
/*
 * From a list to a buffer
 */
#include "peers.h"

static __always_inline size_t step(const void *addr, size_t done, size_t len, void *priv)
{
	struct bench_run *run = priv;

	memcpy(run->buf + done, addr, len);
	run->result += len;
	return len;
}

static __always_inline size_t io_step(const void __iomem *addr, size_t done, size_t len,
				      void *priv)
{
	struct bench_run *run = priv;

	memcpy_fromio(run->buf + done, addr, len);
	run->result += len;
	return len;
}

#include "contenders_read.h"

static u64 helper(const struct bench_case *c)
{
	struct sg_iter it;

	sg_iter_init(&it, c->list.table.sgl, c->list.table.nents);
	return sg_iter_copy_to_buf(&it, c->buf, c->list.length);
}

static u64 copy_buffer(const struct bench_case *c)
{
	return sg_copy_to_buffer(c->list.table.sgl, c->list.table.nents, c->buf,
				 c->list.length);
}

static u64 copy_sglist(const struct bench_case *c)
{
	scatterwalk_map_and_copy(c->buf, c->list.table.sgl, 0, c->list.length, 0);
	return c->list.length;
}

static u64 copy_iov(const struct bench_case *c)
{
	struct iov_iter iov;

	bench_iov(c, &iov, ITER_SOURCE);
	return copy_from_iter(c->buf, c->list.length, &iov);
}

static const struct bench_contender helpers[] = {
	BENCH_HELPER("helper", helper),
	BENCH_STOCK("sg_copy_buffer", copy_buffer),
	BENCH_STOCK("memcpy_sglist", copy_sglist),
	BENCH_STOCK("iov_iter", copy_iov),
	{ }
};

static void prepare(const struct bench_case *c)
{
	memset(c->buf, 0, c->list.length);
}

static u64 outcome(const struct bench_case *c)
{
	return bench_digest(c->buf, c->list.length);
}

const struct bench_workload bench_copy_out = {
	.name = "copy_out",
	.contenders = { contenders, helpers },
	.max_length = BENCH_POOL_SIZE,
	.prepare = prepare,
	.outcome = outcome,
};
