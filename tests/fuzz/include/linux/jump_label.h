/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef FUZZ_JUMP_LABEL_H
#define FUZZ_JUMP_LABEL_H

#include <stdbool.h>

struct static_key_false {
	bool enabled;
};

#define STATIC_KEY_FALSE_INIT		{ .enabled = false }
#define DECLARE_STATIC_KEY_FALSE(name)	extern struct static_key_false name
#define static_branch_unlikely(key)	((key)->enabled)
#define static_branch_enable(key)	((void)((key)->enabled = true))

#endif
