// SPDX-License-Identifier: GPL-2.0-only
/*
 * A FIFO has words of 1, 2, 4 or 8 bytes.
 *
 * Complaint: BUILD_BUG_ON failed: width != 1
 */
#include <linux/sg_iter.h>

static u64 get(void *priv)
{
	return readl((void __force __iomem *)priv);
}

size_t wrong_width(struct sg_iter *it, void *priv);
size_t wrong_width(struct sg_iter *it, void *priv)
{
	return sg_iter_read_fifo_with(it, 12, 3, get, priv);
}
