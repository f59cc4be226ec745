// SPDX-License-Identifier: GPL-2.0-only
/*
 * A step that is only known when the code runs makes a walk call it through a
 * pointer. The search for such calls must find this one.
 */
#include <linux/sg_iter.h>

size_t any_step(struct sg_iter *it, size_t len, sg_read_step_f step, sg_io_read_step_f io_step);
size_t any_step(struct sg_iter *it, size_t len, sg_read_step_f step, sg_io_read_step_f io_step)
{
	return sg_walk_read(it, len, NULL, step, io_step);
}
