/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Iterate over the data of a scatterlist: RAM, high memory or I/O memory
 */
#ifndef _LINUX_SG_ITER_H
#define _LINUX_SG_ITER_H

#include <linux/bug.h>
#include <linux/build_bug.h>
#include <linux/cacheflush.h>
#include <linux/cleanup.h>
#include <linux/highmem.h>
#include <linux/io.h>
#include <linux/iosys-map.h>
#include <linux/jump_label.h>
#include <linux/kernel.h>
#include <linux/minmax.h>
#include <linux/scatterlist.h>
#include <linux/sched.h>
#include <linux/sizes.h>
#include <linux/string.h>

/**
 * DOC: Overview
 *
 * A scatterlist that comes from another subsystem may hold RAM, high memory,
 * or memory of a PCI device (peer-to-peer pages), which the CPU must reach
 * through I/O accessors only. Code that looks at such data by
 * kmap_local_page(), sg_virt() or page_address() is wrong for one of them.
 *
 * Do not map: iterate. A position (struct sg_iter) says where in the list one
 * is. It owns nothing, so it may be copied, kept across interrupts, or thrown
 * away. To move plain bytes, use the helpers:
 *
 * .. code-block:: c
 *
 *	struct sg_iter it;
 *
 *	sg_iter_init(&it, cmd->sgl, cmd->nents);
 *	sg_iter_skip(&it, 4);
 *	sg_iter_copy_to_buf(&it, &header, sizeof(header));
 *
 * A device that is fed by CPU reads and writes its FIFO through the list:
 *
 * .. code-block:: c
 *
 *	sg_iter_read_fifo32(&host->it, host->base + FIFO, bytes);
 *
 * Anything else is a walk or a loop. A walk has one step for a kernel pointer
 * and one for an I/O pointer, so that sparse keeps the two apart:
 *
 * .. code-block:: c
 *
 *	done = sg_walk_read_atomic(&it, len, &crc, crc_step, crc_io_step);
 *
 * A loop gets both as a struct iosys_map. The chunk is released however the
 * body is left (break, return, goto):
 *
 * .. code-block:: c
 *
 *	sg_for_each_read_chunk_atomic(chunk, &it, len) {
 *		if (!send(dev, &chunk->map, chunk->length))
 *			return -EIO;
 *	}
 *
 * Code that needs a kernel pointer whatever the memory is brings a buffer of
 * its own: sg_iter_peek() for a header, a bounced walk for more.
 *
 * There are no flags. ``_atomic`` walks and loops run in any context, hard
 * interrupts included, and their steps must not sleep. The others may sleep,
 * and so may their steps. Nothing fails: what is returned is the number of
 * bytes done, and it is less than asked for only at the end of the list, or
 * when a step consumed less than it was given.
 *
 * Sleeping walks let others have the CPU after at most SG_CHUNK_MAX bytes,
 * however long entries are. Atomic ones never give it away, nor do they keep it:
 * no walk disables preemption. Where the caller has, or where the kernel is not
 * preemptible, nobody else runs for the whole of an atomic walk: ask for as many
 * bytes at a time as that may take.
 */

/**
 * SG_CHUNK_MAX - bytes that a chunk of a sleeping walk or loop has at most
 */
#define SG_CHUNK_MAX	SZ_64K

/**
 * struct sg_iter - a position in the data of a scatterlist
 * @sg:		the entry at the position
 * @nents:	how many entries are left, @sg included; 0 at the end
 * @offset:	bytes into @sg
 *
 * Owns nothing: copy it, keep it, forget it.
 */
struct sg_iter {
	struct scatterlist	*sg;
	unsigned int		nents;
	unsigned int		offset;
};

/**
 * struct sg_chunk - the part of an entry that a loop body works on
 * @map:	where the chunk is, as a kernel or an I/O pointer
 * @length:	bytes at @map
 * @consumed:	bytes by which the position moves on; set to @length before
 *		the body runs, which may lower it to end the loop
 * @done:	bytes consumed by this loop before this chunk
 */
struct sg_chunk {
	struct iosys_map	map;
	size_t			length;
	size_t			consumed;
	size_t			done;
	/* private: */
	void			*__addr;
	size_t			__left;
	struct sg_iter		__pos;
	struct sg_iter		*__it;
	bool			__write;
	bool			__atomic;
	bool			__ram;
};

