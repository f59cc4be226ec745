/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Bounced walks that check what each step is given
 */
#ifndef _SG_ITER_TEST_BOUNCED_H
#define _SG_ITER_TEST_BOUNCED_H

#include "model.h"

/* The six bounced walks */
struct sg_test_bounced_way {
	bool	read;
	bool	write;
	bool	atomic;
};

#define SG_TEST_BOUNCED_WAYS	6

extern const struct sg_test_bounced_way sg_test_bounced_ways[SG_TEST_BOUNCED_WAYS];

struct sg_test_bounced {
	struct sg_model		*m;
	size_t			start;
	size_t			len;
	struct sg_bounce	bounce;
	u8			*buf;	/* what is read, or to be written */
	size_t			budget;	/* the steps consume no more than this */
	bool			write;
	bool			read;
	bool			atomic;
	/* what the steps saw */
	size_t			done;
	bool			wrong;
	unsigned int		steps;
	unsigned int		atomic_steps;
	unsigned int		bounced;
};

/* What a step that updates data makes of a byte */
#define SG_TEST_UPDATED(byte)	((u8)~(byte))

size_t sg_test_walk_bounced(const struct sg_test_bounced_way *way, struct sg_iter *it,
			    struct sg_test_bounced *w);

#endif /* _SG_ITER_TEST_BOUNCED_H */
