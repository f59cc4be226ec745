// SPDX-License-Identifier: GPL-2.0-only
/*
 * Iterate over the data of a scatterlist: RAM, high memory or I/O memory
 */
#include <kunit/static_stub.h>
#include <linux/export.h>
#include <linux/log2.h>
#include <linux/memremap.h>
#include <linux/overflow.h>
#include <linux/ratelimit.h>
#include <linux/sg_iter.h>
#include <linux/sg_iter_debug.h>
#include <linux/string.h>

/* off: no entry's struct page is read to tell what kind of memory it is */
struct static_key_false sg_iter_devmem_key = STATIC_KEY_FALSE_INIT;
EXPORT_SYMBOL_GPL(sg_iter_devmem_key);

/**
 * sg_iter_pagemap_added - struct pages for device memory are about to exist
 * @pgmap:	the memory, of any type
 *
 * Called by memremap_pages() before the pages can be seen by anyone. From the
 * first memory on that is not plain RAM to the CPU, each entry's page is
 * looked at; never before.
 *
 * Context: Process context. May sleep.
 */
void sg_iter_pagemap_added(const struct dev_pagemap *pgmap)
{
	if (pgmap->type == MEMORY_DEVICE_PRIVATE ||
	    pgmap->type == MEMORY_DEVICE_PCI_P2PDMA)
		static_branch_enable(&sg_iter_devmem_key);
}

void __iomem *__sg_page_iomem(const struct page *page)
{
	KUNIT_STATIC_STUB_REDIRECT(__sg_page_iomem, page);

	if (!page)
		return IOMEM_ERR_PTR(-EFAULT);
	if (!is_zone_device_page(page))
		return NULL;
	if (is_device_private_page(page))
		return IOMEM_ERR_PTR(-EFAULT);
	if (is_pci_p2pdma_page(page))
		return (__force void __iomem *)page_address(page);
	return NULL;
}
EXPORT_SYMBOL_GPL(__sg_page_iomem);

void __sg_no_cpu_address(const struct scatterlist *sg)
{
	WARN_ONCE(1, "scatterlist entry of %u bytes without a CPU address\n",
		  sg->length);
}
EXPORT_SYMBOL_GPL(__sg_no_cpu_address);

#ifdef CONFIG_SG_ITER_DEBUG
/**
 * sg_debug_plain_access - a page is about to be accessed as if it were RAM
 * @page:	the page
 *
 * Called by sg_virt(), kmap_local_page() and its relatives. Warns if the page
 * is I/O memory, or has no CPU address; not only once, so that each place is
 * seen, but at a limited rate. Does nothing without CONFIG_SG_ITER_DEBUG.
 *
 * Context: Any context.
 */
void sg_debug_plain_access(const struct page *page)
{
	WARN_RATELIMIT(sg_page_iomem(page), "I/O memory is taken for RAM at %pS\n",
		       (void *)_RET_IP_);
}
EXPORT_SYMBOL(sg_debug_plain_access);
#endif

/**
 * sg_iter_skip - move a position on
 * @it:		the position
 * @bytes:	by how many bytes
 *
 * Takes one step for each entry, however long it is. Nothing is mapped.
 *
 * Context: Any context.
 * Return: bytes skipped; fewer than @bytes at the end of the list.
 */
size_t sg_iter_skip(struct sg_iter *it, size_t bytes)
{
	size_t left = bytes;

	while (left && __sg_iter_settle(it)) {
		size_t n = min_t(size_t, left, it->sg->length - it->offset);

		it->offset += n;
		left -= n;
	}
	return bytes - left;
}
EXPORT_SYMBOL_GPL(sg_iter_skip);

/**
 * sg_iter_count - how many bytes are left from a position on
 * @it:		the position
 *
 * Context: Any context.
 * Return: bytes, to the end of the list or of the entries given to
 * sg_iter_init(); SIZE_MAX where there are more.
 */
