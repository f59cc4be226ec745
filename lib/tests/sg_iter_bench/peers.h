/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What contenders share
 */
#ifndef _SG_ITER_BENCH_PEERS_H
#define _SG_ITER_BENCH_PEERS_H

#include <crypto/scatterwalk.h>
#include <linux/iov_iter.h>
#include <linux/sg_iter.h>
#include <linux/uio.h>

#include "bench.h"

struct bench_run {
	u8	*buf;
	u64	result;
};

static __always_inline struct bench_run bench_run(const struct bench_case *c)
{
	return (struct bench_run) { .buf = c->buf };
}

static __always_inline void bench_iov(const struct bench_case *c,
				      struct iov_iter *iov, unsigned int direction)
{
	iov_iter_bvec(iov, direction, c->list.bvecs, c->list.entries, c->list.length);
}

#ifdef BENCH_SCATTERWALK_NEXT
static __always_inline void *bench_scatterwalk_map(struct scatter_walk *walk,
						   unsigned int left, unsigned int *n)
{
	*n = scatterwalk_next(walk, left);
	return walk->addr;
}

static __always_inline void bench_scatterwalk_read(struct scatter_walk *walk, void *addr,
						   unsigned int n, unsigned int left)
{
	scatterwalk_done_src(walk, n);
}

static __always_inline void bench_scatterwalk_write(struct scatter_walk *walk, void *addr,
						    unsigned int n, unsigned int left)
{
	scatterwalk_done_dst(walk, n);
}
#else
static __always_inline void *bench_scatterwalk_map(struct scatter_walk *walk,
						   unsigned int left, unsigned int *n)
{
	*n = scatterwalk_clamp(walk, left);
	return scatterwalk_map(walk);
}

static __always_inline void bench_scatterwalk_done(struct scatter_walk *walk, void *addr,
						   unsigned int n, unsigned int left, int out)
{
	scatterwalk_unmap(addr);
	scatterwalk_advance(walk, n);
	scatterwalk_done(walk, out, left);
}

static __always_inline void bench_scatterwalk_read(struct scatter_walk *walk, void *addr,
						   unsigned int n, unsigned int left)
{
	bench_scatterwalk_done(walk, addr, n, left, 0);
}

static __always_inline void bench_scatterwalk_write(struct scatter_walk *walk, void *addr,
						    unsigned int n, unsigned int left)
{
	bench_scatterwalk_done(walk, addr, n, left, 1);
}
#endif

/* Contenders that know no I/O memory, and those that do */
#define BENCH_STOCK(_name, _run)	{ _name, _run, .on_ram = true }
#define BENCH_HELPER(_name, _run)	{ _name, _run, .on_ram = true, .on_iomem = true }
#define BENCH_LIMIT_IO(_run)		{ "limit", _run, .on_iomem = true }

#endif /* _SG_ITER_BENCH_PEERS_H */
