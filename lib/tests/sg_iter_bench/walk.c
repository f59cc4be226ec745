// SPDX-License-Identifier: GPL-2.0-only
/*
 * The walk alone: the first byte of whatever is contiguous
 */
#include "peers.h"

/* Times the length, so that it does not matter how an entry is divided */
static __always_inline size_t step(const void *addr, size_t done, size_t len, void *priv)
{
	struct bench_run *run = priv;

	run->result += *(const u8 *)addr * len;
	return len;
}

static __always_inline size_t io_step(const void __iomem *addr, size_t done, size_t len,
				      void *priv)
{
	struct bench_run *run = priv;

	run->result += readb(addr) * len;
	return len;
}

#include "contenders_read.h"

const struct bench_workload bench_walk = {
	.name = "walk",
	.contenders = { contenders },
};
