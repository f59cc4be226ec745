// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests of what walks ask of an architecture: mappings, and flushes of the
 * data cache
 */
#include "fake_arch.h"

struct pass {
	struct sg_model	*m;
	size_t		pos;		/* of the next chunk */
	bool		write;
	unsigned int	leave;		/* at this chunk, */
	size_t		lower_by;	/* with this much of it not consumed */
	unsigned int	chunks;
	/* what has to be asked for */
	unsigned int	mapped;
	struct page	*flushed[MAX_FLUSHED];
	unsigned int	flushes;
};

/* Returns whether the data at the pass's position are in RAM. */
static bool expect_ram(struct pass *p, size_t consumed)
{
	struct sg_segment *s = sg_model_segment_at(p->m, p->pos);
	size_t offset = s->sg->offset + p->pos - s->start, n;

	p->pos += consumed;
	if (s->memory == IOMEM)
		return false;
	p->mapped++;
	if (!p->write || !consumed)
		return true;
	for (n = offset / PAGE_SIZE; n * PAGE_SIZE < offset + consumed; n++)
		p->flushed[p->flushes++] = sg_page(s->sg) + n;
	return true;
}

static bool body(struct pass *p, struct sg_chunk *c)
{
	struct sg_segment *s = sg_model_segment_at(p->m, p->pos);
	size_t offset = s->sg->offset + p->pos - s->start;
	bool leave = p->chunks++ == p->leave;

	if (leave)
		c->consumed -= min(p->lower_by, c->length);
	if (!expect_ram(p, c->consumed)) {
		arch.wrong |= arch.open != 0;
		return leave;
	}
	arch.wrong |= arch.open != 1;
	arch.wrong |= arch_by_page() && offset_in_page(offset) + c->length > PAGE_SIZE;
	arch.wrong |= arch.page[0] != sg_page(s->sg) + (arch_by_page() ? offset / PAGE_SIZE : 0);
	arch.wrong |= c->map.vaddr != arch.addr[0] +
				      (arch_by_page() ? offset_in_page(offset) : offset);
	/* what the body makes of the map is its own business */
	iosys_map_incr(&c->map, c->length);
	return leave;
}

static void read_chunks(struct pass *p, struct sg_iter *it)
{
	sg_for_each_read_chunk(c, it, p->m->size)
		if (body(p, c))
			return;
}

static void read_chunks_atomic(struct pass *p, struct sg_iter *it)
{
	sg_for_each_read_chunk_atomic(c, it, p->m->size)
		if (body(p, c))
			return;
}

static void write_chunks(struct pass *p, struct sg_iter *it)
{
	sg_for_each_write_chunk(c, it, p->m->size)
		if (body(p, c))
			return;
}

static void write_chunks_atomic(struct pass *p, struct sg_iter *it)
{
	sg_for_each_write_chunk_atomic(c, it, p->m->size)
		if (body(p, c))
			return;
}

static void start(struct sg_model *m, struct pass *p, struct sg_iter *it)
{
	p->pos = min(1, m->size);
	sg_model_start(m, it, p->pos);
	arch_reset();
}

static void expect_done(struct sg_model *m, struct pass *p, struct sg_iter *it)
{
	struct kunit *test = m->test;

	KUNIT_ASSERT_FALSE(test, arch.wrong);
	KUNIT_ASSERT_EQ(test, 0, arch.open);
	KUNIT_ASSERT_EQ(test, p->mapped, arch.mapped);
	KUNIT_ASSERT_EQ(test, p->write || !IS_ENABLED(CONFIG_SG_ITER_DEBUG) ? 0 : p->mapped,
			arch.read_only);
	KUNIT_ASSERT_EQ(test, p->flushes, arch.flushes);
	KUNIT_ASSERT_MEMEQ(test, p->flushed, arch.flushed,
			   p->flushes * sizeof(p->flushed[0]));
	sg_model_expect_at(m, it, p->pos);
}

