# SPDX-License-Identifier: GPL-2.0-only
# shellcheck shell=sh disable=SC2034,SC2154 # kd is of the part, stock and converted are for it
# Sourced by the parts that compile, after lib.sh and with $kd set. messages/ where objects are made has
# what gcc and sparse said of each.

sparse=$PWD/tests/check/sparse
jobs=$((($(nproc) + 1) / 2))	# two builds at once

# The kernel's make drops LC_ALL; messages are looked for in English.
export LANG=C LANGUAGE=C LC_CTYPE=C LC_MESSAGES=C

# architecture ARCH: from now on compile for it, $kd/src in $stock and $kd/tree in $converted
architecture() {
	arch=$1
	cross=$(sed -n 's/^# cross: //p' "tests/check/$arch.config")
	made=$PWD/$kd/check
	[ "$arch" = x86_64 ] || made=$made/$arch
	stock=$made/stock
	converted=$made/converted
}
architecture x86_64

# kmake SRC O ARGUMENT...
kmake() {
	from=$1 o=$2
	shift 2
	timeout 1500 make -C "$from" O="$o" ARCH="$arch" CROSS_COMPILE="$cross" "$@" </dev/null
}

# configure SRC O LOG
configure() {
	mkdir -p "$2"
	cat tests/check/all.config "tests/check/$arch.config" >"$2/fragment"
	kmake "$1" "$2" -s KCONFIG_ALLCONFIG="$2/fragment" allnoconfig >"$3" 2>&1 ||
		die "make allnoconfig fails: see $3"
}

# build SRC O OBJECTS LOG [M=DIR]: make the objects listed in a file as far as possible, with all
# warnings and sparse. An object is made again if what was said when it was made is not known.
build() {
	src=$1 obj=$2 objects=$3 log=$4
	shift 4
	out=$obj
	[ $# -eq 0 ] || out=${1#M=}
	while read -r object; do
		said=$out/messages/$object
		newer=$(find "$said" -newer "$out/$object" -newer "$sparse" 2>/dev/null || :)
		[ "$newer" ] || rm -f "$out/$object" "$said"
	done <"$objects"
	xargs -r timeout 1500 make -C "$src" O="$obj" ARCH="$arch" CROSS_COMPILE="$cross" \
		W=1 C=1 CHECK="$sparse" "$@" -k -j"$jobs" --output-sync=target <"$objects" >"$log" 2>&1 || : # judged by the object
	awk -v from="$out/" -v to="$out/messages" -f tests/check/messages.awk "$log"
}

# complaints OUT OBJECT [STOCK-OUT]: what is wrong with the object
complaints() {
	said=$1/messages/$2
	if [ ! -f "$said" ]; then
		echo "not compiled: see ${log#"$PWD/"}"
		return
	fi
	stock=/dev/null
	[ $# -lt 3 ] || [ ! -f "$3/messages/$2" ] || stock=$3/messages/$2
	awk -v kd="$PWD/$kd" -f tests/check/compare.awk "$stock" "$said" >"$tmp/complaints"
	cat "$tmp/complaints"
	if [ ! -f "$1/$2" ]; then
		[ -s "$tmp/complaints" ] || echo "not compiled: see ${log#"$PWD/"}"
	elif ! grep -q '^  CHECK ' "$said"; then
		echo "sparse did not run"
	fi
}
