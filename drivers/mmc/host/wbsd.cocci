// SPDX-License-Identifier: GPL-2.0-only
// mmc: wbsd: let the iterator keep the place in PIO data
//
// A position replaces the current entry, the offset, the bytes and entries
// left, and the functions that kept and mapped them. I/O memory is served
// too.
//
// This fixes three bugs: with highmem, an entry longer than a page was read
// and written past the page that was mapped; the next entry was the next in
// memory, also where the list goes on elsewhere; and the data cache was not
// flushed after a read.
//
// Kernels: 6.12-
// Sites: wbsd_host wbsd_init_sg wbsd_next_sg wbsd_map_sg wbsd_empty_fifo
// Sites: wbsd_fill_fifo wbsd_prepare_data
// Sites: wbsd_fifo_bh_work

@ include_highmem @
@@
-#include <linux/highmem.h>

@ include @
@@
-#include <linux/scatterlist.h>
+#include <linux/sg_iter.h>

@ state @
@@
 struct wbsd_host {
	...
-	unsigned int num_sg;
-	unsigned int offset;
-	unsigned int remain;
-	char *dma_buffer;
+	char *dma_buffer;
	...
 };

@ position @
@@
 struct wbsd_host {
	...
-	struct scatterlist *cur_sg;
+	struct sg_iter sg_iter;
	...
 };

@ start @
expression host, data;
@@
-	wbsd_init_sg(host, data);
+	sg_iter_init(&host->sg_iter, data->sg, data->sg_len);

@ init_sg @
identifier host, data;
@@
-static inline void wbsd_init_sg(struct wbsd_host *host, struct mmc_data *data)
-{
-	...
-}

@ next_sg @
identifier host;
@@
-static inline int wbsd_next_sg(struct wbsd_host *host)
-{
-	...
-}

@ map_sg @
identifier host;
@@
-static inline char *wbsd_map_sg(struct wbsd_host *host)
-{
-	...
-}

@ done @
expression host;
@@
 wbsd_fifo_bh_work(...)
 {
	...
	if (
-	    host->num_sg == 0
+	    !sg_iter_count(&host->sg_iter)
	    ) { ... }
	...
 }
