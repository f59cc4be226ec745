# SPDX-License-Identifier: GPL-2.0-only
# shellcheck shell=sh
# Sourced by the other scripts, which have changed to the repository's top.

export LC_ALL=C
umask 022
# A variable given to our make is not meant for the kernel's.
unset MAKEFLAGS MFLAGS MAKELEVEL ARCH CROSS_COMPILE KBUILD_OUTPUT

# Scripts call each other: they share one clock, and inner steps are indented.
step_indent=${SG_ITER_CLOCK:+  }
: "${SG_ITER_CLOCK:=$(date +%s)}"
export SG_ITER_CLOCK

die() {
	echo "${0##*/}: $*" >&2
	exit 1
}

# step K N WHAT: progress, with the time since the first script started
step() {
	elapsed=$(($(date +%s) - SG_ITER_CLOCK))
	printf '%s[%s/%s] %s  (%d:%02d)\n' "$step_indent" "$1" "$2" "$3" \
		$((elapsed / 60)) $((elapsed % 60)) >&2
}

# kdir K: where everything about kernel K is kept
kdir() {
	case $1 in
	lts | latest)
		echo "build/$1"
		;;
	*)
		[ -d "$1" ] || die "no such directory: $1 (KERNEL is lts, latest or a kernel tree)"
		dir=$(cd "$1" && pwd -P)
		echo "build/$(basename "$dir" | tr -c 'A-Za-z0-9._\n' _)-$(
			printf %s "$dir" | sha256sum | cut -c-8)"
		;;
	esac
}

# linux_tree DIR: give up unless it is one
linux_tree() {
	for f in Kbuild Kconfig Makefile include/linux/scatterlist.h; do
		[ -f "$1/$f" ] || die "$1 is not a Linux kernel tree (it has no $f)"
	done
}

# cocci_message FILE: the commit message that the header of a semantic patch holds
cocci_message() {
	sed -n '
		2s,^// ,,p
		3,/^[^/]/{
			/^\/\/ \(Kernels\|Needs\|Sites\|Comment\)\( (.*)\)\{0,1\}:/d
			s,^// \{0\,1\},,p
		}' "$1" | git stripspace
}

# exclusive FILE: one at a time, across processes, until this one ends
exclusive() {
	mkdir -p "${1%/*}"
	exec 8>"$1"
	flock -n 8 || {
		echo "waiting for another run to finish (${1##*/})" >&2
		timeout 3600 flock 8 || die "gave up waiting for ${1##*/}"
	}
}
