# SPDX-License-Identifier: GPL-2.0-only
# shellcheck shell=sh
# Sourced by the parts of make check, after scripts/lib.sh.

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
trap 'exit 130' HUP INT TERM

# result WHAT <PROBLEMS: one line for people, and the problems, if any
result() {
	cat >"$tmp/problems"
	if [ -s "$tmp/problems" ]; then
		echo "not ok $1"
		sed 's/^/    /' "$tmp/problems"
	else
		echo "ok $1"
	fi
}

# applied KIND KD: the files that apply added, converted or hooked
applied() {
	awk -v kind="$1" '$1 == kind { print $4 }' "$2/tree/.sg_iter/manifest"
}

# ours: the files of this repository. A release archive has no .git.
ours() {
	git ls-files 2>/dev/null | grep . ||
		find . -path './.?*' -prune -o -path ./build -prune -o -type f -print | sed 's,^\./,,'
}
