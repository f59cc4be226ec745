// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests of the crypto API on I/O memory: what a synchronous algorithm does
 * with it is what it does with RAM; an asynchronous one refuses it
 */
#include <crypto/aead.h>
#include <crypto/internal/hash.h>
#include <crypto/scatterwalk.h>
#include <crypto/skcipher.h>

#include "suites.h"

#define DATA	(PAGE + 400)
#define ASSOC	21
#define TAG	16

/* without empty entries: there the kernel's own hash walk ends */
static const struct sg_shape shape = {
	"", ENTRIES({ 9, 50 }, { 5, 3 }, { PAGE - 7, 1000 }, { 1, 64, true },
		    { 11, 2 * PAGE }),
};

static const struct sg_shape other = {
	"", ENTRIES({ 5, 70 }, { 9, 1000 }, { 0, 3, true }, { 11, PAGE },
		    { 2, 900 }, { 3, 2 * PAGE }),
};

static bool is_ram(struct scatterlist *sgl, size_t len)
{
	struct sg_iter it;

	sg_iter_init(&it, sgl, UINT_MAX);
	return sg_iter_is_ram(&it, len);
}

static const u8 key[] = "Another key from which to encrypt";
static const u8 iv[32] = "and an initialization vector";

static void test_copies(struct kunit *test)
{
	u8 *buf = sg_model_alloc(test, DATA);
	struct sg_model *m = sg_model_build(test, &shape), *dst;
	unsigned int i;

	for (i = 0; (dst = sg_test_other(test, i, &other)); i++) {
		scatterwalk_map_and_copy(buf, m->sgl, 47, DATA, 0);
		sg_test_expect_same(test, buf, m->data + 47, DATA);

		memcpy(dst->data + 52, buf, DATA);
		scatterwalk_map_and_copy(buf, dst->sgl, 52, DATA, 1);
		sg_model_verify(dst);

		memcpy(dst->data, m->data, DATA);
		memcpy_sglist(dst->sgl, m->sgl, DATA);
		memcpy_sglist(m->sgl, m->sgl, DATA);
		sg_model_verify(m);
		sg_model_verify(dst);
	}
}

/* What cryptd has once made of a synchronous algorithm would be taken instead. */
static u32 mask_of(const char *name)
{
	return strstarts(name, "cryptd(") ? 0 : CRYPTO_ALG_ASYNC;
}

static void skcipher_do(struct kunit *test, const char *name, struct scatterlist *src,
			struct scatterlist *dst, bool encrypt, int want)
{
	struct crypto_skcipher *tfm = crypto_alloc_skcipher(name, 0, mask_of(name));
	u8 *chained = sg_model_alloc(test, sizeof(iv));
	struct skcipher_request *req;
	DECLARE_CRYPTO_WAIT(wait);

	KUNIT_ASSERT_FALSE_MSG(test, IS_ERR(tfm), "%s: %pe", name, tfm);
	KUNIT_EXPECT_EQ(test, 0, crypto_skcipher_setkey(tfm, key, 32));
	req = skcipher_request_alloc(tfm, GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, req);
	memcpy(chained, iv, sizeof(iv));
	skcipher_request_set_callback(req, CRYPTO_TFM_REQ_MAY_SLEEP, crypto_req_done, &wait);
	skcipher_request_set_crypt(req, src, dst, DATA, chained);
	KUNIT_EXPECT_EQ(test, want,
			crypto_wait_req(encrypt ? crypto_skcipher_encrypt(req) :
						  crypto_skcipher_decrypt(req), &wait));
	KUNIT_EXPECT_PTR_EQ(test, src, req->src);
	KUNIT_EXPECT_PTR_EQ(test, dst, req->dst);
	skcipher_request_free(req);
	crypto_free_skcipher(tfm);
}

static void test_skcipher(struct kunit *test)
{
	static const char * const names[] = { "ctr(aes)", "xts(aes)", "adiantum(xchacha12,aes)" };
	u8 *buf = sg_model_alloc(test, DATA);
	struct sg_model *m = sg_model_build(test, &shape), *dst;
	struct scatterlist flat;
	unsigned int i, k;

	for (i = 0; (dst = sg_test_other(test, i, &other)); i++) {
		for (k = 0; k < ARRAY_SIZE(names); k++) {
			sg_init_one(&flat, buf, DATA);
			memcpy(buf, m->data, DATA);
			skcipher_do(test, names[k], &flat, &flat, true, 0);

			skcipher_do(test, names[k], m->sgl, dst->sgl, true, 0);
			memcpy(dst->data, buf, DATA);
			sg_model_verify(m);
			sg_model_verify(dst);

			skcipher_do(test, names[k], dst->sgl, dst->sgl, false, 0);
			memcpy(dst->data, m->data, DATA);
			sg_model_verify(dst);
		}
	}
}

