// SPDX-License-Identifier: GPL-2.0-only
// mmc: sdricoh_cs: iterate over data instead of mapping its first page
//
// kmap() maps one page, but an entry may be longer: with highmem, all but the
// first page was read and written beyond the mapping. Only that page's cache
// was flushed, too.
//
// The words of a block are now made by the iterator. The last one of a block
// whose size is no multiple of four has its bytes where the others have them;
// when writing, they were at the other end of the word, with some of the word
// before.
//
// I/O memory works now, and the host says so.
//
// Kernels: 6.12-
// Needs: include/linux/mmc/host drivers/mmc/core/queue
// Sites: sdricoh_blockio sdricoh_request sdricoh_init_mmc

@ include @
@@
 #include <linux/scatterlist.h>
+#include <linux/sg_iter.h>

@ no_highmem @
@@
-#include <linux/highmem.h>

@ position @
symbol cmd;
identifier data;
@@
 sdricoh_request(...)
 {
	...
	struct mmc_data *data = cmd->data;
+	struct sg_iter it;
	...
 }

@ start @
symbol R21C_STATUS, data;
identifier host;
@@
	sdricoh_writel(host, R21C_STATUS, 0x837f031e);
+	sg_iter_init(&it, data->sg, data->sg_len);

@ block @
symbol len, i;
identifier host, data, buf, page, result;
@@
-	u8 *buf;
-	struct page *page;
	int result;
-	page = sg_page(data->sg);
-
-	buf = kmap(page) + data->sg->offset + (len * i);
+
	result = sdricoh_blockio(host, data->flags & MMC_DATA_READ,
-				 buf,
+				 &it,
				 len);
-	kunmap(page);
-	flush_dcache_page(page);

@ capability @
symbol ops, sdricoh_ops;
identifier mmc;
@@
 sdricoh_init_mmc(...)
 {
	...
	mmc->ops = &sdricoh_ops;
+	mmc->cpu_data = true;
	...
 }
