#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# build.sh KD stock|converted [CONFIG]: build that kernel in KD/NAME, NAME being the configuration's, as
# far as it is not built yet. Lines of CONFIG say what is not x86's:
#
# arch: the kernel's name of the architecture
# cross: the prefix of the compiler
# targets: what make must build

set -eu
cd "$(dirname "$0")/../.."
. scripts/lib.sh

kd=$1
kind=$2
config=$PWD/${3:-tests/qemu/x86_64.config}
optional=$PWD/tests/qemu/optional.config
name=$(basename "$config" .config)
dir=$kd/$name/$kind
log=$PWD/build/log/build-${kd##*/}-$name-$kind.log

is() {
	[ "$1" = "$(cat "$2" 2>/dev/null)" ]
}

setting() {
	value=$(sed -n "s/^# $1: //p" "$config")
	echo "${value:-$2}"
}

kmake() {
	timeout --foreground 3600 make -C "$dir" ARCH="$arch" CROSS_COMPILE="$cross" "$@" >>"$log" 2>&1 ||
		die "make of the $kind kernel failed: see $log"
}

# Sources are links. What was built is copied, and only what a conversion touches is compiled again.
copy_stock() {
	cp -al "$kd/src" "$dir.part"
}

copy_converted() {
	copy_stock
	(cd "$kd/$name/stock" && find . -type f -links 1 ! -name .built ! -name .copied \
		-exec cp -a --parents -t ../converted.part {} +)
	# objtool's own build knows its files by absolute path, and a new objtool makes all objects old.
	find "$dir.part/tools" -name '.*.cmd' -exec sed -i "s|$PWD/$kd/$name/stock/|$PWD/$dir/|g" {} +
}

case $kind in
stock) from=$(cat "$kd/id") ;;
converted) from=$(cat "$kd/$name/stock/.built") ;;
*) die "usage: build.sh KD stock|converted [CONFIG]" ;;
esac

arch=$(setting arch x86_64)
cross=$(setting cross '')
mkdir -p "$kd/$name" build/log
: >"$log"
is "$from" "$dir/.copied" || {
	rm -rf "$dir" "$dir.part"
	"copy_$kind"
	echo "$from" >"$dir.part/.copied"
	mv "$dir.part" "$dir"
}

state="$from $(cat "$config" "$optional" tests/qemu/build.sh | sha256sum | cut -c-64) $("${cross}gcc" -dumpfullversion)"
[ "$kind" = stock ] || {
	scripts/apply "$dir" >>"$log" || exit 1
	state="$state $(sha256sum <"$dir/.sg_iter/manifest")"
}
is "$state" "$dir/.built" && exit
rm -f "$dir/.built"

cat "$config" "$optional" >"$dir/.fragment"
kmake -s KCONFIG_ALLCONFIG=.fragment allnoconfig
missing=$(grep ^CONFIG_ "$config" | grep -vxF -f "$dir/.config" | tr '\n' ' ') || :
[ -z "$missing" ] || die "this kernel's Kconfig does not take: $missing"
[ "$kind" = stock ] || grep -qx CONFIG_SG_ITER=y "$dir/.config" ||
	die "the converted kernel is configured without CONFIG_SG_ITER"
# shellcheck disable=SC2046 # a list of words
kmake -j"$(nproc)" $(setting targets bzImage)
echo "$state" >"$dir/.built"
