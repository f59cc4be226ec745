// SPDX-License-Identifier: GPL-2.0-only
// Replaces: 73cff7f7ac278822
/* As readl() would give it: the byte at the lowest address is the lowest one. */
static u64 dw_mci_get64(void *priv)
{
	struct dw_mci *host = priv;
	u64 word = host->quirks & DW_MMC_QUIRK_FIFO64_32 ?
		   mci_fifo_l_readq(host->fifo_reg) :
		   mci_fifo_readq(host->fifo_reg);

	return le64_to_cpu((__force __le64)word);
}

static void dw_mci_put64(void *priv, u64 word)
{
	struct dw_mci *host = priv;

	word = (__force u64)cpu_to_le64(word);
	if (host->quirks & DW_MMC_QUIRK_FIFO64_32)
		mci_fifo_l_writeq(host->fifo_reg, word);
	else
		mci_fifo_writeq(host->fifo_reg, word);
}

static size_t dw_mci_pull_data(struct dw_mci *host, size_t len)
{
	struct sg_iter *it = &host->sg_iter;

	switch (host->data_shift) {
	case 1:
		return sg_iter_read_fifo16(it, host->fifo_reg, len);
	case 2:
		return sg_iter_read_fifo32(it, host->fifo_reg, len);
	default:
		return sg_iter_read_fifo_with(it, len, sizeof(u64),
					      dw_mci_get64, host);
	}
}

static size_t dw_mci_push_data(struct dw_mci *host, size_t len)
{
	struct sg_iter *it = &host->sg_iter;

	switch (host->data_shift) {
	case 1:
		return sg_iter_write_fifo16(it, host->fifo_reg, len);
	case 2:
		return sg_iter_write_fifo32(it, host->fifo_reg, len);
	default:
		return sg_iter_write_fifo_with(it, len, sizeof(u64),
					       dw_mci_put64, host);
	}
}
