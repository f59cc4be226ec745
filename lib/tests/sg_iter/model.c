// SPDX-License-Identifier: GPL-2.0-only
/*
 * Real scatterlists for the tests, and a plain model of what they hold
 */
#include <kunit/static_stub.h>
#include <linux/prandom.h>

#include "model.h"
#include "suites.h"

/* Stands for __sg_page_iomem(): what this test calls I/O memory, is. */
void __iomem *sg_model_page_iomem(const struct page *page)
{
	struct sg_memory_context *ctx = kunit_get_current_test()->priv;
	unsigned int i;

	ctx->asked++;
	for (i = 0; i < ctx->specials; i++)
		if (ctx->special[i].page == page)
			return ctx->special[i].iomem;
	return page ? NULL : IOMEM_ERR_PTR(-EFAULT);
}

static void devmem_put(void *unused)
{
	static_branch_dec(&sg_iter_devmem_key);
}

/* For the rest of the test, there is memory that is not RAM. */
void sg_model_devmem(struct kunit *test)
{
	const char *missing = sg_device_missing();

	if (missing)
		kunit_skip(test, "%s", missing);
	if (sg_device.pages)
		return;
	static_branch_inc(&sg_iter_devmem_key);
	KUNIT_ASSERT_EQ(test, 0, kunit_add_action_or_reset(test, devmem_put, NULL));
	kunit_activate_static_stub(test, __sg_page_iomem, sg_model_page_iomem);
}

/* Lists of this test are in these kinds of memory. */
struct sg_memory_context *sg_model_memory(struct kunit *test,
					  const enum sg_memory *pattern,
					  unsigned int len)
{
	struct sg_memory_context *ctx = kunit_kzalloc(test, sizeof(*ctx), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, ctx);
	ctx->pattern = pattern;
	ctx->pattern_len = len;
	test->priv = ctx;
	return ctx;
}

void *sg_model_alloc(struct kunit *test, size_t size)
{
	void *bytes = kunit_kmalloc(test, size, GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, bytes);
	return bytes;
}

static void put_pages(void *page)
{
	put_page(page);
}

struct page *sg_model_pages(struct kunit *test, size_t size, gfp_t gfp)
{
	struct page *page = alloc_pages(gfp | __GFP_COMP, get_order(size));

	KUNIT_ASSERT_NOT_NULL(test, page);
	KUNIT_ASSERT_EQ(test, 0, kunit_add_action_or_reset(test, put_pages, page));
	return page;
}

/* What is around the data: one period, and as much again to read on. */
#define CANARIES	4096

static u8 canaries[2 * CANARIES];

static void make_canaries(void)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(canaries); i++)
		canaries[i] = 0xc5 ^ i ^ (i % CANARIES >> 8);
}

/* How many bytes from @at on are of one kind and in one page, and what they hold */
static size_t segment_part(const struct sg_model *m, const struct sg_segment *s,
			   size_t at, const u8 **holds)
{
	size_t n = min3(s->size - at, PAGE_SIZE - offset_in_page(at), CANARIES);

	*holds = &canaries[(at + (s - m->segments) * 29) % CANARIES];
	if (at < s->offset)
		return min(n, s->offset - at);
	if (at >= s->offset + s->length)
		return n;
	*holds = m->data + s->start + at - s->offset;
	return min(n, s->offset + s->length - at);
}

static u8 *segment_map(const struct sg_segment *s, size_t at)
{
	if (s->kernel)
		return s->kernel + at;
	return kmap_local_page(s->page + at / PAGE_SIZE) + offset_in_page(at);
}

static void segment_unmap(const struct sg_segment *s, const u8 *addr)
{
	if (!s->kernel)
		kunmap_local(addr);
}

static void segment_store(struct sg_model *m, struct sg_segment *s, size_t at, size_t end)
{
	const u8 *holds;
	size_t n;
	u8 *addr;

	for (; at < end; at += n) {
		n = min(segment_part(m, s, at, &holds), end - at);
		addr = segment_map(s, at);
		memcpy(addr, holds, n);
		segment_unmap(s, addr);
		if (!s->kernel)
			flush_dcache_page(s->page + at / PAGE_SIZE);
	}
}

static void segment_verify(struct sg_model *m, struct sg_segment *s, size_t at, size_t end)
{
	const u8 *holds;
	size_t n, i;
	u8 *addr, is;

	for (; at < end; at += n) {
		n = min(segment_part(m, s, at, &holds), end - at);
		addr = segment_map(s, at);
		i = sg_test_first_difference(addr, holds, n);
		is = i < n ? addr[i] : 0;
		segment_unmap(s, addr);
		if (i < n)
			KUNIT_FAIL_AND_ABORT(m->test,
					     "entry %td (%u bytes from %zu), byte %zu: %#x, not %#x",
					     s - m->segments, s->length, s->offset,
					     at + i, is, holds[i]);
	}
}

