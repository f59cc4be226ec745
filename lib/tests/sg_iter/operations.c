// SPDX-License-Identifier: GPL-2.0-only
/*
 * Everything that moves a position over data, in one form
 */
#include <linux/random.h>
#include <linux/sg_crc.h>

#include "bounced.h"
#include "operations.h"
#include "suites.h"

/* How many bytes the operation has to do */
size_t sg_test_expected(const struct sg_test_run *r)
{
	size_t n = sg_model_available(r->m, r->pos, r->len);

	if (r->op->pair)
		n = min(n, sg_model_available(r->other, r->other_pos, r->len));
	if (r->op->ends_early)
		n = min(n, r->end);
	return n;
}

/* More than was expected is the caller's to find. */
static size_t sane(const struct sg_test_run *r, size_t n)
{
	return min(n, sg_test_expected(r));
}

static void expect_read(struct sg_test_run *r, size_t n)
{
	sg_test_expect_same(r->m->test, r->buf, r->m->data + r->pos, sane(r, n));
}

static void wrote(struct sg_test_run *r, size_t n)
{
	memcpy(r->m->data + r->pos, r->buf, sane(r, n));
}

static size_t copy_to_buf(struct sg_test_run *r)
{
	size_t n = sg_iter_copy_to_buf(&r->it, r->buf, r->len);

	expect_read(r, n);
	return n;
}

static size_t copy_from_buf(struct sg_test_run *r)
{
	size_t n = sg_iter_copy_from_buf(&r->it, r->buf, r->len);

	wrote(r, n);
	return n;
}

static size_t copy_to(struct sg_test_run *r)
{
	size_t n = sg_iter_copy(&r->other_it, &r->it, r->len);

	memcpy(r->other->data + r->other_pos, r->m->data + r->pos, sane(r, n));
	return n;
}

static size_t copy_from(struct sg_test_run *r)
{
	size_t n = sg_iter_copy(&r->it, &r->other_it, r->len);

	memcpy(r->m->data + r->pos, r->other->data + r->other_pos, sane(r, n));
	return n;
}

static size_t copy_to_itself(struct sg_test_run *r)
{
	return sg_iter_copy(&r->it, &r->it, r->len);
}

static size_t fill(struct sg_test_run *r)
{
	u8 byte = r->op->variant;
	size_t n = byte ? sg_iter_fill(&r->it, byte, r->len) : sg_iter_zero(&r->it, r->len);

	memset(r->m->data + r->pos, byte, sane(r, n));
	return n;
}

/* Makes @there, of @n bytes, what is to be compared, with a difference at r->end. */
static void make_same(struct sg_test_run *r, u8 *there, size_t n)
{
	memcpy(there, r->m->data + r->pos, n);
	if (r->end < n)
		there[r->end] ^= 0x10;
}

static size_t compare(struct sg_test_run *r)
{
	size_t n = min(sg_model_available(r->m, r->pos, r->len),
		       sg_model_available(r->other, r->other_pos, r->len));

	make_same(r, r->other->data + r->other_pos, n);
	sg_model_store_range(r->other, r->other_pos, n);
	if (r->op->variant)
		return sg_iter_compare(&r->other_it, &r->it, r->len);
	return sg_iter_compare(&r->it, &r->other_it, r->len);
}

static size_t compare_buf(struct sg_test_run *r)
{
	make_same(r, r->buf, sg_model_available(r->m, r->pos, r->len));
	return sg_iter_compare_buf(&r->it, r->buf, r->len);
}

static size_t walk(struct sg_test_run *r)
{
	const struct sg_test_way *way = &sg_test_ways[r->op->variant];
	struct sg_test_walk w = { .buf = r->buf, .budget = r->end };
	size_t n = sg_test_walk(way, &r->it, r->len, &w);

	if (way->write)
		wrote(r, n);
	else
		expect_read(r, n);
	return n;
}

static size_t walk_bounced(struct sg_test_run *r)
{
	const struct sg_test_bounced_way *way = &sg_test_bounced_ways[r->op->variant];
	struct sg_test_bounced w = {
		.m = r->m, .start = r->pos, .len = r->len, .bounce = r->bounce,
		.buf = r->buf, .budget = r->end,
	};
	size_t n = sg_test_walk_bounced(way, &r->it, &w), i;

	KUNIT_ASSERT_FALSE(r->m->test, w.wrong);
	if (way->read)
		expect_read(r, n);
	for (i = 0; way->read && way->write && i < sane(r, n); i++)
		r->buf[i] = SG_TEST_UPDATED(r->buf[i]);
	if (way->write)
		wrote(r, n);
	return n;
}

static size_t loop_read(struct sg_test_run *r)
{
	size_t done = 0;

	sg_for_each_read_chunk(c, &r->it, r->len) {
		c->consumed = min(c->length, r->end - done);
		iosys_map_memcpy_from(r->buf + done, &c->map, 0, c->consumed);
		done += c->consumed;
	}
	expect_read(r, done);
	return done;
}

static size_t loop_read_atomic(struct sg_test_run *r)
{
	size_t done = 0;

	sg_for_each_read_chunk_atomic(c, &r->it, r->len) {
		c->consumed = min(c->length, r->end - done);
		iosys_map_memcpy_from(r->buf + done, &c->map, 0, c->consumed);
		done += c->consumed;
	}
	expect_read(r, done);
	return done;
}

