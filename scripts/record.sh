# SPDX-License-Identifier: GPL-2.0-only
# shellcheck shell=sh disable=SC2154 # tmp is a directory of apply's or unapply's
# Sourced by apply and unapply, after lib.sh: the record of what was done to the tree $kdir.
#
# $kdir/.sg_iter/
#   manifest	"KIND BEFORE AFTER PATH" of each file (sha256, - for none); KIND: converted, hooked,
#		added, dir. Its first line is "# HASH", of all that the result was made from.
#   orig/	the files as they were, with their times: the same inode where the file system can
#   new/	files to be moved into place
#   journal	while files are being moved: the old and the new manifest, so that a run that died can
#		be told from a file that somebody edited, and undone

# open_tree DIR: check it, lock it, undo what a run that died left half done
open_tree() {
	[ "$1" ] || die "which tree? KDIR=/path/to/linux"
	[ -d "$1" ] || die "no such directory: $1"
	kdir=$(cd "$1" && pwd -P)
	linux_tree "$kdir"
	[ -w "$kdir" ] || die "$kdir is read-only"
	exec 9<"$kdir"
	flock -n 9 || die "another apply or unapply is at work in $kdir"
	record=$kdir/.sg_iter
	if [ -f "$record/journal" ]; then
		echo "${0##*/}: undoing an apply or unapply that was interrupted" >&2
		undo
	elif [ -d "$record" ] && [ ! -f "$record/manifest" ]; then
		rm -rf "$record"
	fi
}

# sums DIR <PATHS: "SHA256 PATH" of the files of DIR, - for one that is not there
sums() {
	: >"$tmp/present"
	while read -r path; do
		if [ -f "$1/$path" ]; then
			echo "$path" >>"$tmp/present"
		else
			echo "- $path"
		fi
	done
	[ ! -s "$tmp/present" ] ||
		(cd "$1" && xargs sha256sum <"$tmp/present" | awk '{ print $1, $2 }')
}

# files MANIFEST: its lines about files
files() {
	[ ! -f "$1" ] || grep -Ev '^(#|dir )' "$1" || :
}

# unedited MANIFEST: give up if a file of the tree is in none of the states that MANIFEST knows (the
# original is one: somebody may have used git checkout), or if a saved original is lost.
# Leaves $tmp/now, the sums of these files.
unedited() {
	files "$1" >"$tmp/entries"
	cut -d' ' -f4 "$tmp/entries" | sort -u >"$tmp/paths"
	sums "$kdir" <"$tmp/paths" >"$tmp/now"
	sums "$record/orig" <"$tmp/paths" >"$tmp/saved"
	awk '
		FILENAME == ARGV[1] { now[$2] = $1; next }
		FILENAME == ARGV[2] { saved[$2] = $1; next }
		{
			known[$4] += now[$4] == $2 || now[$4] == $3
			kept[$4] += now[$4] == $2 || saved[$4] == $2
		}
		END {
			for (path in known)
				if (!known[path])
					print path
				else if (!kept[path])
					print ".sg_iter/orig/" path
		}' "$tmp/now" "$tmp/saved" "$tmp/entries" | sort >"$tmp/edited"
	[ ! -s "$tmp/edited" ] ||
		die "edited since apply: $(paste -sd' ' "$tmp/edited"); take that back first; nothing was changed"
}

# writable <PATHS: give up unless the directory of each can be written, or is yet to be made
writable() {
	while read -r path; do
		dir=$kdir/$(dirname "$path")
		[ -w "$dir" ] || [ ! -e "$dir" ] || die "$dir is read-only; nothing was changed"
	done
}

# undo: put everything back. Also after a crash, so each file may be in its old or new state.
undo() {
	if [ -f "$record/journal" ]; then
		unedited "$record/journal"
	else
		unedited "$record/manifest"
		writable <"$tmp/paths"
		cp "$record/manifest" "$record/journal.new"
		mv "$record/journal.new" "$record/journal"
	fi
	files "$record/journal" | sort -u -k4,4 | while read -r kind before _ path; do
		if [ "$kind" = added ]; then
			rm -f "$kdir/$path"
		elif ! echo "$before  $kdir/$path" | sha256sum -c --status 2>/dev/null; then
			mv -f "$record/orig/$path" "$kdir/$path"
		fi
	done
	remove_dirs "$record/journal"
	rm -rf "$record/orig" "$record/new" "$record/manifest"
	rm -rf "$record"
}

# remove_dirs MANIFEST: remove directories that apply made, unless somebody uses them now
remove_dirs() {
	sed -n 's/^dir - - //p' "$1" | sort -ru | while read -r path; do
		[ ! -d "$kdir/$path" ] || rmdir --ignore-fail-on-non-empty "$kdir/$path"
	done
}
