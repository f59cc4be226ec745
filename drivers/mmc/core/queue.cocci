// SPDX-License-Identifier: GPL-2.0-only
// mmc: core: accept peer-to-peer pages where the CPU moves all data
//
// The block layer refuses requests on PCI peer-to-peer memory (EREMOTEIO)
// unless the queue says that it takes them. A host that moves all data by CPU
// through the scatterlist iterator can. One that uses DMA is unchanged: it
// would need a peer-to-peer mapping. So is one with a hardware command queue,
// whose engine does its own DMA; the software queue (HSQ) does not.
//
// Kernels: 6.12-
// Needs: include/linux/mmc/host block/blk-crypto-fallback fs/btrfs/direct-io
// Sites: mmc_alloc_disk

@@
identifier host, lim;
@@
 mmc_alloc_disk(...)
 {
	...
	if (mmc_host_is_spi(host) && host->use_spi_crc)
		lim.features |= BLK_FEAT_STABLE_WRITES;
+
+	if (host->cpu_data && (!host->cqe_enabled || host->hsq_enabled))
+		lim.features |= BLK_FEAT_PCI_P2PDMA;
	...
 }
