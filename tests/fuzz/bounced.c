// SPDX-License-Identifier: GPL-2.0-only
/*
 * Bounced walks: each step gets whole units, in place or in the buffer
 */
#include <operations.h>
#include <stdlib.h>

struct bounced {
	struct position *pos;
	size_t len;
	struct sg_bounce bounce;
	size_t unit;
	bool read, write, atomic;

	/* in one of the steps */
	unsigned int step;
	enum { ALL, LESS, NOTHING, TOO_MUCH } consume;
	u8 arg;

	/* so far */
	size_t done, reach;
	bool no_address;
	unsigned int steps;
	bool ended;
};

/* The data itself: as many units as are in one piece, or all that is asked for */
static void check_in_place(struct bounced *b, const void *addr, const struct span *span, size_t len)
{
	size_t piece = min(span->length, b->len - b->done);

	if (__SG_ITER_BY_PAGE)
		piece = min_t(size_t, piece, PAGE_SIZE - offset_in_page(span->place));
	if (span->entry->kind == IOMEM)
		fail("I/O memory is given to the step as if it were RAM");
	check("place of the data", machine_place(addr, false), span->place);
	check("bytes in place", len,
	      piece == b->len - b->done ? piece : rounddown(piece, b->unit));
	check("mappings", machine.mapped, 1);
	if (IS_ENABLED(CONFIG_SG_ITER_DEBUG))
		check("mapped writable", machine.writable, b->write);
}

/* The buffer: for I/O memory, and for a unit that is not in one piece */
static void check_in_buffer(struct bounced *b, const struct span *span, size_t len)
{
	size_t left = min_t(u64, b->len - b->done, position_left(b->pos));

	if (span->entry->kind != IOMEM) {
		if (len > b->unit)
			fail("%zu bytes of RAM are in the buffer", len);
		if (span->length >= b->len - b->done && !__SG_ITER_BY_PAGE)
			fail("RAM in one piece is in the buffer");
	}
	if (len > b->bounce.size)
		fail("%zu bytes in a buffer of %zu", len, b->bounce.size);
	/* what has no address is found out after a step that writes */
	if (b->read)
		left = min(left, b->reach - b->done);
	if (len > left)
		fail("a step of %zu bytes, and only %zu are there", len, left);
	if (len % b->unit && len != left)
		fail("%zu bytes are no units of %zu", len, b->unit);
	check("mappings", machine.mapped, 0);
	memset(b->bounce.buf + len, 0xa5, b->bounce.size - len);
}

static size_t on_step(struct bounced *b, void *addr, size_t done, size_t len)
{
	bool special = b->steps++ == b->step;
	bool in_buffer = addr == b->bounce.buf;
	struct position pos = *b->pos;
	u8 want[KIND_SIZE];
	struct span span;
	size_t consumed = len, n, i;

	check("done before this step", done, b->done);
	if (!len || b->ended || done >= b->reach || !position_span(b->pos, &span))
		fail("a step of %zu bytes too many", len);
	check("atomic context", machine.atomic, b->atomic);
	if (in_buffer)
		check_in_buffer(b, &span, len);
	else
		check_in_place(b, addr, &span, len);

	if (special && b->consume == LESS)
		consumed = b->arg % len;
	else if (special && b->consume == NOTHING)
		consumed = 0;
	else if (special && b->consume == TOO_MUCH)
		consumed = b->arg ? len + b->arg : SIZE_MAX;
	expected.misuses += consumed > len;
	n = min(consumed, len);

	if (b->read) {
		model_read(&pos, want, len);
		if (memcmp(addr, want, len))
			fail("wrong data in a step of %zu bytes", len);
	}
	if (b->write) {
		for (i = 0; i < n; i++)
			((u8 *)addr)[i] = want[i] = fifo_byte(b->done * 2 + i);
		/* what is beyond cannot be written, as is found out now */
		if (n > b->reach - b->done)
			expected.no_address = b->no_address;
		n = min(n, b->reach - b->done);
		model_write(b->pos, want, n);
	} else {
		b->pos->at += n;
	}
	/* a unit, not all of which could be read */
	if (in_buffer && b->read && done + len == b->reach && len % b->unit)
		expected.may_warn = b->no_address;

	b->ended = n < len;
	b->done += n;
	expected.resched += !b->atomic;
	return consumed;
}

static __always_inline size_t read_step(const void *addr, size_t done, size_t len, void *b)
{
	return on_step(b, (void *)addr, done, len);
}

static __always_inline size_t write_step(void *addr, size_t done, size_t len, void *b)
{
	return on_step(b, addr, done, len);
}

static size_t run(struct bounced *b, unsigned int variant)
{
	struct sg_iter *it = &b->pos->it;

	switch (variant) {
	case 0:
		return sg_walk_read_bounced(it, b->len, &b->bounce, b, read_step);
	case ATOMIC:
		return sg_walk_read_bounced_atomic(it, b->len, &b->bounce, b, read_step);
	case WRITE:
		return sg_walk_write_bounced(it, b->len, &b->bounce, b, write_step);
	case WRITE | ATOMIC:
		return sg_walk_write_bounced_atomic(it, b->len, &b->bounce, b, write_step);
	case UPDATE:
		return sg_walk_update_bounced(it, b->len, &b->bounce, b, write_step);
	default:
		return sg_walk_update_bounced_atomic(it, b->len, &b->bounce, b, write_step);
	}
}

void walk_bounced(struct state *s, unsigned int variant)
{
	static const u8 units[] = { 0, 1, 2, 3, 4, 8, 16, 24, 64, 100 };
	u8 unit = units[take(s->in) % ARRAY_SIZE(units)];
	u8 size = take(s->in);
	u8 how = take(s->in);
	struct bounced b = {
		.pos = s->pos,
		.bounce = { .buf = malloc(size), .size = size, .unit = unit },
		.unit = unit ?: 1,
		.read = !(variant & WRITE),
		.write = variant & (WRITE | UPDATE),
		.atomic = variant & ATOMIC,
		.step = how >> 2,
		.consume = how & 3,
		.arg = take(s->in),
		.len = take_len(s),
	};

	doing("%zu bytes, units of %u, a buffer of %u; in step %u: consume %d, arg %u", b.len, unit,
	      size, b.step, b.consume, b.arg);
	memset(b.bounce.buf, 0xa5, size);
	expected.might_sleep += !b.atomic;
	b.reach = position_reach(s->pos, b.len, &b.no_address);
	if (size < b.unit) {
		expected.misuses++;
		b.reach = 0;
		b.ended = true;
	}
	check("bytes done", run(&b, variant), b.done);
	if (!b.ended) {
		check("bytes done when the walk ends", b.done, b.reach);
		expected.no_address |= b.no_address;
	}
	free(b.bounce.buf);
}
