// SPDX-License-Identifier: GPL-2.0-only
// Replaces: 535d91784a560bf5
static void tmio_mmc_pio_irq(struct tmio_mmc_host *host)
{
	struct mmc_data *data = host->data;
	struct sg_iter it;

	if (host->dma_on) {
		pr_err("PIO IRQ in DMA mode!\n");
		return;
	} else if (!data) {
		pr_debug("Spurious PIO IRQ\n");
		return;
	}

	pr_debug("count: %08x offset: %08x flags %08x\n",
		 data->blksz, host->sg_off, data->flags);

	sg_iter_init(&it, host->sg_ptr, host->sg_len);
	sg_iter_skip(&it, host->sg_off);
	tmio_mmc_transfer_data(host, &it, data->blksz);

	host->sg_ptr = it.sg;
	host->sg_len = it.nents;
	host->sg_off = it.offset;
}
