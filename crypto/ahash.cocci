// SPDX-License-Identifier: GPL-2.0-only
// crypto: ahash: take I/O memory
//
// The hash walk gives kernel pointers to what hashes. PCI peer-to-peer
// memory is kept from it: synchronous hashes (and cryptd, which runs them)
// get copies in RAM, a page at a time; any other user of the walk gets
// -EREMOTEIO. RAM costs nothing but a branch that is patched out.
//
// Kernels: 6.12-
// Needs: include/crypto/scatterwalk
// Sites: ahash_is_ram shash_update_copies shash_update_any shash_finup_any
// Sites: shash_digest_any hash_walk_first_any
// Sites: crypto_hash_walk_first shash_ahash_update shash_ahash_finup
// Sites: shash_ahash_digest

@ virtual_addresses @
@@
 ahash_request_isvirt(...)

@ add @
symbol req, desc, walk;
attribute name noinline;
typedef bool, u8, gfp_t;
@@
+static inline bool ahash_is_ram(struct ahash_request *req)
+{
+	struct scatterlist *sg = req->src;
+
+	return crypto_sg_is_ram(sg, req->nbytes);
+}
+
+/* One copy after the other */
+static int shash_update_copies(struct ahash_request *req,
+			       struct shash_desc *desc)
+{
+	gfp_t gfp = req->base.flags & CRYPTO_TFM_REQ_MAY_SLEEP ? GFP_KERNEL : GFP_ATOMIC;
+	unsigned int left = req->nbytes, n;
+	struct sg_iter it;
+	int err = 0;
+	u8 *buf;
+
+	buf = kmalloc(PAGE_SIZE, gfp);
+	if (!buf)
+		return -ENOMEM;
+	sg_iter_init(&it, req->src, UINT_MAX);
+	while (!err && left) {
+		n = min_t(unsigned int, left, PAGE_SIZE);
+		left -= n;
+		err = -EFAULT;
+		if (sg_iter_copy_to_buf(&it, buf, n) == n)
+			err = crypto_shash_update(desc, buf, n);
+	}
+	kfree_sensitive(buf);
+	return err;
+}
+
+/* What is not RAM is hashed in copies. Called last, lest RAM pay for it. */
+static int noinline shash_update_any(struct ahash_request *req,
+				     struct shash_desc *desc)
+{
+	struct crypto_hash_walk walk;
+	int nbytes;
+
+	if (!ahash_is_ram(req))
+		return shash_update_copies(req, desc);
+	nbytes = crypto_hash_walk_first(req, &walk);
+	while (nbytes > 0) {
+		nbytes = crypto_shash_update(desc, walk.data, nbytes);
+		nbytes = crypto_hash_walk_done(&walk, nbytes);
+	}
+	return nbytes;
+}
+
+/* The same for the end */
+static int noinline shash_finup_any(struct ahash_request *req, struct shash_desc *desc)
+{
+	int err = shash_update_any(req, desc);
+
+	if (err)
+		return err;
+	return crypto_shash_final(desc, req->result);
+}
+
+/* The same for all of it */
+static int noinline shash_digest_any(struct ahash_request *req,
+				     struct shash_desc *desc)
+{
+	int err = crypto_shash_init(desc);
+
+	if (err)
+		return err;
+	return shash_finup_any(req, desc);
+}
+
 int shash_ahash_update(struct ahash_request *req, struct shash_desc *desc)
 {
	...
 }

@ depends on virtual_addresses @
@@
 bool ahash_is_ram(struct ahash_request *req)
 {
	...
+	if (ahash_request_isvirt(req))
+		return true;
	return crypto_sg_is_ram(...);
 }

@ first @
symbol req, walk;
attribute name noinline;
@@
+/* A walk is of RAM only. Called last, lest RAM pay for it. */
+static int noinline hash_walk_first_any(struct ahash_request *req,
+					struct crypto_hash_walk *walk)
+{
+	walk->sg = req->src;
+	walk->flags = req->base.flags;
+	if (!crypto_sg_is_ram(walk->sg, req->nbytes))
+		return -EREMOTEIO;
+	return hash_walk_new_entry(walk);
+}
+
 int crypto_hash_walk_first(struct ahash_request *req,
			    struct crypto_hash_walk *walk)
 {
	...
+	if (static_branch_unlikely(&sg_iter_devmem_key))
+		return hash_walk_first_any(req, walk);
	walk->sg = req->src;
	...
 }

@ update @
identifier req, desc, walk;
@@
 int shash_ahash_update(struct ahash_request *req, struct shash_desc *desc)
 {
	struct crypto_hash_walk walk;
	int nbytes;
+
+	if (static_branch_unlikely(&sg_iter_devmem_key))
+		return shash_update_any(req, desc);
	...
 }

@ finup @
identifier req, desc, walk;
@@
 int shash_ahash_finup(struct ahash_request *req, struct shash_desc *desc)
 {
	struct crypto_hash_walk walk;
	int nbytes;
+
+	if (static_branch_unlikely(&sg_iter_devmem_key))
+		return shash_finup_any(req, desc);
	...
 }

@ digest @
identifier req, desc, err;
@@
 int shash_ahash_digest(struct ahash_request *req, struct shash_desc *desc)
 {
	...
	int err;
+
+	if (static_branch_unlikely(&sg_iter_devmem_key))
+		return shash_digest_any(req, desc);
	...
 }
