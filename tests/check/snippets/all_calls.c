// SPDX-License-Identifier: GPL-2.0-only
/*
 * Every public function and loop of <linux/sg_iter.h> and <linux/sg_crc.h>, used
 * as it is meant to be, compiles without a warning.
 */
#include <linux/module.h>
#include <linux/sg_crc.h>
#include <linux/sg_iter.h>

static_assert(!IS_ENABLED(CONFIG_64BIT) || sizeof(struct sg_iter) == 16);

static size_t read_step(const void *addr, size_t done, size_t len, void *priv)
{
	memcpy(priv + done, addr, len);
	return len;
}

static size_t read_io_step(const void __iomem *addr, size_t done, size_t len,
			   void *priv)
{
	memcpy_fromio(priv + done, addr, len);
	return len;
}

static size_t write_step(void *addr, size_t done, size_t len, void *priv)
{
	memcpy(addr, priv + done, len);
	return len;
}

static size_t write_io_step(void __iomem *addr, size_t done, size_t len,
			    void *priv)
{
	memcpy_toio(addr, priv + done, len);
	return len;
}

size_t walks(struct sg_iter *it, size_t len, void *buf);
size_t walks(struct sg_iter *it, size_t len, void *buf)
{
	return sg_walk_read(it, len, buf, read_step, read_io_step) +
	       sg_walk_read_atomic(it, len, buf, read_step, read_io_step) +
	       sg_walk_write(it, len, buf, write_step, write_io_step) +
	       sg_walk_write_atomic(it, len, buf, write_step, write_io_step);
}

size_t bounced_walks(struct sg_iter *it, size_t len, void *buf);
size_t bounced_walks(struct sg_iter *it, size_t len, void *buf)
{
	DEFINE_SG_BOUNCE(bounce, 16);

	return sg_walk_read_bounced(it, len, &bounce, buf, read_step) +
	       sg_walk_read_bounced_atomic(it, len, &bounce, buf, read_step) +
	       sg_walk_write_bounced(it, len, &bounce, buf, write_step) +
	       sg_walk_write_bounced_atomic(it, len, &bounce, buf, write_step) +
	       sg_walk_update_bounced(it, len, &bounce, buf, write_step) +
	       sg_walk_update_bounced_atomic(it, len, &bounce, buf, write_step);
}

int loops(struct sg_iter *it, size_t len, void *buf);
int loops(struct sg_iter *it, size_t len, void *buf)
{
	sg_for_each_read_chunk(chunk, it, len) {
		iosys_map_memcpy_from(buf, &chunk->map, 0, chunk->length);
		buf += chunk->length;
	}
	sg_for_each_read_chunk_atomic(chunk, it, len) {
		if (chunk->map.is_iomem)
			break;
		memcpy(buf, chunk->map.vaddr, chunk->length);
	}
	sg_for_each_write_chunk(chunk, it, len) {
		iosys_map_memset(&chunk->map, 0, 0, 1);
		chunk->consumed = 1;
	}
	sg_for_each_write_chunk_atomic(chunk, it, len) {
		if (!chunk->map.is_iomem)
			return -EINVAL;
		memcpy_toio(chunk->map.vaddr_iomem, buf + chunk->done,
			    chunk->length);
	}
	return 0;
}

size_t data(struct scatterlist *sgl, unsigned int nents, void *buf, size_t len);
size_t data(struct scatterlist *sgl, unsigned int nents, void *buf, size_t len)
{
	struct sg_iter it;

	if (!sg_cpu_accessible(sgl, nents) || sg_page_iomem(sg_page(sgl)))
		return 0;
	sg_iter_init(&it, sgl, nents);
	len = min(len, sg_iter_count(&it));
	if (!sg_iter_is_ram(&it, len))
		return 0;
	return sg_iter_skip(&it, 1) + sg_iter_copy_to_buf(&it, buf, len) +
	       sg_iter_copy_from_buf(&it, buf, len) + sg_iter_zero(&it, len);
}

bool pairs(struct sg_iter *a, struct sg_iter *b, size_t len);
bool pairs(struct sg_iter *a, struct sg_iter *b, size_t len)
{
	__be32 room[2];
	const __be32 *header = sg_iter_peek(a, room, sizeof(room));

	if (!header || be32_to_cpu(*header) != 1)
		return false;
	return sg_iter_copy(a, b, len) == len &&
	       sg_iter_fill(a, 0xff, len) == len &&
	       sg_iter_compare(a, b, len) == len &&
	       sg_iter_compare_buf(a, room, sizeof(room)) == sizeof(room);
}

int long_lived(struct scatterlist *sgl, unsigned int nents);
int long_lived(struct scatterlist *sgl, unsigned int nents)
{
	struct iosys_map map;
	int ret = sg_vmap(sgl, nents, &map);

	if (ret)
		return ret;
	iosys_map_memset(&map, 0, 0, 1);
	sg_vunmap(sgl, nents, &map);
	return 0;
}

size_t checksums(struct sg_iter *it, size_t len, u32 *crc, u16 *crc16);
size_t checksums(struct sg_iter *it, size_t len, u32 *crc, u16 *crc16)
{
	return sg_iter_crc32c(it, crc, len) + sg_iter_crc32_le(it, crc, len) +
	       sg_iter_crc_t10dif(it, crc16, len) +
	       sg_iter_crc_itu_t(it, crc16, len);
}

size_t fifos(struct sg_iter *it, void __iomem *fifo, size_t len);
size_t fifos(struct sg_iter *it, void __iomem *fifo, size_t len)
{
	return sg_iter_read_fifo8(it, fifo, len) +
	       sg_iter_read_fifo16(it, fifo, len) +
	       sg_iter_read_fifo32(it, fifo, len) +
	       sg_iter_read_fifo64(it, fifo, len) +
	       sg_iter_write_fifo8(it, fifo, len) +
	       sg_iter_write_fifo16(it, fifo, len) +
	       sg_iter_write_fifo32(it, fifo, len) +
	       sg_iter_write_fifo64(it, fifo, len);
}

struct device_with_index {
	void __iomem *index;
	void __iomem *data;
};

static u64 get(void *priv)
{
	struct device_with_index *dev = priv;

	writeb(1, dev->index);
	return readl(dev->data);
}

static void put(void *priv, u64 word)
{
	struct device_with_index *dev = priv;

	writeb(1, dev->index);
	writel(word, dev->data);
}

size_t own_accessors(struct sg_iter *it, struct device_with_index *dev, size_t len);
size_t own_accessors(struct sg_iter *it, struct device_with_index *dev, size_t len)
{
	return sg_iter_read_fifo_with(it, len, sizeof(u32), get, dev) +
	       sg_iter_write_fifo_with(it, len, sizeof(u32), put, dev);
}

void pagemap(const struct dev_pagemap *pgmap);
void pagemap(const struct dev_pagemap *pgmap)
{
	sg_iter_pagemap_added(pgmap);
}
