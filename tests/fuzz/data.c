// SPDX-License-Identifier: GPL-2.0-only
/*
 * Functions that move and compare data. Buffers are as large as what may be
 * done with them, so that the address sanitizer sees more than that.
 */
#include <linux/sg_crc.h>
#include <operations.h>
#include <stdlib.h>

static void compare_data(const u8 *got, const u8 *want, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (got[i] != want[i])
			fail("byte %zu is %u, should be %u", i, got[i], want[i]);
}

void copy_to_buf(struct state *s, unsigned int variant)
{
	size_t len = take_len(s);
	size_t n = position_walk(s->pos, len);
	u8 *got = malloc(n), *want = malloc(n);

	doing("%zu bytes, %zu of them there", len, n);
	model_read(s->pos, want, n);
	check("copied", sg_iter_copy_to_buf(&s->pos->it, got, len), n);
	compare_data(got, want, n);
	free(got);
	free(want);
}

void copy_from_buf(struct state *s, unsigned int variant)
{
	size_t len = take_len(s);
	size_t n = position_walk(s->pos, len);
	u8 *buf = fresh(n);

	doing("%zu bytes, room for %zu", len, n);
	model_write(s->pos, buf, n);
	check("copied", sg_iter_copy_from_buf(&s->pos->it, buf, len), n);
	free(buf);
}

void fill(struct state *s, unsigned int variant)
{
	u8 byte = variant ? 0 : take(s->in);
	size_t len = take_len(s);
	size_t n = position_walk(s->pos, len);
	u8 *buf = malloc(n);

	doing("%zu bytes of %u, room for %zu", len, byte, n);
	memset(buf, byte, n);
	model_write(s->pos, buf, n);
	if (variant)
		check("set", sg_iter_zero(&s->pos->it, len), n);
	else
		check("set", sg_iter_fill(&s->pos->it, byte, len), n);
	free(buf);
}

/* Bytes in reach of both; of two walks, one inside the other, the outer one comes first. */
static size_t reach_both(const struct position *outer, const struct position *inner, size_t len,
			 bool *no_address)
{
	bool no_inner;
	size_t n = position_reach(outer, len, no_address);
	size_t n_inner = position_reach(inner, n, &no_inner);

	if (n_inner == n)
		return n;
	*no_address = no_inner;
	return n_inner;
}

/*
 * Memory that is in both: bytes that are both source and destination of
 * themselves are fine (how many of them in I/O memory?), others are not.
 */
static bool may_copy(const struct position *dst, const struct position *src, size_t len,
		     size_t *same_io)
{
	enum { NOWHERE, TWICE, FIRST };
	static size_t where[MEMORY_SIZE];
	struct position pos = *src;
	struct span span;
	size_t i;

	memset(where, 0, sizeof(where));
	for (i = 0; i < len; i++, pos.at++) {
		position_span(&pos, &span);
		where[span.place] = where[span.place] == NOWHERE ? FIRST + i : TWICE;
	}
	pos = *dst;
	*same_io = 0;
	for (i = 0; i < len; i++, pos.at++) {
		position_span(&pos, &span);
		if (where[span.place] == FIRST + i)
			*same_io += span.entry->kind == IOMEM;
		else if (where[span.place] != NOWHERE)
			return false;
	}
	return true;
}

void copy(struct state *s, unsigned int variant)
{
	struct position *src = variant == SELF ? s->pos : s->other;
	struct position from = *src;
	size_t len = take_len(s);
	size_t n, same_io;
	bool no_address;
	u8 *buf;

	n = reach_both(src, s->pos, len, &no_address);
	doing("%zu bytes, %zu of them in both", len, n);
	if (!may_copy(s->pos, src, n, &same_io))
		return;
	expected.no_address = no_address;
	buf = malloc(n);
	model_read(&from, buf, n);
	model_write(s->pos, buf, n);
	src->at = from.at;
	expected.io_read -= same_io;
	expected.io_written -= same_io;
	check("copied", sg_iter_copy(&s->pos->it, &src->it, len), n);
	free(buf);
}

static size_t first_difference(const u8 *a, const u8 *b, size_t n)
{
	size_t i;

	for (i = 0; i < n && a[i] == b[i];)
		i++;
	return i;
}

