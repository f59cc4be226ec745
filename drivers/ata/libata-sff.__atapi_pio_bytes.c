// SPDX-License-Identifier: GPL-2.0-only
// Replaces: 83d9c805ce3886c2 7e3cee428836f21d
static int __atapi_pio_bytes(struct ata_queued_cmd *qc, unsigned int bytes)
{
	unsigned int done = ata_pio_xfer(qc, bytes);

	/* with an odd byte the device has moved another one */
	if (unlikely(ALIGN(done, 2) < bytes)) {
		ata_ehi_push_desc(&qc->dev->link->eh_info,
				  "unexpected or too much trailing data buf=%u cur=%u bytes=%u",
				  qc->nbytes, qc->curbytes, bytes - done);
		return -1;
	}
	return 0;
}
