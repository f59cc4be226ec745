// SPDX-License-Identifier: GPL-2.0-only
// Replaces: 39a85caedb5e9c8d 059bce246d37048a
unsigned int usb_stor_access_xfer_buf(unsigned char *buffer,
	unsigned int buflen, struct scsi_cmnd *srb, struct scatterlist **sgptr,
	unsigned int *offset, enum xfer_buf_dir dir)
{
	struct sg_iter it;
	unsigned int cnt;

	/* wherever in the list this is, its end is marked */
	sg_iter_init(&it, *sgptr ?: scsi_sglist(srb), UINT_MAX);
	sg_iter_skip(&it, *offset);

	if (dir == FROM_XFER_BUF)
		cnt = sg_iter_copy_to_buf(&it, buffer, buflen);
	else
		cnt = sg_iter_copy_from_buf(&it, buffer, buflen);

	*sgptr = it.sg;
	*offset = it.offset;
	return cnt;
}
