#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# boot.sh KD CASE stock|converted: boot that kernel in QEMU with copies of the case's images, run the
# case in it, and look at the images afterwards. Prints the results as tests/qemu/table.awk takes them.

set -eu
cd "$(dirname "$0")/../.."
. scripts/lib.sh

kd=$1
case=$2
kind=$3
file=tests/e2e/cases/$case
dir=$kd/e2e/$case/$kind
log=build/log/e2e-${kd##*/}-$case-$kind.log

# Whoever ends this script ends QEMU, too, and at once: the shell waits for nothing else.
qemu=
trap '[ -z "$qemu" ] || kill $qemu 2>/dev/null || :' EXIT
trap 'exit 1' HUP INT TERM

of_case() {
	sed -n "s/^# $1: //p" "$file"
}

machine=$(of_case board | grep . || echo x86_64)
kernel=$kd/$machine/$kind/arch
append="cryptomgr.notests=1 loglevel=5 panic=-1 oops=panic $(of_case append | tr '\n' ' ')"

# What tests/qemu/boot.sh says about the options holds here.
case $machine in
x86_64)
	set -- qemu-system-x86_64 -machine pc -accel tcg,thread=single -m 1G -smp 2,sockets=2 \
		-kernel "$kernel/x86/boot/bzImage" \
		-blockdev driver=null-co,node-name=nvme,size=1048576 \
		-device nvme,serial=cmb,drive=nvme,cmb_size_mb=64
	append="console=ttyS0 scsi_debug.add_host=0 $append"
	interface=none
	;;
vexpress)
	set -- qemu-system-arm -machine vexpress-a9 -accel tcg,thread=single -m 1G -smp 4 \
		-audiodev none,id=none \
		-kernel "$kernel/arm/boot/zImage" -dtb "$kernel/arm/boot/dts/arm/vexpress-v2p-ca9.dtb"
	append="console=ttyAMA0 $append"
	interface=sd
	;;
sifive_u)
	set -- qemu-system-riscv64 -machine sifive_u -m 1G -smp 2 -kernel "$kernel/riscv/boot/Image"
	# QEMU's device tree says what a CPU can do in the old way only; and nothing drives the interrupt
	# controller of CPU 0, which cannot run Linux, so that others would wait for it forever.
	append="console=ttySIF0 riscv_isa_fallback fw_devlink=permissive $append"
	interface=sd
	;;
*)
	die "$file: no such board: $machine"
	;;
esac
rm -rf "$dir"
mkdir -p "$dir"
images=$(of_case image | cut -d' ' -f1)
for image in $images; do
	cp --sparse=always "$kd/e2e/$case/$image.img" "$dir/$image.img"
	set -- "$@" -drive "if=$interface,format=raw,cache=unsafe,id=$image,file=$dir/$image.img"
done
# shellcheck disable=SC2046 # lists of words
set -- "$@" $(of_case qemu)

limit=$(of_case limit)
timeout --foreground "${limit:-300}" "$@" -nodefaults -nographic -no-reboot -serial stdio -net none \
	-initrd "build/e2e/$machine.gz" -append "$append case=$case" </dev/null >"$log" 2>&1 &
qemu=$!
wait $qemu || die "$case: QEMU failed or did not end, see $log"
qemu=

tr -d '\r' <"$log" | sed -n 's/^RESULT //p' >"$dir/results"
grep -qx end "$dir/results" || die "$case: the $kind boot did not get to the end: see $log"
if grep -E 'WARNING: |BUG: |Oops|sleeping function|Call Trace|INFO: task|alg: .* failed' "$log" >&2; then
	die "$case: the $kind kernel complained: see $log"
fi

# The guest gives a sha256, or what cksum(1) prints where it has no such program.
area_is_right() { # SUM IMAGE OFFSET LENGTH
	case $1 in
	crc:*) program=cksum sum=${1#crc:} ;;
	*) program=sha256sum sum=$1 ;;
	esac
	[ "$sum" = "$(tail -c +$(($3 + 1)) "$dir/$2.img" | head -c "$4" | $program | cut -d' ' -f1)" ]
}

while read -r name memory status bytes sum image offset length; do
	if [ "$image" != - ] && [ "$status" = pass ] &&
		! area_is_right "$sum" "$image" "$offset" "$length"; then
		echo "$case $name $memory, $kind kernel: the image $image does not hold what it should" >&2
		status=fail
	fi
	echo "$kind $case $name $memory $status $bytes $sum"
done <<END
$(grep -vx end "$dir/results")
END
