// SPDX-License-Identifier: GPL-2.0-only
// Replaces: 535d91784a560bf5
static void tmio_mmc_pio_irq(struct tmio_mmc_host *host)
{
	struct mmc_data *data = host->data;
	DEFINE_SG_BOUNCE(bounce, sizeof(u64));
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
	if (data->flags & MMC_DATA_READ)
		sg_walk_write_bounced_atomic(&it, data->blksz, &bounce, host,
					     tmio_mmc_read_step);
	else
		sg_walk_read_bounced_atomic(&it, data->blksz, &bounce, host,
					    tmio_mmc_write_step);

	host->sg_ptr = it.sg;
	host->sg_len = it.nents;
	host->sg_off = it.offset;
}
