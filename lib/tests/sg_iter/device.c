// SPDX-License-Identifier: GPL-2.0-only
/*
 * A device for the tests of scatterlist iteration
 */
#include <linux/bug.h>
#include <linux/io.h>
#include <linux/ioport.h>
#include <linux/logic_iomem.h>
#include <linux/module.h>
#include <linux/unaligned.h>

#include "device.h"

static u8 memory[SG_DEVICE_MEMORY_SIZE];

struct sg_device sg_device;

/* The FIFO is about to be read or written by words of @width bytes. */
void sg_device_fifo_start(unsigned int width)
{
	sg_device.fifo_pos = 0;
	sg_device.words = 0;
	sg_device.width = width;
	sg_device.wrong_width = 0;
}

/* The next word of the FIFO, which is either read or written by the caller */
u8 *sg_device_fifo_word(unsigned int width)
{
	u8 *word = &sg_device.fifo[sg_device.fifo_pos];

	if (WARN_ON(sg_device.fifo_pos + width > SG_DEVICE_FIFO_SIZE))
		return sg_device.fifo;
	sg_device.wrong_width += width != sg_device.width;
	sg_device.fifo_pos += width;
	sg_device.words++;
	return word;
}

#ifdef CONFIG_INDIRECT_IOMEM
static unsigned long load(u8 *from, int width)
{
	switch (width) {
	case 1:
		return *from;
	case 2:
		return get_unaligned((u16 *)from);
	case 4:
		return get_unaligned((u32 *)from);
	default:
		return get_unaligned((unsigned long *)from);
	}
}

static void store(unsigned long val, u8 *to, int width)
{
	switch (width) {
	case 1:
		*to = val;
		break;
	case 2:
		put_unaligned(val, (u16 *)to);
		break;
	case 4:
		put_unaligned(val, (u32 *)to);
		break;
	default:
		put_unaligned(val, (unsigned long *)to);
	}
}

static unsigned long memory_read(void *priv, unsigned int offset, int width)
{
	if (WARN_ON(offset + width > SG_DEVICE_MEMORY_SIZE))
		return 0;
	sg_device.reads++;
	return load(&memory[offset], width);
}

static void memory_write(void *priv, unsigned int offset, int width,
			 unsigned long val)
{
	if (WARN_ON(offset + width > SG_DEVICE_MEMORY_SIZE))
		return;
	sg_device.writes++;
	store(val, &memory[offset], width);
}

static const struct logic_iomem_ops memory_ops = {
	.read	= memory_read,
	.write	= memory_write,
};

static unsigned long fifo_read(void *priv, unsigned int offset, int width)
{
	WARN_ON(offset);
	return load(sg_device_fifo_word(width), width);
}

static void fifo_write(void *priv, unsigned int offset, int width,
		       unsigned long val)
{
	WARN_ON(offset);
	store(val, sg_device_fifo_word(width), width);
}

static const struct logic_iomem_ops fifo_ops = {
	.read	= fifo_read,
	.write	= fifo_write,
};

static long map(unsigned long offset, size_t size,
		const struct logic_iomem_ops **ops, void **priv)
{
	*ops = offset < SG_DEVICE_MEMORY_SIZE ? &memory_ops : &fifo_ops;
	return 0;
}

static const struct logic_iomem_region_ops region_ops = {
	.map	= map,
};

/* Above the RAM of a test machine, below where UML puts its PCI devices */
static struct resource region = {
	.name	= "sg_iter test device",
	.start	= 0xd0000000,
	.end	= 0xd0000000 + SG_DEVICE_MEMORY_SIZE + PAGE_SIZE - 1,
	.flags	= IORESOURCE_MEM,
};

static const char *find(void)
{
	if (WARN_ON(logic_iomem_add_region(&region, &region_ops)))
		return "no room for the emulated device";
	/* regions of logic_iomem are for ever */
	__module_get(THIS_MODULE);
	sg_device.memory = memory;
	sg_device.iomem = ioremap(region.start, SG_DEVICE_MEMORY_SIZE);
	sg_device.fifo_reg = ioremap(region.start + SG_DEVICE_MEMORY_SIZE, PAGE_SIZE);
	return NULL;
}
#else
static const char *find(void)
{
	if (!sg_device_pci()) {
		sg_device.memory = memory;
		sg_device.iomem = (void __force __iomem *)memory;
	}
	return NULL;
}
#endif

/* Returns NULL, or why there is no device. */
const char *sg_device_missing(void)
{
	return sg_device.iomem ? NULL : find();
}
