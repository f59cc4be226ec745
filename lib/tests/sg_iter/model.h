/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Real scatterlists for the tests, and a plain model of what they hold: an
 * array of bytes. The memory around the data holds canaries.
 */
#ifndef _SG_ITER_TEST_MODEL_H
#define _SG_ITER_TEST_MODEL_H

#include <kunit/test.h>
#include <linux/sg_iter.h>

#include "device.h"

/* What an entry's bytes are in */
enum sg_memory {
	PAGES,		/* pages, high ones where there are any */
	SLAB,		/* kmalloc() of just that size: KASAN sees what is past it */
	IOMEM,		/* memory of the device */
	DEVICE_ONLY,	/* a page that the CPU cannot reach */
	NO_PAGE,	/* nothing */
};

struct sg_shape_entry {
	unsigned int	offset;
	unsigned int	length;
	bool		linked;		/* stands first in an array chained on */
};

struct sg_shape {
	const char			*name;
	const struct sg_shape_entry	*entries;
	unsigned int			count;
	unsigned int			nents;	/* what its user says; 0: count */
	bool				unended; /* no end mark */
};

#define ENTRIES(...)								\
	.entries = (const struct sg_shape_entry[]){ __VA_ARGS__ },		\
	.count = sizeof((const struct sg_shape_entry[]){ __VA_ARGS__ }) /	\
		 sizeof(struct sg_shape_entry)

struct sg_segment {
	enum sg_memory		memory;
	struct scatterlist	*sg;
	struct scatterlist	*array;	/* that starts with this entry */
	size_t			start;	/* in the list's data */
	unsigned int		length;
	/* the memory that the bytes are in, canaries included */
	size_t			size;
	size_t			offset;	/* of the bytes */
	struct page		*page;
	u8			*kernel;
};

struct sg_model {
	struct kunit		*test;
	struct scatterlist	*sgl;
	unsigned int		nents;
	struct sg_segment	*segments;
	unsigned int		count;
	u8			*data;	/* the model */
	size_t			total;	/* bytes of all entries */
	size_t			size;	/* bytes of the first nents */
};

#define SG_MODEL_SPECIAL_PAGES	64

/* test->priv */
struct sg_memory_context {
	const enum sg_memory	*pattern; /* of the entries in turn */
	unsigned int		pattern_len;
	bool			device;	/* I/O memory may be among them */
	size_t			device_used;
	/* pages that are not RAM */
	struct {
		const struct page	*page;
		void __iomem		*iomem;
	} special[SG_MODEL_SPECIAL_PAGES];
	unsigned int		specials;
	unsigned int		asked;	/* how often that was looked up */
};

struct sg_memory_context *sg_model_memory(struct kunit *test,
					  const enum sg_memory *pattern,
					  unsigned int len);
void __iomem *sg_model_page_iomem(const struct page *page);
void sg_model_devmem(struct kunit *test);

void *sg_model_alloc(struct kunit *test, size_t size);
struct page *sg_model_pages(struct kunit *test, size_t size, gfp_t gfp);
struct sg_model *sg_model_build(struct kunit *test, const struct sg_shape *shape);
struct sg_model *sg_model_build_in(struct kunit *test, const enum sg_memory *pattern,
				   unsigned int len, const struct sg_shape *shape);
void sg_model_free(struct sg_model *m);
void sg_model_store(struct sg_model *m);
void sg_model_store_range(struct sg_model *m, size_t pos, size_t len);
void sg_model_poke(struct sg_model *m, size_t pos, u8 byte);
void sg_model_verify(struct sg_model *m);
void sg_model_verify_range(struct sg_model *m, size_t pos, size_t len);
struct sg_segment *sg_model_segment_at(struct sg_model *m, size_t pos);
void sg_model_start(struct sg_model *m, struct sg_iter *it, size_t pos);
void sg_model_expect_at(struct sg_model *m, const struct sg_iter *it, size_t pos);

#define SG_MODEL_CHUNKS		64

bool sg_model_by_page(void);
unsigned int sg_model_chunks(const struct sg_model *m, size_t start, size_t len,
			     bool by_page, size_t chunks[SG_MODEL_CHUNKS]);

static inline size_t sg_model_available(const struct sg_model *m, size_t start,
					size_t len)
{
	return min(len, m->size - start);
}

#endif /* _SG_ITER_TEST_MODEL_H */
