/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A device for the tests of scatterlist iteration: memory and a FIFO that the
 * CPU reaches through I/O accessors only. What ioremap() of it returns is not
 * an address (see lib/logic_iomem.c): a plain access faults.
 */
#ifndef _SG_ITER_TEST_DEVICE_H
#define _SG_ITER_TEST_DEVICE_H

#include <linux/sizes.h>
#include <linux/types.h>

#define SG_DEVICE_MEMORY_SIZE	SZ_1M
#define SG_DEVICE_FIFO_SIZE	SZ_128K

struct sg_device {
	void __iomem	*iomem;		/* the memory, as the CPU sees it */
	u8		*memory;
	unsigned int	reads;		/* of the memory, through @iomem, so far */
	unsigned int	writes;
	void __iomem	*fifo_reg;	/* the register of the FIFO */
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

#endif /* _SG_ITER_TEST_DEVICE_H */