static size_t loop_write(struct sg_test_run *r)
{
	size_t done = 0;

	sg_for_each_write_chunk(c, &r->it, r->len) {
		c->consumed = min(c->length, r->end - done);
		iosys_map_memcpy_to(&c->map, 0, r->buf + done, c->consumed);
		done += c->consumed;
	}
	wrote(r, done);
	return done;
}

static size_t loop_write_atomic(struct sg_test_run *r)
{
	size_t done = 0;

	sg_for_each_write_chunk_atomic(c, &r->it, r->len) {
		c->consumed = min(c->length, r->end - done);
		iosys_map_memcpy_to(&c->map, 0, r->buf + done, c->consumed);
		done += c->consumed;
	}
	wrote(r, done);
	return done;
}

static size_t read_fifo(struct sg_test_run *r)
{
	const struct sg_test_fifo *f = &sg_test_fifo_accessors[r->op->variant];
	size_t n;

	memcpy(sg_device.fifo, r->buf, sg_test_expected(r));
	sg_device_fifo_start(f->width);
	n = f->read(&r->it, NULL, r->len);
	KUNIT_ASSERT_EQ(r->m->test, DIV_ROUND_UP(n, f->width), sg_device.words);
	wrote(r, n);
	return n;
}

static size_t write_fifo(struct sg_test_run *r)
{
	const struct sg_test_fifo *f = &sg_test_fifo_accessors[r->op->variant];
	size_t n;

	sg_device_fifo_start(f->width);
	n = f->write(&r->it, NULL, r->len);
	KUNIT_ASSERT_EQ(r->m->test, DIV_ROUND_UP(n, f->width), sg_device.words);
	sg_test_expect_same(r->m->test, sg_device.fifo, r->m->data + r->pos, sane(r, n));
	return n;
}

static size_t crc_32c(struct sg_test_run *r)
{
	u32 crc = 0x12345678;
	size_t n = sg_iter_crc32c(&r->it, &crc, r->len);

	KUNIT_ASSERT_EQ(r->m->test, crc,
			crc32c(0x12345678, r->m->data + r->pos, sane(r, n)));
	return n;
}

static size_t crc_32_le(struct sg_test_run *r)
{
	u32 crc = 0x12345678;
	size_t n = sg_iter_crc32_le(&r->it, &crc, r->len);

	KUNIT_ASSERT_EQ(r->m->test, crc,
			crc32_le(0x12345678, r->m->data + r->pos, sane(r, n)));
	return n;
}

static size_t crc_t10(struct sg_test_run *r)
{
	u16 crc = 0x1234;
	size_t n = sg_iter_crc_t10dif(&r->it, &crc, r->len);

	KUNIT_ASSERT_EQ(r->m->test, crc,
			crc_t10dif_update(0x1234, r->m->data + r->pos, sane(r, n)));
	return n;
}

static size_t crc_itu(struct sg_test_run *r)
{
	u16 crc = 0x1234;
	size_t n = sg_iter_crc_itu_t(&r->it, &crc, r->len);

	KUNIT_ASSERT_EQ(r->m->test, crc,
			crc_itu_t(0x1234, r->m->data + r->pos, sane(r, n)));
	return n;
}

const struct sg_test_operation sg_test_operations[SG_TEST_OPERATIONS] = {
	{ "copy to buffer", copy_to_buf },
	{ "copy from buffer", copy_from_buf },
	{ "copy to list", copy_to, .pair = true },
	{ "copy from list", copy_from, .pair = true },
	{ "copy to itself", copy_to_itself },
	{ "zero", fill, 0 },
	{ "fill", fill, 0xa7 },
	{ "compare", compare, 0, .pair = true, .ends_early = true },
	{ "compare, other way round", compare, 1, .pair = true, .ends_early = true },
	{ "compare with buffer", compare_buf, .ends_early = true },
	{ "read", walk, 0, .ends_early = true, .may_sleep = true },
	{ "read, atomic", walk, 1, .ends_early = true },
	{ "write", walk, 2, .ends_early = true, .may_sleep = true },
	{ "write, atomic", walk, 3, .ends_early = true },
	{ "read bounced", walk_bounced, 0, .ends_early = true, .may_sleep = true },
	{ "read bounced, atomic", walk_bounced, 1, .ends_early = true },
	{ "write bounced", walk_bounced, 2, .ends_early = true, .may_sleep = true },
	{ "write bounced, atomic", walk_bounced, 3, .ends_early = true },
	{ "update bounced", walk_bounced, 4, .ends_early = true, .may_sleep = true },
	{ "update bounced, atomic", walk_bounced, 5, .ends_early = true },
	{ "loop to read", loop_read, .ends_early = true, .may_sleep = true },
	{ "loop to read, atomic", loop_read_atomic, .ends_early = true },
	{ "loop to write", loop_write, .ends_early = true, .may_sleep = true },
	{ "loop to write, atomic", loop_write_atomic, .ends_early = true },
	{ "read 8-bit FIFO", read_fifo, 0 },
	{ "read 16-bit FIFO", read_fifo, 1 },
	{ "read 32-bit FIFO", read_fifo, 2 },
	{ "read 64-bit FIFO", read_fifo, 3 },
	{ "write 8-bit FIFO", write_fifo, 0 },
	{ "write 16-bit FIFO", write_fifo, 1 },
	{ "write 32-bit FIFO", write_fifo, 2 },
	{ "write 64-bit FIFO", write_fifo, 3 },
	{ "CRC-32C", crc_32c },
	{ "CRC-32", crc_32_le },
	{ "T10-DIF CRC", crc_t10 },
	{ "ITU-T CRC", crc_itu },
};
