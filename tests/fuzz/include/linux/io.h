/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Accessors of I/O memory, and of registers
 */
#ifndef FUZZ_IO_H
#define FUZZ_IO_H

#include <linux/kernel.h>

#define IS_ERR(ptr)		((unsigned long)(ptr) >= -4095UL)
#define IOMEM_ERR_PTR(err)	((void __iomem *)(long)(err))
#define EFAULT			14

void memcpy_fromio(void *to, const void __iomem *from, size_t n);
void memcpy_toio(void __iomem *to, const void *from, size_t n);
void memset_io(void __iomem *to, int c, size_t n);

void fifo_read(const void __iomem *fifo, void *to, size_t width, size_t words);
void fifo_write(void __iomem *fifo, const void *from, size_t width, size_t words);

#define ioread8_rep(fifo, to, words)	fifo_read(fifo, to, 1, words)
#define ioread16_rep(fifo, to, words)	fifo_read(fifo, to, 2, words)
#define ioread32_rep(fifo, to, words)	fifo_read(fifo, to, 4, words)
#define readsq(fifo, to, words)		fifo_read(fifo, to, 8, words)
#define iowrite8_rep(fifo, from, words)	fifo_write(fifo, from, 1, words)
#define iowrite16_rep(fifo, from, words) fifo_write(fifo, from, 2, words)
#define iowrite32_rep(fifo, from, words) fifo_write(fifo, from, 4, words)
#define writesq(fifo, from, words)	fifo_write(fifo, from, 8, words)

#endif
