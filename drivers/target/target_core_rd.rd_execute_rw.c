// SPDX-License-Identifier: GPL-2.0-only
// Replaces: 6aacd7855c0f6424
static sense_reason_t
rd_execute_rw(struct se_cmd *cmd, struct scatterlist *sgl, u32 sgl_nents,
	      enum dma_data_direction data_direction)
{
	struct se_device *se_dev = cmd->se_dev;
	struct rd_dev *dev = RD_DEV(se_dev);
	bool prot = cmd->prot_type && se_dev->dev_attrib.pi_prot_type;
	bool read = data_direction == DMA_FROM_DEVICE;
	size_t size = cmd->data_length, copied;
	struct rd_dev_sg_table *table;
	struct sg_iter data, disk;
	u32 page, offset;
	sense_reason_t rc;
	u64 at;

	if (dev->rd_flags & RDF_NULLIO) {
		target_complete_cmd(cmd, SAM_STAT_GOOD);
		return 0;
	}

	at = cmd->t_task_lba * se_dev->dev_attrib.block_size;
	offset = do_div(at, PAGE_SIZE);
	page = at;
	table = rd_get_sg_table(dev, page);
	if (!table)
		return TCM_LOGICAL_UNIT_COMMUNICATION_FAILURE;

	pr_debug("RD[%u]: %s LBA: %llu, Size: %zu Page: %u, Offset: %u\n",
		 dev->rd_dev_id, read ? "Read" : "Write", cmd->t_task_lba, size,
		 page, offset);

	if (prot && data_direction == DMA_TO_DEVICE) {
		rc = rd_do_prot_rw(cmd, false);
		if (rc)
			return rc;
	}

	sg_iter_init(&data, sgl, sgl_nents);
	/* each table is chained to the next */
	sg_iter_init(&disk, &table->sg_table[page - table->page_start_offset],
		     UINT_MAX);
	sg_iter_skip(&disk, offset);
	copied = read ? sg_iter_copy(&data, &disk, size) :
			sg_iter_copy(&disk, &data, size);
	if (copied < size)
		return sg_iter_count(&data) ? TCM_LOGICAL_UNIT_COMMUNICATION_FAILURE :
					      TCM_INCORRECT_AMOUNT_OF_DATA;

	if (prot && read) {
		rc = rd_do_prot_rw(cmd, true);
		if (rc)
			return rc;
	}

	target_complete_cmd(cmd, SAM_STAT_GOOD);
	return 0;
}
