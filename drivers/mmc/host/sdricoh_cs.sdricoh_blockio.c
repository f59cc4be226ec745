// SPDX-License-Identifier: GPL-2.0-only
// Replaces: 3dc978cbfd154fde
static u64 sdricoh_get_word(void *host)
{
	return sdricoh_readl(host, R230_DATA);
}

static void sdricoh_put_word(void *host, u64 word)
{
	sdricoh_writel(host, R230_DATA, word);
}

static int sdricoh_blockio(struct sdricoh_host *host, int read,
			   struct sg_iter *it, size_t len)
{
	if (sdricoh_query_status(host, read ? STATUS_READY_TO_READ :
					      STATUS_READY_TO_WRITE))
		return -ETIMEDOUT;
	sdricoh_writel(host, R21C_STATUS, 0x18);

	if (read)
		sg_iter_read_fifo_with(it, len, sizeof(u32), sdricoh_get_word, host);
	else
		sg_iter_write_fifo_with(it, len, sizeof(u32), sdricoh_put_word, host);
	return 0;
}
