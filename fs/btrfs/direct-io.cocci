// SPDX-License-Identifier: GPL-2.0-only
// btrfs: refuse direct I/O on peer-to-peer pages where the CPU reads the data
//
// btrfs computes and checks data checksums, and RAID5/6 parity, by CPU, with
// plain loads from the pages that direct I/O brought. On a block device that
// takes PCI peer-to-peer pages these may be I/O memory. Fail such a bio with
// the error that a device without peer-to-peer support gives (EREMOTEIO),
// before anything is read or written; files without checksums on profiles
// without parity go on to work.
//
// Kernels: 6.12-
// Needs: block/bio
// Sites: btrfs_dio_submit_io

@@
typedef bool;
identifier bio, bbio, iter;
@@
+static bool btrfs_dio_reads_data(struct inode *inode)
+{
+	if (!(BTRFS_I(inode)->flags & BTRFS_INODE_NODATASUM))
+		return true;
+	return btrfs_fs_incompat(inode_to_fs_info(inode), RAID56);
+}
+
 static void btrfs_dio_submit_io(const struct iomap_iter *iter, struct bio *bio, ...)
 {
	...
-	btrfs_submit_bbio(bbio, 0);
+	if (bio_is_p2pdma(bio) && btrfs_dio_reads_data(iter->inode))
+		btrfs_bio_end_io(bbio, BLK_STS_TARGET);
+	else
+		btrfs_submit_bbio(bbio, 0);
 }