static void make_special(struct sg_model *m, struct page *page, void __iomem *iomem)
{
	struct sg_memory_context *ctx = m->test->priv;

	KUNIT_ASSERT_LT(m->test, ctx->specials, SG_MODEL_SPECIAL_PAGES);
	ctx->special[ctx->specials].page = page;
	ctx->special[ctx->specials++].iomem = iomem;
}

static void segment_build(struct sg_model *m, struct sg_segment *s,
			  const struct sg_shape_entry *e)
{
	struct sg_memory_context *ctx = m->test->priv;

	s->length = e->length;
	s->offset = e->offset;
	s->size = PAGE_ALIGN(s->offset + s->length + 1);
	switch (s->memory) {
	case SLAB:
		s->offset %= 16;
		s->size = max(s->offset + s->length, 1);
		s->kernel = sg_model_alloc(m->test, s->size);
		sg_set_buf(s->sg, s->kernel + s->offset, s->length);
		return;
	case NO_PAGE:
		s->size = 0;
		break;
	case IOMEM:
		KUNIT_ASSERT_LE(m->test, ctx->device_used + s->size,
				SG_DEVICE_MEMORY_SIZE);
		if (sg_device.pages) {
			s->page = sg_device.pages + ctx->device_used / PAGE_SIZE;
		} else {
			/* which is how the list calls it */
			s->page = sg_model_pages(m->test, PAGE_SIZE, GFP_KERNEL);
			memset(page_address(s->page), 0x5a, PAGE_SIZE);
		}
		s->kernel = sg_device.memory + ctx->device_used;
		make_special(m, s->page, sg_device.iomem + ctx->device_used);
		ctx->device_used += s->size;
		break;
	case DEVICE_ONLY:
		if (sg_device.private) {
			s->page = sg_device.private;
			s->size = 0;
			break;
		}
		s->page = sg_model_pages(m->test, s->size, GFP_KERNEL);
		s->kernel = page_address(s->page);
		make_special(m, s->page, IOMEM_ERR_PTR(-EFAULT));
		break;
	case PAGES:
		s->page = sg_model_pages(m->test, s->size, GFP_HIGHUSER);
		break;
	}
	sg_set_page(s->sg, s->page, s->length, s->offset);
}

/* One array for each run of entries up to a link, exactly as long as it is. */
static void list_arrays(struct sg_model *m, const struct sg_shape *shape)
{
	struct scatterlist *sg, *prev = NULL;
	unsigned int i, k, n, slots, prev_slots = 0;

	for (i = 0; i < shape->count; i += n) {
		for (n = 1; i + n < shape->count; n++)
			if (shape->entries[i + n].linked)
				break;
		slots = i + n < shape->count ? n + 1 : n;
		sg = sg_model_alloc(m->test, slots * sizeof(*sg));
		sg_init_table(sg, slots);
		if (prev)
			sg_chain(prev, prev_slots, sg);
		else
			m->sgl = sg;
		prev = sg;
		prev_slots = slots;
		m->segments[i].array = sg;
		for (k = 0; k < n; k++)
			m->segments[i + k].sg = &sg[k];
	}
	if (shape->unended)
		sg_unmark_end(&prev[prev_slots - 1]);
}

struct sg_model *sg_model_build(struct kunit *test, const struct sg_shape *shape)
{
	struct sg_memory_context *ctx = test->priv;
	struct sg_model *m = kunit_kzalloc(test, sizeof(*m), GFP_KERNEL);
	struct sg_segment *s;
	struct rnd_state rnd;
	unsigned int i;

	KUNIT_ASSERT_NOT_NULL(test, m);
	if (!canaries[0])
		make_canaries();
	m->test = test;
	m->count = shape->count;
	m->nents = shape->nents ?: shape->count;
	m->segments = kunit_kcalloc(test, m->count, sizeof(*m->segments), GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, m->segments);
	list_arrays(m, shape);

	for (i = 0; i < m->count; i++) {
		s = &m->segments[i];
		s->memory = ctx->pattern[i % ctx->pattern_len];
		s->start = m->total;
		segment_build(m, s, &shape->entries[i]);
		m->total += s->length;
		if (i < m->nents)
			m->size = m->total;
	}
	m->data = sg_model_alloc(test, m->total + 1);

	prandom_seed_state(&rnd, m->total);
	prandom_bytes_state(&rnd, m->data, m->total);
	sg_model_store(m);
	return m;
}

/* A list in other memory than the test's are */
struct sg_model *sg_model_build_in(struct kunit *test, const enum sg_memory *pattern,
				   unsigned int len, const struct sg_shape *shape)
{
	struct sg_memory_context *ctx = test->priv, usual = *ctx;
	struct sg_model *m;

	ctx->pattern = pattern;
	ctx->pattern_len = len;
	m = sg_model_build(test, shape);
	ctx->pattern = usual.pattern;
	ctx->pattern_len = usual.pattern_len;
	return m;
}

