/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What the examples in the documentation take for granted. A block there that
 * defines functions needs nothing from here.
 */
#include <linux/module.h>
#include <linux/sg_iter.h>

#define FIFO	0x80

extern struct request {
	struct scatterlist *sgl;
	unsigned int nents;
} *cmd;

extern struct pio_device {
	void __iomem *base;
	struct sg_iter it;
} *host;

extern struct device *dev;
extern struct sg_iter it;
extern size_t len, bytes, done;
extern u64 header;
extern u32 crc;

size_t crc_step(const void *addr, size_t done, size_t len, void *crc);
size_t crc_io_step(const void __iomem *addr, size_t done, size_t len, void *crc);
bool send(struct device *dev, const struct iosys_map *data, size_t len);
