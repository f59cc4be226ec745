// SPDX-License-Identifier: GPL-2.0-only
// Replaces: 3d974961114cacb2
static size_t ata_pio_step(struct ata_queued_cmd *qc, void *addr, size_t len,
			   int rw)
{
	if (ata_is_atapi(qc->tf.protocol))
		trace_atapi_pio_transfer_data(qc, offset_in_page(addr), len);
	else
		trace_ata_sff_pio_transfer_data(qc, offset_in_page(addr), len);

	qc->ap->ops->sff_data_xfer(qc, addr, len, rw);
	return len;
}

static size_t ata_pio_in(void *addr, size_t done, size_t len, void *qc)
{
	return ata_pio_step(qc, addr, len, READ);
}

static size_t ata_pio_out(const void *addr, size_t done, size_t len, void *qc)
{
	return ata_pio_step(qc, (void *)addr, len, WRITE);
}

/* Moves data of the command, from where it is in its list on. */
static unsigned int ata_pio_xfer(struct ata_queued_cmd *qc, unsigned int len)
{
	DEFINE_SG_BOUNCE(bounce, 4); /* else a piece might be padded */
	struct sg_iter it;
	unsigned int done;

	sg_iter_init(&it, qc->cursg, UINT_MAX);
	it.offset = qc->cursg_ofs;

	if (qc->tf.flags & ATA_TFLAG_WRITE)
		done = sg_walk_read_bounced_atomic(&it, len, &bounce, qc,
						   ata_pio_out);
	else
		done = sg_walk_write_bounced_atomic(&it, len, &bounce, qc,
						    ata_pio_in);

	qc->cursg = it.sg;
	qc->cursg_ofs = it.offset;
	qc->curbytes += done;
	return done;
}