static void aead_do(struct kunit *test, const char *name, struct scatterlist *src,
		    struct scatterlist *dst, bool encrypt, int want)
{
	struct crypto_aead *tfm = crypto_alloc_aead(name, 0, mask_of(name));
	u8 *chained = sg_model_alloc(test, sizeof(iv));
	struct aead_request *req;
	DECLARE_CRYPTO_WAIT(wait);

	KUNIT_ASSERT_FALSE_MSG(test, IS_ERR(tfm), "%s: %pe", name, tfm);
	KUNIT_EXPECT_EQ(test, 0, crypto_aead_setkey(tfm, key, 32));
	KUNIT_EXPECT_EQ(test, 0, crypto_aead_setauthsize(tfm, TAG));
	req = aead_request_alloc(tfm, GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, req);
	memcpy(chained, iv, sizeof(iv));
	aead_request_set_callback(req, CRYPTO_TFM_REQ_MAY_SLEEP, crypto_req_done, &wait);
	aead_request_set_ad(req, ASSOC);
	aead_request_set_crypt(req, src, dst, encrypt ? DATA : DATA + TAG, chained);
	KUNIT_EXPECT_EQ(test, want,
			crypto_wait_req(encrypt ? crypto_aead_encrypt(req) :
						  crypto_aead_decrypt(req), &wait));
	KUNIT_EXPECT_PTR_EQ(test, src, req->src);
	KUNIT_EXPECT_PTR_EQ(test, dst, req->dst);
	aead_request_free(req);
	crypto_free_aead(tfm);
}

static void test_aead(struct kunit *test)
{
	static const char * const names[] = { "gcm(aes)", "rfc7539(chacha20,poly1305)" };
	u8 *buf = sg_model_alloc(test, ASSOC + DATA + TAG);
	struct sg_model *m = sg_model_build(test, &shape), *dst;
	struct scatterlist flat;
	unsigned int i, k;

	sg_init_one(&flat, buf, ASSOC + DATA + TAG);
	for (i = 0; (dst = sg_test_other(test, i, &other)); i++) {
		for (k = 0; k < ARRAY_SIZE(names); k++) {
			memcpy(buf, m->data, ASSOC + DATA);
			aead_do(test, names[k], &flat, &flat, true, 0);

			/* whether associated data is copied is the algorithm's business */
			memcpy(dst->data, m->data, ASSOC);
			sg_model_store(dst);
			aead_do(test, names[k], m->sgl, dst->sgl, true, 0);
			memcpy(dst->data + ASSOC, buf + ASSOC, DATA + TAG);
			sg_model_verify(m);
			sg_model_verify(dst);

			aead_do(test, names[k], dst->sgl, dst->sgl, false, 0);
			memcpy(dst->data + ASSOC, m->data + ASSOC, DATA);
			sg_model_verify_range(dst, 0, ASSOC + DATA);
			sg_model_store(dst);

			/* that was deciphered: it does not authenticate again */
			if (!is_ram(dst->sgl, ASSOC + DATA)) {
				aead_do(test, names[k], dst->sgl, dst->sgl, false, -EBADMSG);
				sg_model_verify(dst);
			}
		}
	}
}

static void ahash_do(struct kunit *test, const char *name, struct scatterlist *src,
		     unsigned int step, u8 *digest)
{
	struct crypto_ahash *tfm = crypto_alloc_ahash(name, 0, mask_of(name));
	struct ahash_request *req;
	DECLARE_CRYPTO_WAIT(wait);
	int err;

	KUNIT_ASSERT_FALSE_MSG(test, IS_ERR(tfm), "%s: %pe", name, tfm);
	req = ahash_request_alloc(tfm, GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, req);
	ahash_request_set_callback(req, CRYPTO_TFM_REQ_MAY_SLEEP, crypto_req_done, &wait);
	ahash_request_set_crypt(req, src, digest, step ?: DATA);
	if (!step) {
		err = crypto_wait_req(crypto_ahash_digest(req), &wait);
	} else {
		err = crypto_wait_req(crypto_ahash_init(req), &wait);
		err = err ?: crypto_wait_req(crypto_ahash_update(req), &wait);
		req->nbytes = DATA;
		err = err ?: crypto_wait_req(crypto_ahash_finup(req), &wait);
	}
	KUNIT_EXPECT_EQ(test, 0, err);
	KUNIT_EXPECT_PTR_EQ(test, src, req->src);
	KUNIT_EXPECT_EQ(test, DATA, req->nbytes);
	ahash_request_free(req);
	crypto_free_ahash(tfm);
}

