// SPDX-License-Identifier: GPL-2.0-only
// scsi: target: pscsi: look at mode parameters by copies
//
// When MODE SENSE of a read-only LUN or MODE SELECT of a tape completes, a
// few bytes of its data are looked at. pscsi_complete_cmd() runs in softirq
// context, where transport_kmap_data_sg() must not be called: it sleeps, and
// vmap() of more than one entry is a BUG there. sg_virt() has no address for
// high memory, and both are wrong for I/O memory. It also read bytes behind
// the end of a short parameter list. Copy the bytes.
//
// Kernels: 6.12-
// Needs: lib/scatterlist
// Sites: pscsi_complete_cmd

@ write_protect @
typedef u8;
identifier buf, cmd, cdb;
@@
-	unsigned char *buf;
+	unsigned int at = cdb[0] == MODE_SENSE_10 ? 3 : 2;
+	u8 parameter = 0;
	...
-	buf = transport_kmap_data_sg(cmd);
-	if (!buf) {
-		;
-	} else {
-		if (cdb[0] == MODE_SENSE_10) { ... } else { ... }
-		transport_kunmap_data_sg(cmd);
-	}
+	sg_pcopy_to_buffer(cmd->t_data_sg, cmd->t_data_nents, &parameter,
+			   sizeof(parameter), at);
+	parameter |= 0x80;
+	sg_pcopy_from_buffer(cmd->t_data_sg, cmd->t_data_nents, &parameter,
+			     sizeof(parameter), at);

@ block_size @
identifier buf, cmd;
@@
-	unsigned char *buf;
+	unsigned char buf[16] = { };
	...
-	buf = sg_virt(&cmd->t_data_sg[0]);
-	if (!buf) { ... }
+	sg_copy_to_buffer(cmd->t_data_sg, cmd->t_data_nents, buf, sizeof(buf));
