// SPDX-License-Identifier: GPL-2.0-only
// crypto: ahash: take I/O memory
//
// The hash walk gives kernel pointers to what hashes. PCI peer-to-peer
// memory is kept from it: synchronous hashes (and cryptd, which runs them)
// hash what may be such memory by a bounced walk of the iterator, which has
// RAM in place; any other user of the walk gets -EREMOTEIO for what is not
// RAM. RAM costs nothing but a branch that is patched out.
//
// Kernels: 6.12-
// Needs: include/crypto/scatterwalk
// Sites: shash_any shash_any_step shash_update_any shash_finup_any
// Sites: hash_walk_first_any
// Sites: crypto_hash_walk_first shash_ahash_update shash_ahash_finup
// Sites: shash_ahash_digest

# spatch --max-width 85

@ virtual_addresses @
@@
 ahash_request_isvirt(...)

@ add @
symbol req, desc;
attribute name noinline;
declarer name DEFINE_SG_BOUNCE;
@@
+struct shash_any {
+	struct shash_desc *desc;
+	int err;
+};
+
+static size_t shash_any_step(const void *addr, size_t done, size_t len, void *priv)
+{
+	struct shash_any *any = priv;
+	int err = crypto_shash_update(any->desc, addr, len);
+
+	if (!err)
+		return len;
+	any->err = err;
+	return 0;
+}
+
+/* By the iterator, whatever memory it is. Called last, lest RAM pay for it. */
+static int noinline shash_update_any(struct ahash_request *req,
+				     struct shash_desc *desc)
+{
+	struct shash_any any = { desc, -EFAULT };
+	unsigned int left = req->nbytes, n;
+	DEFINE_SG_BOUNCE(bounce, 1);
+	struct sg_iter it;
+
+	sg_iter_init(&it, req->src, UINT_MAX);
+	while (left) {
+		n = min_t(unsigned int, left, PAGE_SIZE);
+		if (sg_walk_read_bounced_atomic(&it, n, &bounce, &any, shash_any_step) < n)
+			break;
+		left -= n;
+		crypto_yield(req->base.flags);
+	}
+	memzero_explicit(bounce.buf, bounce.size);
+	return left ? any.err : 0;
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
 int shash_ahash_update(struct ahash_request *req, struct shash_desc *desc)
 {
	...
 }

@ depends on virtual_addresses @
symbol left;
@@
 int shash_update_any(struct ahash_request *req, ...)
 {
	...
	struct sg_iter it;
+
+	if (ahash_request_isvirt(req))
+		return crypto_shash_update(desc, req->svirt, left);
	...
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
symbol req, desc, err, nbytes, sg, offset;
expression E1, E2, E3;
statement S1, S2;
@@
 shash_ahash_digest(...)
 {
	...
	int err;
+
+	if (static_branch_unlikely(&sg_iter_devmem_key)) {
+		err = crypto_shash_init(desc);
+		return err ? err : shash_ahash_finup(req, desc);
+	}
	if (nbytes && (sg = E1, offset = E2, E3)) S1 else S2
	...
 }

@ digest_of_entry @
symbol nbytes, sg;
@@
-	if (nbytes > sg->length)
+	if (static_branch_unlikely(&sg_iter_devmem_key) || nbytes > sg->length)
	return ...;
