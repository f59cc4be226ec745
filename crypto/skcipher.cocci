// SPDX-License-Identifier: GPL-2.0-only
// crypto: skcipher: take I/O memory
//
// Ciphers walk the data by kernel pointers, or map it in ways of their own.
// PCI peer-to-peer memory must not get to them. A request is where that can
// be told, and where it may fail: a synchronous cipher gets a copy in RAM,
// an asynchronous one fails with -EREMOTEIO. RAM costs nothing but a branch
// that is patched out.
//
// Kernels: 6.12-
// Needs: include/crypto/scatterwalk lib/scatterlist
// Sites: skcipher_do skcipher_do_any crypto_skcipher_encrypt
// Sites: crypto_skcipher_decrypt

@ add @
symbol req, src, dst;
typedef bool, u8, gfp_t;
@@
+static int skcipher_do(struct skcipher_request *req, bool encrypt)
+{
+	struct skcipher_alg *alg = crypto_skcipher_alg(crypto_skcipher_reqtfm(req));
+
+	if (alg->co.base.cra_type == &crypto_skcipher_type)
+		return encrypt ? alg->encrypt(req) : alg->decrypt(req);
+	if (encrypt)
+		return crypto_lskcipher_encrypt_sg(req);
+	return crypto_lskcipher_decrypt_sg(req);
+}
+
+/* What is not RAM: in place, in a copy. Called last, lest RAM pay for it. */
+static int skcipher_do_any(struct skcipher_request *req, bool encrypt)
+{
+	struct skcipher_alg *alg = crypto_skcipher_alg(crypto_skcipher_reqtfm(req));
+	gfp_t gfp = req->base.flags & CRYPTO_TFM_REQ_MAY_SLEEP ? GFP_KERNEL : GFP_ATOMIC;
+	struct scatterlist *src = req->src, *dst = req->dst, copy;
+	unsigned int len = req->cryptlen;
+	u8 *buf;
+	int err;
+
+	if (crypto_sg_is_ram(src, len) && crypto_sg_is_ram(dst, len))
+		return skcipher_do(req, encrypt);
+	if (alg->co.base.cra_flags & CRYPTO_ALG_ASYNC)
+		return -EREMOTEIO;
+	buf = kmalloc(len, gfp | __GFP_NOWARN);
+	if (!buf)
+		return -ENOMEM;
+	err = -EFAULT;
+	if (sg_copy_to_buffer(src, UINT_MAX, buf, len) < len)
+		goto out;
+	sg_init_one(&copy, buf, len);
+	skcipher_request_set_crypt(req, &copy, &copy, len, req->iv);
+	err = skcipher_do(req, encrypt);
+	skcipher_request_set_crypt(req, src, dst, len, req->iv);
+	if (!err && sg_copy_from_buffer(dst, UINT_MAX, buf, len) < len)
+		err = -EFAULT;
+out:
+	kfree_sensitive(buf);
+	return err;
+}
+
 int crypto_skcipher_encrypt(struct skcipher_request *req)
 {
	...
	if (...)
		return -ENOKEY;
+	if (static_branch_unlikely(&sg_iter_devmem_key))
+		return skcipher_do_any(req, true);
	...
 }

@ decrypt @
identifier req;
@@
 int crypto_skcipher_decrypt(struct skcipher_request *req)
 {
	...
	if (...)
		return -ENOKEY;
+	if (static_branch_unlikely(&sg_iter_devmem_key))
+		return skcipher_do_any(req, false);
	...
 }
