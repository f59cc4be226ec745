/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Warnings are counted: each must be one that the model expects.
 */
#ifndef FUZZ_BUG_H
#define FUZZ_BUG_H

#include <linux/kernel.h>
#include <machine.h>

#define WARN_ON_ONCE(cond)							\
({										\
	bool _warn = (cond);							\
										\
	machine.misuses += _warn;						\
	unlikely(_warn);							\
})

#define WARN_ONCE(cond, ...)							\
({										\
	bool _warn = (cond);							\
										\
	machine.warnings += _warn;						\
	/* not printed, but made, so that its arguments are looked at */	\
	snprintf(machine.warning, sizeof(machine.warning), __VA_ARGS__);	\
	unlikely(_warn);							\
})

#endif
