# SPDX-License-Identifier: GPL-2.0-only
# conversions.awk -v version=6.12 FILE.cocci...: what the headers of the semantic patches say for this
# kernel, one fact a line:
#	use NAME | skip NAME KERNELS | need NAME OTHER | site NAME SYMBOL

function key(v,	part)
{
	split(v, part, ".")
	return part[1] * 1000 + part[2]
}

# "6.12-7.2", either end may be empty, or "6.12"
function covers(range,	bound)
{
	if (range !~ /^([0-9]+\.[0-9]+)?-([0-9]+\.[0-9]+)?$|^[0-9]+\.[0-9]+$/) {
		print FILENAME ": not a range of kernels: " range > "/dev/stderr"
		failed = 1
		exit 1
	}
	if (range !~ /-/)
		range = range "-" range
	split(range, bound, "-")
	return (bound[1] == "" || key(bound[1]) <= key(version)) &&
	       (bound[2] == "" || key(version) <= key(bound[2]))
}

function finish()
{
	if (name == "")
		return
	if (skip != "")
		print "skip", name, skip
	else if (!sites) {
		print name ".cocci: claims no site of kernel " version ": add Sites, or narrow Kernels" > "/dev/stderr"
		failed = 1
	} else
		printf "use %s\n%s", name, facts
}

FNR == 1 {
	finish()
	name = FILENAME
	sub(/\.cocci$/, "", name)
	header = 1
	skip = facts = ""
	sites = 0
}

!/^\/\// { header = 0 }
!header { next }

$2 == "Kernels:" && !covers($3) { skip = $3 }

$2 == "Needs:" {
	for (i = 3; i <= NF; i++)
		facts = facts "need " name " " $i "\n"
}

$2 == "Sites:" || $2 == "Sites" && $3 ~ /^\(.*\):$/ {
	first = 3
	if ($2 == "Sites") {
		first = 4
		if (!covers(substr($3, 2, length($3) - 3)))
			next
	}
	for (i = first; i <= NF; i++) {
		facts = facts "site " name " " $i "\n"
		sites++
	}
}

END {
	if (!failed)
		finish()
	exit failed
}
