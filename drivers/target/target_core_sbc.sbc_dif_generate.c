// SPDX-License-Identifier: GPL-2.0-only
// Replaces: 4f54c117bc5ac1fc
struct sbc_dif_generate {
	struct se_cmd *cmd;
	struct sg_iter data;
	sector_t sector;
};

/* The tuples of some sectors, next to each other */
static size_t sbc_dif_generate_tuples(void *tuples, size_t done, size_t len, void *priv)
{
	struct sbc_dif_generate *g = priv;
	unsigned int block_size = g->cmd->se_dev->dev_attrib.block_size;
	struct t10_pi_tuple *sdt = tuples, *end = sdt + len / sizeof(*sdt);
	u16 crc;

	for (; sdt < end; sdt++, g->sector++) {
		crc = 0;
		if (sg_iter_crc_t10dif(&g->data, &crc, block_size) < block_size)
			break;

		sdt->guard_tag = cpu_to_be16(crc);
		sdt->app_tag = 0;
		if (g->cmd->prot_type == TARGET_DIF_TYPE1_PROT)
			sdt->ref_tag = cpu_to_be32(g->sector & 0xffffffff);

		pr_debug("DIF %s INSERT sector: %llu guard_tag: 0x%04x app_tag: 0x%04x ref_tag: %u\n",
			 g->cmd->data_direction == DMA_TO_DEVICE ? "WRITE" : "READ",
			 (unsigned long long)g->sector, sdt->guard_tag, sdt->app_tag,
			 be32_to_cpu(sdt->ref_tag));
	}

	return (void *)sdt - tuples;
}

void
sbc_dif_generate(struct se_cmd *cmd)
{
	struct sbc_dif_generate g = { .cmd = cmd, .sector = cmd->t_task_lba };
	DEFINE_SG_BOUNCE(bounce, sizeof(struct t10_pi_tuple));
	struct sg_iter prot;

	sg_iter_init(&g.data, cmd->t_data_sg, cmd->t_data_nents);
	sg_iter_init(&prot, cmd->t_prot_sg, cmd->t_prot_nents);
	sg_walk_update_bounced_atomic(&prot, SIZE_MAX, &bounce, &g, sbc_dif_generate_tuples);
}
