#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# boot.sh KD stock|converted pio|dma: boot that kernel in QEMU with images of its own in
# KD/qemu/KERNEL-MODE, and run the cases of tests/qemu/init. What they report is in the file results
# there.

set -eu
cd "$(dirname "$0")/../.."
. scripts/lib.sh

kd=$1
kind=$2
mode=$3
dir=$kd/qemu/$kind-$mode
log=build/log/boot-${kd##*/}-$kind-$mode.log

rm -rf "$dir"
mkdir -p "$dir"
cp --sparse=always "$kd/qemu/card.img" "$dir/card.img"
truncate -s 32M "$dir/test.img" "$dir/ide.img" "$dir/nvme.img"

# broken DMA and ADMA
quirks=
[ "$mode" = dma ] || quirks=sdhci.debug_quirks=0x60

disk() {
	echo "if=none,format=raw,cache=unsafe,id=$1,file=$dir/$1.img"
}

# TCG, because every word of I/O memory and of PIO is an exit, which KVM makes no faster, and
# because KVM is not everywhere. One thread for both CPUs: two of them wait for each other at each
# exit, and take half as long again. Two sockets: the MP table, all there is without ACPI, lists no
# cores.
# shellcheck disable=SC2086 # quirks may be empty
timeout 300 qemu-system-x86_64 -machine pc -accel tcg,thread=single -m 1G -smp 2,sockets=2 \
	-nodefaults -nographic -no-reboot -serial stdio -net none \
	-kernel "$kd/x86/$kind/arch/x86/boot/bzImage" -initrd build/qemu/initramfs.gz \
	-append "console=ttyS0 quiet panic=-1 oops=panic scsi_debug.dev_size_mb=16 $quirks mode=$mode" \
	-drive "$(disk nvme)" -device nvme,serial=cmb,drive=nvme,cmb_size_mb=64 \
	-drive "$(disk card)" -device sdhci-pci,id=host0 -device sd-card,drive=card \
	-drive "$(disk test)" -device sdhci-pci,id=host1 -device sd-card,drive=test \
	-drive "$(disk ide)" -device ide-hd,drive=ide,bus=ide.0 \
	</dev/null >"$log" 2>&1 || die "QEMU failed or did not end, see $log"

tr -d '\r' <"$log" | sed -n 's/^RESULT //p' >"$dir/results"
grep -qx end "$dir/results" || die "the $kind kernel ($mode) did not get to the end: see $log"

if grep -E 'WARNING: |BUG: |Oops|sleeping function|Call Trace|INFO: task' "$log" >&2; then
	die "the $kind kernel ($mode) complained: see $log"
fi
