# SPDX-License-Identifier: GPL-2.0-only
# json.awk FIGURES: the same as JSON, one object a line

BEGIN {
	count = split("machine workload contender memory cache entry_bytes entries unit min median", name)
	printf "["
}
{
	printf "%s\n{", (NR > 1 ? "," : "")
	for (i = 1; i <= count; i++)
		printf "%s\"%s\": %s", (i > 1 ? ", " : ""), name[i],
			($i ~ /^[0-9.]+$/ ? $i : "\"" $i "\"")
	printf "}"
}
END { print "\n]" }
