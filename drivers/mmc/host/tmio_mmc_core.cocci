// SPDX-License-Identifier: GPL-2.0-only
// mmc: tmio: move PIO data by the iterator
//
// Each interrupt moves a block between the data port, which is a FIFO of 16,
// 32 or 64 bits, and the place where the last one ended. The bounce buffer
// for DMA is copied back by sg_copy_from_buffer().
//
// This fixes four bugs: with highmem, an entry longer than a page was read
// and written past the page that was mapped; of a block that straddled
// entries only the part in the first was moved; an interrupt after the last
// block dereferenced NULL; and the data cache was not flushed after a read.
//
// Kernels: 6.12-
// Sites: tmio_mmc_next_sg tmio_mmc_transfer_data tmio_mmc_pio_irq
// Sites: tmio_mmc_check_bounce_buffer

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

@ widest @
@@
 TMIO_MMC_64BIT_DATA_PORT

@ transfer_buffer @
@@
-static void tmio_mmc_transfer_data(...)
-{
-	...
-}

@ transfer @
symbol host, it, len;
attribute name __iomem;
typedef bool;
@@
+static void tmio_mmc_transfer_data(struct tmio_mmc_host *host,
+				   struct sg_iter *it, size_t len)
+{
+	void __iomem *port = host->ctl + (CTL_SD_DATA_PORT << host->bus_shift);
+	bool read = host->data->flags & MMC_DATA_READ;
+
+	if (host->pdata->flags & TMIO_MMC_32BIT_DATA_PORT) {
+		if (read)
+			sg_iter_read_fifo32(it, port, len);
+		else
+			sg_iter_write_fifo32(it, port, len);
+		return;
+	}
+	if (read)
+		sg_iter_read_fifo16(it, port, len);
+	else
+		sg_iter_write_fifo16(it, port, len);
+}
+
 tmio_mmc_pio_irq(...) { ... }

@ transfer_widest depends on widest @
symbol read;
@@
 tmio_mmc_transfer_data(...)
 {
	...
	bool read = ...;
+
+#ifdef CONFIG_64BIT
+	if (host->pdata->flags & TMIO_MMC_64BIT_DATA_PORT) {
+		if (read)
+			sg_iter_read_fifo64(it, port, len);
+		else
+			sg_iter_write_fifo64(it, port, len);
+		return;
+	}
+#endif
	...
 }

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
