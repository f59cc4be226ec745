// SPDX-License-Identifier: GPL-2.0-only
// scsi: iscsi_tcp: send pages that nobody has mapped
//
// libiscsi_tcp no longer maps the data of a segment, so there is nothing to
// unmap. It mapped what must not be spliced (slab memory), to be sent by its
// address: send that by its page, too, without MSG_SPLICE_PAGES.
//
// The network layer knows no I/O memory. The queue goes on refusing it.
//
// Kernels: 6.12-
// Needs: drivers/scsi/libiscsi_tcp
// Sites: iscsi_sw_tcp_recv_data iscsi_sw_tcp_xmit_segment

@ received @
identifier tcp_conn;
expression sk, desc, actor;
@@
-	tcp_read_sock(sk, desc, actor);
-	iscsi_tcp_segment_unmap(&tcp_conn->in.segment);
+	tcp_read_sock(sk, desc, actor);

@ splice @
identifier tcp_conn, segment, msg, sg;
@@
-	if (!tcp_conn->iscsi_conn->datadgst_en)
-		msg.msg_flags |= MSG_SPLICE_PAGES;
	sg = segment->sg;
+	if (!tcp_conn->iscsi_conn->datadgst_en && sendpage_ok(sg_page(sg)))
+		msg.msg_flags |= MSG_SPLICE_PAGES;

@ sent @
identifier r, segment;
@@
-	if (r < 0) {
-		iscsi_tcp_segment_unmap(segment);
-		return r;
-	}
+	if (r < 0)
+		return r;
