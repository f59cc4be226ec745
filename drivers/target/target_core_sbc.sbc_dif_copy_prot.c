// SPDX-License-Identifier: GPL-2.0-only
// Replaces: b2477f7436b1c91e
void sbc_dif_copy_prot(struct se_cmd *cmd, unsigned int sectors, bool read,
		       struct scatterlist *sg, int sg_off)
{
	size_t len = (size_t)sectors * cmd->se_dev->prot_length;
	struct sg_iter prot, other;

	sg_iter_init(&prot, cmd->t_prot_sg, cmd->t_prot_nents);
	sg_iter_init(&other, sg, UINT_MAX);
	sg_iter_skip(&other, sg_off);
	if (read)
		sg_iter_copy(&prot, &other, len);
	else
		sg_iter_copy(&other, &prot, len);
}
