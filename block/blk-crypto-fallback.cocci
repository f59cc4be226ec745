// SPDX-License-Identifier: GPL-2.0-only
// block: blk-crypto-fallback: refuse peer-to-peer pages
//
// On a queue that takes PCI peer-to-peer pages, O_DIRECT on an encrypted
// file system mounted with inlinecrypt brings them to the fallback. That
// encrypts and decrypts by CPU in whatever way a cipher likes, which must
// not touch I/O memory. Fail such a bio with the error that a queue without
// peer-to-peer support gives (EREMOTEIO), before anything is read or
// written.
//
// Kernels: 6.12-
// Needs: block/bio
// Sites: blk_crypto_fallback_bio_prep

@ completes @
typedef bool;
identifier bio;
statement S;
@@
 bool blk_crypto_fallback_bio_prep(struct bio *bio)
 {
	... when any
	if (WARN_ON_ONCE(...)) S
+
+	if (bio_is_p2pdma(bio)) {
+		bio_endio_status(bio, BLK_STS_TARGET);
+		return false;
+	}
	... when any
 }

@ caller_completes @
identifier bio, bio_ptr;
statement S;
@@
 bool blk_crypto_fallback_bio_prep(struct bio **bio_ptr)
 {
	... when any
	struct bio *bio = *bio_ptr;
	... when any
	if (WARN_ON_ONCE(...)) S
+
+	if (bio_is_p2pdma(bio)) {
+		bio->bi_status = BLK_STS_TARGET;
+		return false;
+	}
	... when any
 }
