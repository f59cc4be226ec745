// SPDX-License-Identifier: GPL-2.0-only
// dm-crypt: reach the data of a sector by the iterator
//
// The IV modes of loop-AES (lmk), TrueCrypt (tcw) and BitLocker (elephant)
// map the page of a sector to look at its data. Now lmk hashes the data by a
// walk and copies the one block that it changes, tcw changes the data in
// place by a walk, and elephant, which needs all of a sector at once, works
// on a copy in its request.
//
// That makes elephant's requests larger by a sector, and costs it two copies
// for each, next to its eight rounds of diffusion.
//
// Where lmk hashes by crypto_shash_update() (6.12), an error of that is EIO
// now. The hash is MD5 in software, which does not fail.
//
// Fixes a missing flush of the data cache where the data was changed in
// place. I/O memory does not get here: a device-mapper device refuses it.
//
// Kernels: 6.12-
// Sites: crypt_iv_lmk_one crypt_iv_lmk_gen crypt_iv_lmk_post
// Sites: crypt_iv_tcw_whitening crypt_iv_tcw_gen crypt_iv_tcw_post
// Sites: crypt_iv_elephant crypt_ctr

@ include @
@@
 #include <linux/scatterlist.h>
+#include <linux/sg_iter.h>

@ lmk_sector @
typedef u8;
identifier cc, iv, dmreq, data;
@@
 crypt_iv_lmk_one(struct crypt_config *cc, u8 *iv, struct dm_crypt_request *dmreq,
-		  u8 *data
+		  struct scatterlist *sg
		  )
 { ... }

@ lmk_bounce @
declarer name DEFINE_SG_BOUNCE;
typedef __le32;
symbol buf;
@@
 crypt_iv_lmk_one(...)
 {
	...
	__le32 buf[...];
+	DEFINE_SG_BOUNCE(bounce, 1);
+	struct sg_iter it;
	...
 }

@ lmk_shash @
symbol data, sg;
identifier r, desc;
expression len;
@@
-	r = crypto_shash_update(desc, data + 16, len);
-	if (r)
-		return r;
+	sg_iter_init(&it, sg, 1);
+	sg_iter_skip(&it, 16);
+	if (sg_walk_read_bounced_atomic(&it, len, &bounce, desc,
+					crypt_iv_lmk_step) < len)
+		return -EIO;

@ lmk_md5 @
symbol ctx;
expression len;
@@
-	md5_update(&ctx, data + 16, len);
+	sg_iter_init(&it, sg, 1);
+	sg_iter_skip(&it, 16);
+	sg_walk_read_bounced_atomic(&it, len, &bounce, &ctx, crypt_iv_lmk_step);

@ lmk_step_shash depends on lmk_shash @
@@
+static size_t crypt_iv_lmk_step(const void *addr, size_t done, size_t len,
+				void *desc)
+{
+	return crypto_shash_update(desc, addr, len) ? 0 : len;
+}
+
 crypt_iv_lmk_one(...) { ... }

@ lmk_step_md5 depends on lmk_md5 @
@@
+static size_t crypt_iv_lmk_step(const void *addr, size_t done, size_t len,
+				void *ctx)
+{
+	md5_update(ctx, addr, len);
+	return len;
+}
+
 crypt_iv_lmk_one(...) { ... }

@ lmk_tweak @
@@
+static void crypt_iv_lmk_tweak(struct scatterlist *sg, const u8 *iv,
+			       unsigned int size)
+{
+	u8 block[MD5_DIGEST_SIZE];
+
+	sg_copy_to_buffer(sg, 1, block, size);
+	crypto_xor(block, iv, size);
+	sg_copy_from_buffer(sg, 1, block, size);
+}
+
 crypt_iv_lmk_post(...) { ... }

@ lmk_post @
identifier dst, iv;
expression size;
@@
-	crypto_xor(dst + sg->offset, iv, size);
+	crypt_iv_lmk_tweak(sg, iv, size);

@ tcw_step @
identifier cc, dmreq, data;
@@
+static size_t crypt_iv_tcw_step(void *addr, size_t done, size_t len,
+				void *whitening)
+{
+	size_t i = 0;
+
+	while (i < len) {
+		crypto_xor(addr + i, whitening, 8);
+		i += 8;
+	}
+	return len;
+}
+
 crypt_iv_tcw_whitening(struct crypt_config *cc, struct dm_crypt_request *dmreq,
-			u8 *data
+			struct scatterlist *sg
			)
 { ... }

