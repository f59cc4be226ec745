// SPDX-License-Identifier: GPL-2.0-only
// crypto: scatterwalk: say what I/O memory does
//
// A scatterlist walk gives a kernel pointer to code that is written in
// assembler as often as not, and has no way to fail. It is for RAM, and
// remains the code that it is, instruction by instruction.
//
// I/O memory (PCI peer-to-peer pages) has to be kept from it where a request
// is made, which may fail. crypto_sg_is_ram() tells; it is a no-op on
// machines without such memory.
//
// Kernels: 6.12-
// Sites: crypto_sg_is_ram crypto_crypt_any

@ include @
@@
 #include <linux/scatterlist.h>
+#include <linux/sg_iter.h>

@ add @
symbol head, sg, num, len, base, encrypt, src, dst;
typedef bool;
@@
+/**
+ * crypto_sg_is_ram() - May a scatterlist be walked?
+ * @sg: the scatterlist; NULL is an empty one
+ * @len: bytes of it that matter
+ *
+ * A scatter_walk hands out kernel pointers, so it is for RAM: for I/O memory
+ * (PCI peer-to-peer pages) they would be wrong, and it cannot fail. Whoever
+ * takes a request asks here first. crypto_{skcipher,aead}_{en,de}crypt() process
+ * a copy of what is not RAM, or fail with -EREMOTEIO if the algorithm is
+ * asynchronous; so does the hash walk for all but synchronous hashes.
+ *
+ * Functions that only copy (memcpy_sglist(), scatterwalk_map_and_copy() and
+ * their like) take I/O memory on either side.
+ *
+ * Context: Any context.
+ * Return: false if any of it is not RAM.
+ */
+static inline bool crypto_sg_is_ram(struct scatterlist *sg, size_t len)
+{
+	struct sg_iter it;
+
+	sg_iter_init(&it, sg, UINT_MAX);
+	return sg_iter_is_ram(&it, len);
+}
+
+int crypto_crypt_any(struct crypto_async_request *base,
+		     int (*crypt)(struct crypto_async_request *base, bool encrypt),
+		     bool encrypt, struct scatterlist **src, size_t from,
+		     struct scatterlist **dst, size_t to);
+
 static inline void scatterwalk_crypto_chain(struct scatterlist *head,
					    struct scatterlist *sg, int num)
 {
	...
 }
