// SPDX-License-Identifier: GPL-2.0-only
// mm: memremap: tell the scatterlist iterator of device memory
//
// Iterating must not read struct page to tell I/O memory from RAM on machines
// that have no such memory. memremap_pages() is where its pages come into
// being: from the first on that is not plain RAM to the CPU, sg_iter looks.
//
// Kernels: 6.12-
// Sites: memremap_pages

@ include @
@@
 #include <linux/memremap.h>
+#include <linux/sg_iter.h>

@@
identifier pgmap;
@@
 memremap_pages(struct dev_pagemap *pgmap, ...)
 {
	...
+	sg_iter_pagemap_added(pgmap);
	init_completion(&pgmap->done);
	...
 }
