// SPDX-License-Identifier: GPL-2.0-only
/*
 * The I/O pointer of a chunk is not for plain loads and stores.
 *
 * Complaint: dereference of noderef expression
 * Complaint: in argument 2 (different address spaces)
 */
#include <linux/sg_iter.h>

u8 plain_load(struct sg_iter *it);
u8 plain_load(struct sg_iter *it)
{
	sg_for_each_read_chunk(chunk, it, 1)
		return *(const u8 __iomem *)chunk->map.vaddr_iomem;
	return 0;
}

void plain_copy(struct sg_iter *it, void *buf, size_t len);
void plain_copy(struct sg_iter *it, void *buf, size_t len)
{
	sg_for_each_read_chunk(chunk, it, len)
		memcpy(buf + chunk->done, chunk->map.vaddr_iomem, chunk->length);
}
