// SPDX-License-Identifier: GPL-2.0-only
/*
 * The first process of a board: apt knows no shell for its architecture. Does
 * scattered I/O on the SD card with $memory of the kernel's command line, then
 * prints one line as tests/qemu/init does, with the checksum of cksum(1).
 */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/wait.h>
#include <unistd.h>

#define CARD	"/dev/mmcblk0"
#define SHARES	4
#define AREA	(5 * 1024 * 1024 / 4)

static uint32_t crc;

static void add(unsigned char c)
{
	int bit;

	crc ^= (uint32_t)c << 24;
	for (bit = 0; bit < 8; bit++)
		crc = crc << 1 ^ (crc & 0x80000000 ? 0x04c11db7 : 0);
}

static int failed(const char *what)
{
	perror(what);
	return 1;
}

static FILE *file_of(const char *what, int i, const char *mode)
{
	char path[32];
	FILE *f;

	snprintf(path, sizeof(path), "/tmp/%s.%d", what, i);
	f = fopen(path, mode);
	if (!f)
		exit(failed(path));
	return f;
}

/* Share @i of the work */
static pid_t start(const char *memory, int i)
{
	char offset[16], length[16], share[16], expected[32];
	pid_t pid = fork();

	if (pid)
		return pid;
	snprintf(offset, sizeof(offset), "%d", i * AREA);
	snprintf(length, sizeof(length), "%d", AREA);
	snprintf(share, sizeof(share), "%d", i);
	snprintf(expected, sizeof(expected), "/tmp/expected.%d", i);
	dup2(fileno(file_of("bytes", i, "w")), STDOUT_FILENO);
	execl("/bin/rawio", "rawio", memory, CARD, offset, length, "512", share, expected, NULL);
	_exit(failed("/bin/rawio"));
}

static unsigned long long bytes_of(int i)
{
	unsigned long long n = 0;
	FILE *f = file_of("bytes", i, "r");

	if (fscanf(f, "%llu", &n) != 1)
		fprintf(stderr, "process %d does not say what it has moved\n", i);
	fclose(f);
	return n;
}

static void add_expected(int i)
{
	FILE *f = file_of("expected", i, "r");
	int c;

	while ((c = getc(f)) != EOF)
		add(c);
	fclose(f);
}

int main(void)
{
	unsigned long long bytes = 0;
	const char *verdict = "pass";
	pid_t pids[SHARES];
	unsigned int len;
	int i, status;

	if (mount("devtmpfs", "/dev", "devtmpfs", 0, NULL) ||
	    mount("proc", "/proc", "proc", 0, NULL))
		return 1;
	if (!freopen("/dev/console", "w", stdout) || !freopen("/dev/console", "w", stderr))
		return 1;
	for (i = 0; i < 600 && access(CARD, R_OK | W_OK); i++)
		usleep(100000);

	for (i = 0; i < SHARES; i++)
		pids[i] = start(getenv("memory"), i);
	for (i = 0; i < SHARES; i++)
		if (waitpid(pids[i], &status, 0) != pids[i] || status)
			verdict = "fail";
	for (i = 0; i < SHARES; i++) {
		bytes += bytes_of(i);
		add_expected(i);
	}
	for (len = SHARES * AREA; len; len >>= 8)
		add(len);

	sync();
	printf("\nRESULT raw ram %s %llu crc:%u card 0 %d\nRESULT end\n", verdict, bytes,
	       (unsigned int)~crc, SHARES * AREA);
	fflush(stdout);
	sleep(1);
	reboot(RB_AUTOBOOT);
	return 1;
}
