# SPDX-License-Identifier: GPL-2.0-only
# goals.awk FIGURES GOALS: the goals, how far they are met, as a table of Markdown. A goal whose figures were
# not measured is left out.

# value WHO: the minimum of a contender, or of CONTENDER@MEMORY
function value(who,	part) {
	if (split(who, part, "@") < 2)
		part[2] = $3
	return min[$1, $2, part[1], part[2], $4, $5, $6]
}

FILENAME == ARGV[1] {
	min[$1, $2, $3, $4, $5, $6, $7] = $9
	next
}
/^#/ || !NF { next }
{
	split($7, who, "/")
	a = value(who[1])
	b = value(who[2])
	if (!a || !b)
		next
	ratio = a / b
	met = $8 == "<=" ? ratio <= $9 : ratio >= $9
	if (!all++) {
		print "| machine | workload | memory | cache | entries | figure | goal | is | met |"
		print "|---|---|---|---|---|---|---|---|---|"
	}
	printf "| %s | %s | %s | %s | %d x %d B | %s | %s %s | %.3f | %s |\n", $1, $2, $3, $4, $6, $5, $7, $8, $9,
		ratio, met ? "yes" : "**no**"
	count += met
}
END { printf "\n%d of %d goals are met\n", count, all }
