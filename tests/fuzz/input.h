/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The bytes that libFuzzer makes up; all zeroes once they are used up
 */
#ifndef FUZZ_INPUT_H
#define FUZZ_INPUT_H

#include <linux/kernel.h>

struct input {
	const u8 *next, *end;
};

static inline u8 take(struct input *in)
{
	return in->next < in->end ? *in->next++ : 0;
}

static inline size_t take_length(struct input *in, u64 left)
{
	u8 n = take(in);

	if (n < 0xe0)
		return n;
	if (n < 0xe8)
		return (n - 0xe0) << 8 | take(in);
	if (n < 0xf8)		/* about as much as is left */
		return left + n - 0xf0;
	return SIZE_MAX - (n - 0xf8);
}

#endif
