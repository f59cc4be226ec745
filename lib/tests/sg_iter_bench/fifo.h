/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * RAM stands for the 32-bit data register of a FIFO, so that all that is
 * measured is the way there.
 */
#ifndef _SG_ITER_BENCH_FIFO_H
#define _SG_ITER_BENCH_FIFO_H

#include "peers.h"

/* of I/O memory, on the stack */
#define BENCH_FIFO_PIECE	64

static u32 fifo;

static void __iomem *fifo_register(void)
{
	return (void __force __iomem *)&fifo;
}

#endif /* _SG_ITER_BENCH_FIFO_H */
