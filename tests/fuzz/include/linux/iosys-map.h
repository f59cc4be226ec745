/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef FUZZ_IOSYS_MAP_H
#define FUZZ_IOSYS_MAP_H

#include <linux/io.h>

struct iosys_map {
	union {
		void __iomem *vaddr_iomem;
		void *vaddr;
	};
	bool is_iomem;
};

#define IOSYS_MAP_INIT_VADDR(addr)	{ .vaddr = (addr), .is_iomem = false }

static inline void iosys_map_set_vaddr(struct iosys_map *map, void *addr)
{
	map->vaddr = addr;
	map->is_iomem = false;
}

static inline void iosys_map_set_vaddr_iomem(struct iosys_map *map, void __iomem *addr)
{
	map->vaddr_iomem = addr;
	map->is_iomem = true;
}

#endif
