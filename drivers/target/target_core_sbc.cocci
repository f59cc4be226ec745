// SPDX-License-Identifier: GPL-2.0-only
// scsi: target: sbc: iterate over data and protection information
//
// Data and protection information are two lists that are walked at once, by
// hand and by kmap_atomic(). A position in each of them does that: for any
// cut of the entries, and for I/O memory. What a command returns is small
// and copied, what UNMAP is given is read one descriptor at a time.
//
// COMPARE AND WRITE compared from the start of each page instead of from
// sg->offset, and took the data to write from a place that was right only if
// each entry was one page with an offset of 0 and the data to be compared
// was one block. It compared, wrote and reported the wrong bytes else.
//
// DIF took a block for two pieces at most: with entries that are shorter,
// and after an escaped block that ended behind the next entry, it read past
// the end of an entry. So it did with entries of several pages of high
// memory, and with tuples that straddle entries. sbc_dif_copy_prot() went on
// with a NULL entry at the end of the other list.
//
// transport_kmap_data_sg() for UNMAP knew one page of each entry only.
//
// Kernels: 6.12-
// Needs: lib/scatterlist
// Sites: compare_and_write_do_cmp compare_and_write_callback
// Sites: sbc_dif_generate sbc_dif_copy_prot sbc_dif_verify
// Sites: sbc_emulate_readcapacity sbc_emulate_readcapacity_16
// Sites: sbc_execute_unmap

@ include @
@@
-#include <linux/crc-t10dif.h>
+#include <linux/sg_crc.h>

@ response @
identifier rbuf, cmd, buf;
type T;
expression len;
@@
-	T *rbuf;
	...
-	rbuf = transport_kmap_data_sg(cmd);
-	if (rbuf) {
-		memcpy(rbuf, buf, len);
-		transport_kunmap_data_sg(cmd);
-	}
+	sg_copy_from_buffer(cmd->t_data_sg, cmd->t_data_nents, buf, len);

@ data_to_write @
iterator name for_each_sg;
symbol skip, part;
identifier cmd, m, write_tbl, write_sg, len, i, compare_len, block_size;
@@
 compare_and_write_callback(struct se_cmd *cmd, ...)
 {
	...
	struct sg_table write_tbl = { };
	struct scatterlist *write_sg;
+	struct scatterlist *sg;
-	struct sg_mapping_iter m;
-	unsigned int len;
-	unsigned int block_size = dev->dev_attrib.block_size;
-	unsigned int compare_len = (cmd->t_task_nolb * block_size);
+	unsigned int compare_len = cmd->t_task_nolb * dev->dev_attrib.block_size;
+	unsigned int skip = compare_len, len = compare_len;
	...
	write_sg = write_tbl.sgl;
-	i = 0;
-	len = compare_len;
-	sg_miter_start(&m, ...);
-	while (len) { ... }
-	sg_miter_stop(&m);
+	for_each_sg(cmd->t_data_sg, sg, cmd->t_data_nents, i) {
+		unsigned int from = min(skip, sg->length);
+		unsigned int part = min(len, sg->length - from);
+
+		skip -= from;
+		len -= part;
+		if (part)
+			sg_set_page(&write_sg[nents++], sg_page(sg), part,
+				    sg->offset + from);
+	}
	...
-	cmd->t_data_nents = 1;
+	cmd->t_data_nents = nents;
	...
 }

@ count @
@@
 compare_and_write_callback(...)
 {
	...
	sense_reason_t ret = TCM_NO_SENSE;
-	int i;
+	unsigned int nents = 0, i;
	...
 }
