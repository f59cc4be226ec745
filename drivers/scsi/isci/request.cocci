// SPDX-License-Identifier: GPL-2.0-only
// scsi: isci: copy and swap in the scatterlist
//
// SMP requests and responses, and data of PIO commands, are copied or have
// the bytes of their words swapped through a mapping of one page. Copies and
// a walk by words do that for whatever memory a list holds, I/O memory and
// pages after the first one too.
//
// PIO data went wrong where an IOMMU had merged entries: their length for DMA
// was taken for the length of the memory of the first of them. And a device
// that sent more data than there was room for ended in a NULL pointer.
// The word count of a response shorter than a word wrapped around, so that
// 1024 bytes went into it.
//
// Kernels: 6.12-
// Needs: lib/scatterlist
// Sites: sci_stp_request_pio_data_in_copy_data_buffer
// Sites: sci_io_request_frame_handler sci_io_request_construct_smp
// Sites: isci_request_io_request_complete

@ include @
@@
 #include <scsi/scsi_cmnd.h>
+#include <linux/sg_iter.h>

@ pio_data @
identifier copy_len, task, sg, kaddr, total_len, src_addr;
symbol page;
@@
 sci_stp_request_pio_data_in_copy_data_buffer(...)
 {
	...
-	int copy_len;
	...
-	struct scatterlist *sg;
-	void *kaddr;
	...
	if (task->num_scatter > 0) {
-		sg = task->scatter;
-		while (total_len > 0) {
-			struct page *page = sg_page(sg);
-			copy_len = min_t(int, total_len, sg_dma_len(sg));
-			kaddr = kmap_atomic(page);
-			memcpy(kaddr + sg->offset, src_addr, copy_len);
-			kunmap_atomic(kaddr);
-			total_len -= copy_len;
-			src_addr += copy_len;
-			sg = sg_next(sg);
-		}
+		sg_copy_from_buffer(task->scatter, task->num_scatter, src_addr,
+				    total_len);
	} else { ... }
	...
 }

@ response @
typedef u8, u32;
identifier frame_header, kaddr, rsp, smp_resp, sg, word_cnt;
@@
-	void *kaddr;
-	u8 *rsp;
+	u32 header;
+	u8 *rsp = (u8 *)&header;
	...
-	kaddr = kmap_atomic(sg_page(sg));
-	rsp = kaddr + sg->offset;
	sci_swab32_cpy(rsp, frame_header, 1);
+	sg_copy_from_buffer(sg, 1, rsp, sizeof(header));
	if (rsp[0] == SMP_RESPONSE) {
	...
-		sci_swab32_cpy(rsp + 4, smp_resp, word_cnt);
+		sci_swab32_cpy(smp_resp, smp_resp, word_cnt);
+		sg_pcopy_from_buffer(sg, 1, smp_resp, word_cnt * sizeof(u32),
+				     sizeof(header));
	...
	} else { ... }
-	kunmap_atomic(kaddr);

@ swab_step @
@@
+static size_t isci_swab_words(void *addr, size_t done, size_t len, void *priv)
+{
+	sci_swab32_cpy(addr, addr, len / sizeof(u32));
+	return len;
+}
+
 isci_request_io_request_complete(...)
 {
	...
 }

@ request_done @
typedef u32;
declarer name DEFINE_SG_BOUNCE;
identifier sg, smp_req, kaddr;
@@
+static void isci_swab_smp_req(struct scatterlist *sg)
+{
+	DEFINE_SG_BOUNCE(bounce, sizeof(u32));
+	struct sg_iter it;
+
+	sg_iter_init(&it, sg, 1);
+	sg_walk_update_bounced_atomic(&it, round_down(sg->length, sizeof(u32)),
+				      &bounce, NULL, isci_swab_words);
+}
+
 isci_request_io_request_complete(...)
 {
	<+...
-	struct smp_req *smp_req;
-	void *kaddr;
	...
-	kaddr = kmap_atomic(sg_page(sg));
-	smp_req = kaddr + sg->offset;
-	sci_swab32_cpy(smp_req, smp_req, sg->length / sizeof(u32));
-	kunmap_atomic(kaddr);
+	isci_swab_smp_req(sg);
	...+>
 }

@ request @
identifier sg, smp_req, kaddr, req_len, cmd;
@@
 sci_io_request_construct_smp(...)
 {
	...
-	struct smp_req *smp_req;
-	void *kaddr;
+	struct smp_req smp_req = { };
	...
-	kaddr = kmap_atomic(sg_page(sg));
-	smp_req = kaddr + sg->offset;
+	sg_copy_to_buffer(sg, 1, &smp_req, sizeof(smp_req));
	...
-	sci_swab32_cpy(smp_req, smp_req, sg->length / sizeof(u32));
-	cmd = *(u32 *)smp_req;
-	kunmap_atomic(kaddr);
+	sg_copy_from_buffer(sg, 1, &smp_req, sizeof(smp_req));
+	isci_swab_smp_req(sg);
+	sci_swab32_cpy(&cmd, &smp_req, 1);
	...
 }

@ header_fields @
identifier request.smp_req, member;
@@
 sci_io_request_construct_smp(...)
 {
	<...
-	smp_req->member
+	smp_req.member
	...>
 }
