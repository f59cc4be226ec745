// SPDX-License-Identifier: GPL-2.0-only
/*
 * From a buffer into a list
 */
#include "peers.h"

static __always_inline size_t step(void *addr, size_t done, size_t len, void *priv)
{
	struct bench_run *run = priv;

	memcpy(addr, run->buf + done, len);
	run->result += len;
	return len;
}

static __always_inline size_t io_step(void __iomem *addr, size_t done, size_t len, void *priv)
{
	struct bench_run *run = priv;

	memcpy_toio(addr, run->buf + done, len);
	run->result += len;
	return len;
}

#include "contenders_write.h"

static u64 helper(const struct bench_case *c)
{
	struct sg_iter it;

	sg_iter_init(&it, c->list.table.sgl, c->list.table.nents);
	return sg_iter_copy_from_buf(&it, c->buf, c->list.length);
}

static u64 copy_buffer(const struct bench_case *c)
{
	return sg_copy_from_buffer(c->list.table.sgl, c->list.table.nents, c->buf,
				   c->list.length);
}

static u64 copy_sglist(const struct bench_case *c)
{
	scatterwalk_map_and_copy(c->buf, c->list.table.sgl, 0, c->list.length, 1);
	return c->list.length;
}

static u64 copy_iov(const struct bench_case *c)
{
	struct iov_iter iov;

	bench_iov(c, &iov, ITER_DEST);
	return copy_to_iter(c->buf, c->list.length, &iov);
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
	size_t i;

	for (i = 0; i < c->list.length; i++)
		c->buf[i] = i ^ (i >> 8);
	bench_list_set(&c->list, 0);
}

static u64 outcome(const struct bench_case *c)
{
	return bench_list_digest(&c->list);
}

const struct bench_workload bench_copy_in = {
	.name = "copy_in",
	.contenders = { contenders, helpers },
	.max_length = BENCH_POOL_SIZE,
	.prepare = prepare,
	.outcome = outcome,
};
