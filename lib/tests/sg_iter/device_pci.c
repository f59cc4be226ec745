// SPDX-License-Identifier: GPL-2.0-only
/*
 * Real memory of a device for the tests of scatterlist iteration: the BAR of
 * a PCI device that QEMU makes of RAM, and that no driver wants
 * (-device ivshmem-plain), as peer-to-peer pages; and device-private pages
 */
#include <linux/io.h>
#include <linux/ioport.h>
#include <linux/memremap.h>
#include <linux/module.h>
#include <linux/pci-p2pdma.h>
#include <linux/pci.h>
#include <linux/sg_iter.h>

#include "device.h"

#define IVSHMEM_VENDOR	0x1af4
#define IVSHMEM_DEVICE	0x1110
#define IVSHMEM_BAR	2

/* No process ever has these pages. */
static vm_fault_t no_fault(struct vm_fault *vmf)
{
	return VM_FAULT_SIGBUS;
}

static void no_free(void *page_or_folio)
{
}

/* The first operation is page_free(), or folio_free() since Linux 6.19. */
static const struct dev_pagemap_ops private_ops = {
	(void *)no_free,
	.migrate_to_ram = no_fault,
};

static struct dev_pagemap private = {
	.type = MEMORY_DEVICE_PRIVATE,
	.ops = &private_ops,
	.owner = &private,
	.nr_range = 1,
};

static bool add_private(void)
{
	struct resource *res = request_free_mem_region(&iomem_resource, SZ_2M,
						       "sg_iter test, private");

	if (WARN_ON(IS_ERR(res)))
		return false;
	private.range = (struct range){ res->start, res->end };
	if (WARN_ON(IS_ERR(memremap_pages(&private, NUMA_NO_NODE))))
		return false;
	sg_device.private = pfn_to_page(PHYS_PFN(res->start));
	return true;
}

static bool add_peer_to_peer(struct pci_dev *pdev)
{
	void *addr;

	if (WARN_ON(pci_enable_device_mem(pdev)) ||
	    WARN_ON(pci_p2pdma_add_resource(pdev, IVSHMEM_BAR, 0, 0)))
		return false;
	addr = pci_alloc_p2pmem(pdev, SG_DEVICE_MEMORY_SIZE);
	if (WARN_ON(!addr))
		return false;
	sg_device.pages = virt_to_page(addr);
	/* once more: what QEMU calls a BAR is RAM, and the tests look at it as such */
	sg_device.memory = (void __force *)ioremap(page_to_phys(sg_device.pages),
						   SG_DEVICE_MEMORY_SIZE);
	sg_device.iomem = (void __force __iomem *)addr;
	return !WARN_ON(!sg_device.memory);
}

/* Finds the device, whose memory stays registered for ever. */
bool sg_device_pci(void)
{
	struct pci_dev *pdev;

	if (!IS_ENABLED(CONFIG_DEVICE_PRIVATE))
		return false;
	pdev = pci_get_device(IVSHMEM_VENDOR, IVSHMEM_DEVICE, NULL);
	if (!pdev)
		return false;
	__module_get(THIS_MODULE);
	sg_device.key_before = static_key_enabled(&sg_iter_devmem_key);
	if (!add_peer_to_peer(pdev) || !add_private())
		return false;
	sg_device.key_after = static_key_enabled(&sg_iter_devmem_key);
	return true;
}
