// SPDX-License-Identifier: GPL-2.0-only
// Replaces: b4ba95185ec290c3 c788cb01e3facc28
static void tifm_sd_transfer_data(struct tifm_sd *host)
{
	struct mmc_data *r_data = host->req->cmd->data;
	size_t t_size = TIFM_MMCSD_FIFO_SIZE * 2;

	if (r_data->flags & MMC_DATA_READ)
		sg_iter_read_fifo_with(&host->sg_iter, t_size, sizeof(u16),
				       tifm_sd_read_fifo, host->dev);
	else if (r_data->flags & MMC_DATA_WRITE)
		sg_iter_write_fifo_with(&host->sg_iter, t_size, sizeof(u16),
					tifm_sd_write_fifo, host->dev);
}
