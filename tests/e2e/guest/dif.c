// SPDX-License-Identifier: GPL-2.0-only
/*
 * Is the protection information of a disk right? Without any code of the kernel.
 *
 * dif DATA PROTECTION TYPE	both of them files, TYPE 1 or 3
 *
 * Prints how many bytes are protected. Sectors never written are not.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "mem.h"

#define SECTOR	512

struct tuple {
	unsigned char guard[2], app[2], ref[4];
};

static uint16_t crc_t10dif(const unsigned char *p, size_t len)
{
	uint16_t crc = 0;
	int bit;

	for (; len; len--) {
		crc ^= *p++ << 8;
		for (bit = 0; bit < 8; bit++)
			crc = crc << 1 ^ (crc & 0x8000 ? 0x8bb7 : 0);
	}
	return crc;
}

int main(int argc, char **argv)
{
	unsigned char sector[SECTOR];
	unsigned long n, good = 0;
	FILE *data, *protection;
	struct tuple t;

	if (argc != 4)
		errx(FAIL, "usage: dif DATA PROTECTION TYPE");
	data = fopen(argv[1], "r");
	protection = fopen(argv[2], "r");
	if (!data || !protection)
		err(FAIL, "%s", data ? argv[2] : argv[1]);

	for (n = 0; fread(sector, SECTOR, 1, data); n++) {
		if (!fread(&t, sizeof(t), 1, protection))
			errx(FAIL, "no protection for sector %lu", n);
		if (t.app[0] == 0xff && t.app[1] == 0xff)
			continue;
		if ((t.guard[0] << 8 | t.guard[1]) != crc_t10dif(sector, SECTOR))
			errx(FAIL, "sector %lu: the guard is %02x%02x", n, t.guard[0], t.guard[1]);
		if (*argv[3] == '1' && ((uint32_t)t.ref[0] << 24 | t.ref[1] << 16 |
					t.ref[2] << 8 | t.ref[3]) != n)
			errx(FAIL, "sector %lu: the reference is wrong", n);
		good++;
	}
	if (!good)
		errx(FAIL, "no sector is protected");
	printf("%lu\n", good * SECTOR);
	return PASS;
}
