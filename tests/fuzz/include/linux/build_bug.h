/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef FUZZ_BUILD_BUG_H
#define FUZZ_BUILD_BUG_H

#include <machine.h>

/* Sanitizers keep the compiler from knowing as much as in the kernel. */
#define BUILD_BUG_ON(cond)							\
do {										\
	if (cond)								\
		fail("BUILD_BUG_ON(%s)", #cond);				\
} while (0)

#endif
