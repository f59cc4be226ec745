// SPDX-License-Identifier: GPL-2.0-only
#include <linux/sg_iter_debug.h>
#include <operations.h>

void init(struct state *s, unsigned int variant)
{
	u8 how = take(s->in);
	unsigned int nents = take(s->in);
	const struct list *list = &s->lists[how & 1];

	/* what is beyond the end may be asked for only if there is an end mark */
	if (!list->end)
		nents = min(nents, list->n);
	else if (how & 2)
		nents = UINT32_MAX - nents;
	doing("position %td in list %u, %u entries", s->pos - s->positions, how & 1, nents);
	*s->pos = (struct position) { .list = list, .nents = list->n ? nents : 0 };
	sg_iter_init(&s->pos->it, list->n ? list->arrays[0] : NULL, nents);
}

void copy_position(struct state *s, unsigned int variant)
{
	doing("position %td is that of the other one", s->pos - s->positions);
	*s->pos = *s->other;
}

void skip(struct state *s, unsigned int variant)
{
	u64 left = position_left(s->pos);
	size_t n = take_len(s);

	doing("%zu of %llu", n, left);
	check("skipped", sg_iter_skip(&s->pos->it, n), min_t(u64, n, left));
	s->pos->at += min_t(u64, n, left);
}

void count(struct state *s, unsigned int variant)
{
	u64 left = position_left(s->pos);

	doing("of %llu", left);
	check("count", sg_iter_count(&s->pos->it), min_t(u64, left, SIZE_MAX));
}

void accessible(struct state *s, unsigned int variant)
{
	const struct list *list = &s->lists[take(s->in) & 1];
	unsigned int nents = take(s->in) % (list->n + 1);
	unsigned int i, n = list_visible(list, nents);
	bool want = true;

	for (i = 0; i < n; i++) {
		const struct entry *e = &list->entries[i];

		if (e->length && (e->kind == PRIVATE || !e->has_page))
			want = false;
	}
	doing("%u entries", nents);
	check("accessible", sg_cpu_accessible(list->n ? list->arrays[0] : NULL, nents), want);
}

void is_ram(struct state *s, unsigned int variant)
{
	size_t len = take_len(s), left = len, n;
	struct position pos = *s->pos;
	struct span span;
	bool want = true;

	for (; left && position_span(&pos, &span); left -= n) {
		n = min(left, span.length);
		pos.at += n;
		if (sg_iter_devmem_key.enabled &&
		    (!span.entry->has_page || span.entry->kind == PRIVATE ||
		     span.entry->kind == IOMEM))
			want = false;
	}
	doing("%zu of %llu", len, position_left(s->pos));
	check("RAM", sg_iter_is_ram(&s->pos->it, len), want);
}

void page_iomem(struct state *s, unsigned int variant)
{
	unsigned int pfn = take(s->in) % (NR_PAGES + 1);
	void __iomem *got, *want = NULL;

	doing("page %u", pfn);
	if (!sg_iter_devmem_key.enabled && pfn < NR_PAGES)
		pfn %= RAM_PAGES;
	got = sg_page_iomem(pfn < NR_PAGES ? pfn_to_page(pfn) : NULL);
	if (pfn == NR_PAGES || pfn_kind(pfn) == PRIVATE)
		want = IOMEM_ERR_PTR(-EFAULT);
	else if (pfn_kind(pfn) == IOMEM)
		want = page_address(pfn_to_page(pfn));
	check("address", (unsigned long)got, (unsigned long)want);
}

void debug(struct state *s, unsigned int variant)
{
	unsigned int pfn = take(s->in) % (sg_iter_devmem_key.enabled ? NR_PAGES : RAM_PAGES);

	doing("page %u", pfn);
	expected.no_address = IS_ENABLED(CONFIG_SG_ITER_DEBUG) && pfn >= RAM_PAGES;
	sg_debug_plain_access(pfn_to_page(pfn));
}
