// SPDX-License-Identifier: GPL-2.0-only
// mmc: mmci: iterate over PIO data instead of mapping it
//
// PIO fills and empties the FIFO by way of a position in the scatterlist,
// which is kept across interrupts. The FIFO's level is all that bounds a
// transfer, so the interrupt handler has one loop for each direction, where
// it had another one over mapped pages around it.
//
// That fixes data whose entries are no multiple of four bytes long. At the
// end of such an entry, reading dropped what else the word held, and writing
// sent up to three bytes from beyond the entry, after which the next one
// began with a new word. And where the size of all data was none, the last
// word counted for as many bytes as it has while the FIFO still waited for
// it, so the level was taken to be too low, and bytes of a whole word were
// dropped.
//
// A host without DMA now works on I/O memory too, and says so.
//
// Kernels: 6.12-
// Needs: include/linux/mmc/host drivers/mmc/core/queue
// Sites: mmci_init_sg mmci_start_data mmci_get_rx_fifocnt mmci_pio_read
// Sites: mmci_pio_write mmci_pio_irq mmci_probe mmci_host

@ include @
@@
+#include <linux/sg_iter.h>
+
 #define MMCIPOWER 0x000

@ no_highmem @
@@
-#include <linux/highmem.h>

@ position @
@@
 struct mmci_host {
	...
-	struct sg_mapping_iter	sg_miter;
+	struct sg_iter		sg_iter;
	...
 };

@ init @
@@
-static void mmci_init_sg(...)
-{
-	...
-}

@ start @
identifier host, data;
@@
-	mmci_init_sg(host, data);
+	sg_iter_init(&host->sg_iter, data->sg, data->sg_len);

@ level @
identifier host, status, remain;
@@
 static int mmci_get_rx_fifocnt(struct mmci_host *host, u32 status, int remain)
 {
-	return remain - (readl(host->base + MMCIFIFOCNT) << 2);
+	/* the last word counts as a whole one */
+	return round_up(remain, 4) - (readl(host->base + MMCIFIFOCNT) << 2);
 }

@ interrupt @
symbol status;
identifier host, sg_miter;
statement S;
@@
 mmci_pio_irq(...)
 {
	...
-	struct sg_mapping_iter *sg_miter = &host->sg_miter;
	...
-	S
-	sg_miter_stop(sg_miter);
+	if (status & MCI_RXACTIVE)
+		mmci_pio_read(host, status);
+	if (status & MCI_TXACTIVE)
+		mmci_pio_write(host, status);
	...
 }

@ capability @
symbol mmc;
identifier host;
@@
 mmci_probe(...)
 {
	...
	mmci_dma_setup(host);
+	mmc->cpu_data = !host->use_dma;
	...
 }
