// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests of PIO between a scatterlist and a FIFO
 */
#include <linux/random.h>

#include "suites.h"

static const struct sg_test_fifo registers[] = {
	{ 1, sg_iter_read_fifo8, sg_iter_write_fifo8 },
	{ 2, sg_iter_read_fifo16, sg_iter_write_fifo16 },
	{ 4, sg_iter_read_fifo32, sg_iter_write_fifo32 },
#ifdef CONFIG_64BIT
	{ 8, sg_iter_read_fifo64, sg_iter_write_fifo64 },
#endif
};

/* The driver's own accessors: a word's low byte is the first one. */
static u64 get(void *priv)
{
	unsigned int i, width = *(unsigned int *)priv;
	const u8 *bytes = sg_device_fifo_word(width);
	u64 word = 0x5a5a5a5a5a5a5a5a;

	for (i = 0; i < width; i++) {
		word &= ~(0xffull << 8 * i);
		word |= (u64)bytes[i] << 8 * i;
	}
	return word;
}

static void put(void *priv, u64 word)
{
	unsigned int i, width = *(unsigned int *)priv;
	u8 *bytes = sg_device_fifo_word(width);

	for (i = 0; i < width; i++)
		bytes[i] = word >> 8 * i;
	sg_device.wrong_width += width < 8 && word >> 8 * width;
}

static size_t read8(struct sg_iter *it, void __iomem *fifo, size_t len)
{
	return sg_iter_read_fifo_with(it, len, 1, get, &(unsigned int){ 1 });
}

static size_t read16(struct sg_iter *it, void __iomem *fifo, size_t len)
{
	return sg_iter_read_fifo_with(it, len, 2, get, &(unsigned int){ 2 });
}

static size_t read32(struct sg_iter *it, void __iomem *fifo, size_t len)
{
	return sg_iter_read_fifo_with(it, len, 4, get, &(unsigned int){ 4 });
}

static size_t read64(struct sg_iter *it, void __iomem *fifo, size_t len)
{
	return sg_iter_read_fifo_with(it, len, 8, get, &(unsigned int){ 8 });
}

static size_t write8(struct sg_iter *it, void __iomem *fifo, size_t len)
{
	return sg_iter_write_fifo_with(it, len, 1, put, &(unsigned int){ 1 });
}

static size_t write16(struct sg_iter *it, void __iomem *fifo, size_t len)
{
	return sg_iter_write_fifo_with(it, len, 2, put, &(unsigned int){ 2 });
}

static size_t write32(struct sg_iter *it, void __iomem *fifo, size_t len)
{
	return sg_iter_write_fifo_with(it, len, 4, put, &(unsigned int){ 4 });
}

static size_t write64(struct sg_iter *it, void __iomem *fifo, size_t len)
{
	return sg_iter_write_fifo_with(it, len, 8, put, &(unsigned int){ 8 });
}

const struct sg_test_fifo sg_test_fifo_accessors[SG_TEST_WIDTHS] = {
	{ 1, read8, write8 },
	{ 2, read16, write16 },
	{ 4, read32, write32 },
	{ 8, read64, write64 },
};

static void test_one(struct sg_model *m, const struct sg_test_fifo *f,
		     size_t start, size_t len)
{
	size_t n = sg_model_available(m, start, len), end = round_up(n, f->width);
	u8 *fifo = sg_device.fifo;
	struct kunit *test = m->test;
	struct sg_iter it;

	get_random_bytes(fifo, end + 8);
	sg_device_fifo_start(f->width);
	sg_model_start(m, &it, start);
	KUNIT_ASSERT_EQ(test, n, f->read(&it, sg_device.fifo_reg, len));
	/* not a word too many: the next transfer would miss it */
	KUNIT_ASSERT_EQ(test, end / f->width, sg_device.words);
	KUNIT_ASSERT_EQ(test, 0, sg_device.wrong_width);
	memcpy(m->data + start, fifo, n);
	sg_model_expect_at(m, &it, start + n);
	sg_model_verify(m);

	memset(fifo, 0xee, end + 8);
	sg_device_fifo_start(f->width);
	sg_model_start(m, &it, start);
	KUNIT_ASSERT_EQ(test, n, f->write(&it, sg_device.fifo_reg, len));
	KUNIT_ASSERT_EQ(test, end / f->width, sg_device.words);
	KUNIT_ASSERT_EQ(test, 0, sg_device.wrong_width);
	sg_test_expect_same(test, fifo, m->data + start, n);
	KUNIT_ASSERT_NULL(test, memchr_inv(fifo + n, 0, end - n));
	sg_test_expect_untouched(test, fifo + end, fifo + end + 8);
	sg_model_expect_at(m, &it, start + n);
	sg_model_verify(m);
	sg_test_expect_balanced(test);
}

