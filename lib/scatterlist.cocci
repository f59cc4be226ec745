// SPDX-License-Identifier: GPL-2.0-only
// lib: scatterlist: copy and zero by the iterator
//
// sg_copy_buffer() and sg_zero_buffer() dereference whatever a list holds,
// I/O memory too, and map one page at a time. On top of sg_iter all their
// callers become safe for I/O memory; signatures and results stay.
//
// Three bugs go with the old code: bytes were counted in an unsigned int, so
// that more than 4 GiB never came to an end; after an empty entry with an
// offset a copy ended early; and the entry behind the last of nents was read
// where no end mark was, past the end of the array.
//
// Kernels: 6.12-
// Sites: sg_copy_buffer sg_zero_buffer

@ include @
@@
 #include <linux/scatterlist.h>
+#include <linux/sg_iter.h>

@ position @
expression flags;
@@
-	unsigned int offset = 0;
-	struct sg_mapping_iter miter;
-	unsigned int sg_flags = flags;
+	struct sg_iter it;

@ copy @
identifier sgl, nents, buf, buflen, skip, to_buffer;
expression from_sg, to_sg;
@@
 size_t sg_copy_buffer(struct scatterlist *sgl, unsigned int nents, void *buf,
		       size_t buflen, off_t skip, bool to_buffer)
 {
	struct sg_iter it;
+
+	sg_iter_init(&it, sgl, nents);
+	sg_iter_skip(&it, skip);
	if (to_buffer)
-		sg_flags |= from_sg;
-	else
-		sg_flags |= to_sg;
-	...
+		return sg_iter_copy_to_buf(&it, buf, buflen);
+	return sg_iter_copy_from_buf(&it, buf, buflen);
 }

@ zero @
identifier sgl, nents, buflen, skip;
@@
 size_t sg_zero_buffer(struct scatterlist *sgl, unsigned int nents,
		       size_t buflen, off_t skip)
 {
	struct sg_iter it;
-	...
+	sg_iter_init(&it, sgl, nents);
+	sg_iter_skip(&it, skip);
+	return sg_iter_zero(&it, buflen);
 }
