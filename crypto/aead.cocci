// SPDX-License-Identifier: GPL-2.0-only
// crypto: aead: take I/O memory
//
// As with skcipher: PCI peer-to-peer memory must not get to an algorithm,
// which reads the associated data by kernel pointers at the least. A
// synchronous one gets a copy in RAM, an asynchronous one fails with
// -EREMOTEIO. Nothing is written where the authentication fails.
//
// Kernels: 6.12-
// Needs: include/crypto/scatterwalk lib/scatterlist
// Sites: aead_do aead_do_any crypto_aead_encrypt crypto_aead_decrypt

@ include @
@@
 #include <crypto/internal/aead.h>
+#include <crypto/scatterwalk.h>

@ add @
symbol req, src, dst;
typedef bool, u8, gfp_t;
@@
+static int aead_do(struct aead_request *req, bool encrypt)
+{
+	struct aead_alg *alg = crypto_aead_alg(crypto_aead_reqtfm(req));
+
+	return encrypt ? alg->encrypt(req) : alg->decrypt(req);
+}
+
+/* What is not RAM: in place, in a copy. Called last, lest RAM pay for it. */
+static int aead_do_any(struct aead_request *req, bool encrypt)
+{
+	struct crypto_aead *aead = crypto_aead_reqtfm(req);
+	gfp_t gfp = req->base.flags & CRYPTO_TFM_REQ_MAY_SLEEP ? GFP_KERNEL : GFP_ATOMIC;
+	struct scatterlist *src = req->src, *dst = req->dst, copy;
+	size_t tag = crypto_aead_authsize(aead);
+	size_t from = size_add(req->assoclen, req->cryptlen);
+	size_t to = encrypt ? size_add(from, tag) : from - tag;
+	size_t size = max(from, to);
+	u8 *buf;
+	int err;
+
+	if (crypto_sg_is_ram(src, from) && crypto_sg_is_ram(dst, to))
+		return aead_do(req, encrypt);
+	if (crypto_aead_alg(aead)->base.cra_flags & CRYPTO_ALG_ASYNC)
+		return -EREMOTEIO;
+	buf = kmalloc(size, gfp | __GFP_NOWARN);
+	if (!buf)
+		return -ENOMEM;
+	err = -EFAULT;
+	if (sg_copy_to_buffer(src, UINT_MAX, buf, from) < from)
+		goto out;
+	sg_init_one(&copy, buf, size);
+	aead_request_set_crypt(req, &copy, &copy, req->cryptlen, req->iv);
+	err = aead_do(req, encrypt);
+	aead_request_set_crypt(req, src, dst, req->cryptlen, req->iv);
+	if (!err && sg_copy_from_buffer(dst, UINT_MAX, buf, to) < to)
+		err = -EFAULT;
+out:
+	kfree_sensitive(buf);
+	return err;
+}
+
 int crypto_aead_encrypt(struct aead_request *req)
 {
	...
	if (...)
		return -ENOKEY;
+	if (static_branch_unlikely(&sg_iter_devmem_key))
+		return aead_do_any(req, true);
	...
 }

@ decrypt @
identifier req;
@@
 int crypto_aead_decrypt(struct aead_request *req)
 {
	...
	if (...)
		return -EINVAL;
+	if (static_branch_unlikely(&sg_iter_devmem_key))
+		return aead_do_any(req, false);
	...
 }
