// SPDX-License-Identifier: GPL-2.0-only
// scsi: mvsas: copy SMP responses into the scatterlist
//
// The response is a plain copy into the one entry that libsas has for it, so
// let sg_copy_from_buffer() do it. That knows I/O memory, and an offset or a
// length beyond the first page, for which the old mapping of one page of high
// memory was too short.
//
// Kernels: 6.12-
// Needs: lib/scatterlist
// Sites: mvs_slot_complete

@@
identifier to, slot, sg_resp;
@@
-	void *to;
	<+...
-	to = kmap_atomic(sg_page(sg_resp));
-	memcpy(to + sg_resp->offset,
-	       slot->response + sizeof(struct mvs_err_info),
-	       sg_dma_len(sg_resp));
-	kunmap_atomic(to);
+	sg_copy_from_buffer(sg_resp, 1,
+			    slot->response + sizeof(struct mvs_err_info),
+			    sg_dma_len(sg_resp));
	...+>
