// SPDX-License-Identifier: GPL-2.0-only
// Replaces: c20cd64f306dcece
static u64 tifm_sd_read_fifo(void *priv)
{
	struct tifm_dev *sock = priv;

	return readl(sock->addr + SOCK_MMCSD_DATA);
}

static void tifm_sd_write_fifo(void *priv, u64 word)
{
	struct tifm_dev *sock = priv;

	writel(word, sock->addr + SOCK_MMCSD_DATA);
}
