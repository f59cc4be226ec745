// SPDX-License-Identifier: GPL-2.0-only
#include <model.h>
#include <stdarg.h>
#include <stdlib.h>

struct expected expected;
static u8 memory[MEMORY_SIZE];

static const char *operation = "";
static char details[200];

void doing(const char *format, ...)
{
	static int verbose = -1;
	va_list args;

	if (verbose < 0)
		verbose = !!getenv("FUZZ_VERBOSE");
	va_start(args, format);
	vsnprintf(details, sizeof(details), format, args);
	va_end(args);
	if (verbose)
		fprintf(stderr, "%s: %s\n", operation, details);
}

void fail(const char *format, ...)
{
	va_list args;

	fprintf(stderr, "FAILED: %s: %s: ", operation, details);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	abort();
}

/* Entries stay in their kind of memory; what has no CPU address may be huge. */
static void entry_make(struct entry *e, struct input *in, bool devices)
{
	static const enum kind kinds[8] = { RAM, RAM, RAM, COHERENT, IOMEM, IOMEM, PRIVATE, RAM };
	static const char * const names[] = { "RAM", "coherent", "I/O", "private" };
	u8 how = take(in);
	u8 page = take(in);
	u8 length = take(in);
	size_t at;

	e->kind = kinds[how & 7];
	e->has_page = (how & 7) != 7;
	e->chain = how & 8;
	if (!devices && e->kind > COHERENT)
		e->kind = RAM;
	at = (page >> 4) * PAGE_SIZE + (page & 15) * (how & 16 ? 4 : 1);
	at = min(at, KIND_SIZE - 1);
	if (e->kind == PRIVATE || !e->has_page)
		e->length = how & 32 ? UINT32_MAX - length : length;
	else
		e->length = min_t(size_t, how & 32 ? length * 4 : length, KIND_SIZE - at);
	e->place = e->kind * KIND_SIZE + at;
	/* from the page that it is in, or from one before */
	e->offset = how & 64 ? at : offset_in_page(at);
	doing("%s%s, place %zu, offset %u, %u bytes%s", names[e->kind],
	      e->has_page ? "" : " without a page", e->place, e->offset, e->length,
	      e->chain ? ", then a new array" : "");
}

void list_make(struct list *list, struct input *in, bool devices)
{
	struct scatterlist *sg = NULL;
	unsigned int i, length, left = 0;

	operation = "list";
	list->n = take(in) % (MAX_ENTRIES + 1);
	list->end = take(in) % (list->n + 1);
	list->n_arrays = 0;
	doing("%u entries, end mark after %u", list->n, list->end);
	operation = "entry";
	for (i = 0; i < list->n; i++)
		entry_make(&list->entries[i], in, devices);

	for (i = 0; i < list->n; i++, left--) {
		struct entry *e = &list->entries[i];

		if (!left) {
			struct scatterlist *last = sg;

			for (length = i; length < list->n - 1 && !list->entries[length].chain;)
				length++;
			left = length - i + 1;
			/* no room beyond, so that reading that is found */
			sg = calloc(left + (length < list->n - 1), sizeof(*sg));
			list->arrays[list->n_arrays++] = sg;
			if (last)
				last->chain = sg;
		}
		if (e->has_page)
			sg->page = pfn_to_page((e->place - e->offset) >> PAGE_SHIFT);
		sg->offset = e->offset;
		sg->length = e->length;
		sg->end = i + 1 == list->end;
		e->sg = sg++;
	}
}

void list_free(struct list *list)
{
	while (list->n_arrays)
		free(list->arrays[--list->n_arrays]);
}

unsigned int list_visible(const struct list *list, unsigned int nents)
{
	return min(nents, list->end ? list->end : list->n);
}

static u64 size(const struct list *list, unsigned int nents)
{
	unsigned int i, n = list_visible(list, nents);
	u64 bytes = 0;

	for (i = 0; i < n; i++)
		bytes += list->entries[i].length;
	return bytes;
}

u64 position_left(const struct position *pos)
{
	return size(pos->list, pos->nents) - pos->at;
}

static bool span_at(const struct position *pos, u64 at, struct span *span)
{
	unsigned int i, n = list_visible(pos->list, pos->nents);

	for (i = 0; i < n; i++) {
		const struct entry *e = &pos->list->entries[i];

		if (at < e->length) {
			*span = (struct span) {
				.entry = e, .place = e->place + at, .length = e->length - at,
			};
			return true;
		}
		at -= e->length;
	}
	return false;
}

