// SPDX-License-Identifier: GPL-2.0-only
// scatterlist: warn if sg_virt() is used on I/O memory
//
// What sg_virt() returns is dereferenced as RAM. For PCI peer-to-peer pages
// CONFIG_SG_ITER_DEBUG tells where that happens; without it, nothing changes.
//
// Kernels: 6.12-
// Sites: sg_virt

@ include @
@@
 #include <linux/mm.h>
+#include <linux/sg_iter_debug.h>

@ virt @
identifier sg;
@@
 static inline void *sg_virt(struct scatterlist *sg)
 {
+	sg_debug_plain_access(sg_page(sg));
	return page_address(sg_page(sg)) + sg->offset;
 }
