// SPDX-License-Identifier: GPL-2.0-only
// Replaces: e102a9cf9a098009 ef6c62f89869f126
static size_t tifm_ms_read(void *addr, size_t done, size_t len, void *host)
{
	return tifm_ms_read_data(host, addr, len);
}

static size_t tifm_ms_write(const void *addr, size_t done, size_t len,
			    void *host)
{
	return tifm_ms_write_data(host, addr, len);
}

/* Moves data until there is no more, or the FIFO is empty or full. */
static unsigned int tifm_ms_transfer(struct tifm_ms *host, unsigned int length)
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
					   tifm_ms_write) :
	       sg_walk_write_bounced_atomic(&it, length, &bounce, host,
					    tifm_ms_read);
}

static unsigned int tifm_ms_transfer_data(struct tifm_ms *host)
{
	struct memstick_request *req = host->req;
	struct tifm_dev *sock = host->dev;
	unsigned int length, moved;

	length = req->long_data ? req->sg.length : req->data_len;
	length -= host->block_pos;
	dev_dbg(&sock->dev, "fifo data transfer, %d, %d\n", length,
		host->block_pos);

	while (length) {
		moved = tifm_ms_transfer(host, length);
		if (!moved)
			break;
		host->block_pos += moved;
		length -= moved;
	}

	dev_dbg(&sock->dev, "fifo data transfer, %d remaining\n", length);
	if (length || req->data_dir == READ) {
		readl(sock->addr + SOCK_MS_DATA);
		return length;
	}

	if (host->io_pos) {
		writel(TIFM_MS_SYS_FDIR | readl(sock->addr + SOCK_MS_SYSTEM),
		       sock->addr + SOCK_MS_SYSTEM);
		writel(host->io_word, sock->addr + SOCK_MS_DATA);
	}
	writel(TIFM_MS_SYS_FDIR | readl(sock->addr + SOCK_MS_SYSTEM),
	       sock->addr + SOCK_MS_SYSTEM);
	writel(0, sock->addr + SOCK_MS_DATA);
	return 0;
}