bool position_span(const struct position *pos, struct span *span)
{
	return span_at(pos, pos->at, span);
}

size_t position_reach(const struct position *pos, size_t len, bool *no_address)
{
	struct span span;
	size_t done;

	*no_address = false;
	for (done = 0; done < len; done += span.length) {
		if (!span_at(pos, pos->at + done, &span))
			return done;
		if (span.entry->kind == PRIVATE || !span.entry->has_page) {
			*no_address = true;
			return done;
		}
	}
	return len;
}

size_t position_walk(const struct position *pos, size_t len)
{
	return position_reach(pos, len, &expected.no_address);
}

void model_read(struct position *pos, void *buf, size_t len)
{
	struct span span;
	size_t n;

	for (; len; len -= n, buf += n, pos->at += n) {
		if (!position_span(pos, &span))
			fail("more is read than there is");
		n = min(len, span.length);
		memcpy(buf, memory + span.place, n);
		if (span.entry->kind == IOMEM)
			expected.io_read += n;
	}
}

void model_write(struct position *pos, const void *buf, size_t len)
{
	struct span span;
	size_t n, i;

	for (; len; len -= n, buf += n, pos->at += n) {
		if (!position_span(pos, &span))
			fail("more is written than there is");
		n = min(len, span.length);
		memcpy(memory + span.place, buf, n);
		if (span.entry->kind == IOMEM)
			expected.io_written += n;
		else
			for (i = span.place; i < span.place + n; i++)
				expected.flushed[i >> PAGE_SHIFT] = true;
	}
}

void model_reset(void)
{
	u8 cached[RAM_SIZE];

	machine_reset();
	machine_memory(cached, memory);
}

void model_begin(const char *name)
{
	machine_forget();
	expected = (struct expected) { };
	operation = name;
}

u8 *fresh(size_t n)
{
	u8 *buf = malloc(n);
	size_t i;

	for (i = 0; i < n; i++)
		buf[i] = fifo_byte(i);
	return buf;
}

static void check_memory(const char *what, const u8 *got, size_t n)
{
	size_t i;

	if (!memcmp(got, memory, n))
		return;
	for (i = 0; got[i] == memory[i];)
		i++;
	fail("byte %zu of page %zu is %u %s, should be %u", (size_t)offset_in_page(i),
	     i >> PAGE_SHIFT, got[i], what, memory[i]);
}

/* Where struct sg_iter is, from the start of the list */
static void check_position(const struct position *pos)
{
	const struct sg_iter *it = &pos->it;
	unsigned int i = pos->nents - it->nents;

	if (!it->nents) {
		check("position at the end", pos->at, size(pos->list, pos->nents));
		return;
	}
	if (i >= list_visible(pos->list, pos->nents))
		fail("%u entries of %u are left, which is beyond the end", it->nents, pos->nents);
	if (it->sg != pos->list->entries[i].sg)
		fail("not at entry %u, though nents says so", i);
	if (it->offset > it->sg->length)
		fail("at byte %u of an entry of %u bytes", it->offset, it->sg->length);
	check("position", size(pos->list, i) + it->offset, pos->at);
}

void model_end(const struct position *positions, size_t n)
{
	u8 cached[RAM_SIZE], uncached[MEMORY_SIZE];
	size_t i;

	check("mappings left", machine.mapped, 0);
	check("non_block_start() left", machine.atomic, 0);
	check("misuses warned of", machine.misuses, expected.misuses);
	/* once is enough, and more are not seen */
	if (!expected.may_warn || !machine.warnings)
		check("warned of a missing address", machine.warnings > 0,
		      expected.no_address);
	check("might_sleep() calls", machine.might_sleep, expected.might_sleep);
	check("cond_resched() calls", machine.resched, expected.resched);
	if (!expected.io_read_unknown)
		check("bytes of I/O memory read", machine.io_read, expected.io_read);
	check("bytes of I/O memory written", machine.io_written, expected.io_written);
	check("bytes read from the FIFO", machine.fifo_sent, expected.fifo_sent);
	check("bytes written to the FIFO", machine.fifo_got, expected.fifo_got);

	machine_memory(cached, uncached);
	check_memory("to the CPU", cached, sizeof(cached));
	check_memory("to others than the CPU", uncached, sizeof(uncached));
	for (i = 0; i < RAM_PAGES; i++)
		if (machine.flushed[i] != expected.flushed[i])
			fail("page %zu is %sflushed", i, machine.flushed[i] ? "" : "not ");
	for (i = 0; i < n; i++)
		check_position(&positions[i]);
}
