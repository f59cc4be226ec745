// SPDX-License-Identifier: GPL-2.0-only
// Replaces: 29a6f3e4629dfa2f
static sense_reason_t
compare_and_write_do_cmp(struct scatterlist *read_sgl, unsigned int read_nents,
			 struct scatterlist *cmp_sgl, unsigned int cmp_nents,
			 unsigned int cmp_len, unsigned int *miscmp_off)
{
	struct sg_iter read, cmp;

	sg_iter_init(&read, read_sgl, read_nents);
	sg_iter_init(&cmp, cmp_sgl, cmp_nents);
	*miscmp_off = sg_iter_compare(&read, &cmp, cmp_len);
	if (*miscmp_off < cmp_len) {
		pr_warn("Detected MISCOMPARE at offset %u\n", *miscmp_off);
		return TCM_MISCOMPARE_VERIFY;
	}
	pr_debug("COMPARE AND WRITE read data matches compare data\n");
	return TCM_NO_SENSE;
}
