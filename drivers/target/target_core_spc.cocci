// SPDX-License-Identifier: GPL-2.0-only
// scsi: target: spc: copy small data instead of mapping it
//
// What INQUIRY, MODE SENSE, REPORT SUPPORTED OPERATION CODES and REPORT
// IDENTIFYING INFORMATION return is in a buffer already. What MODE SELECT
// brings is compared with one, and REPORT LUNS writes eight bytes at a time.
// None needs all data of the command at one address, which takes page tables
// if there is more than a page of it, may fail, and is not to be had of I/O
// memory. Copy and compare in the scatterlist.
//
// REPORT SUPPORTED OPERATION CODES unmapped what could not be mapped.
//
// Kernels: 6.12-
// Needs: lib/scatterlist
// Sites: spc_emulate_inquiry spc_emulate_modesense spc_emulate_modeselect
// Sites: spc_emulate_report_luns spc_emulate_report_supp_op_codes
// Sites (7.3-): spc_fill_pd_text_id_info

@ include @
@@
 #include <linux/module.h>
+#include <linux/sg_iter.h>

@ response @
identifier rbuf, cmd, buf;
expression len;
@@
(
-	rbuf = transport_kmap_data_sg(cmd);
-	if (rbuf) {
-		memcpy(rbuf, buf, len);
-		transport_kunmap_data_sg(cmd);
-	}
+	sg_copy_from_buffer(cmd->t_data_sg, cmd->t_data_nents, buf, len);
|
-	rbuf = transport_kmap_data_sg(cmd);
-	if (!rbuf) { ... }
-	memcpy(rbuf, buf, len);
-	transport_kunmap_data_sg(cmd);
+	sg_copy_from_buffer(cmd->t_data_sg, cmd->t_data_nents, buf, len);
)

@ unused @
identifier response.rbuf;
identifier f = { spc_emulate_inquiry, spc_emulate_modesense,
		 spc_fill_pd_text_id_info };
@@
 f(...)
 {
	<...
-	unsigned char *rbuf;
	...>
 }

@ operation_codes @
identifier rbuf, cmd, buf, ret, out;
expression len;
@@
 spc_emulate_report_supp_op_codes(struct se_cmd *cmd)
 {
	...
-	unsigned char *rbuf;
	...
-	rbuf = transport_kmap_data_sg(cmd);
-	if (cmd->data_length && !rbuf) {
-		ret = TCM_LOGICAL_UNIT_COMMUNICATION_FAILURE;
-		goto out;
-	}
	... when any
-	memcpy(rbuf, buf, len);
+	sg_copy_from_buffer(cmd->t_data_sg, cmd->t_data_nents, buf, len);
	... when any
 }

@ unmap @
identifier cmd;
identifier f = { spc_emulate_report_supp_op_codes, spc_emulate_modeselect };
@@
 f(struct se_cmd *cmd)
 {
	<+...
-	transport_kunmap_data_sg(cmd);
	...+>
 }

@ luns @
identifier cmd, buf, slun, len;
symbol offset;
expression n;
@@
 spc_emulate_report_luns(struct se_cmd *cmd)
 {
	...
-	unsigned char *buf;
+	struct sg_iter it;
	...
-	buf = transport_kmap_data_sg(cmd);
-	if (cmd->data_length && !buf)
-		return TCM_LOGICAL_UNIT_COMMUNICATION_FAILURE;
+	sg_iter_init(&it, cmd->t_data_sg, cmd->t_data_nents);
+	sg_iter_skip(&it, offset);
	... when any
-	if (buf) {
-		len = n;
-		memcpy(buf, &len, min_t(...));
-		transport_kunmap_data_sg(cmd);
-	}
+	len = n;
+	sg_copy_from_buffer(cmd->t_data_sg, cmd->t_data_nents, &len,
+			    min_t(int, sizeof(len), cmd->data_length));
	...
 }

@ lun @
identifier luns.buf;
expression slun, room;
@@
 spc_emulate_report_luns(...)
 {
	<+...
-	memcpy(buf + offset, slun, room);
+	sg_iter_copy_from_buf(&it, slun, room);
	...+>
 }

@ modeselect @
typedef u8;
identifier cmd, buf, off;
statement S;
@@
 spc_emulate_modeselect(struct se_cmd *cmd)
 {
	...
-	unsigned char *buf;
+	u8 first[2];
+	const u8 *buf;
+	struct sg_iter it;
	...
	if (cmd->data_length < off + 2) S
-	buf = transport_kmap_data_sg(cmd);
+	sg_iter_init(&it, cmd->t_data_sg, cmd->t_data_nents);
+	sg_iter_skip(&it, off);
+	buf = sg_iter_peek(&it, first, sizeof(first));
	if (!buf)
		return TCM_LOGICAL_UNIT_COMMUNICATION_FAILURE;
	... when any
 }

@ modeselect_data @
identifier modeselect.buf, modeselect.off, tbuf, length;
@@
 spc_emulate_modeselect(struct se_cmd *cmd)
 {
	<+...
(
-	buf[off]
+	buf[0]
|
-	buf[off + 1]
+	buf[1]
|
-	memcmp(buf + off, tbuf, length)
+	sg_iter_compare_buf(&it, tbuf, length) < length
)
	...+>
 }
