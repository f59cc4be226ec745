// SPDX-License-Identifier: GPL-2.0-only
// Replaces: 26fb262a1ca3d1ae
static void dw_mci_end_pio(struct dw_mci *host)
{
	host->sg = NULL;
	smp_wmb(); /* drain writebuffer */
	set_bit(EVENT_XFER_COMPLETE, &host->pending_events);
}

static void dw_mci_read_data_pio(struct dw_mci *host, bool dto)
{
	size_t level, len;
	u32 status;

	do {
		do {
			level = SDMMC_GET_FCNT(mci_readl(host, STATUS));
			level <<= host->data_shift;
			len = dw_mci_pull_data(host, level);
			host->data->bytes_xfered += len;
		} while (len);

		status = mci_readl(host, MINTSTS);
		mci_writel(host, RINTSTS, SDMMC_INT_RXDR);
	/* what is left in the FIFO now is more than there is room for */
	} while (!level &&
		 (status & SDMMC_INT_RXDR ||
		  (dto && SDMMC_GET_FCNT(mci_readl(host, STATUS)))));

	if (level || !sg_iter_count(&host->sg_iter))
		dw_mci_end_pio(host);
}
