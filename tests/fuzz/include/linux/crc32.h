/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef FUZZ_CRC32_H
#define FUZZ_CRC32_H

#include <machine.h>

/* no CRC, but each byte and its place count, and no two functions are the same */
static inline u32 crc32_le(u32 crc, const void *p, size_t n)
{
	return checksum(crc, p, n, 3);
}

#endif
