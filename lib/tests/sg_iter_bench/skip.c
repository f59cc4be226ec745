// SPDX-License-Identifier: GPL-2.0-only
/*
 * To the middle of a list, and one byte from there
 */
#include "peers.h"

static u64 limit(const struct bench_case *c)
{
	const struct bench_piece *p = c->list.pieces;
	size_t left;

	for (left = c->list.length / 2; left >= p->length; p++)
		left -= p->length;
	return p->iomem ? readb(p->iomem + left) : ((u8 *)p->addr)[left];
}

static u64 helper(const struct bench_case *c)
{
	struct sg_iter it;
	const u8 *byte;
	u8 buf;

	sg_iter_init(&it, c->list.table.sgl, c->list.table.nents);
	sg_iter_skip(&it, c->list.length / 2);
	byte = sg_iter_peek(&it, &buf, sizeof(buf));
	return byte ? *byte : 0;
}

static u64 miter(const struct bench_case *c)
{
	struct sg_mapping_iter m;
	u64 byte = 0;

	sg_miter_start(&m, c->list.table.sgl, c->list.table.nents, SG_MITER_FROM_SG);
	if (sg_miter_skip(&m, c->list.length / 2) && sg_miter_next(&m))
		byte = *(u8 *)m.addr;
	sg_miter_stop(&m);
	return byte;
}

static u64 copy_buffer(const struct bench_case *c)
{
	u8 byte = 0;

	sg_pcopy_to_buffer(c->list.table.sgl, c->list.table.nents, &byte,
			   sizeof(byte), c->list.length / 2);
	return byte;
}

static u64 copy_sglist(const struct bench_case *c)
{
	u8 byte = 0;

	scatterwalk_map_and_copy(&byte, c->list.table.sgl, c->list.length / 2,
				 sizeof(byte), 0);
	return byte;
}

static u64 copy_iov(const struct bench_case *c)
{
	struct iov_iter iov;
	u8 byte;

	bench_iov(c, &iov, ITER_SOURCE);
	iov_iter_advance(&iov, c->list.length / 2);
	return copy_from_iter(&byte, sizeof(byte), &iov) ? byte : 0;
}

static const struct bench_contender contenders[] = {
	BENCH_HELPER("limit", limit),
	BENCH_HELPER("helper", helper),
	BENCH_STOCK("sg_miter", miter),
	BENCH_STOCK("sg_copy_buffer", copy_buffer),
	BENCH_STOCK("memcpy_sglist", copy_sglist),
	BENCH_STOCK("iov_iter", copy_iov),
	{ }
};

const struct bench_workload bench_skip = {
	.name = "skip",
	.contenders = { contenders },
};
