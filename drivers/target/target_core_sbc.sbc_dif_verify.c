// SPDX-License-Identifier: GPL-2.0-only
// Replaces: c5a71f882ca9f7af
struct sbc_dif_verify {
	struct se_cmd *cmd;
	struct sg_iter data;
	size_t escaped;	/* bytes of data that are not looked at */
	sector_t sector;
	unsigned int ei_lba;
	sense_reason_t rc;
};

/* The tuples of some sectors, next to each other */
static size_t sbc_dif_verify_tuples(const void *tuples, size_t done, size_t len, void *priv)
{
	struct sbc_dif_verify *v = priv;
	unsigned int block_size = v->cmd->se_dev->dev_attrib.block_size;
	/* sbc_dif_v1_verify() only reads it */
	struct t10_pi_tuple *sdt = (void *)tuples, *end = sdt + len / sizeof(*sdt);
	u16 crc;

	for (; sdt < end; sdt++, v->sector++, v->ei_lba++) {
		pr_debug("DIF READ sector: %llu guard_tag: 0x%04x app_tag: 0x%04x ref_tag: %u\n",
			 (unsigned long long)v->sector, sdt->guard_tag, sdt->app_tag,
			 be32_to_cpu(sdt->ref_tag));

		if (sdt->app_tag == T10_PI_APP_ESCAPE) {
			v->escaped += block_size;
			continue;
		}

		if (v->escaped)
			sg_iter_skip(&v->data, v->escaped);
		v->escaped = 0;
		crc = 0;
		if (sg_iter_crc_t10dif(&v->data, &crc, block_size) < block_size)
			return 0;
		v->rc = sbc_dif_v1_verify(v->cmd, sdt, crc, v->sector, v->ei_lba);
		if (v->rc) {
			v->cmd->sense_info = v->sector;
			return 0;
		}
	}

	return len;
}

sense_reason_t
sbc_dif_verify(struct se_cmd *cmd, sector_t start, unsigned int sectors,
	       unsigned int ei_lba, struct scatterlist *psg, int psg_off)
{
	struct sbc_dif_verify v = { .cmd = cmd, .sector = start, .ei_lba = ei_lba };
	DEFINE_SG_BOUNCE(bounce, sizeof(struct t10_pi_tuple));
	struct sg_iter prot;

	sg_iter_init(&v.data, cmd->t_data_sg, cmd->t_data_nents);
	sg_iter_init(&prot, psg, UINT_MAX);
	sg_iter_skip(&prot, psg_off);
	sg_walk_read_bounced_atomic(&prot, (size_t)sectors * sizeof(struct t10_pi_tuple),
				    &bounce, &v, sbc_dif_verify_tuples);
	return v.rc;
}
