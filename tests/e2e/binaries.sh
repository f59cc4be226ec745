#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# binaries.sh ROOT PROGRAM...: copy these programs, and the shared libraries that they need, to ROOT/bin and
# ROOT/lib.

set -eu
. scripts/lib.sh

root=$1
shift
PATH=$PATH:/usr/sbin:/sbin
for program; do
	path=$(command -v "$program") || die "no $program: scripts/deps e2e installs it"
	cp "$path" "$root/bin/"
	libs=$(ldd "$path")
	case $libs in
	*'not found'*) die "$program needs libraries that are not installed: $(echo "$libs" | grep 'not found')" ;;
	esac
	echo "$libs" | awk '$2 == "=>" { print $3 }' | xargs cp -L -u -t "$root/lib"
	cp -L "$(echo "$libs" | awk '$1 ~ /ld-linux/ { print $1 }')" "$root/lib64/"
done
