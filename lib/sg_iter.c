// SPDX-License-Identifier: GPL-2.0-only
/*
 * Iterate over the data of a scatterlist: RAM, high memory or I/O memory
 */
#include <kunit/static_stub.h>
#include <linux/export.h>
#include <linux/memremap.h>
#include <linux/overflow.h>
#include <linux/sg_iter.h>
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

static __always_inline size_t to_buf(const void *addr, size_t done, size_t len,
				     void *buf)
{
	memcpy(buf + done, addr, len);
	return len;
}

static __always_inline size_t to_buf_io(const void __iomem *addr, size_t done,
					size_t len, void *buf)
{
	memcpy_fromio(buf + done, addr, len);
	return len;
}

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
	return sg_walk_read_atomic(it, len, buf, to_buf, to_buf_io);
}
EXPORT_SYMBOL_GPL(sg_iter_copy_to_buf);

static __always_inline size_t from_buf(void *addr, size_t done, size_t len,
				       void *buf)
{
	memcpy(addr, buf + done, len);
	return len;
}

static __always_inline size_t from_buf_io(void __iomem *addr, size_t done,
					  size_t len, void *buf)
{
	memcpy_toio(addr, buf + done, len);
	return len;
}

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
	return sg_walk_write_atomic(it, len, (void *)buf, from_buf, from_buf_io);
}
EXPORT_SYMBOL_GPL(sg_iter_copy_from_buf);

static __always_inline size_t zero(void *addr, size_t done, size_t len,
				   void *priv)
{
	memset(addr, 0, len);
	return len;
}

static __always_inline size_t zero_io(void __iomem *addr, size_t done,
				      size_t len, void *priv)
{
	memset_io(addr, 0, len);
	return len;
}

/**
 * sg_iter_zero - set data of a scatterlist to zero
 * @it:		where to start; moved on by what was set
 * @len:	bytes
 *
 * Context: Any context.
 * Return: bytes set; fewer than @len at the end of the list.
 */
size_t sg_iter_zero(struct sg_iter *it, size_t len)
{
	return sg_walk_write_atomic(it, len, NULL, zero, zero_io);
}
EXPORT_SYMBOL_GPL(sg_iter_zero);

/*
 * Words between a FIFO and memory. The string accessors store words whole, so
 * memory that is not aligned to a word is reached through an aligned one.
 */
#define DEFINE_FIFO_WORDS(bits, read, write)					\
static __always_inline void get_words##bits(void *fifo, void *to, size_t words)	\
{										\
	u##bits word;								\
	bool aligned = IS_ALIGNED((unsigned long)to, sizeof(word));		\
	size_t n = aligned ? words : 1;						\
										\
	for (; words; words -= n, to += n * sizeof(word)) {			\
		read((void __force __iomem *)fifo, aligned ? to : &word, n);	\
		if (!aligned)							\
			memcpy(to, &word, sizeof(word));			\
	}									\
}										\
										\
static __always_inline void put_words##bits(void *fifo, const void *from,	\
					    size_t words)			\
{										\
	u##bits word;								\
	bool aligned = IS_ALIGNED((unsigned long)from, sizeof(word));		\
	size_t n = aligned ? words : 1;						\
										\
	for (; words; words -= n, from += n * sizeof(word)) {			\
		if (!aligned)							\
			memcpy(&word, from, sizeof(word));			\
		write((void __force __iomem *)fifo, aligned ? from : &word, n);	\
	}									\
}

DEFINE_FIFO_WORDS(8, ioread8_rep, iowrite8_rep)
DEFINE_FIFO_WORDS(16, ioread16_rep, iowrite16_rep)
DEFINE_FIFO_WORDS(32, ioread32_rep, iowrite32_rep)
#ifdef CONFIG_64BIT
DEFINE_FIFO_WORDS(64, readsq, writesq)
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
	return __sg_iter_read_fifo(it, len, 1, get_words8, (void __force *)fifo);
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
	return __sg_iter_write_fifo(it, len, 1, put_words8, (void __force *)fifo);
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
	return __sg_iter_read_fifo(it, len, 2, get_words16, (void __force *)fifo);
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
	return __sg_iter_write_fifo(it, len, 2, put_words16, (void __force *)fifo);
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
	return __sg_iter_read_fifo(it, len, 4, get_words32, (void __force *)fifo);
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
	return __sg_iter_write_fifo(it, len, 4, put_words32, (void __force *)fifo);
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
	return __sg_iter_read_fifo(it, len, 8, get_words64, (void __force *)fifo);
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
	return __sg_iter_write_fifo(it, len, 8, put_words64, (void __force *)fifo);
}
EXPORT_SYMBOL_GPL(sg_iter_write_fifo64);
#endif /* CONFIG_64BIT */
