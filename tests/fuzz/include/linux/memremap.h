/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Device memory that has pages
 */
#ifndef FUZZ_MEMREMAP_H
#define FUZZ_MEMREMAP_H

#include <linux/highmem.h>

enum memory_type {
	MEMORY_DEVICE_PRIVATE = 1,
	MEMORY_DEVICE_COHERENT,
	MEMORY_DEVICE_FS_DAX,
	MEMORY_DEVICE_GENERIC,
	MEMORY_DEVICE_PCI_P2PDMA,
};

struct dev_pagemap {
	enum memory_type type;
};

bool is_zone_device_page(const struct page *page);
bool is_device_private_page(const struct page *page);
bool is_pci_p2pdma_page(const struct page *page);

#endif
