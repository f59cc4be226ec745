// SPDX-License-Identifier: GPL-2.0-only
// Replaces: 3efd4925f0b09395 c3f8fb983a240d56
static size_t jmb38x_ms_read(void *addr, size_t done, size_t len, void *priv)
{
	struct jmb38x_ms_host *host = priv;

	if (host->cmd_flags & REG_DATA)
		return jmb38x_ms_read_reg_data(host, addr, len);
	return jmb38x_ms_read_data(host, addr, len);
}

static size_t jmb38x_ms_write(const void *addr, size_t done, size_t len,
			      void *priv)
{
	struct jmb38x_ms_host *host = priv;

	if (host->cmd_flags & REG_DATA)
		return jmb38x_ms_write_reg_data(host, addr, len);
	return jmb38x_ms_write_data(host, addr, len);
}

/* Moves data until there is no more, or the FIFO is empty or full. */
static unsigned int jmb38x_ms_transfer(struct jmb38x_ms_host *host,
				       unsigned int length)
{
	struct memstick_request *req = host->req;
	DEFINE_SG_BOUNCE(bounce, 4);
	struct scatterlist short_data;
	struct sg_iter it;

	if (req->long_data) {
		sg_iter_init(&it, &req->sg, 1);
	} else {
		sg_init_one(&short_data, req->data, req->data_len);
		sg_iter_init(&it, &short_data, 1);
	}
	sg_iter_skip(&it, host->block_pos);
	return req->data_dir == WRITE ?
	       sg_walk_read_bounced_atomic(&it, length, &bounce, host,
					   jmb38x_ms_write) :
	       sg_walk_write_bounced_atomic(&it, length, &bounce, host,
					    jmb38x_ms_read);
}

static int jmb38x_ms_transfer_data(struct jmb38x_ms_host *host)
{
	struct memstick_request *req = host->req;
	unsigned int length, moved;

	length = req->long_data ? req->sg.length : req->data_len;
	length -= host->block_pos;

	while (length) {
		moved = jmb38x_ms_transfer(host, length);
		if (!moved)
			break;
		host->block_pos += moved;
		length -= moved;
	}

	if (!length && req->data_dir == WRITE) {
		if (host->cmd_flags & REG_DATA) {
			writel(host->io_word[0], host->addr + TPC_P0);
			writel(host->io_word[1], host->addr + TPC_P1);
		} else if (host->io_pos) {
			writel(host->io_word[0], host->addr + DATA);
		}
	}

	return length;
}