/* Set once a page that is not plain RAM to the CPU may exist. */
DECLARE_STATIC_KEY_FALSE(sg_iter_devmem_key);

struct dev_pagemap;
void sg_iter_pagemap_added(const struct dev_pagemap *pgmap);

void __iomem *__sg_page_iomem(const struct page *page);
void __sg_no_cpu_address(const struct scatterlist *sg);

size_t sg_iter_skip(struct sg_iter *it, size_t bytes);
size_t sg_iter_count(const struct sg_iter *it);
bool sg_cpu_accessible(struct scatterlist *sgl, unsigned int nents);
bool __sg_iter_is_ram(struct sg_iter pos, size_t len);

size_t sg_iter_copy_to_buf(struct sg_iter *it, void *buf, size_t len);
size_t sg_iter_copy_from_buf(struct sg_iter *it, const void *buf, size_t len);
size_t sg_iter_copy(struct sg_iter *dst, struct sg_iter *src, size_t len);
size_t sg_iter_fill(struct sg_iter *it, u8 byte, size_t len);
size_t sg_iter_compare(struct sg_iter *a, struct sg_iter *b, size_t len);
size_t sg_iter_compare_buf(struct sg_iter *it, const void *buf, size_t len);
const void *sg_iter_peek(const struct sg_iter *it, void *buf, size_t len);

int sg_vmap(struct scatterlist *sgl, unsigned int nents, struct iosys_map *map);
void sg_vunmap(struct scatterlist *sgl, unsigned int nents,
	       struct iosys_map *map);

size_t sg_iter_read_fifo8(struct sg_iter *it, void __iomem *fifo, size_t len);
size_t sg_iter_read_fifo16(struct sg_iter *it, void __iomem *fifo, size_t len);
size_t sg_iter_read_fifo32(struct sg_iter *it, void __iomem *fifo, size_t len);
size_t sg_iter_write_fifo8(struct sg_iter *it, void __iomem *fifo, size_t len);
size_t sg_iter_write_fifo16(struct sg_iter *it, void __iomem *fifo, size_t len);
size_t sg_iter_write_fifo32(struct sg_iter *it, void __iomem *fifo, size_t len);
#ifdef CONFIG_64BIT
size_t sg_iter_read_fifo64(struct sg_iter *it, void __iomem *fifo, size_t len);
size_t sg_iter_write_fifo64(struct sg_iter *it, void __iomem *fifo, size_t len);
#endif

/**
 * sg_iter_init - set a position to the start of a scatterlist
 * @it:		the position
 * @sgl:	the list; NULL is an empty one
 * @nents:	how many entries of it to use; it may end before that
 *
 * Context: Any context.
 */
static inline void sg_iter_init(struct sg_iter *it, struct scatterlist *sgl,
				unsigned int nents)
{
	it->sg = sgl;
	it->nents = sgl ? nents : 0;
	it->offset = 0;
}

/**
 * sg_iter_zero - set data of a scatterlist to zero
 * @it:		where to start; moved on by what was set
 * @len:	bytes
 *
 * Context: Any context.
 * Return: bytes set; fewer than @len at the end of the list.
 */
static inline size_t sg_iter_zero(struct sg_iter *it, size_t len)
{
	return sg_iter_fill(it, 0, len);
}

/* Goes to the next entry; false at the end. */
static __always_inline bool __sg_iter_leave(struct sg_iter *it)
{
	it->offset = 0;
	/* without an end mark, the entry past @nents may not exist */
	if (!--it->nents)
		return false;
	if (unlikely(sg_is_last(it->sg))) {
		it->nents = 0;
		return false;
	}
	/* sg_next(), which 6.12 has as a function */
	it->sg++;
	if (unlikely(sg_is_chain(it->sg))) {
		it->sg = sg_chain_ptr(it->sg);
		/* a branch: by cmov the next entry would wait for this one */
		OPTIMIZER_HIDE_VAR(it->sg);
	}
	return true;
}

/* Leaves an entry that is used up, and empty ones; false at the end. */
static __always_inline bool __sg_iter_settle(struct sg_iter *it)
{
	if (unlikely(!it->nents))
		return false;
	while (unlikely(it->offset >= it->sg->length))
		if (!__sg_iter_leave(it))
			return false;
	return true;
}

