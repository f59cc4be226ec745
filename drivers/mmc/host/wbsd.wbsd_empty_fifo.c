// SPDX-License-Identifier: GPL-2.0-only
// Replaces: d1b4208a18490cb8
static size_t wbsd_empty_step(void *addr, size_t done, size_t len, void *priv)
{
	struct wbsd_host *host = priv;

	insb(host->base + WBSD_DFR, addr, len);
	return len;
}

static void wbsd_empty_fifo(struct wbsd_host *host)
{
	struct mmc_data *data = host->mrq->cmd->data;
	DEFINE_SG_BOUNCE(bounce, 1);
	unsigned int fsr, fifo;

	while (sg_iter_count(&host->sg_iter)) {
		fsr = inb(host->base + WBSD_FSR);
		if (fsr & WBSD_FIFO_EMPTY) {
			/* the chip does not interrupt for the last few bytes */
			if (data->blocks * data->blksz - data->bytes_xfered < 16)
				queue_work(system_bh_wq, &host->fifo_bh_work);
			return;
		}

		/* the size in the FSR is broken: this many at least */
		if (fsr & WBSD_FIFO_FULL)
			fifo = 16;
		else if (fsr & WBSD_FIFO_FUTHRE)
			fifo = 8;
		else
			fifo = 1;
		data->bytes_xfered +=
			sg_walk_write_bounced_atomic(&host->sg_iter, fifo, &bounce,
						     host, wbsd_empty_step);
	}
}
