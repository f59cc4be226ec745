// SPDX-License-Identifier: GPL-2.0-only
// memstick: r592: let the iterator cut PIO data into words
//
// The driver put words that straddle pages together by a kfifo of four
// bytes. The FIFO helpers do that; short data goes by a list of one entry.
// Interrupts stay enabled, as nothing but this thread uses the FIFO.
//
// Fixes the order of bytes on big-endian machines, where it was reversed in
// each word.
//
// Kernels: 6.12-
// Sites: r592_device r592_write_fifo_pio r592_flush_fifo_write
// Sites: r592_read_fifo_pio r592_transfer_fifo_pio r592_probe

@ include @
@@
-#include <linux/highmem.h>
+#include <linux/sg_iter.h>

@ include_kfifo @
@@
-#include <linux/kfifo.h>

@ words @
identifier f = { r592_write_fifo_pio, r592_read_fifo_pio };
identifier dev, buffer, len;
@@
-static void f(struct r592_device *dev, unsigned char *buffer, int len)
-{
-	...
-}

@ last_word @
identifier dev;
@@
-static void r592_flush_fifo_write(struct r592_device *dev)
-{
-	...
-}

@ spill @
symbol parallel_mode, dma_capable;
field kfifo;
@@
 struct r592_device {
	...
	bool parallel_mode;
-	kfifo
	int dma_capable;
	...
 };

@ init @
expression fifo;
@@
-	INIT_KFIFO(fifo);

@ one_word @
typedef u64;
@@
 r592_transfer_fifo_dma(...) { ... }
+
+static u64 r592_get_word(void *dev)
+{
+	return r592_read_reg_raw_be(dev, R592_FIFO_PIO);
+}

@ other_word @
@@
 r592_get_word(...) { ... }
+
+static void r592_put_word(void *dev, u64 word)
+{
+	r592_write_reg_raw_be(dev, R592_FIFO_PIO, word);
+}
