// SPDX-License-Identifier: GPL-2.0-only
// Replaces: d6e1dcbe6b0759eb
static int r592_transfer_fifo_pio(struct r592_device *dev)
{
	struct memstick_request *req = dev->req;
	struct scatterlist short_data;
	struct sg_iter it;

	if (req->long_data) {
		sg_iter_init(&it, &req->sg, 1);
	} else {
		sg_init_one(&short_data, req->data, req->data_len);
		sg_iter_init(&it, &short_data, 1);
	}

	if (req->tpc >= MS_TPC_SET_RW_REG_ADRS)
		sg_iter_write_fifo_with(&it, it.sg->length, sizeof(u32),
					r592_put_word, dev);
	else
		sg_iter_read_fifo_with(&it, it.sg->length, sizeof(u32),
				       r592_get_word, dev);
	return 0;
}
