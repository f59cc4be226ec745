// SPDX-License-Identifier: GPL-2.0-only
// crypto: aead: take I/O memory
//
// As with skcipher: PCI peer-to-peer memory must not get to an algorithm,
// which reads the associated data by kernel pointers at the least. A
// synchronous one gets a copy in RAM, an asynchronous one fails with
// -EREMOTEIO. Nothing is written where the authentication fails.
//
// Kernels: 6.12-
// Needs: crypto/scatterwalk include/crypto/scatterwalk
// Sites: aead_crypt aead_crypt_any crypto_aead_encrypt crypto_aead_decrypt

@ include @
@@
 #include <crypto/internal/aead.h>
+#include <crypto/scatterwalk.h>

@ add @
symbol base, req;
attribute name noinline;
typedef bool;
@@
+static int aead_crypt(struct crypto_async_request *base, bool encrypt)
+{
+	struct aead_request *req = aead_request_cast(base);
+	struct aead_alg *alg = crypto_aead_alg(crypto_aead_reqtfm(req));
+
+	return encrypt ? alg->encrypt(req) : alg->decrypt(req);
+}
+
+/* Whatever memory it is in. Called last, lest RAM pay for it. */
+static int noinline aead_crypt_any(struct aead_request *req, bool encrypt)
+{
+	size_t tag = crypto_aead_authsize(crypto_aead_reqtfm(req));
+	size_t from = size_add(req->assoclen, req->cryptlen);
+	size_t to = encrypt ? size_add(from, tag) : from - tag;
+
+	return crypto_crypt_any(&req->base, aead_crypt, encrypt, &req->src, from,
+				&req->dst, to);
+}
+
 int crypto_aead_encrypt(struct aead_request *req)
 {
	...
	if (...)
		return -ENOKEY;
+	if (static_branch_unlikely(&sg_iter_devmem_key))
+		return aead_crypt_any(req, true);
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
+		return aead_crypt_any(req, false);
	...
 }
