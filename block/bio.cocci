// SPDX-License-Identifier: GPL-2.0-only
// block: bio: tell whether a bio holds peer-to-peer pages
//
// For those who process the data of a bio by CPU and cannot do so on I/O
// memory: they must refuse PCI peer-to-peer pages. Costs nothing on queues
// that do not take such pages.
//
// Kernels: 6.12-
// Needs: include/linux/bio
// Sites: bio_is_p2pdma

@ include @
@@
 #include <linux/mm.h>
+#include <linux/memremap.h>

@ add @
typedef bool;
iterator name bio_for_each_bvec;
symbol dst, src;
@@
+/**
+ * bio_is_p2pdma - does a bio hold PCI peer-to-peer pages?
+ * @bio: the bio, with its block device set
+ *
+ * Context: Any context.
+ * Return: true if the CPU must not process the data but by I/O accessors.
+ */
+bool bio_is_p2pdma(struct bio *bio)
+{
+	struct bvec_iter iter;
+	struct bio_vec bv;
+
+	if (!blk_queue_pci_p2pdma(bdev_get_queue(bio->bi_bdev)))
+		return false;
+	bio_for_each_bvec(bv, bio, iter)
+		if (is_pci_p2pdma_page(bv.bv_page))
+			return true;
+	return false;
+}
+EXPORT_SYMBOL_GPL(bio_is_p2pdma);
+
 void bio_copy_data(struct bio *dst, struct bio *src)
 {
	...
 }