size_t sg_iter_count(const struct sg_iter *it)
{
	struct sg_iter pos = *it;
	size_t bytes = 0;

	while (__sg_iter_settle(&pos)) {
		bytes = size_add(bytes, pos.sg->length - pos.offset);
		pos.offset = pos.sg->length;
	}
	return bytes;
}
EXPORT_SYMBOL_GPL(sg_iter_count);

/**
 * sg_cpu_accessible - can the CPU reach all data of a scatterlist?
 * @sgl:	the list
 * @nents:	how many entries of it
 *
 * For a subsystem's border: where this holds, no walk ends early.
 *
 * Context: Any context.
 * Return: false if an entry has no page, or one that only a device can reach.
 */
bool sg_cpu_accessible(struct scatterlist *sgl, unsigned int nents)
{
	struct sg_iter it;

	sg_iter_init(&it, sgl, nents);
	while (__sg_iter_settle(&it)) {
		if (IS_ERR((__force void *)sg_page_iomem(sg_page(it.sg))))
			return false;
		it.offset = it.sg->length;
	}
	return true;
}
EXPORT_SYMBOL_GPL(sg_cpu_accessible);

/* By value, so that callers need not have the position in memory. */
bool __sg_iter_is_ram(struct sg_iter pos, size_t len)
{
	size_t n;

	while (len && __sg_iter_settle(&pos)) {
		if (sg_page_iomem(sg_page(pos.sg)))
			return false;
		n = min_t(size_t, len, pos.sg->length - pos.offset);
		pos.offset += n;
		len -= n;
	}
	return true;
}
EXPORT_SYMBOL_GPL(__sg_iter_is_ram);

/**
 * sg_iter_copy_to_buf - copy data out of a scatterlist
 * @it:		where to start; moved on by what was copied
 * @buf:	where to copy to, RAM
 * @len:	bytes
 *
 * Context: Any context.
 * Return: bytes copied; fewer than @len at the end of the list.
 */
size_t sg_iter_copy_to_buf(struct sg_iter *it, void *buf, size_t len)
{
	void *to = buf;

	sg_for_each_read_chunk_atomic(c, it, len) {
		iosys_map_memcpy_from(to, &c->map, 0, c->length);
		to += c->length;
	}
	return to - buf;
}
EXPORT_SYMBOL_GPL(sg_iter_copy_to_buf);

/**
 * sg_iter_copy_from_buf - copy data into a scatterlist
 * @it:		where to start; moved on by what was copied
 * @buf:	where to copy from, RAM
 * @len:	bytes
 *
 * Context: Any context.
 * Return: bytes copied; fewer than @len at the end of the list.
 */
size_t sg_iter_copy_from_buf(struct sg_iter *it, const void *buf, size_t len)
{
	const void *from = buf;

	sg_for_each_write_chunk_atomic(c, it, len) {
		iosys_map_memcpy_to(&c->map, 0, from, c->length);
		from += c->length;
	}
	return from - buf;
}
EXPORT_SYMBOL_GPL(sg_iter_copy_from_buf);

/* What goes from I/O memory to I/O memory, or is compared with it, on the stack */
#define BOUNCE	64

/* Bytes of @map from @at on, all of them in RAM or in @bounce */
static __always_inline const void *readable(const struct iosys_map *map,
					    size_t at, size_t len, u8 *bounce)
{
	if (!map->is_iomem)
		return map->vaddr + at;
	memcpy_fromio(bounce, map->vaddr_iomem + at, len);
	return bounce;
}

/* By value, so that what is walked need not be in memory. */
static noinline void copy_part_io(struct iosys_map to, struct iosys_map from,
				  size_t len)
{
	u8 bounce[BOUNCE] __aligned(8) __uninitialized;
	size_t i, n;

	if (!to.is_iomem) {
		memcpy_fromio(to.vaddr, from.vaddr_iomem, len);
		return;
	}
	if (!from.is_iomem) {
		memcpy_toio(to.vaddr_iomem, from.vaddr, len);
		return;
	}
	for (i = 0; i < len; i += n) {
		n = min(len - i, sizeof(bounce));
		memcpy_fromio(bounce, from.vaddr_iomem + i, n);
		memcpy_toio(to.vaddr_iomem + i, bounce, n);
	}
}

