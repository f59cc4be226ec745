// SPDX-License-Identifier: GPL-2.0-only
// Replaces: 9c5adde87b4c9155
void memcpy_sglist(struct scatterlist *dst, struct scatterlist *src,
		   unsigned int nbytes)
{
	struct sg_iter to, from;

	sg_iter_init(&to, dst, UINT_MAX);
	sg_iter_init(&from, src, UINT_MAX);
	WARN_ON_ONCE(sg_iter_copy(&to, &from, nbytes) < nbytes);
}
