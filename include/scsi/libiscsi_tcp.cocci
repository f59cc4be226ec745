// SPDX-License-Identifier: GPL-2.0-only
// scsi: libiscsi_tcp: forget about mappings
//
// Segments are no longer mapped.
//
// Kernels: 6.12-
// Needs: drivers/scsi/iscsi_tcp
// Sites: iscsi_segment iscsi_tcp_segment_unmap

@@
@@
 struct iscsi_segment {
	...
-	void *sg_mapped;
	...
-	bool atomic_mapped;
	...
 };

@@
@@
-extern void iscsi_tcp_segment_unmap(struct iscsi_segment *segment);
