// SPDX-License-Identifier: GPL-2.0-only
// highmem: warn if I/O memory is mapped as RAM
//
// kmap_local_page() and its relatives return a pointer that is dereferenced
// as RAM. For PCI peer-to-peer pages CONFIG_SG_ITER_DEBUG tells where that
// happens; without it, nothing changes. Machines with high memory have no
// such pages.
//
// Kernels: 6.12-
// Sites: kmap kmap_local_page kmap_local_folio kmap_atomic

@ page @
expression page;
@@
+	sg_debug_plain_access(page);
	return page_address(page);

@ folio @
identifier folio, offset;
@@
 kmap_local_folio(...)
 {
+	sg_debug_plain_access(&folio->page);
(
	return page_address(&folio->page) + offset;
|
	return folio_address(folio) + offset;
)
 }
