# SPDX-License-Identifier: GPL-2.0-only
# shellcheck shell=dash
# Sourced by the first process of a guest, which has no file systems and no programs yet.

export PATH=/bin
/bin/busybox mkdir -p /proc /sys /tmp /mnt
/bin/busybox --install -s /bin
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t debugfs debugfs /sys/kernel/debug
mount -t tmpfs tmpfs /tmp
mount -t devtmpfs devtmpfs /dev
exec </dev/console >/dev/console 2>&1
echo # the firmware has left the cursor behind its own text

MiB=1048576
area=$((5 * MiB / 4))

memory() {
	case $1 in
	ram) echo ram ;;
	io) echo /sys/bus/pci/devices/*/p2pmem/allocate ;;
	esac
}

# What the exit codes of the programs mean when all of them say the same.
verdict() {
	case $(printf '%s\n' "$@" | sort -u | tr '\n' ' ') in
	'0 ') echo pass ;;
	'2 ') echo refused ;;
	*) echo fail ;;
	esac
}

# raw CASE KIND FILE OFFSET UNIT PROCESSES IMAGE [TIMES]: scattered I/O, each process in its own area
raw() {
	pids='' codes='' bytes=0 expected=''
	for i in $(seq 0 $(($6 - 1))); do
		rawio "$(memory "$2")" "$3" $(($4 + i * area)) $area "$5" "$i" /tmp/expected."$i" \
			${8:+"$8"} >/tmp/bytes."$i" &
		pids="$pids $!"
	done
	i=0
	for pid in $pids; do
		code=0
		wait "$pid" || code=$?
		codes="$codes $code"
		read -r n </tmp/bytes."$i" || n=0
		bytes=$((bytes + n))
		expected="$expected /tmp/expected.$i"
		i=$((i + 1))
	done
	# shellcheck disable=SC2086 # lists of words
	sum=$(cat $expected | sha256sum | cut -c1-64)
	# shellcheck disable=SC2086
	echo "$1 $2 $(verdict $codes) $bytes $sum $7 $4 $(($6 * area))"
	rm -f /tmp/expected.* /tmp/bytes.*
}
