// SPDX-License-Identifier: GPL-2.0-only
// Replaces: c745fb70623297b4
static void dw_mci_write_data_pio(struct dw_mci *host)
{
	size_t room, len;
	u32 status;

	do {
		do {
			room = host->fifo_depth -
			       SDMMC_GET_FCNT(mci_readl(host, STATUS));
			room <<= host->data_shift;
			len = dw_mci_push_data(host, room);
			host->data->bytes_xfered += len;
		} while (len);

		status = mci_readl(host, MINTSTS);
		mci_writel(host, RINTSTS, SDMMC_INT_TXDR);
	/* with room left in the FIFO, there is no more data */
	} while (!room && status & SDMMC_INT_TXDR);

	if (room || !sg_iter_count(&host->sg_iter))
		dw_mci_end_pio(host);
}

#ifdef CONFIG_MMC_DW_KUNIT_TEST
#include "dw_mmc-test.c"
#endif