/**
 * sg_page_iomem - where the CPU finds a page that is not RAM
 * @page:	a page of a scatterlist entry; may be NULL
 *
 * PCI peer-to-peer memory is I/O memory. Device-coherent and DAX memory is
 * RAM. Device-private pages, and an entry without a page, have no address.
 * While no driver has registered such memory, struct page is not read.
 *
 * Context: Any context.
 * Return: NULL for RAM, an I/O pointer to the page for I/O memory,
 * IOMEM_ERR_PTR(-EFAULT) where the CPU has no access.
 */
static __always_inline void __iomem *sg_page_iomem(const struct page *page)
{
	if (unlikely(!page) || static_branch_unlikely(&sg_iter_devmem_key))
		return __sg_page_iomem(page);
	return NULL;
}

/**
 * sg_iter_is_ram - are bytes of a scatterlist RAM, all of them?
 * @it:		where they start; does not move
 * @len:	how many; those past the end of the list do not matter
 *
 * For the border of code that hands out kernel pointers to the data: it has to
 * copy, or to refuse, what is not RAM. While no driver has registered such
 * memory, the answer is true and nothing is read.
 *
 * Context: Any context.
 * Return: false if a byte is in I/O memory, or has no CPU address.
 */
static __always_inline bool sg_iter_is_ram(const struct sg_iter *it, size_t len)
{
	return !static_branch_unlikely(&sg_iter_devmem_key) ||
	       __sg_iter_is_ram(*it, len);
}

/* To debug, what is only read is mapped read-only if that is a new mapping. */
static __always_inline void *__sg_kmap(struct page *page, bool write)
{
	if (IS_ENABLED(CONFIG_SG_ITER_DEBUG) && !write)
		return kmap_local_page_prot(page, PAGE_KERNEL_RO);
	return kmap_local_page(page);
}

/*
 * RAM is mapped by the page where a page may need a mapping of its own, or
 * where kunmap_local() has to flush it (it flushes one page). Elsewhere a
 * chunk is all that is left of an entry.
 */
#if defined(CONFIG_HIGHMEM) || defined(CONFIG_DEBUG_KMAP_LOCAL_FORCE_MAP) || \
	defined(ARCH_HAS_FLUSH_ON_KUNMAP)
#define __SG_ITER_BY_PAGE	true
#else
#define __SG_ITER_BY_PAGE	false
#endif

/* The @n-th page after @page; entries may span sections of the memory map. */
static __always_inline struct page *__sg_nth_page(struct page *page, size_t n)
{
	if (IS_ENABLED(CONFIG_SPARSEMEM) && !IS_ENABLED(CONFIG_SPARSEMEM_VMEMMAP))
		return n ? pfn_to_page(page_to_pfn(page) + n) : page;
	return page + n;
}

/* Maps what is next; false at the end of the list or of the loop. */
static __always_inline bool __sg_chunk_map(struct sg_chunk *c)
{
	struct sg_iter *pos = &c->__pos;
	void __iomem *iomem;
	struct page *page;
	size_t offset;

	if (!c->__left || !__sg_iter_settle(pos))
		return false;

	page = sg_page(pos->sg);
	offset = (size_t)pos->sg->offset + pos->offset;
	iomem = sg_page_iomem(page);
	if (IS_ERR((__force void *)iomem)) {
		/* not by &pos, which would then have to be in memory */
		__sg_no_cpu_address(pos->sg);
		return false;
	}

	c->length = min_t(size_t, pos->sg->length - pos->offset, c->__left);
	if (!c->__atomic && (iomem || !__SG_ITER_BY_PAGE))
		c->length = min_t(size_t, c->length, SG_CHUNK_MAX);
	c->__ram = !iomem;
	if (iomem) {
		iosys_map_set_vaddr_iomem(&c->map, iomem + offset);
	} else {
		if (__SG_ITER_BY_PAGE) {
			page = __sg_nth_page(page, offset >> PAGE_SHIFT);
			offset = offset_in_page(offset);
			c->length = min_t(size_t, c->length,
					  PAGE_SIZE - offset);
		}
		c->__addr = __sg_kmap(page, c->__write) + offset;
		iosys_map_set_vaddr(&c->map, c->__addr);
	}
	c->consumed = c->length;
	return true;
}