/* The same bytes, although perhaps not by the same entry or the same mapping? */
static __always_inline bool same_place(const struct sg_chunk *a,
				       const struct sg_chunk *b)
{
	if (!__SG_ITER_BY_PAGE)
		return a->map.vaddr == b->map.vaddr;
	return sg_phys(a->__pos.sg) + a->__pos.offset ==
	       sg_phys(b->__pos.sg) + b->__pos.offset;
}

/* Maps what is next in two lists, as many bytes of each; false at an end. */
static __always_inline bool pair_map(struct sg_chunk *a, struct sg_chunk *b)
{
	if (!__sg_chunk_map(a))
		return false;
	if (!__sg_chunk_map(b)) {
		a->consumed = 0;
		return false;
	}
	a->length = min(a->length, b->length);
	b->length = a->length;
	a->consumed = a->length;
	b->consumed = a->length;
	return true;
}

static __always_inline void pair_unmap(struct sg_chunk *a, struct sg_chunk *b)
{
	__sg_chunk_unmap(b);
	__sg_chunk_unmap(a);
}

/**
 * sg_iter_copy - copy data from one scatterlist to another
 * @dst:	where to copy to; moved on by what was copied
 * @src:	where to copy from; moved on by what was copied
 * @len:	bytes
 *
 * Either may be RAM or I/O memory, entry by entry, of any alignment. Source
 * and destination may be the same bytes, by the same list or by another (even
 * by the same position), which copies nothing. They must not overlap otherwise.
 *
 * Context: Any context.
 * Return: bytes copied; fewer than @len at the end of the shorter list.
 */
size_t sg_iter_copy(struct sg_iter *dst, struct sg_iter *src, size_t len)
{
	struct sg_chunk from, to;

	__sg_chunk_begin(&from, src, len, false, true);
	__sg_chunk_begin(&to, dst, len, true, true);
	for (; pair_map(&from, &to); pair_unmap(&from, &to)) {
		/* not by memcpy(), which may clear a cache line first */
		if (same_place(&from, &to))
			continue;
		if (to.map.is_iomem || from.map.is_iomem)
			copy_part_io(to.map, from.map, to.length);
		else
			memcpy(to.map.vaddr, from.map.vaddr, to.length);
	}
	__sg_chunk_end(&to);
	__sg_chunk_end(&from);
	return from.done;
}
EXPORT_SYMBOL_GPL(sg_iter_copy);

/**
 * sg_iter_fill - set data of a scatterlist to one value
 * @it:		where to start; moved on by what was set
 * @byte:	the value
 * @len:	bytes
 *
 * Context: Any context.
 * Return: bytes set; fewer than @len at the end of the list.
 */
size_t sg_iter_fill(struct sg_iter *it, u8 byte, size_t len)
{
	size_t done = 0;

	sg_for_each_write_chunk_atomic(c, it, len) {
		iosys_map_memset(&c->map, 0, byte, c->length);
		done += c->length;
	}
	return done;
}
EXPORT_SYMBOL_GPL(sg_iter_fill);

/* How many bytes are the same before the first that are not */
static size_t same_bytes(const u8 *a, const u8 *b, size_t len)
{
	size_t i = 0;

	if (likely(!memcmp(a, b, len)))
		return len;
	/* memcmp() does not tell where; and user space may be at the data */
	while (len - i > BOUNCE && !memcmp(a + i, b + i, BOUNCE))
		i += BOUNCE;
	while (i < len && a[i] == b[i])
		i++;
	return i;
}

static __always_inline size_t same_part(const struct iosys_map *a, size_t at,
					const struct iosys_map *b, size_t len)
{
	u8 bounce_a[BOUNCE] __aligned(8) __uninitialized;
	u8 bounce_b[BOUNCE] __aligned(8) __uninitialized;
	size_t i, n, same;

	for (i = 0; i < len; i += n) {
		n = len - i;
		if (a->is_iomem || b->is_iomem)
			n = min_t(size_t, n, BOUNCE);
		same = same_bytes(readable(a, at + i, n, bounce_a),
				  readable(b, i, n, bounce_b), n);
		if (same < n)
			return i + same;
	}
	return len;
}

