// SPDX-License-Identifier: GPL-2.0-only
// Replaces: bf56507a2eb3aa3c
void transport_kunmap_data_sg(struct se_cmd *cmd)
{
	struct iosys_map map = IOSYS_MAP_INIT_VADDR(cmd->t_data_vmap);

	sg_vunmap(cmd->t_data_sg, cmd->t_data_nents, &map);
	cmd->t_data_vmap = NULL;
}
