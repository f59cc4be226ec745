// SPDX-License-Identifier: GPL-2.0-only
/*
 * I/O memory: peer-to-peer pages of a PCI device that no driver wants (in QEMU:
 * -device ivshmem-plain)
 */
#include <linux/mm.h>
#include <linux/pci-p2pdma.h>
#include <linux/pci.h>

#include "bench.h"

#define IVSHMEM_VENDOR	0x1af4
#define IVSHMEM_DEVICE	0x1110
#define IVSHMEM_BAR	2

/* The device and its memory stay ours. */
bool bench_pool_pci(struct bench_pool *pool)
{
	struct pci_dev *pdev = pci_get_device(IVSHMEM_VENDOR, IVSHMEM_DEVICE, NULL);

	if (!pdev || pci_enable_device_mem(pdev) ||
	    pci_p2pdma_add_resource(pdev, IVSHMEM_BAR, 0, 0))
		return false;
	pool->iomem = true;
	for (; pool->blocks < BENCH_POOL_BLOCKS / 2; pool->blocks++) {
		void *addr = pci_alloc_p2pmem(pdev, BENCH_BLOCK_SIZE);

		if (!addr)
			return false;
		pool->addr[pool->blocks] = addr;
		pool->pages[pool->blocks] = virt_to_page(addr);
	}
	return true;
}
