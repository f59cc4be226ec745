// SPDX-License-Identifier: GPL-2.0-only
/*
 * The kernel's parameter that chooses a mutant: scripts/mutate appends this to lib/sg_iter.c
 */
#ifndef SG_ITER_TEST_PREFIX	/* not in a copy that belongs to a test */
#include <linux/moduleparam.h>

unsigned int sg_iter_mutant;
EXPORT_SYMBOL_GPL(sg_iter_mutant);
core_param(sg_iter_mutant, sg_iter_mutant, uint, 0444);
#endif
