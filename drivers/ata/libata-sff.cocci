// SPDX-License-Identifier: GPL-2.0-only
// ata: libata-sff: move PIO data by the iterator
//
// All that a disk is ready for (one sector, or those of READ MULTIPLE), or
// what an ATAPI device asks for, goes through one bounced walk. It gives
// sff_data_xfer() RAM in place, not cut at sectors or pages where that is
// not necessary, and I/O memory by a buffer. Pieces are whole words of four
// bytes, so that the transfer is padded at its end only.
//
// This fixes two bugs, which the limits of the queues hide today: of a
// sector that straddled entries only the part in the first was moved; and
// after an entry of odd length in the middle of ATAPI data a byte was lost.
//
// The trace events show each piece as it is given to sff_data_xfer().
//
// Kernels: 6.12-
// Sites: ata_pio_xfer ata_pio_sector ata_pio_sectors __atapi_pio_bytes

@ include @
@@
-#include <linux/highmem.h>
+#include <linux/sg_iter.h>

@ sector @
identifier qc;
@@
-static void ata_pio_sector(struct ata_queued_cmd *qc)
-{
-	...
-}
