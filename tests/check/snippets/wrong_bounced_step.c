// SPDX-License-Identifier: GPL-2.0-only
/*
 * A bounced walk takes a step for kernel pointers.
 *
 * Complaint: in argument 5 (incompatible argument 1 (different address spaces))
 */
#include <linux/sg_iter.h>

static size_t io_step(void __iomem *addr, size_t done, size_t len, void *priv)
{
	return len;
}

size_t wrong_step(struct sg_iter *it, const struct sg_bounce *bounce);
size_t wrong_step(struct sg_iter *it, const struct sg_bounce *bounce)
{
	return sg_walk_write_bounced(it, 1, bounce, NULL, io_step);
}
