// SPDX-License-Identifier: GPL-2.0-only
// Replaces: c5a71f882ca9f7af
sense_reason_t
sbc_dif_verify(struct se_cmd *cmd, sector_t start, unsigned int sectors,
	       unsigned int ei_lba, struct scatterlist *psg, int psg_off)
{
	unsigned int block_size = cmd->se_dev->dev_attrib.block_size;
	struct t10_pi_tuple sdt;
	struct sg_iter data, prot;
	sense_reason_t rc;
	sector_t sector;
	u16 crc;

	sg_iter_init(&data, cmd->t_data_sg, cmd->t_data_nents);
	sg_iter_init(&prot, psg, UINT_MAX);
	sg_iter_skip(&prot, psg_off);
	for (sector = start; sector < start + sectors; sector++, ei_lba++) {
		if (sg_iter_copy_to_buf(&prot, &sdt, sizeof(sdt)) < sizeof(sdt))
			return 0;

		pr_debug("DIF READ sector: %llu guard_tag: 0x%04x app_tag: 0x%04x ref_tag: %u\n",
			 (unsigned long long)sector, sdt.guard_tag, sdt.app_tag,
			 be32_to_cpu(sdt.ref_tag));

		if (sdt.app_tag == T10_PI_APP_ESCAPE) {
			sg_iter_skip(&data, block_size);
			continue;
		}

		crc = 0;
		if (sg_iter_crc_t10dif(&data, &crc, block_size) < block_size)
			return 0;
		rc = sbc_dif_v1_verify(cmd, &sdt, crc, sector, ei_lba);
		if (rc) {
			cmd->sense_info = sector;
			return rc;
		}
	}

	return 0;
}