/**
 * sg_iter_compare - compare the data of two scatterlists
 * @a:		one of them; moved on to the first difference
 * @b:		the other; moved on to the first difference
 * @len:	bytes
 *
 * Context: Any context.
 * Return: @len if all is the same, else the offset of the first byte that
 * differs; the end of the shorter list counts as one.
 */
size_t sg_iter_compare(struct sg_iter *a, struct sg_iter *b, size_t len)
{
	struct sg_chunk ca, cb;

	__sg_chunk_begin(&ca, a, len, false, true);
	__sg_chunk_begin(&cb, b, len, false, true);
	for (; pair_map(&ca, &cb); pair_unmap(&ca, &cb)) {
		ca.consumed = same_part(&ca.map, 0, &cb.map, ca.length);
		cb.consumed = ca.consumed;
	}
	__sg_chunk_end(&cb);
	__sg_chunk_end(&ca);
	return ca.done;
}
EXPORT_SYMBOL_GPL(sg_iter_compare);

/**
 * sg_iter_compare_buf - compare the data of a scatterlist with a buffer
 * @it:		where to start; moved on to the first difference
 * @buf:	what to compare with, RAM
 * @len:	bytes
 *
 * Context: Any context.
 * Return: @len if all is the same, else the offset of the first byte that
 * differs; the end of the list counts as one.
 */
size_t sg_iter_compare_buf(struct sg_iter *it, const void *buf, size_t len)
{
	struct iosys_map map = IOSYS_MAP_INIT_VADDR((void *)buf);
	size_t done = 0;

	sg_for_each_read_chunk_atomic(c, it, len) {
		c->consumed = same_part(&map, done, &c->map, c->length);
		done += c->consumed;
	}
	return done;
}
EXPORT_SYMBOL_GPL(sg_iter_compare_buf);

/**
 * sg_iter_peek - look at a few bytes of a scatterlist in one piece
 * @it:		where they are; does not move
 * @buf:	for a copy of them, @len bytes
 * @len:	bytes
 *
 * Bytes that are one piece of RAM are not copied. Either way they stay readable
 * for as long as both the list's memory and @buf exist: nothing is mapped. The
 * idea is that of skb_header_pointer().
 *
 * Context: Any context.
 * Return: the bytes, in the list or in @buf; NULL if the list has fewer (@buf
 * may then have been written to). For a @len of 0, not NULL.
 */
const void *sg_iter_peek(const struct sg_iter *it, void *buf, size_t len)
{
	struct sg_iter pos = *it;

	if (__sg_iter_settle(&pos) && len <= pos.sg->length - pos.offset &&
	    !sg_page_iomem(sg_page(pos.sg))) {
		size_t offset = (size_t)pos.sg->offset + pos.offset;
		struct page *page = __sg_nth_page(sg_page(pos.sg),
						  offset >> PAGE_SHIFT);

		offset = offset_in_page(offset);
		/* an entry may begin in low memory and end in high memory */
		if (!IS_ENABLED(CONFIG_HIGHMEM) ||
		    (!PageHighMem(page) && offset + len <= PAGE_SIZE))
			return page_address(page) + offset;
	}
	return sg_iter_copy_to_buf(&pos, buf, len) == len ? buf : NULL;
}
EXPORT_SYMBOL_GPL(sg_iter_peek);

/* Puts what is next into the buffer; how many bytes that are. */
static size_t bounced_get(struct __sg_bounced *s)
{
	struct sg_chunk *c = &s->chunk;
	struct sg_iter pos = c->__pos;
	size_t n = s->unit;

	/* of RAM there is less than a unit; of slow I/O memory, all there is room for */
	n = clamp(rounddown(c->length, n), n, s->size);
	n = min(n, c->__left);
	s->whole = c->map.is_iomem && n <= c->length;
	if (!s->whole)
		return s->read ? sg_iter_copy_to_buf(&pos, s->buf, n) :
				 sg_iter_skip(&pos, n);
	if (s->read)
		memcpy_fromio(s->buf, c->map.vaddr_iomem, n);
	return n;
}

