// SPDX-License-Identifier: GPL-2.0-only
// Replaces: f6752ce992abf2c3
static u64 sdhci_get_word(void *host)
{
	return sdhci_readl(host, SDHCI_BUFFER);
}

static void sdhci_read_block_pio(struct sdhci_host *host)
{
	size_t left = host->data->blksz;

	DBG("PIO reading\n");

	left -= sg_iter_read_fifo_with(&host->sg_iter, left, sizeof(u32),
				       sdhci_get_word, host);
	WARN_ON_ONCE(left);
}
