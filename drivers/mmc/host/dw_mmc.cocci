// SPDX-License-Identifier: GPL-2.0-only
// mmc: dw_mmc: iterate over PIO data instead of mapping it
//
// PIO moves words between the FIFO and a position in the scatterlist, kept
// across interrupts. The FIFO's level, which is one of whole words, is all
// that bounds a transfer; words that straddle entries are the iterator's
// business, so the host has no part of a word to keep, and no loops for each
// width. What fills up the last word of data whose length is none of whole
// words is zero now, where it was left over from words before.
//
// A 64-bit FIFO is accessed as before: by 64 bits even on machines of 32
// bits, or by two halves if it has to be.
//
// A list that ends early, or has memory that the CPU cannot reach, ends the
// transfer. A host without DMA works on I/O memory now, and says so.
//
// Kernels: 6.12-
// Needs: include/linux/mmc/host drivers/mmc/core/queue
// Sites: dw_mci dw_mci_submit_data dw_mci_reset dw_mci_set_part_bytes
// Sites: dw_mci_push_part_bytes dw_mci_pull_part_bytes
// Sites: dw_mci_pull_final_bytes dw_mci_push_data16 dw_mci_pull_data16
// Sites: dw_mci_push_data32 dw_mci_pull_data32 dw_mci_push_data64
// Sites: dw_mci_pull_data64 dw_mci_push_data64_32 dw_mci_pull_data64_32
// Sites: dw_mci_pull_data dw_mci_read_data_pio dw_mci_write_data_pio
// Sites: dw_mci_probe
// Sites (-6.12): dw_mci_init_slot
// Sites (7.3-): dw_mci_init_host
// Comment: @sg: Scatterlist entry currently being processed by PIO code => @sg: Scatterlist being processed by PIO code
// Comment: @sg_miter: PIO mapping scatterlist iterator. => @sg_iter: Position of PIO code in @sg.
// Comment: @part_buf_start: Start index in part_buf. =>
// Comment: @part_buf_count: Bytes of partial data in part_buf. =>
// Comment: @part_buf: Simple buffer for partial fifo reads/writes. =>
// Comment: @push_data: Pointer to FIFO push function. =>
// Comment: @pull_data: Pointer to FIFO pull function. =>

@ include @
@@
 #include <linux/scatterlist.h>
+#include <linux/sg_iter.h>

@ state @
typedef u8, u16, u32, u64;
symbol host, buf, cnt;
@@
 struct dw_mci {
	...
-	struct sg_mapping_iter sg_miter;
+	struct sg_iter sg_iter;
	...
-	u8 part_buf_start;
-	u8 part_buf_count;
-	union {
-		u16 part_buf16;
-		u32 part_buf32;
-		u64 part_buf;
-	};
-	void (*push_data)(struct dw_mci *host, void *buf, int cnt);
-	void (*pull_data)(struct dw_mci *host, void *buf, int cnt);
	...
 };

@ no_flags @
symbol flags;
@@
 dw_mci_submit_data(...)
 {
	...
-	int flags = SG_MITER_ATOMIC;
	... when any
 }

@ start @
symbol flags, data, host;
@@
-	if (host->data->flags & MMC_DATA_READ)
-		flags |= SG_MITER_TO_SG;
-	else
-		flags |= SG_MITER_FROM_SG;
-
-	sg_miter_start(&host->sg_miter, data->sg, data->sg_len, flags);
+	sg_iter_init(&host->sg_iter, data->sg, data->sg_len);
	host->sg = data->sg;
-	host->part_buf_start = 0;
-	host->part_buf_count = 0;

@ reset @
identifier host;
@@
-	if (host->sg) {
-		sg_miter_stop(&host->sg_miter);
-		host->sg = NULL;
-	}
+	host->sg = NULL;

@ remove @
identifier f = { dw_mci_set_part_bytes, dw_mci_push_part_bytes,
	dw_mci_pull_part_bytes, dw_mci_pull_final_bytes, dw_mci_push_data16,
	dw_mci_pull_data16, dw_mci_push_data32, dw_mci_pull_data32,
	dw_mci_push_data64, dw_mci_pull_data64, dw_mci_push_data64_32,
	dw_mci_pull_data64_32 };
type T;
@@
-static T f(...)
-{
-	...
-}

@ by_halves @
identifier host;
@@
-	if ((host->quirks & DW_MMC_QUIRK_FIFO64_32)) {
-		...
-	} else {
-		...
-	}

@ width @
identifier host, push, pull;
@@
-	host->push_data = push;
-	host->pull_data = pull;

@ capability @
symbol host, dw_mci_ops, ops;
expression mmc;
@@
	mmc->ops = &dw_mci_ops;
+	mmc->cpu_data = host->use_dma == TRANS_MODE_PIO;
