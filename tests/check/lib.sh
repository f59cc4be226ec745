# SPDX-License-Identifier: GPL-2.0-only
# shellcheck shell=sh
# Sourced by make check, its parts and make docs, after scripts/lib.sh.

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

# summary RESULTS: the last line of what prints them; fails if one of them did
summary() {
	awk '
		/^ok / { passed++ }
		/^not ok / { failed++ }
		END {
			printf "%d passed, %d failed\n", passed, failed
			exit failed > 0
		}' "$1"
}

# applied KIND KD: the files that apply added, converted or hooked
applied() {
	awk -v kind="$1" '$1 == kind { print $4 }' "$2/tree/.sg_iter/manifest"
}

# public KD: the API, "NAME KIND TYPE" a line: all names of our headers that begin with sg_
public() {
	applied added "$1" | grep '^include/linux/.*\.h$' | (cd "$1/tree" && xargs ctags -x --languages=C \
		--langmap=C:.c.h --kinds-C=dfps --_xformat='%N %K %t') | grep '^sg_' | sort -u
}

# ours: the files of this repository. A release archive has no .git.
ours() {
	git ls-files 2>/dev/null | grep . ||
		find . -path './.?*' -prune -o -path ./build -prune -o -type f -print | sed 's,^\./,,'
}