/* What the next step is to get; NULL, and all is done, if there is nothing. */
static __always_inline void *bounced_map(struct __sg_bounced *s)
{
	struct sg_chunk *c = &s->chunk;
	size_t n;

	if (!__sg_chunk_map(c)) {
		__sg_chunk_end(c);
		return NULL;
	}
	if (c->length == c->__left)
		n = c->length;
	else if (is_power_of_2(s->unit))
		n = round_down(c->length, s->unit);
	else
		n = rounddown(c->length, s->unit);
	if (n && !c->map.is_iomem) {
		c->length = n;
		return c->map.vaddr;
	}
	if (c->__ram)
		kunmap_local(c->__addr);
	c->length = bounced_get(s);
	c->__ram = false;
	return s->buf;
}

/* Takes what was consumed out of the buffer. */
static void bounced_put(struct __sg_bounced *s)
{
	struct sg_chunk *c = &s->chunk;
	struct sg_iter pos = c->__pos;

	if (WARN_ON_ONCE(c->consumed > c->length))
		c->consumed = c->length;
	if (s->whole) {
		if (c->__write)
			memcpy_toio(c->map.vaddr_iomem, s->buf, c->consumed);
		pos.offset += c->consumed;
	} else if (c->__write) {
		c->consumed = sg_iter_copy_from_buf(&pos, s->buf, c->consumed);
	} else {
		sg_iter_skip(&pos, c->consumed);
	}
	c->__pos = pos;
	c->done += c->consumed;
	c->__left -= c->consumed;
	if (c->consumed < c->length)
		c->__left = 0;
	c->length = 0;
}

/* Most walks are of a sector or a block: where that is, if it is RAM in one piece. */
static __always_inline void *one_piece(struct sg_iter *it, size_t len, bool write)
{
	if (__SG_ITER_BY_PAGE || (ARCH_IMPLEMENTS_FLUSH_DCACHE_PAGE && write))
		return NULL;
	if (!len || !__sg_iter_settle(it) || len > it->sg->length - it->offset ||
	    sg_page_iomem(sg_page(it->sg)))
		return NULL;
	return __sg_kmap(sg_page(it->sg), write) + it->sg->offset + it->offset;
}

void *__sg_bounced_begin(struct __sg_bounced *s, struct sg_iter *it, size_t len,
			 const struct sg_bounce *bounce, bool read, bool write,
			 bool atomic)
{
	s->buf = bounce->buf;
	s->unit = bounce->unit ?: 1;
	s->size = rounddown(bounce->size, s->unit);
	s->piece = false;
	s->read = read;
	if (WARN_ON_ONCE(!s->size))
		len = 0;
	__sg_chunk_begin(&s->chunk, it, len, write, atomic);
	return bounced_map(s);
}
EXPORT_SYMBOL_GPL(__sg_bounced_begin);

/* Atomic, and the buffer holds a unit. */
void *__sg_bounced_begin_piece(struct __sg_bounced *s, struct sg_iter *it,
			       size_t len, const struct sg_bounce *bounce,
			       bool read, bool write)
{
	s->addr = one_piece(it, len, write);
	if (unlikely(!s->addr))
		return __sg_bounced_begin(s, it, len, bounce, read, write, true);
	s->piece = true;
	s->chunk.__it = it;
	s->chunk.length = len;
	s->chunk.done = 0;
	non_block_start();
	return s->addr;
}
EXPORT_SYMBOL_GPL(__sg_bounced_begin_piece);

static noinline void *bounced_next(struct __sg_bounced *s)
{
	struct sg_chunk *c = &s->chunk;

	if (c->__ram)
		__sg_chunk_unmap(c);
	else
		bounced_put(s);
	if (!c->__atomic)
		cond_resched();
	return bounced_map(s);
}

