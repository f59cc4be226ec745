#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# outside.sh KD stock|converted pio|dma: look at the images that the guest has left, without it.
# Prints its results with "fail" where an image does not hold what the guest says, or what the
# kernel's source says.

set -eu
cd "$(dirname "$0")/../.."
. scripts/lib.sh

kd=$1
boot=$2-$3
dir=$kd/qemu/$boot
log=build/log/outside-${kd##*/}-$boot.log

# the same as in tests/qemu/init
tree_sum() {
	(cd "$1" && find . -type f | sort | xargs sha256sum | sha256sum | cut -c1-64)
}

# The files of a directory of the card, by the file system's own tools.
files_are_right() { # STATUS SUM DIRECTORY
	rm -rf "$dir/files"
	mkdir "$dir/files"
	debugfs -R "rdump /$3 $dir/files" "$dir/card.img" >>"$log" 2>&1 || return 1
	case $1 in
	pass)
		[ "$2" = "$source_sum" ] && [ "$2" = "$(tree_sum "$dir/files/$3")" ]
		;;
	refused)
		[ -z "$(find "$dir/files/$3" -type f -size +0)" ]
		;;
	esac
}

area_is_right() { # SUM IMAGE OFFSET LENGTH
	[ "$1" = "$(tail -c +$(($3 + 1)) "$dir/$2.img" | head -c "$4" | sha256sum | cut -c1-64)" ]
}

: >"$log"
source_sum=$(tree_sum "$kd/qemu/root/src")
[ "$3" = dma ] || e2fsck -fn "$dir/card.img" >>"$log" 2>&1 ||
	die "the file system on the card is damaged: see $log"

while read -r case memory status bytes sum image offset length; do
	case $status-$image in
	fail-* | *-) right=yes ;;
	*-ram | *-io) files_are_right "$status" "$sum" "$image" && right=yes || right=no ;;
	*) area_is_right "$sum" "$image" "$offset" "$length" && right=yes || right=no ;;
	esac
	if [ "$right" = no ]; then
		echo "$boot $case $memory: the image does not hold what it should" >&2
		status=fail
	fi
	echo "$3 $case $memory $status $bytes $sum"
done <<END
$(grep -vx end "$dir/results")
END
