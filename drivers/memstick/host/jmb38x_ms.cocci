// SPDX-License-Identifier: GPL-2.0-only
// memstick: jmb38x_ms: move PIO data by the iterator
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
// Sites: jmb38x_ms_write_data jmb38x_ms_write_reg_data jmb38x_ms_transfer_data

@ include @
@@
-#include <linux/highmem.h>
+#include <linux/sg_iter.h>

@ only_reads @
identifier f = { jmb38x_ms_write_data, jmb38x_ms_write_reg_data };
identifier host, buf, length;
@@
 f(struct jmb38x_ms_host *host,
-  unsigned char *buf
+  const unsigned char *buf
   , unsigned int length)
 { ... }
