// SPDX-License-Identifier: GPL-2.0-only
// dm-crypt: reach the data of a sector by the iterator
//
// The IV modes of loop-AES (lmk), TrueCrypt (tcw) and BitLocker (elephant)
// map the page of a sector to look at its data. Now they do so by walks.
// elephant, which needs all of a sector at once, has room for one in its
// request, in case that the data is in pieces.
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
+	DEFINE_SG_BOUNCE(bounce, 16);
+	struct sg_iter it;
	...
 }

@ lmk_shash @
symbol data, sg;
identifier r, desc;
@@
-	r = crypto_shash_update(desc, data + 16, 16 * 31);
-	if (r)
-		return r;
+	sg_iter_init(&it, sg, 1);
+	r = sg_walk_read_bounced_atomic(&it, SECTOR_SIZE, &bounce, desc,
+					crypt_iv_lmk_step);
+	if (r < SECTOR_SIZE)
+		return -EIO;

@ lmk_md5 @
symbol ctx;
@@
-	md5_update(&ctx, data + 16, 16 * 31);
+	sg_iter_init(&it, sg, 1);
+	sg_walk_read_bounced_atomic(&it, SECTOR_SIZE, &bounce, &ctx,
+				    crypt_iv_lmk_step);

@ lmk_step_shash depends on lmk_shash @
@@
+static size_t crypt_iv_lmk_step(const void *addr, size_t done, size_t len,
+				void *desc)
+{
+	unsigned int skip = done ? 0 : 16;
+
+	return crypto_shash_update(desc, addr + skip, len - skip) ? 0 : len;
+}
+
 crypt_iv_lmk_one(...) { ... }

@ lmk_step_md5 depends on lmk_md5 @
@@
+static size_t crypt_iv_lmk_step(const void *addr, size_t done, size_t len,
+				void *ctx)
+{
+	unsigned int skip = done ? 0 : 16;
+
+	md5_update(ctx, addr + skip, len - skip);
+	return len;
+}
+
 crypt_iv_lmk_one(...) { ... }

@ lmk_tweak @
@@
+static size_t crypt_iv_lmk_tweak(void *addr, size_t done, size_t len, void *iv)
+{
+	crypto_xor(addr, iv + done, len);
+	return len;
+}
+
 crypt_iv_lmk_post(...) { ... }

@ lmk_first @
@@
+static void crypt_iv_lmk_first(struct scatterlist *sg, u8 *iv, size_t size)
+{
+	DEFINE_SG_BOUNCE(bounce, 1);
+	struct sg_iter it;
+
+	sg_iter_init(&it, sg, 1);
+	sg_walk_update_bounced_atomic(&it, size, &bounce, iv, crypt_iv_lmk_tweak);
+}
+
 crypt_iv_lmk_post(...) { ... }

@ lmk_post @
identifier dst, iv;
expression size;
@@
-	crypto_xor(dst + sg->offset, iv, size);
+	crypt_iv_lmk_first(sg, iv, size);

@ tcw_step @
identifier cc, dmreq, data;
@@
+static size_t crypt_iv_tcw_step(void *addr, size_t done, size_t len,
+				void *whitening)
+{
+	u64 word = get_unaligned((u64 *)whitening);
+	u64 two[] = { word, word };
+	size_t i = 0;
+
+	while (i < len) {
+		crypto_xor(addr + i, (u8 *)two, sizeof(two));
+		i += sizeof(two);
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
+	DEFINE_SG_BOUNCE(bounce, 16);
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

@ elephant_step @
@@
+struct elephant_sector {
+	struct scatterlist *plaintext;
+	const u8 *ks;
+};
+
+static size_t crypt_iv_elephant_step(void *data, size_t done, size_t len,
+				     void *priv)
+{
+	struct elephant_sector *sector = priv;
+	size_t i = 0;
+
+	if (sector->plaintext)
+		sg_copy_to_buffer(sector->plaintext, 1, data, len);
+	if (!sector->plaintext) {
+		diffuser_disk_to_cpu(data, len / sizeof(u32));
+		diffuser_b_decrypt(data, len / sizeof(u32));
+		diffuser_a_decrypt(data, len / sizeof(u32));
+		diffuser_cpu_to_disk(data, len / sizeof(u32));
+	}
+
+	while (i < len) {
+		crypto_xor(data + i, sector->ks, 32);
+		i += 32;
+	}
+
+	if (sector->plaintext) {
+		diffuser_disk_to_cpu(data, len / sizeof(u32));
+		diffuser_a_encrypt(data, len / sizeof(u32));
+		diffuser_b_encrypt(data, len / sizeof(u32));
+		diffuser_cpu_to_disk(data, len / sizeof(u32));
+	}
+	return len;
+}
+
 crypt_iv_elephant(...) { ... }

@ elephant_walk @
identifier i;
symbol data_offset;
expression size;
@@
-	data = kmap_local_page(sg_page(sg));
-	data_offset = data + sg->offset;
	...
-	if (bio_data_dir(...) != WRITE) { ... }
-	for (i = 0; i < ...; i++)
-		crypto_xor(...);
-	if (bio_data_dir(...) == WRITE) { ... }
-	kunmap_local(data);
+	sg_iter_init(&it, sg, 1);
+	sg_walk_update_bounced_atomic(&it, cc->sector_size, &bounce, &sector,
+				      crypt_iv_elephant_step);

@ elephant_plaintext @
identifier data2, sg2;
@@
-	data2 = kmap_local_page(sg_page(sg2));
-	memcpy(...);
-	kunmap_local(data2);
+	sector.plaintext = sg2;

@ elephant_key @
identifier sg;
@@
 crypt_iv_elephant(...)
 {
	...
+	sector.ks = ks;
	sg = crypt_get_sg_data(cc, dmreq->sg_out);
	...
 }

@ elephant_pointer @
@@
-	u8 *data2;

@ elephant_pointer_too @
@@
-	u8 *data_offset;

@ elephant_variables @
expression E;
@@
 crypt_iv_elephant(...)
 {
	struct iv_elephant_private *elephant = E;
+	struct sg_bounce bounce = {
+		.buf = elephant_data_of_dmreq(cc, dmreq),
+		.size = cc->sector_size,
+		.unit = cc->sector_size,
+	};
+	struct elephant_sector sector = { };
+	struct sg_iter it;
	...
-	u8 *data;
	...
 }

@ elephant_count @
symbol i;
@@
 crypt_iv_elephant(...)
 {
	...
-	int i;
	...
 }

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
