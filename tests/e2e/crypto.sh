# SPDX-License-Identifier: GPL-2.0-only
# shellcheck shell=dash disable=SC2034 # dev is for others
# Sourced by cases that have the kernel encrypt and hash. Sets $dev.

# 7.3 lets programs have some algorithms only, if nobody says otherwise
restrict=/proc/sys/crypto/af_alg_restrict
[ ! -e $restrict ] || echo 0 >$restrict

export LD_LIBRARY_PATH=/lib DM_DISABLE_UDEV=1

# crypt NAME CIPHER BYTES DISK START SECTORS: that part of the disk, with a key of so many bytes, as $dev
crypt() {
	key=$(for i in $(seq "$3"); do printf %02x $(((i * 37 + i / 16 * 11 + 5) % 256)); done)
	dmsetup create --noudevsync "$1" --table "0 $6 crypt $2 $key 0 $4 $5"
	dev=/dev/$(basename "$(dirname "$(dirname "$(grep -lx "$1" /sys/block/dm-*/dm/name)")")")
}
