// SPDX-License-Identifier: GPL-2.0-only
// Replaces: 31a97e405ebcf303
static void sdhci_put_word(void *host, u64 word)
{
	sdhci_writel(host, word, SDHCI_BUFFER);
}

static void sdhci_write_block_pio(struct sdhci_host *host)
{
	size_t left = host->data->blksz;

	DBG("PIO writing\n");

	left -= sg_iter_write_fifo_with(&host->sg_iter, left, sizeof(u32),
					sdhci_put_word, host);
	WARN_ON_ONCE(left);
}
