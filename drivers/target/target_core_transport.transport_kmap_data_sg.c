// SPDX-License-Identifier: GPL-2.0-only
// Replaces: 9e7ae0368d90f628 87b82a9bf3838ec3
void *transport_kmap_data_sg(struct se_cmd *cmd)
{
	struct iosys_map map;

	if (sg_vmap(cmd->t_data_sg, cmd->t_data_nents, &map))
		return NULL;
	if (map.is_iomem) {
		sg_vunmap(cmd->t_data_sg, cmd->t_data_nents, &map);
		return NULL;
	}
	cmd->t_data_vmap = map.vaddr;
	return cmd->t_data_vmap;
}
