// SPDX-License-Identifier: GPL-2.0-only
// Replaces: 46d772782de42b4a
static sense_reason_t
sbc_execute_unmap(struct se_cmd *cmd)
{
	struct exec_cmd_ops *ops = cmd->protocol_data;
	struct se_device *dev = cmd->se_dev;
	u8 header[8], descriptor[16];
	sense_reason_t ret;
	unsigned int size;
	struct sg_iter it;
	u16 dl, bd_dl;

	/* We never set ANC_SUP */
	if (cmd->t_task_cdb[1])
		return TCM_INVALID_CDB_FIELD;

	if (cmd->data_length == 0) {
		target_complete_cmd(cmd, SAM_STAT_GOOD);
		return 0;
	}

	if (cmd->data_length < sizeof(header)) {
		pr_warn("UNMAP parameter list length %u too small\n",
			cmd->data_length);
		return TCM_PARAMETER_LIST_LENGTH_ERROR;
	}

	sg_iter_init(&it, cmd->t_data_sg, cmd->t_data_nents);
	if (sg_iter_copy_to_buf(&it, header, sizeof(header)) < sizeof(header))
		return TCM_LOGICAL_UNIT_COMMUNICATION_FAILURE;

	dl = get_unaligned_be16(&header[0]);
	bd_dl = get_unaligned_be16(&header[2]);
	size = cmd->data_length - sizeof(header);
	if (bd_dl > size)
		pr_warn("UNMAP parameter list length %u too small, ignoring bd_dl %u\n",
			cmd->data_length, bd_dl);
	else
		size = bd_dl;

	if (size / sizeof(descriptor) > dev->dev_attrib.max_unmap_block_desc_count)
		return TCM_INVALID_PARAMETER_LIST;

	pr_debug("UNMAP: Sub: %s Using dl: %u bd_dl: %u size: %u\n",
		 dev->transport->name, dl, bd_dl, size);

	for (; size >= sizeof(descriptor); size -= sizeof(descriptor)) {
		sector_t lba;
		u32 range;

		if (sg_iter_copy_to_buf(&it, descriptor, sizeof(descriptor)) <
		    sizeof(descriptor))
			return TCM_LOGICAL_UNIT_COMMUNICATION_FAILURE;

		lba = get_unaligned_be64(&descriptor[0]);
		range = get_unaligned_be32(&descriptor[8]);
		pr_debug("UNMAP: Using lba: %llu and range: %u\n",
			 (unsigned long long)lba, range);

		if (range > dev->dev_attrib.max_unmap_lba_count)
			return TCM_INVALID_PARAMETER_LIST;

		if (lba + range < lba ||
		    lba + range > dev->transport->get_blocks(dev) + 1)
			return TCM_ADDRESS_OUT_OF_RANGE;

		if (range) {
			ret = ops->execute_unmap(cmd, lba, range);
			if (ret)
				return ret;
		}
	}

	target_complete_cmd(cmd, SAM_STAT_GOOD);
	return 0;
}