static void test_loops(struct kunit *test)
{
	static const size_t lower_by[] = { 0, 1, PAGE_SIZE, SIZE_MAX };
	static const struct {
		void	(*loop)(struct pass *p, struct sg_iter *it);
		bool	write;
	} loops[] = {
		{ read_chunks, false },
		{ read_chunks_atomic, false },
		{ write_chunks, true },
		{ write_chunks_atomic, true },
	};
	struct sg_model *m = sg_model_build(test, test->param_value);
	struct pass *p = sg_model_alloc(test, sizeof(*p));
	size_t chunks[SG_MODEL_CHUNKS];
	unsigned int i, j, leave, n;
	struct sg_iter it;

	n = sg_model_chunks(m, min(1, m->size), m->size, arch_by_page(), chunks);
	for (i = 0; i < ARRAY_SIZE(loops); i++) {
		for (j = 0; j < ARRAY_SIZE(lower_by); j++) {
			for (leave = 0; leave <= n; leave++) {
				*p = (struct pass){
					.m = m, .write = loops[i].write,
					.leave = leave, .lower_by = lower_by[j],
				};
				start(m, p, &it);
				loops[i].loop(p, &it);
				expect_done(m, p, &it);
				KUNIT_ASSERT_EQ(test, min(leave + 1, n), p->chunks);
			}
		}
	}
	sg_model_verify(m);
}

static __always_inline size_t read_step(const void *addr, size_t done, size_t len,
					void *priv)
{
	expect_ram(priv, len);
	return len;
}

static __always_inline size_t read_io_step(const void __iomem *addr, size_t done,
					   size_t len, void *priv)
{
	expect_ram(priv, len);
	return len;
}

static __always_inline size_t write_step(void *addr, size_t done, size_t len,
					 void *priv)
{
	expect_ram(priv, len);
	return len;
}

static __always_inline size_t write_io_step(void __iomem *addr, size_t done,
					    size_t len, void *priv)
{
	expect_ram(priv, len);
	return len;
}

static void test_walks(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value);
	struct pass *p = sg_model_alloc(test, sizeof(*p));
	struct sg_iter it;

	*p = (struct pass){ .m = m };
	start(m, p, &it);
	sg_walk_read(&it, m->size, p, read_step, read_io_step);
	expect_done(m, p, &it);

	*p = (struct pass){ .m = m };
	start(m, p, &it);
	sg_walk_read_atomic(&it, m->size, p, read_step, read_io_step);
	expect_done(m, p, &it);

	*p = (struct pass){ .m = m, .write = true };
	start(m, p, &it);
	sg_walk_write(&it, m->size, p, write_step, write_io_step);
	expect_done(m, p, &it);

	*p = (struct pass){ .m = m, .write = true };
	start(m, p, &it);
	sg_walk_write_atomic(&it, m->size, p, write_step, write_io_step);
	expect_done(m, p, &it);
	sg_model_verify(m);
}

/* Mappings are undone in the reverse order, which kunmap_local() insists on. */
static void test_nested(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, test->param_value);
	unsigned int outer = 0, inner = 0;
	struct sg_iter out, in;

	sg_model_start(m, &out, 0);
	sg_model_start(m, &in, 0);
	arch_reset();
	sg_for_each_read_chunk_atomic(r, &out, m->size) {
		outer += !r->map.is_iomem;
		sg_for_each_read_chunk_atomic(w, &in, r->length) {
			inner += !w->map.is_iomem;
			arch.wrong |= arch.open != !r->map.is_iomem + !w->map.is_iomem;
		}
	}
	KUNIT_EXPECT_FALSE(test, arch.wrong);
	KUNIT_EXPECT_EQ(test, 0, arch.open);
	KUNIT_EXPECT_EQ(test, outer + inner, arch.mapped);
	KUNIT_EXPECT_EQ(test, outer, inner);
}

DEFINE_SUITES(ON_EACH_SHAPE(test_loops),
	      ON_EACH_SHAPE(test_walks),
	      ON_EACH_SHAPE(test_nested));

kunit_test_suites(&suites[0], &suites[1], &suites[2], &suites[3]);
