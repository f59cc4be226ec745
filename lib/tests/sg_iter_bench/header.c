// SPDX-License-Identifier: GPL-2.0-only
/*
 * The eight bytes that a list begins with
 */
#include <linux/unaligned.h>

#include "peers.h"

static u64 limit(const struct bench_case *c)
{
	return get_unaligned((u64 *)c->list.pieces->addr);
}

static u64 limit_io(const struct bench_case *c)
{
	u64 header;

	memcpy_fromio(&header, c->list.pieces->iomem, sizeof(header));
	return header;
}

static u64 peek(const struct bench_case *c)
{
	const void *header;
	struct sg_iter it;
	u64 buf;

	sg_iter_init(&it, c->list.table.sgl, c->list.table.nents);
	header = sg_iter_peek(&it, &buf, sizeof(buf));
	return header ? get_unaligned((u64 *)header) : 0;
}

static u64 copy(const struct bench_case *c)
{
	struct sg_iter it;
	u64 header = 0;

	sg_iter_init(&it, c->list.table.sgl, c->list.table.nents);
	sg_iter_copy_to_buf(&it, &header, sizeof(header));
	return header;
}

static u64 miter(const struct bench_case *c)
{
	struct sg_mapping_iter m;
	u64 header = 0;

	sg_miter_start(&m, c->list.table.sgl, c->list.table.nents, SG_MITER_FROM_SG);
	if (sg_miter_next(&m))
		header = get_unaligned((u64 *)m.addr);
	sg_miter_stop(&m);
	return header;
}

static u64 copy_buffer(const struct bench_case *c)
{
	u64 header = 0;

	sg_copy_to_buffer(c->list.table.sgl, c->list.table.nents, &header,
			  sizeof(header));
	return header;
}

static u64 copy_sglist(const struct bench_case *c)
{
	u64 header = 0;

	scatterwalk_map_and_copy(&header, c->list.table.sgl, 0, sizeof(header), 0);
	return header;
}

static u64 copy_iov(const struct bench_case *c)
{
	struct iov_iter iov;
	u64 header;

	bench_iov(c, &iov, ITER_SOURCE);
	return copy_from_iter(&header, sizeof(header), &iov) ? header : 0;
}

static const struct bench_contender contenders[] = {
	BENCH_STOCK("limit", limit),
	BENCH_LIMIT_IO(limit_io),
	BENCH_HELPER("peek", peek),
	BENCH_HELPER("helper", copy),
	BENCH_STOCK("sg_miter", miter),
	BENCH_STOCK("sg_copy_buffer", copy_buffer),
	BENCH_STOCK("memcpy_sglist", copy_sglist),
	BENCH_STOCK("iov_iter", copy_iov),
	{ }
};

const struct bench_workload bench_header = {
	.name = "header",
	.contenders = { contenders },
	.one_entry = true,
};
