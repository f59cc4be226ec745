/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef FUZZ_RATELIMIT_H
#define FUZZ_RATELIMIT_H

#include <linux/bug.h>

#define WARN_RATELIMIT(cond, ...)	WARN_ONCE(cond, __VA_ARGS__)

#endif
