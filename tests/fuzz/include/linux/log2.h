/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef FUZZ_LOG2_H
#define FUZZ_LOG2_H

#include <linux/kernel.h>

static inline bool is_power_of_2(unsigned long n)
{
	return n && !(n & (n - 1));
}

#endif
