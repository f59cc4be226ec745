// SPDX-License-Identifier: GPL-2.0-only
// memstick: tifm_ms: move PIO data by the iterator
//
// The page of the data was worked out and mapped for each piece, with
// interrupts disabled, which kmap_atomic() has not needed for long. A
// bounced walk gives the functions that move bytes and words the data in
// place, or, if it is I/O memory, a buffer, and goes on by what they
// consumed.
//
// This fixes two bugs: the data cache was not flushed after a read; and a
// word across the end of a page, as unaligned data has it, got a zero byte
// between its halves. Pieces are whole words now, but for the last one.
//
// Kernels: 6.12-
// Sites: tifm_ms_write_data tifm_ms_transfer_data

@ include_highmem @
@@
-#include <linux/highmem.h>

@ include @
@@
-#include <linux/scatterlist.h>
+#include <linux/sg_iter.h>

@ only_reads @
identifier host, buf, length;
@@
 tifm_ms_write_data(struct tifm_ms *host,
-		    unsigned char *buf
+		    const unsigned char *buf
		    , unsigned int length)
 { ... }
