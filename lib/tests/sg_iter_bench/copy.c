// SPDX-License-Identifier: GPL-2.0-only
/*
 * From list to list
 */
#include "peers.h"

static u64 limit(const struct bench_case *c)
{
	unsigned int i;

	for (i = 0; i < c->list.entries; i++)
		memcpy(c->target.pieces[i].addr, c->list.pieces[i].addr,
		       c->list.pieces[i].length);
	return c->list.length;
}

static u64 limit_io(const struct bench_case *c)
{
	unsigned int i;

	for (i = 0; i < c->list.entries; i++) {
		const struct bench_piece *from = &c->list.pieces[i];
		void *to = c->target.pieces[i].addr;

		if (from->iomem)
			memcpy_fromio(to, from->iomem, from->length);
		else
			memcpy(to, from->addr, from->length);
	}
	return c->list.length;
}

static u64 helper(const struct bench_case *c)
{
	struct sg_iter from, to;

	sg_iter_init(&from, c->list.table.sgl, c->list.table.nents);
	sg_iter_init(&to, c->target.table.sgl, c->target.table.nents);
	return sg_iter_copy(&to, &from, c->list.length);
}

/* What drivers do */
static u64 copy_buffer(const struct bench_case *c)
{
	sg_copy_to_buffer(c->list.table.sgl, c->list.table.nents, c->buf,
			  c->list.length);
	return sg_copy_from_buffer(c->target.table.sgl, c->target.table.nents,
				   c->buf, c->list.length);
}

static u64 copy_sglist(const struct bench_case *c)
{
	memcpy_sglist(c->target.table.sgl, c->list.table.sgl, c->list.length);
	return c->list.length;
}

static const struct bench_contender contenders[] = {
	BENCH_STOCK("limit", limit),
	BENCH_LIMIT_IO(limit_io),
	BENCH_HELPER("helper", helper),
	BENCH_STOCK("sg_copy_buffer", copy_buffer),
	BENCH_STOCK("memcpy_sglist", copy_sglist),
	{ }
};

static void prepare(const struct bench_case *c)
{
	bench_list_set(&c->target, 0);
}

static u64 outcome(const struct bench_case *c)
{
	return bench_list_digest(&c->target);
}

const struct bench_workload bench_copy = {
	.name = "copy",
	.contenders = { contenders },
	.max_length = BENCH_POOL_SIZE,
	.prepare = prepare,
	.outcome = outcome,
};
