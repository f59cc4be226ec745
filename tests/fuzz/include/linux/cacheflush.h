/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef FUZZ_CACHEFLUSH_H
#define FUZZ_CACHEFLUSH_H

struct page;

#define ARCH_IMPLEMENTS_FLUSH_DCACHE_PAGE	1
void flush_dcache_page(struct page *page);

#endif