static __always_inline void __sg_chunk_flush(struct sg_chunk *c)
{
	struct scatterlist *sg = c->__pos.sg;
	size_t offset = (size_t)sg->offset + c->__pos.offset;
	size_t n = offset >> PAGE_SHIFT;

	do
		flush_dcache_page(__sg_nth_page(sg_page(sg), n));
	while (!__SG_ITER_BY_PAGE && ++n << PAGE_SHIFT < offset + c->consumed);
}

static __always_inline void __sg_chunk_unmap(struct sg_chunk *c)
{
	if (WARN_ON_ONCE(c->consumed > c->length))
		c->consumed = c->length;
	/* the body may have moved c->map on */
	if (c->__ram) {
		if (ARCH_IMPLEMENTS_FLUSH_DCACHE_PAGE && c->__write &&
		    c->consumed)
			__sg_chunk_flush(c);
		kunmap_local(c->__addr);
	}
	c->__pos.offset += c->consumed;
	c->done += c->consumed;
	c->__left -= c->consumed;
	if (c->consumed < c->length)
		c->__left = 0;
	c->length = 0;
}

static __always_inline struct sg_chunk *
__sg_chunk_begin(struct sg_chunk *c, struct sg_iter *it, size_t len, bool write,
		 bool atomic)
{
	/*
	 * Constants, and a position of its own that stays in registers whatever
	 * the body writes: most of this is optimised away.
	 */
	*c = (struct sg_chunk) {
		.__left = len,
		.__pos = *it,
		.__it = it,
		.__write = write,
		.__atomic = atomic,
	};
	if (atomic)
		non_block_start();
	else
		might_sleep();
	return c;
}

static __always_inline void __sg_chunk_next(struct sg_chunk *c)
{
	__sg_chunk_unmap(c);
	/* without a bound, a loop that goes on has used the entry up */
	if (!__SG_ITER_BY_PAGE && c->__atomic && c->__left)
		__sg_iter_leave(&c->__pos);
	if (!c->__atomic)
		cond_resched();
}

static __always_inline void __sg_chunk_end(struct sg_chunk *c)
{
	if (c->length)
		__sg_chunk_unmap(c);
	*c->__it = c->__pos;
	if (c->__atomic)
		non_block_end();
}

