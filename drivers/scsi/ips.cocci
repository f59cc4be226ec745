// SPDX-License-Identifier: GPL-2.0-only
// scsi: ips: compare the passthru signature in the scatterlist
//
// A command is the management tools' own if its data begins with "COPP". Look
// at it by sg_iter_compare_buf() instead of a mapping of the first page: that
// knows I/O memory, does not read past the end of an entry of fewer than four
// bytes, and is fine with interrupts on or off.
//
// Kernels: 6.12-
// Sites: ips_is_passthru

@ include @
@@
 #include <linux/dma-mapping.h>
+#include <linux/sg_iter.h>

@ compare @
identifier SC, sg, buffer;
@@
 ips_is_passthru(struct scsi_cmnd *SC)
 {
	<+...
-	buffer = kmap_local_page(sg_page(sg)) + sg->offset;
+	sg_iter_init(&it, scsi_sglist(SC), 1);
	...+>
 }

@ unmap @
identifier SC, flags, sg, buffer;
@@
 ips_is_passthru(struct scsi_cmnd *SC)
 {
-	unsigned long flags;
+	struct sg_iter it;
	<+...
-	struct scatterlist *sg = scsi_sglist(SC);
-	char *buffer;
-
-	local_irq_save(flags);
	sg_iter_init(...);
+	return sg_iter_compare_buf(&it, "COPP", 4) == 4;
-	if (buffer && buffer[0] == 'C' && buffer[1] == 'O' &&
-	    buffer[2] == 'P' && buffer[3] == 'P') {
-		kunmap_local(buffer);
-		local_irq_restore(flags);
-		return 1;
-	}
-	kunmap_local(buffer);
-	local_irq_restore(flags);
	...+>
 }
