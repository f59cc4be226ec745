// SPDX-License-Identifier: GPL-2.0-only
// block: bio: declare bio_is_p2pdma()
//
// For those who process the data of a bio by CPU and cannot do so on I/O
// memory: they must refuse PCI peer-to-peer pages.
//
// Kernels: 6.12-
// Sites: bio_is_p2pdma

@@
typedef bool;
identifier bio, mark_dirty;
@@
+bool bio_is_p2pdma(struct bio *bio);
+
 static inline void bio_release_pages(struct bio *bio, bool mark_dirty)
 {
	...
 }
