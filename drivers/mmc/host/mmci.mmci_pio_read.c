// SPDX-License-Identifier: GPL-2.0-only
// Replaces: 451a73ba0d7f25ae
static void mmci_pio_read(struct mmci_host *host, u32 status)
{
	void __iomem *base = host->base;

	while (host->size && status & MCI_RXDATAAVLBL) {
		int level = host->get_rx_fifocnt(host, status, host->size);
		size_t count, done;

		if (level <= 0)
			break;

		/* whole words; only SDIO's last one may hold less data */
		count = min_t(size_t, level, host->size);
		done = sg_iter_read_fifo32(&host->sg_iter, base + MMCIFIFO, count);
		host->size -= done;
		if (done < count)
			break;

		status = readl(base + MMCISTATUS);
	}
}
