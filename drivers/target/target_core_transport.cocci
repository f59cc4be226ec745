// SPDX-License-Identifier: GPL-2.0-only
// scsi: target: map the data of a command by sg_vmap()
//
// transport_kmap_data_sg() is for code that needs all data of a command at
// one address. It took each entry for one page: with longer entries, as the
// SCSI midlayer makes them for tcm_loop, its users read and wrote pages that
// had nothing to do with the command. sg_vmap() knows the pages of an entry,
// does not set up page tables if there is but one, and says no if entries do
// not fill their pages, or the CPU cannot reach them. I/O memory, for which
// a plain pointer will not do, is refused the same way. Users know that there
// may be no mapping, and end the command with a sense code.
//
// The clearing of a command's first entry is left to sg_zero_buffer().
//
// Kernels: 6.12-
// Needs: lib/scatterlist
// Sites: __target_submit
// Sites: transport_kmap_data_sg transport_kunmap_data_sg

@ include @
@@
-#include <linux/vmalloc.h>
+#include <linux/sg_iter.h>

@ clear_first @
identifier sgl, buf;
@@
-	unsigned char *buf = NULL;
	...
-	buf = kmap_local_page(sg_page(sgl));
-	if (buf) {
-		memset(buf + sgl->offset, 0, sgl->length);
-		kunmap_local(buf);
-	}
+	sg_zero_buffer(sgl, 1, sgl->length, 0);
