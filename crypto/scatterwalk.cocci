// SPDX-License-Identifier: GPL-2.0-only
// crypto: scatterwalk: copy by the iterator
//
// What copies between a scatterlist and a buffer, or two scatterlists, takes
// PCI peer-to-peer memory now, where it dereferenced I/O memory. It is
// shorter, and each entry is one copy where it was one for each page.
//
// A list that is too short for a request ends the copy with a warning, where
// it was followed into a NULL pointer.
//
// What a cipher cannot walk is copied here, too, for all types of ciphers.
//
// Kernels: 6.12-
// Needs: include/crypto/scatterwalk lib/scatterlist
// Sites: memcpy_sglist crypto_crypt_any
// Sites (-6.12): memcpy_dir copy_dir
// Sites (-6.12): scatterwalk_copychunks scatterwalk_map_and_copy
// Sites (7.3-): memcpy_from_scatterwalk memcpy_to_scatterwalk
// Sites (7.3-): memcpy_from_sglist memcpy_to_sglist

@ include @
@@
 #include <linux/scatterlist.h>
+#include <linux/sg_iter.h>
+#include <linux/slab.h>

@ dir @
identifier buf, sgdata, nbytes, out;
@@
-static inline void memcpy_dir(void *buf, void *sgdata, size_t nbytes, int out)
-{
-	...
-}

@ copychunks @
symbol buf, nbytes, out;
identifier walk;
@@
+static size_t copy_dir(struct sg_iter *it, void *buf, size_t nbytes, int out)
+{
+	if (out == 2)
+		return sg_iter_skip(it, nbytes);
+	if (out)
+		return sg_iter_copy_from_buf(it, buf, nbytes);
+	return sg_iter_copy_to_buf(it, buf, nbytes);
+}
+
 void scatterwalk_copychunks(void *buf, struct scatter_walk *walk,
			     size_t nbytes, int out)
 {
-	for (;;) {
-		...
-	}
+	struct sg_iter it;
+
+	sg_iter_init(&it, walk->sg, UINT_MAX);
+	it.offset = walk->offset - walk->sg->offset;
+	if (WARN_ON_ONCE(copy_dir(&it, buf, nbytes, out) < nbytes))
+		return;
+	walk->sg = it.sg;
+	walk->offset = it.sg->offset + it.offset;
 }

@ map_and_copy @
symbol walk, tmp;
identifier buf, sg, start, nbytes, out;
@@
 void scatterwalk_map_and_copy(void *buf, struct scatterlist *sg,
			       unsigned int start, unsigned int nbytes, int out)
 {
-	struct scatter_walk walk;
-	struct scatterlist tmp[2];
-
-	if (!nbytes)
-		return;
-
-	sg = scatterwalk_ffwd(tmp, sg, start);
-
-	scatterwalk_start(&walk, sg);
-	scatterwalk_copychunks(buf, &walk, nbytes, out);
-	scatterwalk_done(&walk, out, 0);
+	struct sg_iter it;
+
+	sg_iter_init(&it, sg, UINT_MAX);
+	sg_iter_skip(&it, start);
+	WARN_ON_ONCE(copy_dir(&it, buf, nbytes, out) < nbytes);
 }

@ from_walk @
identifier buf, walk, nbytes;
statement S;
@@
 void memcpy_from_scatterwalk(void *buf, struct scatter_walk *walk,
			      unsigned int nbytes)
 {
-	S
+	struct sg_iter it;
+
+	sg_iter_init(&it, walk->sg, UINT_MAX);
+	it.offset = walk->offset - walk->sg->offset;
+	if (WARN_ON_ONCE(sg_iter_copy_to_buf(&it, buf, nbytes) < nbytes))
+		return;
+	walk->sg = it.sg;
+	walk->offset = it.sg->offset + it.offset;
 }

@ to_walk @
identifier buf, walk, nbytes;
statement S;
@@
 void memcpy_to_scatterwalk(struct scatter_walk *walk, const void *buf,
			    unsigned int nbytes)
 {
-	S
+	struct sg_iter it;
+
+	sg_iter_init(&it, walk->sg, UINT_MAX);
+	it.offset = walk->offset - walk->sg->offset;
+	if (WARN_ON_ONCE(sg_iter_copy_from_buf(&it, buf, nbytes) < nbytes))
+		return;
+	walk->sg = it.sg;
+	walk->offset = it.sg->offset + it.offset;
 }

