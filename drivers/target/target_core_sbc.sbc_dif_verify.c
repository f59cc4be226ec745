// SPDX-License-Identifier: GPL-2.0-only
// Replaces: c5a71f882ca9f7af
struct sbc_dif_verify {
	struct se_cmd *cmd;
	struct sg_iter data;
	struct t10_pi_tuple *sdt;
	sector_t sector;
	unsigned int ei_lba;
	unsigned int left;	/* bytes of the sector */
	u16 crc;
	sense_reason_t rc;
};

static bool sbc_dif_escaped(const struct t10_pi_tuple *sdt)
{
	return sdt->app_tag == T10_PI_APP_ESCAPE;
}

static size_t sbc_dif_verify_data(const void *data, size_t done, size_t len, void *priv)
{
	struct sbc_dif_verify *v = priv;
	size_t i, n;

	for (i = 0; i < len; i += n) {
		n = min_t(size_t, len - i, v->left);
		v->crc = crc_t10dif_update(v->crc, data + i, n);
		v->left -= n;
		if (v->left)
			continue;

		v->rc = sbc_dif_v1_verify(v->cmd, v->sdt, v->crc, v->sector, v->ei_lba);
		if (v->rc) {
			v->cmd->sense_info = v->sector;
			return 0;
		}
		v->sdt++;
		v->sector++;
		v->ei_lba++;
		v->left = v->cmd->se_dev->dev_attrib.block_size;
		v->crc = 0;
	}

	return len;
}

/* The tuples of some sectors, next to each other */
static size_t sbc_dif_verify_tuples(const void *tuples, size_t done, size_t len, void *priv)
{
	DEFINE_SG_BOUNCE(bounce, 1);
	struct sbc_dif_verify *v = priv;
	/* sbc_dif_v1_verify() only reads it */
	struct t10_pi_tuple *sdt = (void *)tuples, *end = sdt + len / sizeof(*sdt);
	unsigned int block_size = v->cmd->se_dev->dev_attrib.block_size;
	size_t n, bytes;

	for (; sdt < end; sdt += n) {
		bool escaped = sbc_dif_escaped(sdt);

		for (n = 0; sdt + n < end && sbc_dif_escaped(sdt + n) == escaped; n++)
			pr_debug("DIF READ sector: %llu guard_tag: 0x%04x app_tag: 0x%04x ref_tag: %u\n",
				 (unsigned long long)v->sector + n, sdt[n].guard_tag,
				 sdt[n].app_tag, be32_to_cpu(sdt[n].ref_tag));

		bytes = n * block_size;
		if (escaped) {
			sg_iter_skip(&v->data, bytes);
			v->sector += n;
			v->ei_lba += n;
			continue;
		}
		v->sdt = sdt;
		if (sg_walk_read_bounced_atomic(&v->data, bytes, &bounce, v,
						sbc_dif_verify_data) < bytes)
			return 0;
	}

	return len;
}

sense_reason_t
sbc_dif_verify(struct se_cmd *cmd, sector_t start, unsigned int sectors,
	       unsigned int ei_lba, struct scatterlist *psg, int psg_off)
{
	struct sbc_dif_verify v = {
		.cmd = cmd,
		.sector = start,
		.ei_lba = ei_lba,
		.left = cmd->se_dev->dev_attrib.block_size,
	};
	DEFINE_SG_BOUNCE(bounce, sizeof(struct t10_pi_tuple));
	struct sg_iter prot;

	sg_iter_init(&v.data, cmd->t_data_sg, cmd->t_data_nents);
	sg_iter_init(&prot, psg, UINT_MAX);
	sg_iter_skip(&prot, psg_off);
	sg_walk_read_bounced_atomic(&prot, (size_t)sectors * sizeof(struct t10_pi_tuple),
				    &bounce, &v, sbc_dif_verify_tuples);
	return v.rc;
}
