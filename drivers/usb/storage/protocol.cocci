// SPDX-License-Identifier: GPL-2.0-only
// usb-storage: copy to and from a command's data by the iterator
//
// The place where the next copy resumes, which callers keep as an entry and
// an offset, is just a position of the iterator: there is no need to work it
// out again for each mapping. Data in I/O memory is copied as well.
//
// Fixes one bug, which no caller ran into: the offset to resume at was wrong
// if the one given did not lie in the first entry.
//
// Kernels: 6.12-
// Sites: usb_stor_access_xfer_buf

@ include @
@@
-#include <linux/highmem.h>
+#include <linux/sg_iter.h>
