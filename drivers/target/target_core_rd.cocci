// SPDX-License-Identifier: GPL-2.0-only
// scsi: target: rd: copy from list to list
//
// The RAM disk's pages are lists that are chained, so data goes between them
// and a command's list in one copy, whatever memory the latter is. It was cut
// by hand where a page of the disk ends, a table of pages ends, or a page of
// the command's data does.
//
// Kernels: 6.12-
// Sites: rd_allocate_sgl_table rd_execute_rw

@ include @
@@
 #include <linux/scatterlist.h>
+#include <linux/sg_iter.h>

@ payload @
identifier p, pg, byte;
@@
-	p = kmap(pg);
-	memset(p, byte, PAGE_SIZE);
-	kunmap(pg);
+	memset_page(pg, 0, byte, PAGE_SIZE);

@ unused @
identifier payload.p;
@@
 rd_allocate_sgl_table(...)
 {
	<...
-	unsigned char *p;
	...>
 }
