// SPDX-License-Identifier: GPL-2.0-only
/*
 * What I/O costs: nanoseconds, which are instructions where QEMU runs with
 * -icount shift=0. The least of at least five rounds, and of half a second, is
 * printed: some wait for a device.
 *
 * cost read|write FILE LEN	O_DIRECT, in requests of up to 64 KiB
 * cost hash NAME LEN		by the kernel's crypto API, from memory of ours
 * cost skcipher NAME LEN	the same, with a key of 32 bytes
 * cost run COMMAND...		from fork to exit
 */
#define _GNU_SOURCE
#include <linux/if_alg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>

#include "mem.h"

#define ROUNDS		5
#define ENOUGH		500000000	/* ns */
#define REQUEST		(64 * 1024)
#define KEY_LEN		32
#define IV_LEN		16

static unsigned char *buf;

static uint64_t now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000000ULL + t.tv_nsec;
}

static void io(int fd, bool write, size_t len)
{
	size_t pos, n;
	ssize_t done;

	for (pos = 0; pos < len; pos += n) {
		n = len - pos < REQUEST ? len - pos : REQUEST;
		done = write ? pwrite(fd, buf, n, pos) : pread(fd, buf, n, pos);
		if (done != (ssize_t)n)
			err(FAIL, "%zu bytes at %zu", n, pos);
	}
}

static int alg_open(const char *type, const char *name)
{
	struct sockaddr_alg sa = { .salg_family = AF_ALG };
	unsigned char key[KEY_LEN] = { 1, 2, 3 };
	int fd = socket(AF_ALG, SOCK_SEQPACKET, 0), op;

	snprintf((char *)sa.salg_type, sizeof(sa.salg_type), "%s", type);
	snprintf((char *)sa.salg_name, sizeof(sa.salg_name), "%s", name);
	if (fd < 0 || bind(fd, (struct sockaddr *)&sa, sizeof(sa)))
		err(FAIL, "%s %s", type, name);
	if (!strcmp(type, "skcipher") && setsockopt(fd, SOL_ALG, ALG_SET_KEY, key, sizeof(key)))
		err(FAIL, "key of %s", name);
	op = accept(fd, NULL, 0);
	if (op < 0)
		err(FAIL, "accept");
	close(fd);
	return op;
}

static void hash(int fd, size_t len)
{
	unsigned char digest[64];
	size_t pos, n;

	for (pos = 0; pos < len; pos += n) {
		n = len - pos < REQUEST ? len - pos : REQUEST;
		if (send(fd, buf, n, pos + n < len ? MSG_MORE : 0) != (ssize_t)n)
			err(FAIL, "hash");
	}
	if (read(fd, digest, sizeof(digest)) <= 0)
		err(FAIL, "digest");
}

static void encrypt(int fd, size_t len)
{
	union {
		struct cmsghdr head;
		char space[CMSG_SPACE(sizeof(int)) +
			   CMSG_SPACE(sizeof(struct af_alg_iv) + IV_LEN)];
	} control;
	struct iovec iov = { buf, REQUEST };
	struct af_alg_iv *iv;
	struct cmsghdr *c;
	struct msghdr m;
	size_t pos;

	for (pos = 0; pos < len; pos += REQUEST) {
		memset(&control, 0, sizeof(control));
		m = (struct msghdr) {
			.msg_iov = &iov, .msg_iovlen = 1,
			.msg_control = &control, .msg_controllen = sizeof(control),
		};
		c = CMSG_FIRSTHDR(&m);
		c->cmsg_level = SOL_ALG;
		c->cmsg_type = ALG_SET_OP;
		c->cmsg_len = CMSG_LEN(sizeof(int));
		*(int *)CMSG_DATA(c) = ALG_OP_ENCRYPT;
		c = CMSG_NXTHDR(&m, c);
		c->cmsg_level = SOL_ALG;
		c->cmsg_type = ALG_SET_IV;
		c->cmsg_len = CMSG_LEN(sizeof(*iv) + IV_LEN);
		iv = (struct af_alg_iv *)CMSG_DATA(c);
		iv->ivlen = IV_LEN;
		if (sendmsg(fd, &m, 0) != REQUEST || read(fd, buf, REQUEST) != REQUEST)
			err(FAIL, "encrypt");
	}
}

static void run(char **argv)
{
	int status, pid = fork();

	if (pid < 0)
		err(FAIL, "fork");
	if (!pid) {
		if (!freopen("/dev/null", "w", stdout))
			err(FAIL, "/dev/null");
		execvp(argv[0], argv);
		err(FAIL, "%s", argv[0]);
	}
	if (waitpid(pid, &status, 0) != pid || status)
		errx(FAIL, "%s: status %#x", argv[0], status);
}

int main(int argc, char **argv)
{
	const char *what = argc > 3 ? argv[1] : "";
	bool alg = !strcmp(what, "hash") || !strcmp(what, "skcipher");
	bool write = !strcmp(what, "write");
	uint64_t start, sum = 0, least = UINT64_MAX;
	size_t len = 0;
	int fd = -1, i;

	buf = mem_map("ram", REQUEST);
	memset(buf, 0x5a, REQUEST);
	if (strcmp(what, "run")) {
		if (argc != 4)
			errx(FAIL, "usage: cost read|write|hash|skcipher NAME LEN");
		len = strtoul(argv[3], NULL, 0);
		fd = alg ? alg_open(what, argv[2]) : open(argv[2], O_RDWR | O_DIRECT);
		if (fd < 0)
			err(FAIL, "%s", argv[2]);
	}
	for (i = 0; i < ROUNDS || sum < ENOUGH; i++) {
		start = now();
		if (!strcmp(what, "hash"))
			hash(fd, len);
		else if (!strcmp(what, "skcipher"))
			encrypt(fd, len);
		else if (!strcmp(what, "run"))
			run(argv + 2);
		else
			io(fd, write, len);
		start = now() - start;
		sum += start;
		if (start < least)
			least = start;
	}
	printf("%llu\n", (unsigned long long)least);
	return PASS;
}