/* For tests that build many lists: no other one is used after this. */
void sg_model_free(struct sg_model *m)
{
	struct sg_memory_context *ctx = m->test->priv;
	struct kunit *test = m->test;
	struct sg_segment *s;

	for (s = m->segments; s < m->segments + m->count; s++) {
		if (s->page)
			kunit_release_action(test, put_pages, s->page);
		if (s->memory == SLAB)
			kunit_kfree(test, s->kernel);
		kunit_kfree(test, s->array);
	}
	kunit_kfree(test, m->segments);
	kunit_kfree(test, m->data);
	kunit_kfree(test, m);
	ctx->specials = 0;
	ctx->device_used = 0;
}

/* Makes all memory what the model says. */
void sg_model_store(struct sg_model *m)
{
	struct sg_segment *s;

	for (s = m->segments; s < m->segments + m->count; s++)
		segment_store(m, s, 0, s->size);
}

/* Makes some of the data what the model says. */
void sg_model_store_range(struct sg_model *m, size_t pos, size_t len)
{
	struct sg_segment *s;
	size_t from, to;

	for (s = m->segments; s < m->segments + m->count; s++) {
		from = max(pos, s->start);
		to = min(pos + len, s->start + s->length);
		if (from < to)
			segment_store(m, s, s->offset + from - s->start,
				      s->offset + to - s->start);
	}
}

/* Sets one byte, of the model and in memory. */
void sg_model_poke(struct sg_model *m, size_t pos, u8 byte)
{
	struct sg_segment *s = sg_model_segment_at(m, pos);
	size_t at = s->offset + pos - s->start;
	u8 *addr = segment_map(s, at);

	m->data[pos] = byte;
	*addr = byte;
	segment_unmap(s, addr);
}

/* All memory, that around the data too, is what the model says. */
void sg_model_verify(struct sg_model *m)
{
	struct sg_segment *s;

	for (s = m->segments; s < m->segments + m->count; s++) {
		segment_verify(m, s, 0, s->size);
		if (s->memory == IOMEM && !sg_device.pages)
			KUNIT_ASSERT_NULL_MSG(m->test,
					      memchr_inv(page_address(s->page), 0x5a, PAGE_SIZE),
					      "I/O memory was written to as if it were RAM");
	}
}

/* So are some of the data, and the bytes before and behind them. */
void sg_model_verify_range(struct sg_model *m, size_t pos, size_t len)
{
	struct sg_segment *s;
	size_t from, to;

	for (s = m->segments; s < m->segments + m->count; s++) {
		from = max(pos, s->start);
		to = min(pos + len, s->start + s->length);
		if (from > to)
			continue;
		from += s->offset - s->start;
		to += s->offset - s->start;
		segment_verify(m, s, from - min(from, 64), min(to + 64, s->size));
	}
}

/* Sets a position to @pos bytes into the list. */
void sg_model_start(struct sg_model *m, struct sg_iter *it, size_t pos)
{
	sg_iter_init(it, m->sgl, m->nents);
	KUNIT_ASSERT_EQ(m->test, pos, sg_iter_skip(it, pos));
}

/* The position is at @pos: so says the count, and so does what is found there. */
void sg_model_expect_at(struct sg_model *m, const struct sg_iter *it, size_t pos)
{
	struct sg_iter probe = *it;
	u8 bytes[16];
	size_t n = min(m->size - pos, sizeof(bytes));

	KUNIT_ASSERT_EQ(m->test, m->size - pos, sg_iter_count(it));
	KUNIT_ASSERT_EQ(m->test, n, sg_iter_copy_to_buf(&probe, bytes, sizeof(bytes)));
	sg_test_expect_same(m->test, bytes, m->data + pos, n);
}

/* Does this machine map RAM by the page? */
bool sg_model_by_page(void)
{
#ifdef ARCH_HAS_FLUSH_ON_KUNMAP
	return true;
#else
	return IS_ENABLED(CONFIG_HIGHMEM) ||
	       IS_ENABLED(CONFIG_DEBUG_KMAP_LOCAL_FORCE_MAP);
#endif
}

/* The entry that holds the byte at @pos */
struct sg_segment *sg_model_segment_at(struct sg_model *m, size_t pos)
{
	struct sg_segment *s = m->segments;

	while (pos >= s->start + s->length)
		s++;
	return s;
}

/* The chunks that a range of the data comes in; returns how many there are. */
unsigned int sg_model_chunks(const struct sg_model *m, size_t start, size_t len,
			     bool by_page, size_t chunks[SG_MODEL_CHUNKS])
{
	size_t pos = start, end = start + sg_model_available(m, start, len), n;
	unsigned int count = 0;
	struct sg_segment *s;

	for (s = m->segments; s < m->segments + m->count; s++) {
		for (; pos < min(s->start + s->length, end); pos += n) {
			n = min(s->start + s->length, end) - pos;
			if (by_page && s->memory != IOMEM)
				n = min(n, PAGE_SIZE -
					offset_in_page(s->sg->offset + pos - s->start));
			KUNIT_ASSERT_LT(m->test, count, SG_MODEL_CHUNKS);
			chunks[count++] = n;
		}
	}
	return count;
}
