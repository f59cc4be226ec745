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
// Needs: crypto/scatterwalk include/crypto/scatterwalk
// Sites: skcipher_crypt skcipher_crypt_any crypto_skcipher_encrypt
// Sites: crypto_skcipher_decrypt

@ add @
symbol base, req;
attribute name noinline;
typedef bool;
@@
+static int skcipher_crypt(struct crypto_async_request *base, bool encrypt)
+{
+	struct skcipher_request *req = skcipher_request_cast(base);
+	struct skcipher_alg *alg = crypto_skcipher_alg(crypto_skcipher_reqtfm(req));
+
+	if (alg->co.base.cra_type == &crypto_skcipher_type)
+		return encrypt ? alg->encrypt(req) : alg->decrypt(req);
+	if (encrypt)
+		return crypto_lskcipher_encrypt_sg(req);
+	return crypto_lskcipher_decrypt_sg(req);
+}
+
+/* Whatever memory it is in. Called last, lest RAM pay for it. */
+static int noinline skcipher_crypt_any(struct skcipher_request *req, bool encrypt)
+{
+	return crypto_crypt_any(&req->base, skcipher_crypt, encrypt, &req->src,
+				req->cryptlen, &req->dst, req->cryptlen);
+}
+
 int crypto_skcipher_encrypt(struct skcipher_request *req)
 {
	...
	if (...)
		return -ENOKEY;
+	if (static_branch_unlikely(&sg_iter_devmem_key))
+		return skcipher_crypt_any(req, true);
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
+		return skcipher_crypt_any(req, false);
	...
 }
