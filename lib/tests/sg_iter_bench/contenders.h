/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * step() and io_step() of the file that includes contenders_read.h or
 * contenders_write.h, driven by each iterator that there is. Steps are those of
 * sg_walk_read(): inlined, given what is contiguous, and a struct bench_run.
 */

/* No iterator, addresses that are known */
static u64 limit(const struct bench_case *c)
{
	const struct bench_piece *p, *end = c->list.pieces + c->list.entries;
	struct bench_run run = bench_run(c);
	size_t done = 0;

	for (p = c->list.pieces; p < end; p++) {
		step(p->addr, done, p->length, &run);
		done += p->length;
	}
	return run.result;
}

static u64 limit_io(const struct bench_case *c)
{
	const struct bench_piece *p, *end = c->list.pieces + c->list.entries;
	struct bench_run run = bench_run(c);
	size_t done = 0;

	for (p = c->list.pieces; p < end; p++) {
		if (p->iomem)
			io_step(p->iomem, done, p->length, &run);
		else
			step(p->addr, done, p->length, &run);
		done += p->length;
	}
	return run.result;
}

static u64 callback(const struct bench_case *c)
{
	struct bench_run run = bench_run(c);
	struct sg_iter it;

	sg_iter_init(&it, c->list.table.sgl, c->list.table.nents);
	BENCH_WALK(&it, c->list.length, &run, step, io_step);
	return run.result;
}

static u64 loop(const struct bench_case *c)
{
	struct bench_run run = bench_run(c);
	struct sg_iter it;
	size_t done = 0;

	sg_iter_init(&it, c->list.table.sgl, c->list.table.nents);
	BENCH_FOR_EACH_ATOMIC(chunk, &it, c->list.length) {
		if (chunk->map.is_iomem)
			io_step(chunk->map.vaddr_iomem, done, chunk->length, &run);
		else
			step(chunk->map.vaddr, done, chunk->length, &run);
		done += chunk->length;
	}
	return run.result;
}

static u64 loop_sleeping(const struct bench_case *c)
{
	struct bench_run run = bench_run(c);
	struct sg_iter it;
	size_t done = 0;

	sg_iter_init(&it, c->list.table.sgl, c->list.table.nents);
	BENCH_FOR_EACH(chunk, &it, c->list.length) {
		if (chunk->map.is_iomem)
			io_step(chunk->map.vaddr_iomem, done, chunk->length, &run);
		else
			step(chunk->map.vaddr, done, chunk->length, &run);
		done += chunk->length;
	}
	return run.result;
}

static __always_inline u64 any_miter(const struct bench_case *c, unsigned int flags)
{
	struct bench_run run = bench_run(c);
	struct sg_mapping_iter m;
	size_t done = 0;

	sg_miter_start(&m, c->list.table.sgl, c->list.table.nents, BENCH_MITER | flags);
	while (sg_miter_next(&m)) {
		step(m.addr, done, m.length, &run);
		done += m.length;
	}
	sg_miter_stop(&m);
	return run.result;
}

static u64 miter(const struct bench_case *c)
{
	return any_miter(c, 0);
}

static u64 miter_atomic(const struct bench_case *c)
{
	return any_miter(c, SG_MITER_ATOMIC);
}

#ifdef SG_MITER_LOCAL
static u64 miter_local(const struct bench_case *c)
{
	return any_miter(c, SG_MITER_LOCAL);
}
#endif

static u64 scatterwalk(const struct bench_case *c)
{
	unsigned int left = c->list.length, n;
	struct bench_run run = bench_run(c);
	struct scatter_walk walk;
	size_t done = 0;
	void *addr;

	scatterwalk_start(&walk, c->list.table.sgl);
	while (left) {
		addr = bench_scatterwalk_map(&walk, left, &n);
		step(addr, done, n, &run);
		left -= n;
		done += n;
		BENCH_SCATTERWALK_DONE(&walk, addr, n, left);
	}
	return run.result;
}

static __always_inline size_t iov_step(void *addr, size_t done, size_t len, void *priv,
				       void *priv2)
{
	return len - step(addr, done, len, priv);
}

static u64 iov_iterate(const struct bench_case *c)
{
	struct bench_run run = bench_run(c);
	struct iov_iter iov;

	bench_iov(c, &iov, BENCH_IOV);
	iterate_and_advance_kernel(&iov, c->list.length, &run, NULL, iov_step);
	return run.result;
}

/* The limit comes first: others are compared with what it does. */
static const struct bench_contender contenders[] = {
	BENCH_STOCK("limit", limit),
	BENCH_LIMIT_IO(limit_io),
	BENCH_HELPER("callback", callback),
	BENCH_HELPER("loop", loop),
	BENCH_HELPER("loop_sleeping", loop_sleeping),
	BENCH_STOCK("sg_miter", miter),
	BENCH_STOCK("sg_miter_atomic", miter_atomic),
#ifdef SG_MITER_LOCAL
	BENCH_STOCK("sg_miter_local", miter_local),
#endif
	BENCH_STOCK("scatterwalk", scatterwalk),
	BENCH_STOCK("iov_iterate", iov_iterate),
	{ }
};
