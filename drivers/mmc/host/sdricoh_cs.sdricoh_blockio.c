// SPDX-License-Identifier: GPL-2.0-only
// Replaces: 3dc978cbfd154fde
static int sdricoh_blockio(struct sdricoh_host *host, int read,
			   struct sg_iter *it, size_t len)
{
	void __iomem *fifo = host->iobase + R230_DATA;

	if (sdricoh_query_status(host, read ? STATUS_READY_TO_READ :
					      STATUS_READY_TO_WRITE))
		return -ETIMEDOUT;
	sdricoh_writel(host, R21C_STATUS, 0x18);

	if (read)
		sg_iter_read_fifo32(it, fifo, len);
	else
		sg_iter_write_fifo32(it, fifo, len);
	return 0;
}
