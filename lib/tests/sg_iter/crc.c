// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests of checksums over a scatterlist: the library's over the same bytes
 */
#include <linux/random.h>
#include <linux/sg_crc.h>

#include "suites.h"

struct checksum {
	/* both go on from *crc */
	size_t	(*of_list)(struct sg_iter *it, u32 *crc, size_t len);
	void	(*of_bytes)(u32 *crc, const u8 *bytes, size_t len);
};

static void crc32c_of_bytes(u32 *crc, const u8 *bytes, size_t len)
{
	*crc = crc32c(*crc, bytes, len);
}

static void crc32_le_of_bytes(u32 *crc, const u8 *bytes, size_t len)
{
	*crc = crc32_le(*crc, bytes, len);
}

static size_t crc_t10dif_of_list(struct sg_iter *it, u32 *crc, size_t len)
{
	u16 crc16 = *crc;
	size_t n = sg_iter_crc_t10dif(it, &crc16, len);

	*crc = crc16;
	return n;
}

static void crc_t10dif_of_bytes(u32 *crc, const u8 *bytes, size_t len)
{
	*crc = crc_t10dif_update(*crc, bytes, len);
}

static size_t crc_itu_t_of_list(struct sg_iter *it, u32 *crc, size_t len)
{
	u16 crc16 = *crc;
	size_t n = sg_iter_crc_itu_t(it, &crc16, len);

	*crc = crc16;
	return n;
}

static void crc_itu_t_of_bytes(u32 *crc, const u8 *bytes, size_t len)
{
	*crc = crc_itu_t(*crc, bytes, len);
}

static const struct checksum checksums[] = {
	{ sg_iter_crc32c, crc32c_of_bytes },
	{ sg_iter_crc32_le, crc32_le_of_bytes },
	{ crc_t10dif_of_list, crc_t10dif_of_bytes },
	{ crc_itu_t_of_list, crc_itu_t_of_bytes },
};

static void test_one(struct sg_model *m, const struct checksum *sum, size_t start,
		     size_t len, size_t most)
{
	size_t n = sg_model_available(m, start, len), done, piece;
	u32 wanted = get_random_u16(), crc = wanted;
	struct kunit *test = m->test;
	struct sg_iter it;

	sum->of_bytes(&wanted, m->data + start, n);
	sg_model_start(m, &it, start);
	for (done = 0; done < len; done += piece) {
		piece = min(most, len - done);
		KUNIT_ASSERT_EQ(test, min(piece, n - min(done, n)),
				sum->of_list(&it, &crc, piece));
	}
	KUNIT_ASSERT_EQ(test, wanted, crc);
	sg_model_expect_at(m, &it, start + n);
	sg_test_expect_balanced(test);
}

static void test_checksums(struct kunit *test)
{
	static const size_t pieces[] = { SIZE_MAX, 1000, 61 };
	struct sg_model *m = sg_model_build(test, test->param_value);
	unsigned int i, k, p;
	size_t start, len;

	for (k = 0; k < ARRAY_SIZE(checksums); k++)
		for (i = 0; sg_test_next_range(m, &i, &start, &len);)
			for (p = 0; p < ARRAY_SIZE(pieces); p++)
				test_one(m, &checksums[k], start, len, pieces[p]);
	sg_model_verify(m);
}

/* The values that others compute, of the digits from 1 to 9 */
static void test_check_values(struct kunit *test)
{
	const struct sg_shape shape = { "", ENTRIES({ 3, 4 }, { 1, 5 }) };
	struct sg_model *m = sg_model_build(test, &shape);
	u32 crc32c = ~0, crc32 = ~0;
	u16 t10dif = 0, itu_t = 0;
	struct sg_iter it;

	memcpy(m->data, "123456789", 9);
	sg_model_store(m);
	sg_model_start(m, &it, 0);
	sg_iter_crc32c(&it, &crc32c, 9);
	sg_model_start(m, &it, 0);
	sg_iter_crc32_le(&it, &crc32, 9);
	sg_model_start(m, &it, 0);
	sg_iter_crc_t10dif(&it, &t10dif, 9);
	sg_model_start(m, &it, 0);
	sg_iter_crc_itu_t(&it, &itu_t, 9);
	KUNIT_EXPECT_EQ(test, 0xe3069283, ~crc32c);
	KUNIT_EXPECT_EQ(test, 0xcbf43926, ~crc32);
	KUNIT_EXPECT_EQ(test, 0xd0db, t10dif);
	KUNIT_EXPECT_EQ(test, 0x31c3, itu_t);
}

DEFINE_SUITES(ON_EACH_SHAPE(test_checksums),
	      KUNIT_CASE(test_check_values));

kunit_test_suites(&suites[0], &suites[1], &suites[2], &suites[3]);
