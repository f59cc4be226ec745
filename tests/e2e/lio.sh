# SPDX-License-Identifier: GPL-2.0-only
# shellcheck shell=dash disable=SC2034,SC2154 # lun and MiB are for and of others
# Sourced by cases that need a SCSI target in the guest. Sets $backend and $lun.

mount -t configfs configfs /sys/kernel/config
core=/sys/kernel/config/target/core

# ramdisk NAME: 16 MiB
ramdisk() {
	backend=$core/rd_mcp_0/$1
	mkdir -p "$backend"
	echo rd_pages=4096 >"$backend/control"
	echo 1 >"$backend/enable"
}

# filedisk NAME FILE: 16 MiB, through the page cache
filedisk() {
	backend=$core/fileio_0/$1
	truncate -s $((16 * MiB)) "$2"
	mkdir -p "$backend"
	echo "fd_dev_name=$2,fd_dev_size=$((16 * MiB))" >"$backend/control"
	echo 1 >"$backend/enable"
}

# protect TYPE: give $backend protection information
protect() {
	echo "$1" >"$backend/attrib/pi_prot_type"
	case $backend in
	*/fileio_*) echo 1 >"$backend/attrib/pi_prot_format" ;;
	esac
	echo 1 >"$backend/attrib/pi_prot_verify"
}

# await COMMAND...: the disk that it brings about
await() {
	before=$(ls /sys/block)
	"$@"
	for look in $(seq 100); do
		for d in /sys/block/sd*; do
			case $before in
			*"${d##*/}"*) ;;
			*)
				[ ! -b "/dev/${d##*/}" ] || {
					lun=/dev/${d##*/}
					return
				}
				;;
			esac
		done
		sleep 0.1
	done
	echo "no disk after $look looks" >&2
}

# lun N: $backend as a disk of this machine
lun() {
	tpg=/sys/kernel/config/target/loopback/naa.500140500000000$1/tpgt_1
	mkdir -p "$tpg"
	echo "naa.500140510000000$1" >"$tpg/nexus"
	mkdir -p "$tpg/lun/lun_0"
	await ln -s "$backend" "$tpg/lun/lun_0/disk"
}
