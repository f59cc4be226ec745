// SPDX-License-Identifier: GPL-2.0-only
/*
 * A step that writes is none for a walk that reads.
 *
 * Complaint: passing argument 4 of 'sg_walk_read' from incompatible pointer type
 * Complaint: passing argument 5 of 'sg_walk_read_atomic' from incompatible pointer type
 */
#include <linux/sg_iter.h>

static size_t read_step(const void *addr, size_t done, size_t len, void *priv)
{
	return len;
}

static size_t read_io_step(const void __iomem *addr, size_t done, size_t len,
			   void *priv)
{
	return len;
}

static size_t write_step(void *addr, size_t done, size_t len, void *priv)
{
	return len;
}

static size_t write_io_step(void __iomem *addr, size_t done, size_t len,
			    void *priv)
{
	return len;
}

size_t wrong_step(struct sg_iter *it, size_t len);
size_t wrong_step(struct sg_iter *it, size_t len)
{
	return sg_walk_read(it, len, NULL, write_step, read_io_step);
}

size_t wrong_io_step(struct sg_iter *it, size_t len);
size_t wrong_io_step(struct sg_iter *it, size_t len)
{
	return sg_walk_read_atomic(it, len, NULL, read_step, write_io_step);
}
