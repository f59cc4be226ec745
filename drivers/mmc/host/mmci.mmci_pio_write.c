// SPDX-License-Identifier: GPL-2.0-only
// Replaces: 48a166373f495f7e
static void mmci_pio_write(struct mmci_host *host, u32 status)
{
	struct variant_data *variant = host->variant;
	void __iomem *base = host->base;

	while (host->size && status & MCI_TXFIFOHALFEMPTY) {
		unsigned int room = status & MCI_TXFIFOEMPTY ?
				    variant->fifosize : variant->fifohalfsize;
		size_t count, done;

		/* whole words; only SDIO's last one may hold less data */
		count = min(host->size, room);
		done = sg_iter_write_fifo32(&host->sg_iter, base + MMCIFIFO, count);
		host->size -= done;
		if (done < count)
			break;

		status = readl(base + MMCISTATUS);
	}
}