void *__sg_bounced_next(struct __sg_bounced *s)
{
	struct sg_chunk *c = &s->chunk;

	if (unlikely(!s->piece))
		return bounced_next(s);
	if (WARN_ON_ONCE(c->consumed > c->length))
		c->consumed = c->length;
	kunmap_local(s->addr);
	c->__it->offset += c->consumed;
	c->done = c->consumed;
	non_block_end();
	return NULL;
}
EXPORT_SYMBOL_GPL(__sg_bounced_next);

/*
 * PIO. A FIFO takes and gives whole words; chunks are of any length. A word
 * that straddles two of them goes through the buffer of a bounced walk. The
 * string accessors store words whole, so memory that is not aligned to a word
 * is reached through an aligned one.
 */
#define DEFINE_FIFO_WORDS(bits, read, write)					\
static __always_inline size_t get_words##bits(void *to, size_t done, size_t len,\
					      void *fifo)			\
{										\
	bool aligned = IS_ALIGNED((unsigned long)to, sizeof(u##bits));		\
	u##bits word;								\
	size_t i, n;								\
										\
	for (i = 0; i < len; i += n * sizeof(word)) {				\
		n = aligned ? (len - i) / sizeof(word) : 0;			\
		read((void __force __iomem *)fifo, n ? to + i : &word, n ?: 1);	\
		if (n)								\
			continue;						\
		n = 1;								\
		if (len - i >= sizeof(word))					\
			memcpy(to + i, &word, sizeof(word));			\
		else								\
			memcpy(to + i, &word, len - i);				\
	}									\
	return len;								\
}										\
										\
static __always_inline size_t put_words##bits(const void *from, size_t done,	\
					      size_t len, void *fifo)		\
{										\
	bool aligned = IS_ALIGNED((unsigned long)from, sizeof(u##bits));	\
	u##bits word;								\
	size_t i, n;								\
										\
	for (i = 0; i < len; i += n * sizeof(word)) {				\
		n = aligned ? (len - i) / sizeof(word) : 0;			\
		word = 0;							\
		if (!n && len - i >= sizeof(word))				\
			memcpy(&word, from + i, sizeof(word));			\
		else if (!n)							\
			memcpy(&word, from + i, len - i);			\
		write((void __force __iomem *)fifo, n ? from + i : &word, n ?: 1);\
		n = n ?: 1;							\
	}									\
	return len;								\
}

DEFINE_FIFO_WORDS(8, ioread8_rep, iowrite8_rep)
DEFINE_FIFO_WORDS(16, ioread16_rep, iowrite16_rep)
DEFINE_FIFO_WORDS(32, ioread32_rep, iowrite32_rep)
#ifdef CONFIG_64BIT
DEFINE_FIFO_WORDS(64, readsq, writesq)
#endif

/* What comes before all that needs no more than a loop. */
static __always_inline size_t fifo_ram(const struct sg_chunk *c, size_t width)
{
	if (unlikely(c->map.is_iomem ||
		     !IS_ALIGNED((unsigned long)c->map.vaddr | c->length, width)))
		return 0;
	return c->length;
}

#define DEFINE_FIFO_RAM(bits, read, write)					\
static __always_inline size_t get_ram##bits(struct sg_iter *it,			\
					    void __iomem *fifo, size_t len)	\
{										\
	size_t done = 0;							\
										\
	sg_for_each_write_chunk_atomic(c, it, len) {				\
		c->consumed = fifo_ram(c, sizeof(u##bits));			\
		if (c->consumed)						\
			read(fifo, c->map.vaddr, c->length / sizeof(u##bits));	\
		done += c->consumed;						\
	}									\
	return done;								\
}										\
										\
static __always_inline size_t put_ram##bits(struct sg_iter *it,			\
					    void __iomem *fifo, size_t len)	\
{										\
	size_t done = 0;							\
										\
	sg_for_each_read_chunk_atomic(c, it, len) {				\
		c->consumed = fifo_ram(c, sizeof(u##bits));			\
		if (c->consumed)						\
			write(fifo, c->map.vaddr, c->length / sizeof(u##bits));	\
		done += c->consumed;						\
	}									\
	return done;								\
}

DEFINE_FIFO_RAM(8, ioread8_rep, iowrite8_rep)
DEFINE_FIFO_RAM(16, ioread16_rep, iowrite16_rep)
DEFINE_FIFO_RAM(32, ioread32_rep, iowrite32_rep)
#ifdef CONFIG_64BIT
DEFINE_FIFO_RAM(64, readsq, writesq)
#endif

/**
 * sg_iter_read_fifo8 - read from a device's 8-bit FIFO into a scatterlist
 * @it:		where to store the data; moved on by what was stored
 * @fifo:	the FIFO's data register
 * @len:	how many bytes; what the last word has beyond that is dropped
 *
 * Words are stored as the device sends them, lowest address first, and may
 * straddle entries.
 *
 * Context: Any context.
 * Return: bytes stored; fewer than @len at the end of the list, and no word is
 * read from the FIFO for what is missing.
 */
size_t sg_iter_read_fifo8(struct sg_iter *it, void __iomem *fifo, size_t len)
{
	size_t done = get_ram8(it, fifo, len);
	DEFINE_SG_BOUNCE(bounce, 1);

	if (done == len)
		return done;
	return done + sg_walk_write_bounced_atomic(it, len - done, &bounce,
						   (void __force *)fifo, get_words8);
}
EXPORT_SYMBOL_GPL(sg_iter_read_fifo8);

/**
 * sg_iter_write_fifo8 - write to a device's 8-bit FIFO from a scatterlist
 * @it:		where to take the data from; moved on by what was taken
 * @fifo:	the FIFO's data register
 * @len:	how many bytes; the last word is filled up with zeroes
 *
 * The byte at the lowest address goes first. Words may straddle entries.
 *
 * Context: Any context.
 * Return: bytes taken; fewer than @len at the end of the list.
 */
size_t sg_iter_write_fifo8(struct sg_iter *it, void __iomem *fifo, size_t len)
{
	size_t done = put_ram8(it, fifo, len);
	DEFINE_SG_BOUNCE(bounce, 1);

	if (done == len)
		return done;
	return done + sg_walk_read_bounced_atomic(it, len - done, &bounce,
						  (void __force *)fifo, put_words8);
}
EXPORT_SYMBOL_GPL(sg_iter_write_fifo8);

/**
 * sg_iter_read_fifo16 - read from a device's 16-bit FIFO into a scatterlist
 * @it:		where to store the data; moved on by what was stored
 * @fifo:	the FIFO's data register
 * @len:	how many bytes; what the last word has beyond that is dropped
 *
 * Words are stored as the device sends them, lowest address first, and may
 * straddle entries.
 *
 * Context: Any context.
 * Return: bytes stored; fewer than @len at the end of the list, and no word is
 * read from the FIFO for what is missing.
 */
size_t sg_iter_read_fifo16(struct sg_iter *it, void __iomem *fifo, size_t len)
{
	size_t done = get_ram16(it, fifo, len);
	DEFINE_SG_BOUNCE(bounce, 2);

	if (done == len)
		return done;
	return done + sg_walk_write_bounced_atomic(it, len - done, &bounce,
						   (void __force *)fifo, get_words16);
}
EXPORT_SYMBOL_GPL(sg_iter_read_fifo16);

/**
 * sg_iter_write_fifo16 - write to a device's 16-bit FIFO from a scatterlist
 * @it:		where to take the data from; moved on by what was taken
 * @fifo:	the FIFO's data register
 * @len:	how many bytes; the last word is filled up with zeroes
 *
 * The byte at the lowest address goes first. Words may straddle entries.
 *
 * Context: Any context.
 * Return: bytes taken; fewer than @len at the end of the list.
 */
size_t sg_iter_write_fifo16(struct sg_iter *it, void __iomem *fifo, size_t len)
{
	size_t done = put_ram16(it, fifo, len);
	DEFINE_SG_BOUNCE(bounce, 2);

	if (done == len)
		return done;
	return done + sg_walk_read_bounced_atomic(it, len - done, &bounce,
						  (void __force *)fifo, put_words16);
}
EXPORT_SYMBOL_GPL(sg_iter_write_fifo16);

/**
 * sg_iter_read_fifo32 - read from a device's 32-bit FIFO into a scatterlist
 * @it:		where to store the data; moved on by what was stored
 * @fifo:	the FIFO's data register
 * @len:	how many bytes; what the last word has beyond that is dropped
 *
 * Words are stored as the device sends them, lowest address first, and may
 * straddle entries.
 *
 * Context: Any context.
 * Return: bytes stored; fewer than @len at the end of the list, and no word is
 * read from the FIFO for what is missing.
 */
size_t sg_iter_read_fifo32(struct sg_iter *it, void __iomem *fifo, size_t len)
{
	size_t done = get_ram32(it, fifo, len);
	DEFINE_SG_BOUNCE(bounce, 4);

	if (done == len)
		return done;
	return done + sg_walk_write_bounced_atomic(it, len - done, &bounce,
						   (void __force *)fifo, get_words32);
}
EXPORT_SYMBOL_GPL(sg_iter_read_fifo32);

/**
 * sg_iter_write_fifo32 - write to a device's 32-bit FIFO from a scatterlist
 * @it:		where to take the data from; moved on by what was taken
 * @fifo:	the FIFO's data register
 * @len:	how many bytes; the last word is filled up with zeroes
 *
 * The byte at the lowest address goes first. Words may straddle entries.
 *
 * Context: Any context.
 * Return: bytes taken; fewer than @len at the end of the list.
 */
size_t sg_iter_write_fifo32(struct sg_iter *it, void __iomem *fifo, size_t len)
{
	size_t done = put_ram32(it, fifo, len);
	DEFINE_SG_BOUNCE(bounce, 4);

	if (done == len)
		return done;
	return done + sg_walk_read_bounced_atomic(it, len - done, &bounce,
						  (void __force *)fifo, put_words32);
}
EXPORT_SYMBOL_GPL(sg_iter_write_fifo32);

#ifdef CONFIG_64BIT
/**
 * sg_iter_read_fifo64 - read from a device's 64-bit FIFO into a scatterlist
 * @it:		where to store the data; moved on by what was stored
 * @fifo:	the FIFO's data register
 * @len:	how many bytes; what the last word has beyond that is dropped
 *
 * Words are stored as the device sends them, lowest address first, and may
 * straddle entries. Memory-mapped registers only; on 64-bit machines only.
 *
 * Context: Any context.
 * Return: bytes stored; fewer than @len at the end of the list, and no word is
 * read from the FIFO for what is missing.
 */
size_t sg_iter_read_fifo64(struct sg_iter *it, void __iomem *fifo, size_t len)
{
	size_t done = get_ram64(it, fifo, len);
	DEFINE_SG_BOUNCE(bounce, 8);

	if (done == len)
		return done;
	return done + sg_walk_write_bounced_atomic(it, len - done, &bounce,
						   (void __force *)fifo, get_words64);
}
EXPORT_SYMBOL_GPL(sg_iter_read_fifo64);

/**
 * sg_iter_write_fifo64 - write to a device's 64-bit FIFO from a scatterlist
 * @it:		where to take the data from; moved on by what was taken
 * @fifo:	the FIFO's data register
 * @len:	how many bytes; the last word is filled up with zeroes
 *
 * The byte at the lowest address goes first. Words may straddle entries.
 * Memory-mapped registers only; on 64-bit machines only.
 *
 * Context: Any context.
 * Return: bytes taken; fewer than @len at the end of the list.
 */
size_t sg_iter_write_fifo64(struct sg_iter *it, void __iomem *fifo, size_t len)
{
	size_t done = put_ram64(it, fifo, len);
	DEFINE_SG_BOUNCE(bounce, 8);

	if (done == len)
		return done;
	return done + sg_walk_read_bounced_atomic(it, len - done, &bounce,
						  (void __force *)fifo, put_words64);
}
EXPORT_SYMBOL_GPL(sg_iter_write_fifo64);
#endif /* CONFIG_64BIT */
