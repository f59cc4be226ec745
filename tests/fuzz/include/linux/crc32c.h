/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef FUZZ_CRC32C_H
#define FUZZ_CRC32C_H

#include <machine.h>

/* no CRC, but each byte and its place count, and no two functions are the same */
static inline u32 crc32c(u32 crc, const void *p, size_t n)
{
	return checksum(crc, p, n, 5);
}

#endif
