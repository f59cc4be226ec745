// SPDX-License-Identifier: GPL-2.0-only
/*
 * A step for kernel pointers is none for I/O pointers, nor the other way round.
 * The parameter is here because sparse may find an error in its description,
 * and then keeps silent about the steps.
 *
 * Complaint: in argument 5 (incompatible argument 1 (different address spaces))
 * Complaint: in argument 4 (incompatible argument 1 (different address spaces))
 */
#include <linux/module.h>
#include <linux/sg_iter.h>

static int parameter;
module_param(parameter, int, 0444);
MODULE_PARM_DESC(parameter, "what sparse must not stumble over");

static size_t step(const void *addr, size_t done, size_t len, void *priv)
{
	return len;
}

static size_t io_step(const void __iomem *addr, size_t done, size_t len,
		      void *priv)
{
	return len;
}

size_t wrong_io_step(struct sg_iter *it, size_t len);
size_t wrong_io_step(struct sg_iter *it, size_t len)
{
	return sg_walk_read(it, len, NULL, step, step);
}

size_t wrong_step(struct sg_iter *it, size_t len);
size_t wrong_step(struct sg_iter *it, size_t len)
{
	return sg_walk_read_atomic(it, len, NULL, io_step, io_step);
}