static void test_ahash(struct kunit *test)
{
	static const char * const names[] = { "sha256", "crc32c" };
	static const unsigned int steps[] = { 0, 1, 64, DATA };
	u8 *buf = sg_model_alloc(test, DATA), is[32], want[32];
	struct sg_model *m = sg_model_build(test, &shape);
	struct scatterlist flat;
	unsigned int k, n;

	sg_init_one(&flat, buf, DATA);
	memcpy(buf, m->data, DATA);
	for (k = 0; k < ARRAY_SIZE(names); k++) {
		for (n = 0; n < ARRAY_SIZE(steps); n++) {
			memset(want, 0, sizeof(want));
			memset(is, 0, sizeof(is));
			ahash_do(test, names[k], &flat, steps[n], want);
			ahash_do(test, names[k], m->sgl, steps[n], is);
			KUNIT_EXPECT_MEMEQ(test, is, want, sizeof(want));
		}
	}
	sg_model_verify(m);
}

/* Such an algorithm is there for each synchronous one; its name tells of that. */
static const char *name_of_async(struct kunit *test, struct crypto_tfm *tfm)
{
	const size_t size = CRYPTO_MAX_ALG_NAME + sizeof("cryptd()");
	char *name = sg_model_alloc(test, size);

	snprintf(name, size, "cryptd(%s)", crypto_tfm_alg_driver_name(tfm));
	return name;
}

static void test_asynchronous(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, &shape);
	struct crypto_skcipher *skcipher;
	struct crypto_aead *aead;
	const char *name;

	if (is_ram(m->sgl, DATA))
		kunit_skip(test, "nothing to refuse");
	skcipher = crypto_alloc_skcipher("ctr(aes)", 0, CRYPTO_ALG_ASYNC);
	KUNIT_ASSERT_FALSE(test, IS_ERR(skcipher));
	name = name_of_async(test, crypto_skcipher_tfm(skcipher));
	skcipher_do(test, name, m->sgl, m->sgl, true, -EREMOTEIO);
	skcipher_do(test, name, m->sgl, m->sgl, false, -EREMOTEIO);
	crypto_free_skcipher(skcipher);

	aead = crypto_alloc_aead("gcm(aes)", 0, CRYPTO_ALG_ASYNC);
	KUNIT_ASSERT_FALSE(test, IS_ERR(aead));
	name = name_of_async(test, crypto_aead_tfm(aead));
	aead_do(test, name, m->sgl, m->sgl, true, -EREMOTEIO);
	aead_do(test, name, m->sgl, m->sgl, false, -EREMOTEIO);
	crypto_free_aead(aead);
	sg_model_verify(m);
}

/* What asynchronous hashes do; cryptd, which would be one here, has synchronous ones for that. */
static void test_hash_walk(struct kunit *test)
{
	struct sg_model *m = sg_model_build(test, &shape);
	struct crypto_ahash *tfm = crypto_alloc_ahash("sha256", 0, CRYPTO_ALG_ASYNC);
	struct crypto_hash_walk walk;
	struct ahash_request *req;
	size_t done = 0;
	int n;

	KUNIT_ASSERT_FALSE(test, IS_ERR(tfm));
	req = ahash_request_alloc(tfm, GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, req);
	ahash_request_set_callback(req, CRYPTO_TFM_REQ_MAY_SLEEP, NULL, NULL);
	ahash_request_set_crypt(req, m->sgl, NULL, DATA);
	n = crypto_hash_walk_first(req, &walk);
	if (!is_ram(m->sgl, DATA)) {
		KUNIT_EXPECT_EQ(test, -EREMOTEIO, n);
	} else {
		for (; n > 0; n = crypto_hash_walk_done(&walk, 0)) {
			sg_test_expect_same(test, walk.data, m->data + done, n);
			done += n;
		}
		KUNIT_EXPECT_EQ(test, 0, n);
		KUNIT_EXPECT_EQ(test, DATA, done);
	}
	ahash_request_free(req);
	crypto_free_ahash(tfm);
}

DEFINE_SUITES(KUNIT_CASE(test_copies), KUNIT_CASE(test_skcipher),
	      KUNIT_CASE(test_aead), KUNIT_CASE(test_ahash),
	      KUNIT_CASE(test_asynchronous), KUNIT_CASE(test_hash_walk));

kunit_test_suites(&suites[0], &suites[1], &suites[2], &suites[3]);
