#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# rebuild.sh BUILT TREE OUT SOURCES [FLAG...]: OUT becomes a copy of the kernel that scripts/kunit has built in BUILT
# from TREE. Whatever includes our headers is compiled again there by the same command, with the files in SOURCES
# in place of ours, and with these flags. To kbuild these objects are up to date, so all that is left to do is to
# link them: a minute, where a tree of its own would be compiled from the start. Each new object is
# given to the command AFTER.

set -eu
built=$1 tree=$2 out=$3 sources=$4
shift 4

rm -rf "$out"
mkdir -p "${out%/*}"
cp -a "$built" "$out"
cd "$out"
# objtool's own build knows its files by absolute path, and a new objtool makes all objects old
[ ! -d tools ] || find tools -name '.*.cmd' -exec sed -i "s|$built/|$out/|g" {} +
grep -rl --include='.*.o.cmd' "$tree/include/linux/sg_iter\.h" . | while read -r cmd; do
	object=$(echo "$cmd" | sed 's,/\.\([^/]*\)\.cmd$,/\1,')
	source=$(sed -n "s,^source_[^ ]* := $tree/,,p" "$cmd")
	from=$tree
	[ ! -f "$sources/$source" ] || from=$sources
	# the file of dependencies has been processed, and stays; objtool follows on some machines
	sed -n "1{
		s,^savedcmd_[^ ]* := ,,
		s, -Wp\,-MMD\,[^ ]*,,
		s, -I, -I$sources/include&,
		s, $tree/$source *\(;.*\)*\$, $* $from/$source ${AFTER:+\&\& $AFTER $object} \1,p
	}" "$cmd"
done >commands
[ -s commands ] || {
	echo "rebuild.sh: nothing in $built includes our headers" >&2
	exit 1
}
# ccache remembers where it found a header, and does not look for a new one that comes before it.
export CCACHE_NODIRECT=1
xargs -d '\n' -n 1 -P "$(nproc)" timeout 1000 sh -c <commands
