/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef FUZZ_SIZES_H
#define FUZZ_SIZES_H

#define SZ_64K	0x00010000

#endif
