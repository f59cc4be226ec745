// SPDX-License-Identifier: GPL-2.0-only
// mmc: mmc_spi: transfer each block by a buffer of the host
//
// Data was given to SPI by the address of a mapping. A block now goes through
// a buffer, which costs little beside the bus; DMA to and from that is fine,
// whatever memory the data is in.
//
// That fixes highmem, where kmap() maps one page: an entry of more, or one
// that crosses from one page to the next, was read and written beyond the
// mapping, and only its first page was flushed. It also fixes a block that
// straddles entries, of which the parts were sent as blocks of their own.
//
// I/O memory works now, and the host says so.
//
// A readback was checked against the size of all that is exchanged with the
// card, where the buffer moves in: check it against what it reads.
//
// Kernels: 6.12-
// Needs: include/linux/mmc/host drivers/mmc/core/queue
// Sites: scratch mmc_spi_readbytes mmc_spi_setup_data_message
// Sites: mmc_spi_writeblock mmc_spi_readblock mmc_spi_data_do mmc_spi_probe

@ include @
@@
 #include <linux/scatterlist.h>
+#include <linux/sg_iter.h>

@ buffer @
@@
 struct scratch {
+	/* first, to share no cache line with what else is exchanged */
+	u8			block[MMC_SPI_BLOCKSIZE];
	...
 };

@ readback @
symbol data, status;
identifier host, length;
@@
 mmc_spi_readbytes(struct mmc_spi_host *host, unsigned int length)
 {
-	if (length > sizeof(*host->data))
+	if (length > sizeof(host->data->status))
	{
		...
	}
	...
 }

@ message @
symbol t, scratch, write;
identifier host;
@@
 mmc_spi_setup_data_message(struct mmc_spi_host *host, ...)
 {
	...
	t = &host->t;
	memset(t, 0, sizeof(*t));
-	t->tx_buf = host->ones;
-	spi_message_add_tail(t, &host->m);
+	t->tx_buf = write ? scratch->block : host->ones;
+	t->rx_buf = write ? NULL : scratch->block;
+	/* length is written later */
+	spi_message_add_tail(t, &host->m);
	... when any
 }

@ write_block @
symbol tx_buf, len, t, timeout, scratch;
identifier host;
@@
 static int mmc_spi_writeblock(struct mmc_spi_host *host, struct spi_transfer *t,
+			       struct sg_iter *it,
			       unsigned long timeout)
 {
	...
+	sg_iter_copy_to_buf(it, scratch->block, t->len);
	if (host->mmc->use_spi_crc)
		scratch->crc_val = ...;
	...
-	t->tx_buf += t->len;
-
	...
 }

@ read_block @
symbol rx_buf, len, scratch, t, timeout;
identifier host;
@@
 static int mmc_spi_readblock(struct mmc_spi_host *host, struct spi_transfer *t,
+			      struct sg_iter *it,
			      unsigned long timeout)
 {
	...
-	t->rx_buf += t->len;
+	sg_iter_copy_from_buf(it, scratch->block, t->len);
	...
 }

@ blocks @
symbol t, len, write, timeout, write_or_read, it, left, status;
identifier host, cmd, blk_size, sg, n_sg, spi;
iterator name for_each_sg;
statement S;
@@
 mmc_spi_data_do(struct mmc_spi_host *host, struct mmc_command *cmd,
		struct mmc_data *data, u32 blk_size)
 {
	struct spi_device *spi = host->spi;
	struct spi_transfer *t;
-	struct scatterlist *sg;
-	unsigned n_sg;
+	struct sg_iter it;
+	size_t left;
	...
-	timeout = usecs_to_jiffies((unsigned int)timeout) + 1;
-	for_each_sg(data->sg, sg, data->sg_len, n_sg) S
+	timeout = usecs_to_jiffies((unsigned int)timeout) + 1;
+
+	sg_iter_init(&it, data->sg, data->sg_len);
+	left = sg_iter_count(&it);
+	while (left) {
+		int status;
+
+		t->len = min_t(size_t, left, blk_size);
+
+		dev_dbg(&spi->dev, "    %s block, %d bytes\n", write_or_read,
+			t->len);
+
+		if (write)
+			status = mmc_spi_writeblock(host, t, &it, timeout);
+		else
+			status = mmc_spi_readblock(host, t, &it, timeout);
+		if (status < 0) {
+			data->error = status;
+			dev_dbg(&spi->dev, "%s status %d\n", write_or_read,
+				status);
+			break;
+		}
+
+		data->bytes_xfered += t->len;
+		left -= t->len;
+	}
	...
 }

@ capability @
identifier mmc;
@@
 mmc_spi_probe(...)
 {
	...
	mmc->caps = MMC_CAP_SPI;
+	mmc->cpu_data = true;
	...
 }
