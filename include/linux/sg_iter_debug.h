/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Tripwires for code that takes the I/O memory of a scatterlist for RAM
 */
#ifndef _LINUX_SG_ITER_DEBUG_H
#define _LINUX_SG_ITER_DEBUG_H

struct page;

#ifdef CONFIG_SG_ITER_DEBUG
void sg_debug_plain_access(const struct page *page);
#else
static inline void sg_debug_plain_access(const struct page *page) { }
#endif

#endif /* _LINUX_SG_ITER_DEBUG_H */
