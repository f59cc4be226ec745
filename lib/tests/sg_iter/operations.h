/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Everything that moves a position over data, in one form: for tests of what
 * holds for all of it
 */
#ifndef _SG_ITER_TEST_OPERATIONS_H
#define _SG_ITER_TEST_OPERATIONS_H

#include "model.h"

struct sg_test_run {
	const struct sg_test_operation	*op;
	struct sg_model		*m;
	struct sg_iter		it;
	size_t			pos;	/* of @it */
	size_t			len;
	size_t			end;	/* if ->ends_early: the operation ends here */
	u8			*buf;	/* for @len bytes, or all that there are */
	struct sg_bounce	bounce;
	/* if ->pair: the other list */
	struct sg_model		*other;
	struct sg_iter		other_it;
	size_t			other_pos;
};

struct sg_test_operation {
	const char	*name;
	/*
	 * Does it, and brings the models up to date or checks what was read.
	 * Returns what the operation did.
	 */
	size_t		(*run)(struct sg_test_run *r);
	unsigned int	variant;
	bool		pair;		/* needs another list */
	bool		ends_early;	/* by a step or by a difference */
	bool		may_sleep;
};

#define SG_TEST_OPERATIONS	36

extern const struct sg_test_operation sg_test_operations[SG_TEST_OPERATIONS];

size_t sg_test_expected(const struct sg_test_run *r);

#endif /* _SG_ITER_TEST_OPERATIONS_H */
