// SPDX-License-Identifier: GPL-2.0-only
// Replaces: e12a306d32efc7da 758190050995db89
static void ata_pio_sector(struct ata_queued_cmd *qc)
{
	if (qc->curbytes == qc->nbytes - qc->sect_size)
		qc->ap->hsm_task_state = HSM_ST_LAST;

	if (ata_pio_xfer(qc, qc->sect_size) < qc->sect_size) {
		/* the list ends before the device's data does */
		qc->curbytes = qc->nbytes;
		qc->ap->hsm_task_state = HSM_ST_LAST;
	}
}
