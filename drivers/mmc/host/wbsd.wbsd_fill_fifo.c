// SPDX-License-Identifier: GPL-2.0-only
// Replaces: f631dadaef2bc63a
static void wbsd_put_byte(void *priv, u64 byte)
{
	struct wbsd_host *host = priv;

	outb(byte, host->base + WBSD_DFR);
}

static void wbsd_fill_fifo(struct wbsd_host *host)
{
	struct mmc_data *data = host->mrq->cmd->data;
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
		data->bytes_xfered += sg_iter_write_fifo_with(&host->sg_iter, room, 1,
							      wbsd_put_byte, host);
	}
}
