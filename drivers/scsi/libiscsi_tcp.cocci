// SPDX-License-Identifier: GPL-2.0-only
// scsi: libiscsi_tcp: copy received data into the scatterlist
//
// A segment kept the entry's first page mapped from one call to the next:
// by kmap_atomic() when receiving, until the socket's data_ready handler
// ended, and by kmap() when sending. Nothing has to be mapped to know where
// in the list a segment is. Received data is copied to there, whatever memory
// that is, and the CRC is taken from there. What is sent is a page for the
// network layer to look at, mapped or not.
//
// Entries of more than one page of high memory were written and summed up
// beyond the page that was mapped. A page that must not be spliced was sent
// by the struct page that virt_to_page() made of its kmap() address, which
// high memory does not have.
//
// Kernels: 6.12-
// Needs: lib/scatterlist drivers/scsi/iscsi_tcp
// Sites: iscsi_tcp_segment_map iscsi_tcp_segment_unmap
// Sites: iscsi_tcp_segment_done iscsi_tcp_segment_recv
// Comment: to the current scatterlist entry. For highmem pages, we => to the current scatterlist entry.
// Comment: kmap as needed. =>
// Comment: Note that the page is unmapped when we return from => Nothing is mapped: received data is copied to there,
// Comment: TCP's data_ready handler, so we may end up mapping and => and what is sent is the entry's pages.
// Comment: unmapping the same page repeatedly. The whole reason =>
// Comment: for this is that we shouldn't keep the page mapped =>
// Comment: outside the softirq. =>

# spatch --max-width 90

@ include @
@@
 #include <linux/crc32c.h>
+#include <linux/sg_crc.h>

@ map @
@@
-static void iscsi_tcp_segment_map(struct iscsi_segment *segment, int recv)
-{
-	...
-}

@ unmap @
@@
-void iscsi_tcp_segment_unmap(struct iscsi_segment *segment)
-{
-	...
-}

@ export @
declarer name EXPORT_SYMBOL_GPL;
@@
-EXPORT_SYMBOL_GPL(iscsi_tcp_segment_unmap);

@ crc @
identifier segment, copied, data;
@@
-	const void *data;
-
-	data = kmap_local_page(sg_page(segment->sg));
-	*segment->crcp = crc32c(..., copied);
-	kunmap_local(data);
+	struct sg_iter it;
+
+	sg_iter_init(&it, segment->sg, 1);
+	sg_iter_skip(&it, segment->sg_offset + segment->copied);
+	sg_iter_crc32c(&it, segment->crcp, copied);

@ hash @
identifier segment, copied;
statement S;
@@
-	if (segment->hash && copied) {
-		iscsi_tcp_segment_unmap(segment);
-		if (!segment->data) {
+	if (segment->hash && copied) {
+		if (!segment->data) {
		...
		} else S
	...
	}

@ more @
identifier segment, recv;
expression e;
@@
-	if (e) {
-		iscsi_tcp_segment_map(segment, recv);
-		return 0;
-	}
+	if (e)
+		return 0;

@ done @
identifier segment;
@@
 iscsi_tcp_segment_done(...)
 {
	...
	segment->size = 0;
-	iscsi_tcp_segment_unmap(segment);
	...
 }

@ next @
identifier segment, recv;
@@
-	iscsi_tcp_segment_map(segment, recv);

@ receive @
identifier segment, ptr, copied, copy;
@@
-	memcpy(segment->data + segment->copied, ptr + copied, copy);
+	if (segment->data)
+		memcpy(segment->data + segment->copied, ptr + copied, copy);
+	else
+		sg_pcopy_from_buffer(segment->sg, 1, ptr + copied, copy,
+				     segment->sg_offset + segment->copied);
