// SPDX-License-Identifier: GPL-2.0-only
// Replaces: f631dadaef2bc63a
static size_t wbsd_fill_step(const void *addr, size_t done, size_t len, void *priv)
{
	struct wbsd_host *host = priv;

	outsb(host->base + WBSD_DFR, addr, len);
	return len;
}

static void wbsd_fill_fifo(struct wbsd_host *host)
{
	struct mmc_data *data = host->mrq->cmd->data;
	DEFINE_SG_BOUNCE(bounce, 1);
	unsigned int fsr, room;

	while (sg_iter_count(&host->sg_iter)) {
		fsr = inb(host->base + WBSD_FSR);
		if (fsr & WBSD_FIFO_FULL) {
			/* the chip does not always interrupt when it is empty */
			queue_work(system_bh_wq, &host->fifo_bh_work);
			return;
		}

		/* the size in the FSR is broken: this much at least */
		if (fsr & WBSD_FIFO_EMPTY)
			room = 16;
		else if (fsr & WBSD_FIFO_EMTHRE)
			room = 8;
		else
			room = 1;
		data->bytes_xfered +=
			sg_walk_read_bounced_atomic(&host->sg_iter, room, &bounce,
						    host, wbsd_fill_step);
	}
}
