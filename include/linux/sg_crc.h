/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Checksums over the data of a scatterlist: RAM, high memory or I/O memory
 */
#ifndef _LINUX_SG_CRC_H
#define _LINUX_SG_CRC_H

#include <linux/crc-itu-t.h>
#include <linux/crc-t10dif.h>
#include <linux/crc32.h>
#include <linux/crc32c.h>
#include <linux/sg_iter.h>

/* The user selects the library: LIBCRC32C or CRC32, CRC_T10DIF, CRC_ITU_T. */

/* All that is RAM by a loop, and what is left through a buffer. */
static __always_inline size_t __sg_iter_crc(struct sg_iter *it, void *crc,
					    size_t len, sg_read_step_f step)
{
	DEFINE_SG_BOUNCE(bounce, 1);
	size_t done = 0;

	sg_for_each_read_chunk_atomic(c, it, len) {
		c->consumed = 0;
		if (!c->map.is_iomem)
			c->consumed = step(c->map.vaddr, done, c->length, crc);
		done += c->consumed;
	}
	if (done == len)
		return done;
	return done + sg_walk_read_bounced_atomic(it, len - done, &bounce, crc,
						  step);
}

static __always_inline size_t __sg_crc32c_step(const void *addr, size_t done,
					       size_t len, void *crc)
{
	*(u32 *)crc = crc32c(*(u32 *)crc, addr, len);
	return len;
}

/**
 * sg_iter_crc32c - CRC-32C of data of a scatterlist (iSCSI, btrfs)
 * @it:		where to start; moved on by what was read
 * @crc:	the checksum so far, updated; as with crc32c(), users begin with ~0
 *		and invert the result
 * @len:	bytes
 *
 * Context: Any context.
 * Return: bytes read; fewer than @len at the end of the list.
 */
static inline size_t sg_iter_crc32c(struct sg_iter *it, u32 *crc, size_t len)
{
	return __sg_iter_crc(it, crc, len, __sg_crc32c_step);
}

static __always_inline size_t __sg_crc32_le_step(const void *addr, size_t done,
						 size_t len, void *crc)
{
	*(u32 *)crc = crc32_le(*(u32 *)crc, addr, len);
	return len;
}

/**
 * sg_iter_crc32_le - CRC-32 of data of a scatterlist (Ethernet, zlib)
 * @it:		where to start; moved on by what was read
 * @crc:	the checksum so far, updated; as with crc32_le()
 * @len:	bytes
 *
 * Context: Any context.
 * Return: bytes read; fewer than @len at the end of the list.
 */
static inline size_t sg_iter_crc32_le(struct sg_iter *it, u32 *crc, size_t len)
{
	return __sg_iter_crc(it, crc, len, __sg_crc32_le_step);
}

static __always_inline size_t __sg_crc_t10dif_step(const void *addr, size_t done,
						   size_t len, void *crc)
{
	*(u16 *)crc = crc_t10dif_update(*(u16 *)crc, addr, len);
	return len;
}

/**
 * sg_iter_crc_t10dif - CRC of data of a scatterlist for SCSI data integrity
 * @it:		where to start; moved on by what was read
 * @crc:	the checksum so far, updated; as with crc_t10dif_update()
 * @len:	bytes
 *
 * Context: Any context.
 * Return: bytes read; fewer than @len at the end of the list.
 */
static inline size_t sg_iter_crc_t10dif(struct sg_iter *it, u16 *crc, size_t len)
{
	return __sg_iter_crc(it, crc, len, __sg_crc_t10dif_step);
}

static __always_inline size_t __sg_crc_itu_t_step(const void *addr, size_t done,
						  size_t len, void *crc)
{
	*(u16 *)crc = crc_itu_t(*(u16 *)crc, addr, len);
	return len;
}

/**
 * sg_iter_crc_itu_t - CRC of data of a scatterlist as on the bus of an SD card
 * @it:		where to start; moved on by what was read
 * @crc:	the checksum so far, updated; as with crc_itu_t()
 * @len:	bytes
 *
 * Context: Any context.
 * Return: bytes read; fewer than @len at the end of the list.
 */
static inline size_t sg_iter_crc_itu_t(struct sg_iter *it, u16 *crc, size_t len)
{
	return __sg_iter_crc(it, crc, len, __sg_crc_itu_t_step);
}

#endif /* _LINUX_SG_CRC_H */