@ tcw_whitening @
symbol SECTOR_SHIFT;
identifier i;
@@
 crypt_iv_tcw_whitening(...)
 {
	...
	u8 buf[TCW_WHITENING_SIZE];
+	DEFINE_SG_BOUNCE(bounce, 8);
+	struct sg_iter it;
	...
-	for (i = 0; i < ((1 << SECTOR_SHIFT) / 8); i++)
-		crypto_xor(data + i * 8, buf, 8);
+	sg_iter_init(&it, sg, 1);
+	sg_walk_update_bounced_atomic(&it, SECTOR_SIZE, &bounce, buf,
+				      crypt_iv_tcw_step);
	...
 }

@ unmap @
identifier f = { crypt_iv_lmk_gen, crypt_iv_lmk_post, crypt_iv_tcw_gen, crypt_iv_tcw_post };
identifier one = { crypt_iv_lmk_one, crypt_iv_tcw_whitening };
identifier p;
@@
 f(...)
 {
	<...
(
-	p = kmap_local_page(sg_page(sg));
|
-	kunmap_local(p);
|
	one(...,
-	    p + sg->offset
+	    sg
	    )
)
	...>
 }

@ pointer @
identifier f = { crypt_iv_lmk_gen, crypt_iv_lmk_post, crypt_iv_tcw_gen, crypt_iv_tcw_post };
identifier p;
@@
 f(...)
 {
	...
-	u8 *p;
	... when != p
 }

@ elephant_place @
symbol data_offset;
@@
-	data = kmap_local_page(sg_page(sg));
-	data_offset = data + sg->offset;
+	data = elephant_data_of_dmreq(cc, dmreq);

@ elephant_plaintext @
identifier data2, sg2;
expression size;
@@
-	data2 = kmap_local_page(sg_page(sg2));
-	memcpy(data_offset, data2 + sg2->offset, size);
-	kunmap_local(data2);
+	sg_copy_to_buffer(sg2, 1, data, size);

@ elephant_ciphertext @
@@
 {
+	sg_copy_to_buffer(sg, 1, data, cc->sector_size);
	diffuser_disk_to_cpu(...);
	diffuser_b_decrypt(...);
	...
 }

@ elephant_done @
@@
 crypt_iv_elephant(...)
 {
	...
-	kunmap_local(data);
+	sg_copy_from_buffer(sg, 1, data, cc->sector_size);
	...
 }

@ elephant_pointer @
@@
-	u8 *data2;

@ elephant_pointer_too @
@@
-	u8 *data_offset;

@ elephant_bytes @
@@
 crypt_iv_elephant(...)
 {
	...
-	u8 *data;
	...
 }

@ elephant_void @
expression E;
@@
	struct iv_elephant_private *elephant = E;
+	void *data;
	...
	data = elephant_data_of_dmreq(...);

@ elephant_name @
type T;
@@
(
-	(T)data_offset
+	data
|
-	data_offset
+	data
)

@ elephant_data @
identifier cc, dmreq;
@@
 org_tag_of_dmreq(struct crypt_config *cc, struct dm_crypt_request *dmreq)
 {
	...
 }
+
+static void *elephant_data_of_dmreq(struct crypt_config *cc,
+				    struct dm_crypt_request *dmreq)
+{
+	/* where crypt_ctr() makes room for a sector */
+	return org_tag_of_dmreq(cc, dmreq) + 1;
+}

@ elephant_prototype @
identifier cc, sg;
@@
 static struct scatterlist *crypt_get_sg_data(struct crypt_config *cc,
					     struct scatterlist *sg);
+static void *elephant_data_of_dmreq(struct crypt_config *cc,
+				    struct dm_crypt_request *dmreq);

@ elephant_room @
symbol additional_req_size;
expression sizes;
@@
	additional_req_size = sizes;
+	if (test_bit(CRYPT_ENCRYPT_PREPROCESS, &cc->cipher_flags))
+		additional_req_size += cc->sector_size;
