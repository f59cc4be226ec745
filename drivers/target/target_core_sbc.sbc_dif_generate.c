// SPDX-License-Identifier: GPL-2.0-only
// Replaces: 4f54c117bc5ac1fc
void
sbc_dif_generate(struct se_cmd *cmd)
{
	unsigned int block_size = cmd->se_dev->dev_attrib.block_size;
	sector_t sector = cmd->t_task_lba;
	struct sg_iter data, prot, tuple;
	struct t10_pi_tuple sdt;
	u16 crc;

	sg_iter_init(&data, cmd->t_data_sg, cmd->t_data_nents);
	sg_iter_init(&prot, cmd->t_prot_sg, cmd->t_prot_nents);
	for (;; sector++) {
		tuple = prot;
		if (sg_iter_copy_to_buf(&tuple, &sdt, sizeof(sdt)) < sizeof(sdt))
			return;
		crc = 0;
		if (sg_iter_crc_t10dif(&data, &crc, block_size) < block_size)
			return;

		sdt.guard_tag = cpu_to_be16(crc);
		sdt.app_tag = 0;
		if (cmd->prot_type == TARGET_DIF_TYPE1_PROT)
			sdt.ref_tag = cpu_to_be32(sector & 0xffffffff);
		sg_iter_copy_from_buf(&prot, &sdt, sizeof(sdt));

		pr_debug("DIF %s INSERT sector: %llu guard_tag: 0x%04x app_tag: 0x%04x ref_tag: %u\n",
			 cmd->data_direction == DMA_TO_DEVICE ? "WRITE" : "READ",
			 (unsigned long long)sector, sdt.guard_tag, sdt.app_tag,
			 be32_to_cpu(sdt.ref_tag));
	}
}
