// SPDX-License-Identifier: GPL-2.0-only
// Replaces: 2e363b5b9dc5e530
static void ata_pio_sectors(struct ata_queued_cmd *qc)
{
	unsigned int left = qc->nbytes - qc->curbytes, len = qc->sect_size;

	if (is_multi_taskfile(&qc->tf)) {
		/* READ/WRITE MULTIPLE */
		WARN_ON_ONCE(qc->dev->multi_count == 0);
		len *= min(left / len, qc->dev->multi_count);
	}
	if (len == left)
		qc->ap->hsm_task_state = HSM_ST_LAST;

	if (ata_pio_xfer(qc, len) < len) {
		/* the list ends before the device's data does */
		qc->curbytes = qc->nbytes;
		qc->ap->hsm_task_state = HSM_ST_LAST;
	}

	ata_sff_sync(qc->ap); /* flush */
}