void compare(struct state *s, unsigned int variant)
{
	struct position *b = variant == SELF ? s->pos : s->other;
	struct position pos_a = *s->pos, pos_b = *b;
	size_t len = take_len(s);
	bool no_address;
	size_t n = reach_both(s->pos, b, len, &no_address);
	u8 *buf_a = malloc(n), *buf_b = malloc(n);
	size_t same;

	model_read(&pos_a, buf_a, n);
	model_read(&pos_b, buf_b, n);
	same = first_difference(buf_a, buf_b, n);
	doing("%zu bytes, %zu of them in both, %zu the same", len, n, same);
	if (same == n)
		expected.no_address = no_address;
	expected.io_read_unknown = true;
	s->pos->at = pos_a.at - n + same;
	b->at = pos_b.at - n + same;
	check("the same", sg_iter_compare(&s->pos->it, &b->it, len), same);
	free(buf_a);
	free(buf_b);
}

void compare_buf(struct state *s, unsigned int variant)
{
	struct position pos = *s->pos;
	size_t at = take_len(s);
	size_t len = take_len(s);
	bool no_address;
	size_t n = position_reach(s->pos, len, &no_address);
	u8 *buf = malloc(n);

	model_read(&pos, buf, n);
	if (at < n)
		buf[at] ^= 1 << (at & 7);
	else
		expected.no_address = no_address;
	expected.io_read_unknown = true;
	doing("%zu bytes, %zu of them there, byte %zu is another", len, n, at);
	s->pos->at += min(n, at);
	check("the same", sg_iter_compare_buf(&s->pos->it, buf, len), min(n, at));
	free(buf);
}

/* Bytes that have an address as they are */
static bool in_place(const struct position *pos, size_t len)
{
	struct span span;

	if (!position_span(pos, &span) || span.entry->kind == IOMEM || len > span.length)
		return false;
	return !IS_ENABLED(CONFIG_HIGHMEM) ||
	       (!pfn_highmem(span.place >> PAGE_SHIFT) &&
		offset_in_page(span.place) + len <= PAGE_SIZE);
}

void peek(struct state *s, unsigned int variant)
{
	struct position pos = *s->pos;
	size_t len = take_len(s);
	size_t n = position_walk(s->pos, len);
	u8 *buf = malloc(n), *got = malloc(n), *want = malloc(n);
	struct span span;
	const u8 *p;

	doing("%zu bytes, %zu of them there", len, n);
	model_read(&pos, want, n);
	p = sg_iter_peek(&s->pos->it, buf, len);
	check("is NULL", !p, n < len);
	if (n == len && len) {
		check("copied", p == buf, !in_place(s->pos, len));
		if (p == buf) {
			memcpy(got, buf, n);
		} else {
			position_span(s->pos, &span);
			check("place", machine_place(p, false), span.place);
			machine_peek(got, p, n);
		}
		compare_data(got, want, n);
	}
	free(buf);
	free(got);
	free(want);
}

void crc(struct state *s, unsigned int variant)
{
	u32 crc32 = take(s->in) * 0x01234567u, want = crc32;
	u16 crc16 = crc32, want16 = crc16;
	size_t len = take_len(s);
	size_t n = position_walk(s->pos, len);
	u8 *buf = malloc(n);
	size_t done;

	doing("%zu bytes, %zu of them there", len, n);
	model_read(s->pos, buf, n);
	if (variant == 0) {
		done = sg_iter_crc32c(&s->pos->it, &crc32, len);
		want = crc32c(want, buf, n);
	} else if (variant == 1) {
		done = sg_iter_crc32_le(&s->pos->it, &crc32, len);
		want = crc32_le(want, buf, n);
	} else if (variant == 2) {
		done = sg_iter_crc_t10dif(&s->pos->it, &crc16, len);
		want16 = crc_t10dif_update(want16, buf, n);
	} else {
		done = sg_iter_crc_itu_t(&s->pos->it, &crc16, len);
		want16 = crc_itu_t(want16, buf, n);
	}
	check("bytes", done, n);
	check("32-bit checksum", crc32, want);
	check("16-bit checksum", crc16, want16);
	free(buf);
}
