/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Scatterlist iteration and its peers, side by side: a case is a list, a
 * workload what is to be done with it, a contender one way to do that.
 */
#ifndef _SG_ITER_BENCH_H
#define _SG_ITER_BENCH_H

#include <linux/bvec.h>
#include <linux/scatterlist.h>
#include <linux/sizes.h>
#include <linux/types.h>

#define BENCH_BLOCK_SIZE	SZ_2M
#define BENCH_POOL_BLOCKS	8
#define BENCH_POOL_SIZE		(BENCH_POOL_BLOCKS * BENCH_BLOCK_SIZE)

/* Memory that entries are made of, in blocks that are contiguous */
struct bench_pool {
	struct page	*pages[BENCH_POOL_BLOCKS];
	void		*addr[BENCH_POOL_BLOCKS];
	unsigned int	blocks;
	bool		iomem;
};

/* Where an entry is, found out in advance: what the fastest walk would know */
struct bench_piece {
	void		*addr;
	void __iomem	*iomem;		/* or NULL */
	size_t		length;
};

/* The same memory, as each contender wants it */
struct bench_list {
	struct sg_table		table;
	struct bench_piece	*pieces;
	struct bio_vec		*bvecs;
	unsigned int		entries;
	size_t			length;
};

struct bench_case {
	const char		*memory;	/* as it is reported */
	bool			iomem;		/* is there any in @list? */
	bool			cold;
	unsigned int		entry_bytes;
	struct bench_list	list;
	struct bench_list	target;		/* where list to list copies go */
	u8			*buf;		/* BENCH_POOL_SIZE */
};

struct bench_contender {
	const char	*name;
	u64		(*run)(const struct bench_case *c);
	/* Does it run where there is I/O memory, or where there is only RAM? */
	bool		on_iomem, on_ram;
};

struct bench_workload {
	const char	*name;
	/* Each ends with one that has no name. */
	const struct bench_contender *contenders[2];
	/* More is not read or written in one run; 0: memory is hardly touched. */
	size_t		max_length;
	/* Only lists of one entry tell anything. */
	bool		one_entry;
	/* Before a run that is verified; without one, run()'s result says all. */
	void		(*prepare)(const struct bench_case *c);
	/* What there is to be seen after it */
	u64		(*outcome)(const struct bench_case *c);
	/* Changes the data, which must change the result; then back again */
	void		(*spoil)(const struct bench_case *c);
};

extern const struct bench_workload bench_walk, bench_copy_out, bench_copy_in;
extern const struct bench_workload bench_copy, bench_zero, bench_compare;
extern const struct bench_workload bench_crc32c, bench_skip, bench_header;
extern const struct bench_workload bench_fifo_in, bench_fifo_out;

#define BENCH_MAX_CONTENDERS	16

bool bench_pool_alloc(struct bench_pool *pool);
bool bench_pool_pci(struct bench_pool *pool);
bool bench_pool_is_high(const struct bench_pool *pool);
void bench_pool_fill(const struct bench_pool *pool, unsigned int entry_bytes);

/* Entries are taken from both pools by turns, if there is a second one. */
bool bench_list_alloc(struct bench_list *list, const struct bench_pool *pool,
		      const struct bench_pool *other, unsigned int entry_bytes,
		      unsigned int entries);
void bench_list_free(struct bench_list *list);
void bench_list_set(const struct bench_list *list, u8 byte);
u64 bench_list_digest(const struct bench_list *list);
u64 bench_digest(const void *data, size_t length);

bool bench_measure_init(void);
unsigned int bench_measure(const struct bench_workload *w,
			   const struct bench_case *c, unsigned int rounds);

#endif /* _SG_ITER_BENCH_H */
