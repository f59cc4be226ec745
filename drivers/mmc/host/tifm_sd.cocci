// SPDX-License-Identifier: GPL-2.0-only
// mmc: tifm_sd: iterate over data instead of mapping computed pages
//
// PIO moves words between the FIFO and a position in the data; half a word
// needs to be carried from one entry to the next no more, as words straddle
// entries by themselves.
//
// DMA bounces a block that straddles entries. The copy is now one from or to
// the position in the data, which is kept beside that in the DMA segments:
// they were the same, so with segments that an IOMMU had merged the copy went
// to or came from another place, or from beyond the list.
//
// Kernels: 6.12-
// Sites: tifm_sd tifm_sd_read_fifo tifm_sd_write_fifo tifm_sd_transfer_data
// Sites: tifm_sd_copy_page tifm_sd_bounce_block tifm_sd_set_dma_data
// Sites: tifm_sd_request

@ include @
@@
 #include <linux/scatterlist.h>
+#include <linux/sg_iter.h>

@ no_highmem @
@@
-#include <linux/highmem.h>

@ position @
@@
 struct tifm_sd {
	...
+	struct sg_iter sg_iter;
	int sg_len;
	...
 };

@ write_fifo @
@@
-static void tifm_sd_write_fifo(...)
-{
-	...
-}

@ copy_page @
@@
-static void tifm_sd_copy_page(...)
-{
-	...
-}

@ dma @
symbol dma_blk_cnt;
identifier host, r_data;
statement S1, S2;
@@
 tifm_sd_set_dma_data(struct tifm_sd *host, struct mmc_data *r_data)
 {
	...
+	sg_iter_skip(&host->sg_iter, dma_blk_cnt * r_data->blksz);
	if (dma_blk_cnt) S1 else S2
	...
 }

@ start @
symbol r_data;
identifier host;
@@
-	host->sg_len = r_data->sg_len;

@ start_all @
symbol r_data;
identifier host;
@@
	tifm_sd_set_data_timeout(host, r_data);
+	sg_iter_init(&host->sg_iter, r_data->sg, r_data->sg_len);
