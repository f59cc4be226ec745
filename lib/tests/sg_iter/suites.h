/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What the tests of scatterlist iteration share
 */
#ifndef _SG_ITER_TEST_SUITES_H
#define _SG_ITER_TEST_SUITES_H

#include <kunit/test.h>

#include "model.h"

#define PAGE	((unsigned int)PAGE_SIZE)

/* A test is run on a list of each shape ... */
#define SG_TEST_SHAPES	17

extern const struct sg_shape sg_test_shapes[SG_TEST_SHAPES];
extern const struct sg_shape sg_test_three_entries;

__maybe_unused KUNIT_ARRAY_PARAM_DESC(shape, sg_test_shapes, name);

#define ON_EACH_SHAPE(test)	KUNIT_CASE_PARAM(test, shape_gen_params)

/* ... and in each kind of memory. */
int sg_test_init_ram(struct kunit *test);
int sg_test_init_slab(struct kunit *test);
int sg_test_init_iomem(struct kunit *test);
int sg_test_init_mixed(struct kunit *test);

#define DEFINE_SUITES(...)							\
static struct kunit_suite suites[] = {						\
	{									\
		.name = "sg_iter_" KBUILD_BASENAME "_ram",			\
		.init = sg_test_init_ram,					\
		.test_cases = (struct kunit_case[]){ __VA_ARGS__, { } },	\
	}, {									\
		.name = "sg_iter_" KBUILD_BASENAME "_slab",			\
		.init = sg_test_init_slab,					\
		.test_cases = (struct kunit_case[]){ __VA_ARGS__, { } },	\
	}, {									\
		.name = "sg_iter_" KBUILD_BASENAME "_iomem",			\
		.init = sg_test_init_iomem,					\
		.test_cases = (struct kunit_case[]){ __VA_ARGS__, { } },	\
	}, {									\
		.name = "sg_iter_" KBUILD_BASENAME "_mixed",			\
		.init = sg_test_init_mixed,					\
		.test_cases = (struct kunit_case[]){ __VA_ARGS__, { } },	\
	},									\
}

/*
 * Where in a list of @size bytes to start, and how many bytes to ask for: at
 * and around the ends and what is in between, more than there is included.
 */
#define SG_TEST_CUTS	6

size_t sg_test_cut(size_t size, unsigned int i);
bool sg_test_next_range(const struct sg_model *m, unsigned int *i, size_t *start,
			size_t *len);

struct sg_model *sg_test_partner(struct kunit *test, unsigned int i);
struct sg_model *sg_test_other(struct kunit *test, unsigned int i, const struct sg_shape *shape);

u8 *sg_test_buffer(struct kunit *test, u8 *room, size_t room_size, size_t len);
void sg_test_expect_untouched(struct kunit *test, const u8 *from, const u8 *to);
size_t sg_test_first_difference(const u8 *a, const u8 *b, size_t len);
void sg_test_expect_same(struct kunit *test, const u8 *is, const u8 *wanted, size_t len);

unsigned int sg_test_non_blocking(void);
void sg_test_expect_balanced(struct kunit *test);
void sg_test_expect_context(struct kunit *test, unsigned int atomic_steps,
			    unsigned int steps, bool atomic);

/*
 * A warning that a caller's bug has to give. Where KUnit can, it is swallowed
 * and counted; there, WARN_ONCE() comes each time on some architectures.
 * Elsewhere scripts/kunit looks for it in the log.
 */
struct sg_test_wanted {
	const char	*what;
	bool		seen;	/* it may come only once */
};

extern struct sg_test_wanted sg_test_no_address;

void sg_test_want_splat(struct kunit *test, struct sg_test_wanted *wanted);

/* Without a trap that notes it, WARN_ONCE() keeps count by itself. */
#ifdef __WARN_FLAGS
#define SG_TEST_MOST_WARNINGS	INT_MAX
#else
#define SG_TEST_MOST_WARNINGS	1
#endif

#ifdef kunit_warning_suppress
#define WANT_WARNING(_test, _wanted, _expr)					\
do {										\
	struct sg_test_wanted *_w = _wanted;					\
	struct kunit *_t = _test;						\
										\
	kunit_warning_suppress(_t) {						\
		_expr;								\
		KUNIT_EXPECT_LE(_t, KUNIT_SUPPRESSED_WARNING_COUNT(),		\
				SG_TEST_MOST_WARNINGS);				\
		if (!_w->seen)							\
			KUNIT_EXPECT_GE(_t, KUNIT_SUPPRESSED_WARNING_COUNT(), 1); \
		_w->seen = true;						\
	}									\
} while (0)
#else
#define WANT_WARNING(_test, _wanted, _expr)					\
do {										\
	sg_test_want_splat(_test, _wanted);					\
	_expr;									\
} while (0)
#endif

/* The four walks */
struct sg_test_way {
	bool	write;
	bool	atomic;
};

#define SG_TEST_WAYS	4

extern const struct sg_test_way sg_test_ways[SG_TEST_WAYS];

struct sg_test_walk {
	u8		*buf;		/* what is read, or to be written */
	size_t		budget;		/* the steps consume no more than this */
	/* what the steps saw */
	size_t		done;
	bool		wrong_done;
	size_t		chunks[SG_MODEL_CHUNKS];
	unsigned int	steps;
	unsigned int	atomic_steps;
};

size_t sg_test_walk(const struct sg_test_way *way, struct sg_iter *it, size_t len,
		    struct sg_test_walk *w);

/* FIFOs of the device: by its register, or by accessors of the driver's own */
struct sg_test_fifo {
	unsigned int	width;
	size_t		(*read)(struct sg_iter *it, void __iomem *fifo, size_t len);
	size_t		(*write)(struct sg_iter *it, void __iomem *fifo, size_t len);
};

#define SG_TEST_WIDTHS	4

extern const struct sg_test_fifo sg_test_fifo_accessors[SG_TEST_WIDTHS];

#endif /* _SG_ITER_TEST_SUITES_H */
