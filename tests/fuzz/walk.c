// SPDX-License-Identifier: GPL-2.0-only
/*
 * Walks and loops, with bodies that stop, leave, claim too much, or nest
 */
#include <operations.h>

struct walk {
	struct position *pos, *other;
	size_t len;
	bool write, atomic, loop;

	/* in one of the chunks */
	unsigned int chunk;
	enum { ALL, LESS, NOTHING, TOO_MUCH } consume;
	enum { STAY, BREAK, RETURN, GOTO } leave;
	bool nest, move;
	u8 arg;

	/* so far */
	size_t done, will_do;
	unsigned int chunks;
	unsigned int outer_atomic;
	bool ended, left;
};

static void run(struct walk *w);

static void nested(struct walk *outer)
{
	struct walk inner = {
		.pos = outer->other,
		.len = outer->arg,
		.write = outer->arg & WRITE,
		.atomic = outer->atomic || outer->arg & ATOMIC,
		.loop = outer->arg & LOOP,
		.chunk = ~0u,
		.outer_atomic = outer->atomic,
	};

	run(&inner);
}

static void check_chunk(struct walk *w, const struct iosys_map *map, size_t done, size_t length)
{
	struct span span;
	size_t want;

	check("done before this chunk", done, w->done);
	if (w->ended)
		fail("a chunk of %zu bytes after the last one", length);
	if (w->done == w->will_do || !position_span(w->pos, &span))
		fail("a chunk of %zu bytes too many", length);

	want = min(span.length, w->len - done);
	if (__SG_ITER_BY_PAGE && span.entry->kind != IOMEM)
		want = min_t(size_t, want, PAGE_SIZE - offset_in_page(span.place));
	check("length of the chunk", length, want);
	check("chunk is I/O memory", map->is_iomem, span.entry->kind == IOMEM);
	check("place of the chunk", machine_place(map->vaddr, map->is_iomem), span.place);
	check("atomic context", machine.atomic, w->outer_atomic + w->atomic);
}

/* Returns what is to be told as consumed. */
static size_t body(struct walk *w, const struct iosys_map *map, size_t done, size_t length)
{
	bool special = w->chunks++ == w->chunk;
	u8 got[KIND_SIZE], want[KIND_SIZE];
	size_t consumed = length, n, i;

	check_chunk(w, map, done, length);
	if (special && w->consume == LESS)
		consumed = w->arg % length;
	else if (special && w->consume == NOTHING)
		consumed = 0;
	else if (special && w->consume == TOO_MUCH)
		consumed = w->arg ? length + w->arg : SIZE_MAX;
	n = min(consumed, length);
	expected.misuses += consumed > length;
	w->ended = consumed < length;
	w->done += n;

	if (IS_ENABLED(CONFIG_SG_ITER_DEBUG) && !map->is_iomem)
		check("mapped writable", machine.writable, w->write);
	if (w->write) {
		for (i = 0; i < n; i++)
			want[i] = fifo_byte(w->done * 2 + i);
		model_write(w->pos, want, n);
		if (map->is_iomem)
			memcpy_toio(map->vaddr_iomem, want, n);
		else
			memcpy(map->vaddr, want, n);
	} else {
		model_read(w->pos, want, n);
		if (map->is_iomem)
			memcpy_fromio(got, map->vaddr_iomem, n);
		else
			memcpy(got, map->vaddr, n);
		if (memcmp(got, want, n))
			fail("wrong data in a chunk of %zu bytes", length);
	}

	if (special && w->nest)
		nested(w);
	w->left = special && w->loop && w->leave != STAY;
	if (!w->atomic && !w->left)
		expected.resched++;
	return consumed;
}

#define DEFINE_LOOP(kind)							\
static void kind##_loop(struct walk *w)						\
{										\
	sg_for_each_##kind(c, &w->pos->it, w->len) {				\
		c->consumed = body(w, &c->map, c->done, c->length);		\
		if (w->move)							\
			c->map.vaddr += c->length;				\
		if (!w->left)							\
			continue;						\
		if (w->leave == BREAK)						\
			break;							\
		if (w->leave == RETURN)						\
			return;							\
		goto out;							\
	}									\
	check("left by a jump", w->left && w->leave != BREAK, false);		\
out:										\
	return;									\
}

DEFINE_LOOP(read_chunk)
DEFINE_LOOP(read_chunk_atomic)
DEFINE_LOOP(write_chunk)
DEFINE_LOOP(write_chunk_atomic)

static __always_inline size_t read_step(const void *addr, size_t done, size_t len, void *w)
{
	struct iosys_map map = { .vaddr = (void *)addr, .is_iomem = false };

	return body(w, &map, done, len);
}

static __always_inline size_t io_read_step(const void __iomem *addr, size_t done, size_t len,
					   void *w)
{
	struct iosys_map map = { .vaddr_iomem = (void *)addr, .is_iomem = true };

	return body(w, &map, done, len);
}

static __always_inline size_t write_step(void *addr, size_t done, size_t len, void *w)
{
	return read_step(addr, done, len, w);
}

static __always_inline size_t io_write_step(void __iomem *addr, size_t done, size_t len, void *w)
{
	return io_read_step(addr, done, len, w);
}

static void run_loop(struct walk *w)
{
	if (w->write && w->atomic)
		write_chunk_atomic_loop(w);
	else if (w->write)
		write_chunk_loop(w);
	else if (w->atomic)
		read_chunk_atomic_loop(w);
	else
		read_chunk_loop(w);
}

static size_t run_walk(struct walk *w)
{
	struct sg_iter *it = &w->pos->it;

	if (w->write && w->atomic)
		return sg_walk_write_atomic(it, w->len, w, write_step, io_write_step);
	if (w->write)
		return sg_walk_write(it, w->len, w, write_step, io_write_step);
	if (w->atomic)
		return sg_walk_read_atomic(it, w->len, w, read_step, io_read_step);
	return sg_walk_read(it, w->len, w, read_step, io_read_step);
}

static void run(struct walk *w)
{
	unsigned int mapped = machine.mapped;
	bool no_address;

	w->will_do = position_reach(w->pos, w->len, &no_address);
	expected.might_sleep += !w->atomic;

	if (w->loop)
		run_loop(w);
	else
		check("bytes done", run_walk(w), w->done);
	check("mappings", machine.mapped, mapped);
	check("non_block_start() calls", machine.atomic, w->outer_atomic);

	if (w->ended || w->left)
		return;
	check("bytes done when the walk ends", w->done, w->will_do);
	expected.no_address |= no_address;
}

void walk(struct state *s, unsigned int kind)
{
	u8 chunk = take(s->in) & 7;
	u8 how = take(s->in);
	struct walk w = {
		.pos = s->pos,
		.other = s->other,
		.write = kind & WRITE,
		.atomic = kind & ATOMIC,
		.loop = kind & LOOP,
		.chunk = chunk,
		.consume = how & 3,
		.leave = how >> 2 & 3,
		.nest = how & 16,
		.move = how & 32,
		.arg = take(s->in),
		.len = take_len(s),
	};

	doing("%zu bytes; in chunk %u: consume %d, leave %d, nest %d, arg %u", w.len, w.chunk,
	      w.consume, w.leave, w.nest, w.arg);
	run(&w);
}
