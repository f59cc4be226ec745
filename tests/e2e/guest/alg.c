// SPDX-License-Identifier: GPL-2.0-only
/*
 * Let the kernel instantiate algorithms, which it tests first.
 *
 * alg TYPE NAME...	TYPE: hash, skcipher, aead
 */
#include <linux/if_alg.h>
#include <stdio.h>
#include <sys/socket.h>

#include "mem.h"

int main(int argc, char **argv)
{
	int i, fd;

	if (argc < 3)
		errx(FAIL, "usage: alg TYPE NAME...");
	for (i = 2; i < argc; i++) {
		struct sockaddr_alg sa = { .salg_family = AF_ALG };

		snprintf((char *)sa.salg_type, sizeof(sa.salg_type), "%s", argv[1]);
		snprintf((char *)sa.salg_name, sizeof(sa.salg_name), "%s", argv[i]);
		fd = socket(AF_ALG, SOCK_SEQPACKET, 0);
		if (fd < 0 || bind(fd, (struct sockaddr *)&sa, sizeof(sa)))
			err(FAIL, "%s %s", argv[1], argv[i]);
		close(fd);
	}
	printf("0\n");
	return PASS;
}
