/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What is done to a position. Each takes its arguments from the input, does it
 * to the model, calls the API, and compares what is returned.
 */
#ifndef FUZZ_OPERATIONS_H
#define FUZZ_OPERATIONS_H

#include <model.h>

struct state {
	struct input *in;
	struct list lists[2];
	struct position positions[2];

	/* of this operation */
	struct position *pos, *other;
};

static inline size_t take_len(struct state *s)
{
	return take_length(s->in, position_left(s->pos));
}

/* Variants */
enum { WRITE = 1, ATOMIC = 2, LOOP = 4, UPDATE = 4 };	/* of a walk */
enum { WITH = 4 };					/* of a FIFO, and log2 of its width */
enum { SELF = 1 };					/* of two positions: the same one */

void init(struct state *s, unsigned int variant);
void copy_position(struct state *s, unsigned int variant);
void skip(struct state *s, unsigned int variant);
void count(struct state *s, unsigned int variant);
void accessible(struct state *s, unsigned int variant);
void is_ram(struct state *s, unsigned int variant);
void page_iomem(struct state *s, unsigned int variant);

void debug(struct state *s, unsigned int variant);

void copy_to_buf(struct state *s, unsigned int variant);
void copy_from_buf(struct state *s, unsigned int variant);
void fill(struct state *s, unsigned int variant);
void copy(struct state *s, unsigned int variant);
void compare(struct state *s, unsigned int variant);
void compare_buf(struct state *s, unsigned int variant);
void peek(struct state *s, unsigned int variant);
void crc(struct state *s, unsigned int variant);

void walk(struct state *s, unsigned int variant);
void walk_bounced(struct state *s, unsigned int variant);

void read_fifo(struct state *s, unsigned int variant);
void write_fifo(struct state *s, unsigned int variant);

#endif
