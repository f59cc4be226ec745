// SPDX-License-Identifier: GPL-2.0-only
/*
 * A step that writes is none for a bounced walk that reads.
 *
 * Complaint: passing argument 5 of 'sg_walk_read_bounced' from incompatible pointer type
 */
#include <linux/sg_iter.h>

static size_t write_step(void *addr, size_t done, size_t len, void *priv)
{
	return len;
}

size_t wrong_step(struct sg_iter *it, const struct sg_bounce *bounce);
size_t wrong_step(struct sg_iter *it, const struct sg_bounce *bounce)
{
	return sg_walk_read_bounced(it, 1, bounce, NULL, write_step);
}
