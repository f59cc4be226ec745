// SPDX-License-Identifier: GPL-2.0-only
// mmc: core: let a host say that it moves all data by CPU
//
// A host that moves every byte of a request by CPU, and does so through
// <linux/sg_iter.h>, works on any memory that the CPU can reach, I/O memory
// included. This is where it says so; none does yet.
//
// Kernels: 6.12-
// Sites: mmc_host

@@
@@
 struct mmc_host {
	...
+	/* CPU moves all data, through sg_iter */
+	unsigned int cpu_data:1;
	unsigned int can_dma_map_merge:1;
	...
 };
