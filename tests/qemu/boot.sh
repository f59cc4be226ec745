#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# boot.sh KD stock-pio|stock-dma|converted-pio|converted-dma...: boot these kernels in QEMU, one after
# another, each with images of its own in KD/qemu/, and run the cases of tests/qemu/init. What they
# report is in the file results there.

set -eu
cd "$(dirname "$0")/../.."
. scripts/lib.sh

kd=$1
shift

# Whoever ends this script ends QEMU, too, and at once: the shell waits for nothing else.
qemu=
trap '[ -z "$qemu" ] || kill $qemu 2>/dev/null || :' EXIT
trap 'exit 1' HUP INT TERM

# Without io_uring, which may be forbidden, QEMU wakes another thread for each block of a card.
aio=io_uring
echo quit | timeout 20 qemu-system-x86_64 -machine none -nodefaults -nographic -monitor stdio \
	-blockdev "driver=file,node-name=probe,aio=$aio,filename=$kd/qemu/card.img" >/dev/null 2>&1 ||
	aio=threads

disk() {
	echo "if=none,format=raw,cache=unsafe,aio=$aio,id=$1,file=$dir/$1.img"
}

boot() {
	kind=${1%-*}
	mode=${1#*-}
	dir=$kd/qemu/$1
	log=build/log/boot-${kd##*/}-$1.log

	rm -rf "$dir"
	mkdir -p "$dir"
	cp --sparse=always "$kd/qemu/card.img" "$dir/card.img"
	truncate -s 32M "$dir/test.img" "$dir/ide.img" "$dir/nvme.img"

	# broken DMA and ADMA
	quirks=
	[ "$mode" = dma ] || quirks=sdhci.debug_quirks=0x60

	# loglevel=5: warnings are shown, and nothing less.
	# TCG, because every word of I/O memory and of PIO is an exit, which KVM makes no faster, and
	# because KVM is not everywhere. One thread for both CPUs: two of them wait for each other at
	# each exit, and take half as long again. Two sockets: the MP table, all there is without ACPI,
	# lists no cores.
	timeout --foreground 300 qemu-system-x86_64 -machine pc -accel tcg,thread=single \
		-m 1G -smp 2,sockets=2 -nodefaults -nographic -no-reboot -serial stdio -net none \
		-kernel "$kd/x86_64/$kind/arch/x86/boot/bzImage" -initrd build/qemu/initramfs.gz \
		-append "console=ttyS0 loglevel=5 panic=-1 oops=panic cryptomgr.notests=1 \
			scsi_debug.dev_size_mb=16 $quirks mode=$mode" \
		-drive "$(disk nvme)" -device nvme,serial=cmb,drive=nvme,cmb_size_mb=64 \
		-drive "$(disk card)" -device sdhci-pci,id=host0 -device sd-card,drive=card \
		-drive "$(disk test)" -device sdhci-pci,id=host1 -device sd-card,drive=test \
		-drive "$(disk ide)" -device ide-hd,drive=ide,bus=ide.0 \
		</dev/null >"$log" 2>&1 &
	qemu=$!
	wait $qemu || die "QEMU failed or did not end, see $log"
	qemu=

	tr -d '\r' <"$log" | sed -n 's/^RESULT //p' >"$dir/results"
	grep -qx end "$dir/results" || die "the $1 boot did not get to the end: see $log"
	if grep -E 'WARNING: |BUG: |Oops|sleeping function|Call Trace|INFO: task' "$log" >&2; then
		die "the kernel of $1 complained: see $log"
	fi
}

for which; do
	boot "$which"
done
