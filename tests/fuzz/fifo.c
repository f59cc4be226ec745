// SPDX-License-Identifier: GPL-2.0-only
#include <operations.h>
#include <stdlib.h>

/* The driver's own accessor: a register of @width bytes, and what may be in it beyond. */
static u64 get(void *width)
{
	u64 word = ~0ull;

	fifo_read((void __iomem *)FIFO_BASE, &word, *(size_t *)width, 1);
	return le64_to_cpu(word);
}

static void put(void *width, u64 word)
{
	size_t bits = *(size_t *)width * 8;

	if (bits < 64)
		check("what is beyond the register", word >> bits, 0);
	word = cpu_to_le64(word);
	fifo_write((void __iomem *)FIFO_BASE, &word, *(size_t *)width, 1);
}

typedef size_t (*fifo_f)(struct sg_iter *it, void __iomem *fifo, size_t len);

void read_fifo(struct state *s, unsigned int variant)
{
	static const fifo_f fifos[] = {
		sg_iter_read_fifo8, sg_iter_read_fifo16, sg_iter_read_fifo32,
#ifdef CONFIG_64BIT
		sg_iter_read_fifo64,
#endif
	};
	size_t width = 1 << (variant & 3);
	size_t len = take_len(s);
	size_t n = position_walk(s->pos, len);
	u8 *buf = fresh(n);

	doing("%zu bytes, %zu of them there", len, n);
	model_write(s->pos, buf, n);
	expected.fifo_sent = (n + width - 1) / width * width;
	if (variant & WITH)
		check("read", sg_iter_read_fifo_with(&s->pos->it, len, width, get, &width), n);
	else
		check("read", fifos[variant](&s->pos->it, (void __iomem *)FIFO_BASE, len), n);
	free(buf);
}

void write_fifo(struct state *s, unsigned int variant)
{
	static const fifo_f fifos[] = {
		sg_iter_write_fifo8, sg_iter_write_fifo16, sg_iter_write_fifo32,
#ifdef CONFIG_64BIT
		sg_iter_write_fifo64,
#endif
	};
	size_t width = 1 << (variant & 3);
	size_t len = take_len(s);
	size_t n = position_walk(s->pos, len);
	size_t all = (n + width - 1) / width * width;
	u8 *want = calloc(1, all);

	doing("%zu bytes, %zu of them there", len, n);
	model_read(s->pos, want, n);
	expected.fifo_got = all;
	if (variant & WITH)
		check("written", sg_iter_write_fifo_with(&s->pos->it, len, width, put, &width), n);
	else
		check("written", fifos[variant](&s->pos->it, (void __iomem *)FIFO_BASE, len), n);
	if (memcmp(machine.fifo, want, min(all, machine.fifo_got)))
		fail("wrong data in the FIFO");
	free(want);
}
