# SPDX-License-Identifier: GPL-2.0-only
# goals.awk FIGURES GOALS: the goals, how far they are met, as a table of Markdown. A goal is left out if its machine
# was not measured, or if this kernel does not have one of the contenders. What else is missing is not met.

# contender WHO: its name, without the memory
function contender(who) {
	sub(/@.*/, "", who)
	return who
}

# value WHO: the minimum of a contender, or of CONTENDER@MEMORY
function value(who,	part) {
	if (split(who, part, "@") < 2)
		part[2] = $3
	return min[$1, $2, part[1], part[2], $4, $5, $6]
}

FILENAME == ARGV[1] {
	min[$1, $2, $3, $4, $5, $6, $7] = $9
	has[$1, $3]
	next
}
/^#/ || !NF { next }
{
	split($7, who, "/")
	if (!(($1, contender(who[1])) in has) || !(($1, contender(who[2])) in has))
		next
	a = value(who[1])
	b = value(who[2])
	met = 0
	is = "not measured"
	if (a && b) {
		ratio = a / b
		met = $8 == "<=" ? ratio <= $9 : ratio >= $9
		is = sprintf("%.3f", ratio)
	}
	if (!all++) {
		print "| machine | workload | memory | cache | entries | figure | goal | is | met |"
		print "|---|---|---|---|---|---|---|---|---|"
	}
	printf "| %s | %s | %s | %s | %d x %d B | %s | %s %s | %s | %s |\n", $1, $2, $3, $4, $6, $5, $7, $8, $9, is,
		met ? "yes" : "**no**"
	count += met
}
END { printf "\n%d of %d goals are met\n", count, all }
