/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef FUZZ_OVERFLOW_H
#define FUZZ_OVERFLOW_H

#include <stddef.h>
#include <stdint.h>

static inline size_t size_add(size_t a, size_t b)
{
	size_t sum;

	return __builtin_add_overflow(a, b, &sum) ? SIZE_MAX : sum;
}

#endif
