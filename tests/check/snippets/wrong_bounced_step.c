// SPDX-License-Identifier: GPL-2.0-only
/*
 * Bounced walks take steps for kernel pointers, those that read take const ones.
 *
 * Complaint: in argument 5 (incompatible argument 1 (different address spaces))
 * Complaint: passing argument 5 of 'sg_walk_read_bounced' from incompatible pointer type
 */
#include <linux/sg_iter.h>

static size_t io_step(void __iomem *addr, size_t done, size_t len, void *priv)
{
	return len;
}

static size_t write_step(void *addr, size_t done, size_t len, void *priv)
{
	return len;
}

size_t wrong_kind(struct sg_iter *it, const struct sg_bounce *bounce);
size_t wrong_kind(struct sg_iter *it, const struct sg_bounce *bounce)
{
	return sg_walk_write_bounced(it, 1, bounce, NULL, io_step);
}

size_t wrong_direction(struct sg_iter *it, const struct sg_bounce *bounce);
size_t wrong_direction(struct sg_iter *it, const struct sg_bounce *bounce)
{
	return sg_walk_read_bounced(it, 1, bounce, NULL, write_step);
}
