// SPDX-License-Identifier: GPL-2.0-only
// Replaces: 0774decd930dcc88 208b4491b48473bf
static void tifm_sd_bounce_block(struct tifm_sd *host, struct mmc_data *r_data)
{
	unsigned int left = r_data->blksz, cnt;

	dev_dbg(&host->dev->dev, "bouncing block\n");
	if (r_data->flags & MMC_DATA_WRITE)
		sg_iter_copy_to_buf(&host->sg_iter, host->bounce_buf_data, left);
	else if (r_data->flags & MMC_DATA_READ)
		sg_iter_copy_from_buf(&host->sg_iter, host->bounce_buf_data, left);

	/* DMA goes on behind the block */
	for (; left; left -= cnt) {
		if (host->block_pos == sg_dma_len(&r_data->sg[host->sg_pos])) {
			host->block_pos = 0;
			if (++host->sg_pos == host->sg_len)
				return;
		}
		cnt = min(sg_dma_len(&r_data->sg[host->sg_pos]) - host->block_pos,
			  left);
		host->block_pos += cnt;
	}
}
