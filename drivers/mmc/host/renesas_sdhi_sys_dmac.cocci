// SPDX-License-Identifier: GPL-2.0-only
// mmc: renesas_sdhi: fill the DMA bounce buffer by sg_copy_to_buffer()
//
// Fixes one bug: with highmem, an unaligned entry that crosses the end of a
// page was read past the page that was mapped.
//
// Kernels: 6.12-
// Sites: renesas_sdhi_sys_dmac_start_dma_tx

@@
expression host, len;
identifier vaddr, sg;
@@
-	void *vaddr = kmap_local_page(sg_page(sg));
-
	sg_init_one(&host->bounce_sg, host->bounce_buf, sg->length);
-	memcpy(host->bounce_buf, vaddr + sg->offset, len);
-	kunmap_local(vaddr);
+	sg_copy_to_buffer(sg, 1, host->bounce_buf, len);
