/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A device for the tests of scatterlist iteration: memory and a FIFO that the
 * CPU reaches through I/O accessors only. It is, what there is first of:
 *
 * - a PCI device whose memory becomes real peer-to-peer pages, and pages that
 *   the CPU cannot reach (device_pci.c);
 * - emulated. What ioremap() returns is not an address (see lib/logic_iomem.c):
 *   a plain access faults;
 * - RAM, at another place than the pages in the list say.
 *
 * The last two need a stub that says which pages are I/O memory.
 */
#ifndef _SG_ITER_TEST_DEVICE_H
#define _SG_ITER_TEST_DEVICE_H

#include <linux/sizes.h>
#include <linux/types.h>

#define SG_DEVICE_MEMORY_SIZE	SZ_1M
#define SG_DEVICE_FIFO_SIZE	SZ_128K

struct sg_device {
	void __iomem	*iomem;		/* the memory, as the CPU sees it */
	u8		*memory;	/* and as the device does */
	unsigned int	reads;		/* of the memory, through @iomem, so far; */
	unsigned int	writes;		/* counted only where it is emulated */
	struct page	*pages;		/* of PCI memory, which lists have then */
	struct page	*private;	/* and those that no CPU can reach */
	/* sg_iter_devmem_key before there were any, and after */
	bool		key_before, key_after;
	void __iomem	*fifo_reg;	/* the register of the FIFO, or NULL */
	u8		fifo[SG_DEVICE_FIFO_SIZE];
	size_t		fifo_pos;	/* next byte to come out, or to go in */
	unsigned int	words;		/* moved through the register so far */
	unsigned int	width;		/* of a word; others are counted here: */
	unsigned int	wrong_width;
};

extern struct sg_device sg_device;

const char *sg_device_missing(void);
void sg_device_fifo_start(unsigned int width);
u8 *sg_device_fifo_word(unsigned int width);

#ifdef CONFIG_PCI_P2PDMA
bool sg_device_pci(void);
#else
static inline bool sg_device_pci(void)
{
	return false;
}
#endif

#endif /* _SG_ITER_TEST_DEVICE_H */
