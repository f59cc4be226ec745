// SPDX-License-Identifier: GPL-2.0-only
// mmc: sdhci: iterate over PIO data instead of mapping it
//
// PIO reads and writes the data port by way of a position in the scatterlist,
// kept across interrupts; words that straddle entries are the iterator's
// business. A list that is too short warns, where it was a BUG().
//
// ADMA's alignment copies of up to three bytes become plain copies at the
// segment's place in the data. That fixes three bugs: with highmem they ran
// off the one page that was mapped if the entry's offset was in its last
// bytes; they took the n-th DMA segment for the n-th entry, wrong after an
// IOMMU merged any; and a segment shorter than the gap to the next aligned
// address made them run past its end, and its descriptor's length negative.
//
// A host that does all by PIO now works on I/O memory too, and says so.
//
// Kernels: 6.12-
// Needs: include/linux/mmc/host drivers/mmc/core/queue
// Sites: sdhci_read_block_pio sdhci_write_block_pio sdhci_kmap_atomic
// Sites: sdhci_kunmap_atomic sdhci_adma_table_pre sdhci_adma_table_post
// Sites: sdhci_setup_host sdhci_host
// Sites (-6.12): sdhci_prepare_data
// Sites (7.3-): sdhci_prepare_dma

@ include @
@@
 #include <linux/scatterlist.h>
+#include <linux/sg_iter.h>

@ position @
@@
 struct sdhci_host {
	...
-	struct sg_mapping_iter sg_miter;
+	struct sg_iter sg_iter;
	...
 };

@ start_pio @
identifier host, mmc_data, flags;
@@
-	int flags;
-
-	flags = SG_MITER_ATOMIC;
-	if (host->data->flags & MMC_DATA_READ)
-		flags |= SG_MITER_TO_SG;
-	else
-		flags |= SG_MITER_FROM_SG;
-	sg_miter_start(&host->sg_miter, mmc_data->sg, mmc_data->sg_len, flags);
+	sg_iter_init(&host->sg_iter, mmc_data->sg, mmc_data->sg_len);

@ map @
identifier sg;
@@
-static char *sdhci_kmap_atomic(struct scatterlist *sg)
-{
-	...
-}

@ unmap @
identifier mapped;
@@
-static void sdhci_kunmap_atomic(void *mapped)
-{
-	...
-}

@ adma_place @
symbol buffer;
@@
-	char *buffer;
+	size_t done = 0;

@ adma_gap @
symbol len;
identifier offset;
expression addr;
@@
 	offset = (SDHCI_ADMA2_ALIGN - (addr & SDHCI_ADMA2_MASK)) &
		 SDHCI_ADMA2_MASK;
+	offset = min(offset, len);

@ adma_write @
symbol data, done;
identifier sg, buffer, align, offset;
@@
-	buffer = sdhci_kmap_atomic(sg);
-	memcpy(align, buffer, offset);
-	sdhci_kunmap_atomic(buffer);
+	sg_pcopy_to_buffer(data->sg, data->sg_len, align, offset, done);

@ adma_write_next @
iterator name for_each_sg;
symbol len;
identifier host, mrq_data, sg, i, desc, addr;
@@
 for_each_sg(mrq_data->sg, sg, host->sg_count, i) {
	...
	if (len)
		__sdhci_adma_write_desc(host, &desc, addr, len,
					ADMA2_TRAN_VALID);
	...
+	done += sg_dma_len(sg);
 }

@ adma_read @
iterator name for_each_sg;
identifier host, mrq_data, sg, i, buffer, align, size;
@@
 for_each_sg(mrq_data->sg, sg, host->sg_count, i) {
	if (sg_dma_address(sg) & SDHCI_ADMA2_MASK) {
		size = SDHCI_ADMA2_ALIGN -
		       (sg_dma_address(sg) & SDHCI_ADMA2_MASK);
-		buffer = sdhci_kmap_atomic(sg);
-		memcpy(buffer, align, size);
-		sdhci_kunmap_atomic(buffer);
+		size = min_t(int, size, sg_dma_len(sg));
+		sg_pcopy_from_buffer(mrq_data->sg, mrq_data->sg_len, align,
+				     size, done);
		align += SDHCI_ADMA2_ALIGN;
	}
+	done += sg_dma_len(sg);
 }

@ capability @
identifier mmc, host;
@@
	if (host->flags & SDHCI_USE_ADMA) {
		mmc->max_segs = SDHCI_MAX_SEGS;
	} else if (host->flags & SDHCI_USE_SDMA) {
		...
	} else {
		mmc->max_segs = SDHCI_MAX_SEGS;
+		if (!host->use_external_dma)
+			mmc->cpu_data = true;
	}
