/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Numbers that look random, and are the same in each run
 */
#ifndef TESTS_QEMU_RANDOM_H
#define TESTS_QEMU_RANDOM_H

#include <stddef.h>
#include <stdint.h>

static inline uint64_t mix(uint64_t x)
{
	x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9ULL;
	x = (x ^ x >> 27) * 0x94d049bb133111ebULL;
	return x ^ x >> 31;
}

static inline size_t random_below(size_t n)
{
	static uint64_t state;

	return mix(++state) % n;
}

#endif
