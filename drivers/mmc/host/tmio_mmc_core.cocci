// SPDX-License-Identifier: GPL-2.0-only
// mmc: tmio: move PIO data by the iterator
//
// Each interrupt moves a block by a bounced walk, from the place where the
// last one ended. The accessors of the data port get RAM in place, and I/O
// memory by a buffer, in whole words of the widest port. The bounce buffer
// for DMA is copied back by sg_copy_from_buffer().
//
// This fixes four bugs: with highmem, an entry longer than a page was read
// and written past the page that was mapped; of a block that straddled
// entries only the part in the first was moved; an interrupt after the last
// block dereferenced NULL; and the data cache was not flushed after a read.
//
// Kernels: 6.12-
// Sites: tmio_mmc_next_sg tmio_mmc_pio_irq tmio_mmc_check_bounce_buffer

@ include_highmem @
@@
-#include <linux/highmem.h>

@ include @
@@
-#include <linux/scatterlist.h>
+#include <linux/sg_iter.h>

@ next_sg @
identifier host;
@@
-static int tmio_mmc_next_sg(struct tmio_mmc_host *host)
-{
-	...
-}

@ read_step @
@@
 tmio_mmc_transfer_data(...) { ... }
+
+static size_t tmio_mmc_read_step(void *addr, size_t done, size_t len,
+				 void *host)
+{
+	tmio_mmc_transfer_data(host, addr, len);
+	return len;
+}

@ write_step @
@@
 tmio_mmc_read_step(...) { ... }
+
+static size_t tmio_mmc_write_step(const void *addr, size_t done, size_t len,
+				  void *host)
+{
+	tmio_mmc_transfer_data(host, (void *)addr, len);
+	return len;
+}

@ bounce @
expression host;
identifier vaddr;
@@
-	void *vaddr = kmap_local_page(sg_page(host->sg_orig));
-
-	memcpy(vaddr + host->sg_orig->offset, host->bounce_buf,
-	       host->bounce_sg.length);
-	kunmap_local(vaddr);
+	sg_copy_from_buffer(host->sg_orig, 1, host->bounce_buf,
+			    host->bounce_sg.length);
