/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What must happen: memory is an array of bytes, a list is a table, a position
 * is a number
 */
#ifndef FUZZ_MODEL_H
#define FUZZ_MODEL_H

#include <input.h>
#include <linux/scatterlist.h>
#include <linux/sg_iter.h>
#include <machine.h>

#define MAX_ENTRIES	10

struct entry {
	size_t place;			/* in the machine's memory */
	unsigned int offset, length;
	enum kind kind;
	bool has_page;
	bool chain;			/* the next one is in another array */
	struct scatterlist *sg;
};

struct list {
	struct entry entries[MAX_ENTRIES];
	unsigned int n;
	unsigned int end;		/* entries up to the end mark; 0 without one */
	struct scatterlist *arrays[MAX_ENTRIES];
	unsigned int n_arrays;
};

struct position {
	struct sg_iter it;
	const struct list *list;
	unsigned int nents;		/* what sg_iter_init() was given */
	u64 at;
};

/* The data from some byte to the end of its entry */
struct span {
	const struct entry *entry;
	size_t place;
	size_t length;
};

/* What an operation is expected to do, besides its result */
struct expected {
	bool no_address, may_warn;	/* that there is no CPU address */
	unsigned int misuses;		/* warnings that the caller is wrong */
	unsigned int might_sleep;
	unsigned int resched;
	size_t io_read, io_written;
	bool io_read_unknown;
	size_t fifo_sent, fifo_got;
	bool flushed[RAM_PAGES];
};

extern struct expected expected;

void list_make(struct list *list, struct input *in, bool devices);
void list_free(struct list *list);
/* How many of @nents entries there are */
unsigned int list_visible(const struct list *list, unsigned int nents);

void model_reset(void);
/* Starts and ends an operation. */
void model_begin(const char *name);
void model_end(const struct position *positions, size_t n);

u64 position_left(const struct position *pos);
bool position_span(const struct position *pos, struct span *span);
/* Bytes that a walk gets at. Are they fewer than @len because there is no CPU address? */
size_t position_reach(const struct position *pos, size_t len, bool *no_address);
/* The same, for something that does all of it: a warning is expected if so. */
size_t position_walk(const struct position *pos, size_t len);

/* Move the position on, with data between it and @buf. */
void model_read(struct position *pos, void *buf, size_t len);
void model_write(struct position *pos, const void *buf, size_t len);

/* Bytes that differ from operation to operation; the caller frees them. */
u8 *fresh(size_t n);

/* For the reader of a failure: what is done now, in detail */
__printf(1, 2) void doing(const char *format, ...);

#define check(what, got, want)							\
do {										\
	unsigned long long _got = (got), _want = (want);			\
										\
	if (_got != _want)							\
		fail("%s: %llu, should be %llu", what, _got, _want);		\
} while (0)

#endif
