// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests of sg_iter_peek()
 */
#include "suites.h"

/* Where the bytes are, if they are one piece of RAM */
static const u8 *in_place(struct sg_model *m, size_t pos, size_t len)
{
	struct sg_segment *s;
	struct page *page;
	size_t at;

	if (pos == m->size)
		return NULL;
	s = sg_model_segment_at(m, pos);
	at = s->offset + pos - s->start;
	if (s->memory == IOMEM || len > s->start + s->length - pos)
		return NULL;
	at += s->kernel ? offset_in_page(s->kernel) : 0;
	page = s->kernel ? virt_to_page(s->kernel) : s->page;
	page += at / PAGE_SIZE;
	if (PageHighMem(page) ||
	    (IS_ENABLED(CONFIG_HIGHMEM) && offset_in_page(at) + len > PAGE_SIZE))
		return NULL;
	return page_address(page) + offset_in_page(at);
}

static void peek(struct sg_model *m, u8 *room, size_t room_size, size_t pos, size_t len)
{
	/* a copy of more than there is does not come about, but may begin */
	u8 *buf = sg_test_buffer(m->test, room, room_size, min(len, m->size - pos));
	const u8 *there = in_place(m, pos, len), *bytes;
	struct kunit *test = m->test;
	struct sg_iter it, before;

	sg_model_start(m, &it, pos);
	before = it;
	bytes = sg_iter_peek(&it, buf, len);
	KUNIT_ASSERT_MEMEQ(test, &it, &before, sizeof(it));
	sg_test_expect_balanced(test);
	sg_test_expect_untouched(test, room, buf);
	if (len > m->size - pos) {
		KUNIT_ASSERT_NULL(test, bytes);
		return;
	}
	KUNIT_ASSERT_PTR_EQ(test, bytes, there ?: buf);
	if (there)
		sg_test_expect_untouched(test, buf, room + room_size);
	sg_test_expect_same(test, bytes, m->data + pos, len);
}

static void test_peek(struct kunit *test)
{
	static const size_t lens[] = { 0, 1, 2, 9, 16, 65, SIZE_MAX };
	struct sg_model *m = sg_model_build(test, test->param_value);
	size_t room_size = m->size + 8, pos, len, edge;
	u8 *room = sg_model_alloc(test, room_size);
	struct sg_segment *s;
	unsigned int i, k;

	for (i = 0; sg_test_next_range(m, &i, &pos, &len);)
		peek(m, room, room_size, pos, len);
	/* before, at and behind each edge */
	for (s = m->segments; s < m->segments + m->count; s++) {
		for (k = 0; k < 9; k++) {
			edge = s->start + s->length / 2 * (k / 3);
			pos = edge + k % 3 - min(edge, 1);
			for (i = 0; i < ARRAY_SIZE(lens) && pos <= m->size; i++)
				peek(m, room, room_size, pos, lens[i]);
		}
	}
	sg_model_verify(m);
}

/* Across the edge of two pages of one entry */
static void test_peek_across_pages(struct kunit *test)
{
	const struct sg_shape shape = { "", ENTRIES({ 7, 4 * PAGE }) };
	struct sg_model *m = sg_model_build(test, &shape);
	u8 *room = sg_model_alloc(test, m->size);
	size_t pos, len;

	for (pos = PAGE - 7 - 3; pos < PAGE - 7 + 3; pos++) {
		for (len = 0; len < 8; len++)
			peek(m, room, m->size, pos, len);
		peek(m, room, m->size, pos, PAGE_SIZE);
		peek(m, room, m->size, pos, m->size - pos);
	}
	sg_model_verify(m);
}

DEFINE_SUITES(ON_EACH_SHAPE(test_peek),
	      KUNIT_CASE(test_peek_across_pages));

kunit_test_suites(&suites[0], &suites[1], &suites[2], &suites[3]);