#define __sg_for_each_chunk(_c, _it, _len, _write, _atomic)			\
	for (struct sg_chunk _c##_state __cleanup(__sg_chunk_end),		\
	     *(_c) __maybe_unused =						\
		__sg_chunk_begin(&_c##_state, _it, _len, _write, _atomic);	\
	     __sg_chunk_map(&_c##_state); __sg_chunk_next(&_c##_state))

/**
 * sg_for_each_read_chunk - loop over data to be read; the body may sleep
 * @_chunk:	name of the loop's &struct sg_chunk pointer, which it declares
 * @_it:	&struct sg_iter to start from
 * @_len:	how many bytes at most
 *
 * The body reads from @_chunk->map. It may lower @_chunk->consumed, which
 * ends the loop, or leave by break, goto or return. However the loop ends,
 * @_it has moved on by what was consumed, and only then: the body must not
 * use it. A chunk is a page on machines with high memory, else all that is
 * left of an entry, up to SG_CHUNK_MAX bytes.
 *
 * Context: Process context. May sleep; reschedules between chunks.
 */
#define sg_for_each_read_chunk(_chunk, _it, _len)				\
	__sg_for_each_chunk(_chunk, _it, _len, false, false)

/**
 * sg_for_each_read_chunk_atomic - loop over data to be read
 * @_chunk:	name of the loop's &struct sg_chunk pointer, which it declares
 * @_it:	&struct sg_iter to start from
 * @_len:	how many bytes at most
 *
 * As sg_for_each_read_chunk(), but the body must not sleep, and a chunk may be
 * as long as an entry.
 *
 * Context: Any context.
 */
#define sg_for_each_read_chunk_atomic(_chunk, _it, _len)			\
	__sg_for_each_chunk(_chunk, _it, _len, false, true)

/**
 * sg_for_each_write_chunk - loop over data to be written; the body may sleep
 * @_chunk:	name of the loop's &struct sg_chunk pointer, which it declares
 * @_it:	&struct sg_iter to start from
 * @_len:	how many bytes at most
 *
 * As sg_for_each_read_chunk(), but the body may write to @_chunk->map. The
 * data cache is flushed for what was consumed.
 *
 * Context: Process context. May sleep.
 */
#define sg_for_each_write_chunk(_chunk, _it, _len)				\
	__sg_for_each_chunk(_chunk, _it, _len, true, false)

/**
 * sg_for_each_write_chunk_atomic - loop over data to be written
 * @_chunk:	name of the loop's &struct sg_chunk pointer, which it declares
 * @_it:	&struct sg_iter to start from
 * @_len:	how many bytes at most
 *
 * As sg_for_each_write_chunk(), but the body must not sleep, and a chunk may be
 * as long as an entry.
 *
 * Context: Any context.
 */
#define sg_for_each_write_chunk_atomic(_chunk, _it, _len)			\
	__sg_for_each_chunk(_chunk, _it, _len, true, true)

/*
 * Steps get where the data is, the bytes done before, the bytes there, and
 * the walk's priv. They return the bytes consumed; fewer than len stop the
 * walk.
 */
typedef size_t (*sg_read_step_f)(const void *addr, size_t done, size_t len,
				 void *priv);
typedef size_t (*sg_io_read_step_f)(const void __iomem *addr, size_t done,
				    size_t len, void *priv);
typedef size_t (*sg_write_step_f)(void *addr, size_t done, size_t len,
				  void *priv);
typedef size_t (*sg_io_write_step_f)(void __iomem *addr, size_t done,
				     size_t len, void *priv);

/* A loop around one step for each kind of memory; steps are inlined. */
#define __sg_walk(_for_each, _it, _len, _priv, _step, _io_step)			\
({										\
	void *_arg = _priv;							\
	size_t _done = 0;							\
										\
	_for_each(_chunk, _it, _len) {						\
		if (_chunk->map.is_iomem)					\
			_chunk->consumed = _io_step(_chunk->map.vaddr_iomem,	\
						    _done, _chunk->length,	\
						    _arg);			\
		else								\
			_chunk->consumed = _step(_chunk->map.vaddr, _done,	\
						 _chunk->length, _arg);		\
		_done += min(_chunk->consumed, _chunk->length);			\
	}									\
	_done;									\
})

/**
 * sg_walk_read - read data step by step; steps may sleep
 * @it:		where to start; moved on by what was consumed
 * @len:	how many bytes at most
 * @priv:	passed to the steps
 * @step:	reads RAM
 * @io_step:	reads I/O memory
 *
 * A step is called for each chunk (see sg_for_each_read_chunk()) and returns
 * the bytes it consumed; fewer than it was given stop the walk. Steps are
 * inlined. The idea of one step for each kind of pointer is that of
 * <linux/iov_iter.h>.
 *
 * Context: Process context. May sleep; reschedules between chunks.
 * Return: bytes consumed; fewer than @len at the end of the list, or when a
 * step stopped.
 */
static __always_inline size_t
sg_walk_read(struct sg_iter *it, size_t len, void *priv, sg_read_step_f step,
	     sg_io_read_step_f io_step)
{
	return __sg_walk(sg_for_each_read_chunk, it, len, priv, step, io_step);
}

/**
 * sg_walk_read_atomic - read data step by step
 * @it:		where to start; moved on by what was consumed
 * @len:	how many bytes at most
 * @priv:	passed to the steps
 * @step:	reads RAM; must not sleep
 * @io_step:	reads I/O memory; must not sleep
 *
 * Context: Any context.
 * Return: bytes consumed, as sg_walk_read().
 */
static __always_inline size_t
sg_walk_read_atomic(struct sg_iter *it, size_t len, void *priv,
		    sg_read_step_f step, sg_io_read_step_f io_step)
{
	return __sg_walk(sg_for_each_read_chunk_atomic, it, len, priv, step,
			 io_step);
}

/**
 * sg_walk_write - write data step by step; steps may sleep
 * @it:		where to start; moved on by what was consumed
 * @len:	how many bytes at most
 * @priv:	passed to the steps
 * @step:	writes RAM
 * @io_step:	writes I/O memory
 *
 * As sg_walk_read(); flushes the data cache for what was consumed.
 *
 * Context: Process context. May sleep; reschedules between chunks.
 * Return: bytes consumed, as sg_walk_read().
 */
static __always_inline size_t
sg_walk_write(struct sg_iter *it, size_t len, void *priv, sg_write_step_f step,
	      sg_io_write_step_f io_step)
{
	return __sg_walk(sg_for_each_write_chunk, it, len, priv, step, io_step);
}

/**
 * sg_walk_write_atomic - write data step by step
 * @it:		where to start; moved on by what was consumed
 * @len:	how many bytes at most
 * @priv:	passed to the steps
 * @step:	writes RAM; must not sleep
 * @io_step:	writes I/O memory; must not sleep
 *
 * Context: Any context.
 * Return: bytes consumed, as sg_walk_read().
 */
static __always_inline size_t
sg_walk_write_atomic(struct sg_iter *it, size_t len, void *priv,
		     sg_write_step_f step, sg_io_write_step_f io_step)
{
	return __sg_walk(sg_for_each_write_chunk_atomic, it, len, priv, step,
			 io_step);
}

/**
 * struct sg_bounce - a buffer for data that has no kernel pointer in one piece
 * @buf:	the buffer, RAM; its contents do not matter
 * @size:	bytes at @buf, at least @unit
 * @unit:	steps get a multiple of so many bytes in one piece (a cipher's
 *		block, a sector); 0 is 1
 */
struct sg_bounce {
	void	*buf;
	size_t	size;
	size_t	unit;
};

/**
 * DEFINE_SG_BOUNCE - define a struct sg_bounce, with its buffer on the stack
 * @_name:	name of the variable
 * @_unit:	as in &struct sg_bounce, but not 0; a constant
 *
 * The buffer has room for whole units, and at least 128 bytes: enough for I/O
 * memory, which is slow whatever one does.
 */
#define DEFINE_SG_BOUNCE(_name, _unit)						\
	enum { _name##_buf_unit = (_unit) };					\
	u8 _name##_buf[DIV_ROUND_UP(128, _name##_buf_unit) * _name##_buf_unit]	\
		__aligned(8) __uninitialized;					\
	struct sg_bounce _name = {						\
		.buf = _name##_buf,						\
		.size = sizeof(_name##_buf),					\
		.unit = _name##_buf_unit,					\
	}

/* A chunk, all or part of it, or what stands for it in the buffer */
struct __sg_bounced {
	struct sg_chunk	chunk;
	void		*buf;
	size_t		size;	/* of it, a multiple of the unit */
	size_t		unit;
	void		*addr;	/* of the piece */
	bool		piece;	/* which is all there is to do */
	bool		read;
	bool		whole;	/* what the buffer holds is one piece of I/O memory */
};

/* Not inlined: it is much code, and the steps of those who need it are slow. */
void *__sg_bounced_begin(struct __sg_bounced *s, struct sg_iter *it, size_t len,
			 const struct sg_bounce *bounce, bool read, bool write,
			 bool atomic);
void *__sg_bounced_begin_piece(struct __sg_bounced *s, struct sg_iter *it,
			       size_t len, const struct sg_bounce *bounce,
			       bool read, bool write);
void *__sg_bounced_next(struct __sg_bounced *s);

/* Bounces are mostly constant, and what is known of them is not asked. */
static __always_inline void *
__sg_bounced_first(struct __sg_bounced *s, struct sg_iter *it, size_t len,
		   const struct sg_bounce *bounce, bool read, bool write,
		   bool atomic)
{
	if (atomic && bounce->size >= max(bounce->unit, 1))
		return __sg_bounced_begin_piece(s, it, len, bounce, read, write);
	return __sg_bounced_begin(s, it, len, bounce, read, write, atomic);
}

#define __sg_walk_bounced(_it, _len, _bounce, _priv, _step, _read, _write,	\
			  _atomic)						\
({										\
	struct __sg_bounced _s __uninitialized;					\
	void *_arg = _priv, *_addr;						\
										\
	for (_addr = __sg_bounced_first(&_s, _it, _len, _bounce, _read,		\
					_write, _atomic);			\
	     _addr; _addr = __sg_bounced_next(&_s))				\
		_s.chunk.consumed = _step(_addr, _s.chunk.done,			\
					  _s.chunk.length, _arg);		\
	_s.chunk.done;								\
})

/**
 * sg_walk_read_bounced - read data by kernel pointers; the step may sleep
 * @it:		where to start; moved on by what was consumed
 * @len:	how many bytes at most
 * @bounce:	the buffer, and the unit
 * @priv:	passed to the step
 * @step:	reads RAM: the data itself or, in the buffer, a copy
 *
 * For code that takes nothing but a kernel pointer, or that needs a number of
 * bytes in one piece. What is not RAM, and a unit that straddles chunks or is
 * cut short by the end of the list, is copied to the buffer; anything else is
 * read in place. The last step, at @len or at the end of the list, may get less
 * than a unit. The step is inlined.
 *
 * Context: Process context. May sleep; reschedules between steps.
 * Return: bytes consumed, as sg_walk_read(); 0, with a warning, if the buffer
 * does not hold a unit.
 */
static __always_inline size_t
sg_walk_read_bounced(struct sg_iter *it, size_t len,
		     const struct sg_bounce *bounce, void *priv,
		     sg_read_step_f step)
{
	return __sg_walk_bounced(it, len, bounce, priv, step, true, false, false);
}

/**
 * sg_walk_read_bounced_atomic - read data by kernel pointers
 * @it:		where to start; moved on by what was consumed
 * @len:	how many bytes at most
 * @bounce:	the buffer, and the unit
 * @priv:	passed to the step
 * @step:	reads RAM; must not sleep
 *
 * As sg_walk_read_bounced().
 *
 * Context: Any context.
 * Return: bytes consumed, as sg_walk_read_bounced().
 */
static __always_inline size_t
sg_walk_read_bounced_atomic(struct sg_iter *it, size_t len,
			    const struct sg_bounce *bounce, void *priv,
			    sg_read_step_f step)
{
	return __sg_walk_bounced(it, len, bounce, priv, step, true, false, true);
}

/**
 * sg_walk_write_bounced - write data by kernel pointers; the step may sleep
 * @it:		where to start; moved on by what was consumed
 * @len:	how many bytes at most
 * @bounce:	the buffer, and the unit
 * @priv:	passed to the step
 * @step:	writes RAM: each byte that it consumes
 *
 * As sg_walk_read_bounced(). Where the step is given the buffer, that does not
 * hold the data: see sg_walk_update_bounced(). What it writes there for bytes
 * that turn out to have no CPU address is dropped.
 *
 * Context: Process context. May sleep; reschedules between steps.
 * Return: bytes consumed, as sg_walk_read_bounced().
 */
static __always_inline size_t
sg_walk_write_bounced(struct sg_iter *it, size_t len,
		      const struct sg_bounce *bounce, void *priv,
		      sg_write_step_f step)
{
	return __sg_walk_bounced(it, len, bounce, priv, step, false, true, false);
}

/**
 * sg_walk_write_bounced_atomic - write data by kernel pointers
 * @it:		where to start; moved on by what was consumed
 * @len:	how many bytes at most
 * @bounce:	the buffer, and the unit
 * @priv:	passed to the step
 * @step:	writes RAM: each byte that it consumes; must not sleep
 *
 * As sg_walk_write_bounced().
 *
 * Context: Any context.
 * Return: bytes consumed, as sg_walk_read_bounced().
 */
static __always_inline size_t
sg_walk_write_bounced_atomic(struct sg_iter *it, size_t len,
			     const struct sg_bounce *bounce, void *priv,
			     sg_write_step_f step)
{
	return __sg_walk_bounced(it, len, bounce, priv, step, false, true, true);
}

/**
 * sg_walk_update_bounced - change data by kernel pointers; the step may sleep
 * @it:		where to start; moved on by what was consumed
 * @len:	how many bytes at most
 * @bounce:	the buffer, and the unit
 * @priv:	passed to the step
 * @step:	reads and writes RAM
 *
 * As sg_walk_write_bounced(), but the buffer holds the data.
 *
 * Context: Process context. May sleep; reschedules between steps.
 * Return: bytes consumed, as sg_walk_read_bounced().
 */
static __always_inline size_t
sg_walk_update_bounced(struct sg_iter *it, size_t len,
		       const struct sg_bounce *bounce, void *priv,
		       sg_write_step_f step)
{
	return __sg_walk_bounced(it, len, bounce, priv, step, true, true, false);
}

/**
 * sg_walk_update_bounced_atomic - change data by kernel pointers
 * @it:		where to start; moved on by what was consumed
 * @len:	how many bytes at most
 * @bounce:	the buffer, and the unit
 * @priv:	passed to the step
 * @step:	reads and writes RAM; must not sleep
 *
 * As sg_walk_update_bounced().
 *
 * Context: Any context.
 * Return: bytes consumed, as sg_walk_read_bounced().
 */
static __always_inline size_t
sg_walk_update_bounced_atomic(struct sg_iter *it, size_t len,
			      const struct sg_bounce *bounce, void *priv,
			      sg_write_step_f step)
{
	return __sg_walk_bounced(it, len, bounce, priv, step, true, true, true);
}

struct __sg_fifo_with {
	u64	(*get)(void *priv);
	void	(*put)(void *priv, u64 word);
	void	*priv;
	size_t	width;
};

static __always_inline size_t __sg_fifo_get_words(void *to, size_t done,
						  size_t len, void *with)
{
	struct __sg_fifo_with *w = with;
	size_t i, width = w->width;

	for (i = 0; i < len; i += width) {
		__le64 word = cpu_to_le64(w->get(w->priv));

		if (likely(len - i >= width))
			memcpy(to + i, &word, width);
		else
			memcpy(to + i, &word, len - i);
	}
	return len;
}

static __always_inline size_t __sg_fifo_put_words(const void *from, size_t done,
						  size_t len, void *with)
{
	struct __sg_fifo_with *w = with;
	size_t i, width = w->width;

	for (i = 0; i < len; i += width) {
		__le64 word = 0;

		if (likely(len - i >= width))
			memcpy(&word, from + i, width);
		else
			memcpy(&word, from + i, len - i);
		w->put(w->priv, le64_to_cpu(word));
	}
	return len;
}

/**
 * sg_iter_read_fifo_with - read from a FIFO by the driver's own accessor
 * @it:		where to store the data; moved on by what was stored
 * @len:	how many bytes; what the last word has beyond that is dropped
 * @width:	bytes in a word: 1, 2, 4 or 8, a constant
 * @get:	reads a word; its low byte is stored first, as with readl()
 * @priv:	passed to @get
 *
 * For a FIFO that a plain __iomem pointer does not describe; see
 * sg_iter_read_fifo32() for the others. @get and @width are inlined.
 *
 * Context: Any context; @get must not sleep.
 * Return: bytes stored; fewer than @len at the end of the list, and no word is
 * read from the FIFO for what is missing.
 */
static __always_inline size_t
sg_iter_read_fifo_with(struct sg_iter *it, size_t len, size_t width,
		       u64 (*get)(void *priv), void *priv)
{
	struct __sg_fifo_with with = { .get = get, .priv = priv, .width = width };

	u8 buf[128] __aligned(8) __uninitialized;
	struct sg_bounce bounce = { .buf = buf, .size = sizeof(buf), .unit = width };

	BUILD_BUG_ON(width != 1 && width != 2 && width != 4 && width != 8);
	return sg_walk_write_bounced_atomic(it, len, &bounce, &with,
					    __sg_fifo_get_words);
}

/**
 * sg_iter_write_fifo_with - write to a FIFO by the driver's own accessor
 * @it:		where to take the data from; moved on by what was taken
 * @len:	how many bytes; the last word is filled up with zeroes
 * @width:	bytes in a word: 1, 2, 4 or 8, a constant
 * @put:	writes a word; its low byte is the first one, as with writel()
 * @priv:	passed to @put
 *
 * For a FIFO that a plain __iomem pointer does not describe; see
 * sg_iter_write_fifo32() for the others. @put and @width are inlined.
 *
 * Context: Any context; @put must not sleep.
 * Return: bytes taken; fewer than @len at the end of the list.
 */
static __always_inline size_t
sg_iter_write_fifo_with(struct sg_iter *it, size_t len, size_t width,
			void (*put)(void *priv, u64 word), void *priv)
{
	struct __sg_fifo_with with = { .put = put, .priv = priv, .width = width };

	u8 buf[128] __aligned(8) __uninitialized;
	struct sg_bounce bounce = { .buf = buf, .size = sizeof(buf), .unit = width };

	BUILD_BUG_ON(width != 1 && width != 2 && width != 4 && width != 8);
	return sg_walk_read_bounced_atomic(it, len, &bounce, &with,
					   __sg_fifo_put_words);
}

#endif /* _LINUX_SG_ITER_H */
