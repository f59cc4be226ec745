// SPDX-License-Identifier: GPL-2.0-only
/*
 * The checksum of iSCSI and btrfs
 */
#include <linux/sg_crc.h>

#include "peers.h"

#define PIECE	64

static __always_inline size_t step(const void *addr, size_t done, size_t len, void *priv)
{
	struct bench_run *run = priv;

	run->result = crc32c(run->result, addr, len);
	return len;
}

static __always_inline size_t io_step(const void __iomem *addr, size_t done, size_t len,
				      void *priv)
{
	u8 piece[PIECE] __aligned(8);
	size_t i;

	for (i = 0; i < len; i += PIECE) {
		memcpy_fromio(piece, addr + i, PIECE);
		step(piece, done + i, PIECE, priv);
	}
	return len;
}

#include "contenders_read.h"

static u64 helper(const struct bench_case *c)
{
	struct sg_iter it;
	u32 crc = 0;

	sg_iter_init(&it, c->list.table.sgl, c->list.table.nents);
	sg_iter_crc32c(&it, &crc, c->list.length);
	return crc;
}

static const struct bench_contender helpers[] = {
	BENCH_HELPER("helper", helper),
	{ }
};

const struct bench_workload bench_crc32c = {
	.name = "crc32c",
	.contenders = { contenders, helpers },
	.max_length = SZ_4M,
};