static void test_shapes(struct kunit *test, const struct sg_test_fifo *f,
			unsigned int count)
{
	struct sg_model *m = sg_model_build(test, test->param_value);
	size_t start, len;
	unsigned int i;

	for (; count--; f++)
		for (i = 0; sg_test_next_range(m, &i, &start, &len);)
			test_one(m, f, start, len);
}

static void test_accessor(struct kunit *test)
{
	test_shapes(test, sg_test_fifo_accessors, SG_TEST_WIDTHS);
}

#ifdef CONFIG_INDIRECT_IOMEM
static void test_register(struct kunit *test)
{
	const char *missing = sg_device_missing();

	if (missing)
		kunit_skip(test, "%s", missing);
	test_shapes(test, registers, ARRAY_SIZE(registers));
}
#else
/*
 * Where no register can be emulated, RAM is one: it gives the same word again
 * and again, and keeps the last one written. Byte order shows, and any
 * access that is too wide.
 */
static void test_one_by_ram(struct sg_model *m, const struct sg_test_fifo *f,
			    size_t start, size_t len)
{
	static const u8 word[8] = { 0x01, 0x12, 0x23, 0x34, 0x45, 0x56, 0x67, 0x78 };
	size_t n = sg_model_available(m, start, len), i, last;
	union {
		u64	aligned[3];
		u8	bytes[24];
	} ram;
	u8 *reg = ram.bytes + sizeof(word);
	struct kunit *test = m->test;
	struct sg_iter it;

	memset(&ram, 0xee, sizeof(ram));
	memcpy(reg, word, f->width);
	sg_model_start(m, &it, start);
	KUNIT_ASSERT_EQ(test, n, f->read(&it, (void __force __iomem *)reg, len));
	for (i = 0; i < n; i++)
		m->data[start + i] = word[i % f->width];
	sg_model_expect_at(m, &it, start + n);
	sg_model_verify(m);
	KUNIT_ASSERT_MEMEQ(test, reg, word, f->width);

	for (i = 0; i < n; i++)
		m->data[start + i] = i % 251;
	sg_model_start(m, &it, start);
	sg_iter_copy_from_buf(&it, m->data + start, n);
	sg_model_start(m, &it, start);
	KUNIT_ASSERT_EQ(test, n, f->write(&it, (void __force __iomem *)reg, len));
	if (n) {
		last = round_down(n - 1, f->width);
		KUNIT_ASSERT_MEMEQ(test, reg, m->data + start + last, n - last);
		KUNIT_ASSERT_NULL(test, memchr_inv(reg + n - last, 0,
						   last + f->width - n));
	}
	sg_test_expect_untouched(test, ram.bytes, reg);
	sg_test_expect_untouched(test, reg + f->width, ram.bytes + sizeof(ram));
	sg_model_expect_at(m, &it, start + n);
	sg_model_verify(m);
	sg_test_expect_balanced(test);
}

static void test_register(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value);
	const struct sg_test_fifo *f;
	size_t start, len;
	unsigned int i;

	for (f = registers; f < registers + ARRAY_SIZE(registers); f++) {
		for (i = 0; sg_test_next_range(m, &i, &start, &len);)
			test_one_by_ram(m, f, start, len);
		/* each word, the last one in turn */
		for (i = 0; i < min(m->size, 70); i++)
			test_one_by_ram(m, f, i % 3, i);
	}
}
#endif

/* Every way in which words may lie across three chunks, at any alignment */
static void test_words_across_chunks(struct kunit *test)
{
	bool has_registers = !sg_device_missing() && sg_device.fifo_reg;
	unsigned int a, b, i;

	for (a = 1; a <= 9; a++) {
		for (b = 1; b <= 9; b++) {
			const struct sg_shape shape = {
				"", ENTRIES({ b, a }, { a, b }, { 0, 11 })
			};
			struct sg_model *m = sg_model_build(test, &shape);

			for (i = 0; i < SG_TEST_WIDTHS; i++) {
				test_one(m, &sg_test_fifo_accessors[i], 0, a + b);
				test_one(m, &sg_test_fifo_accessors[i], 0, m->size);
			}
			for (i = 0; i < ARRAY_SIZE(registers) && has_registers; i++) {
				test_one(m, &registers[i], 0, a + b);
				test_one(m, &registers[i], 0, m->size);
			}
			sg_model_free(m);
		}
	}
}

DEFINE_SUITES(ON_EACH_SHAPE(test_accessor),
	      ON_EACH_SHAPE(test_register),
	      KUNIT_CASE(test_words_across_chunks));

kunit_test_suites(&suites[0], &suites[1], &suites[2], &suites[3]);