@ from_sglist @
identifier buf, sg, start, nbytes, walk;
@@
 void memcpy_from_sglist(void *buf, struct scatterlist *sg,
			 unsigned int start, unsigned int nbytes)
 {
-	struct scatter_walk walk;
-
-	if (unlikely(nbytes == 0))
-		return;
-
-	scatterwalk_start_at_pos(&walk, sg, start);
-	memcpy_from_scatterwalk(buf, &walk, nbytes);
+	struct sg_iter it;
+
+	sg_iter_init(&it, sg, UINT_MAX);
+	sg_iter_skip(&it, start);
+	WARN_ON_ONCE(sg_iter_copy_to_buf(&it, buf, nbytes) < nbytes);
 }

@ to_sglist @
identifier buf, sg, start, nbytes, walk;
@@
 void memcpy_to_sglist(struct scatterlist *sg, unsigned int start,
		       const void *buf, unsigned int nbytes)
 {
-	struct scatter_walk walk;
-
-	if (unlikely(nbytes == 0))
-		return;
-
-	scatterwalk_start_at_pos(&walk, sg, start);
-	memcpy_to_scatterwalk(&walk, buf, nbytes);
+	struct sg_iter it;
+
+	sg_iter_init(&it, sg, UINT_MAX);
+	sg_iter_skip(&it, start);
+	WARN_ON_ONCE(sg_iter_copy_from_buf(&it, buf, nbytes) < nbytes);
 }

@ crypt_any @
symbol base, crypt, encrypt, src, dst, from, to;
typedef bool, u8, gfp_t;
@@
+/**
+ * crypto_crypt_any() - Process a request, whatever memory it is of
+ * @base: the request
+ * @crypt: processes it in RAM
+ * @encrypt: passed to @crypt
+ * @src: where the request has its source
+ * @from: bytes that are read from there
+ * @dst: where the request has its destination
+ * @to: bytes that are written there
+ *
+ * For crypto_{skcipher,aead}_{en,de}crypt(). What is not RAM is processed in a
+ * copy, in place, if the algorithm is synchronous.
+ *
+ * Context: As the request.
+ * Return: what @crypt returns, or a negative errno.
+ */
+int crypto_crypt_any(struct crypto_async_request *base,
+		     int (*crypt)(struct crypto_async_request *base, bool encrypt),
+		     bool encrypt, struct scatterlist **src, size_t from,
+		     struct scatterlist **dst, size_t to)
+{
+	gfp_t gfp = base->flags & CRYPTO_TFM_REQ_MAY_SLEEP ? GFP_KERNEL : GFP_ATOMIC;
+	struct scatterlist *in = *src, *out = *dst, copy;
+	size_t size = max(from, to);
+	u8 *buf;
+	int err;
+
+	if (crypto_sg_is_ram(in, from) && crypto_sg_is_ram(out, to))
+		return crypt(base, encrypt);
+	if (base->tfm->__crt_alg->cra_flags & CRYPTO_ALG_ASYNC)
+		return -EREMOTEIO;
+	buf = kmalloc(size, gfp | __GFP_NOWARN);
+	if (!buf)
+		return -ENOMEM;
+	err = -EFAULT;
+	if (sg_copy_to_buffer(in, UINT_MAX, buf, from) < from)
+		goto free;
+	sg_init_one(&copy, buf, size);
+	*src = &copy;
+	*dst = &copy;
+	err = crypt(base, encrypt);
+	*src = in;
+	*dst = out;
+	if (!err && sg_copy_from_buffer(out, UINT_MAX, buf, to) < to)
+		err = -EFAULT;
+free:
+	kfree_sensitive(buf);
+	return err;
+}
+EXPORT_SYMBOL_GPL(crypto_crypt_any);
+
 struct scatterlist *scatterwalk_ffwd(...)
 {
	...
 }
