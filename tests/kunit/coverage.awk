# SPDX-License-Identifier: GPL-2.0-only
# coverage.awk EXEMPT FUNCTIONS XML: a table of the lines and branches that were reached, and what was not. Fails if
# that is not in EXEMPT, or if what is there was reached.
#
# EXEMPT: FILE FUNCTION TEXT REASON, separated by tabs; TEXT is part of the line.
# FUNCTIONS: "FILE FIRST-LINE LAST-LINE NAME". XML: gcovr's, an element a line.

function attribute(name,	s) {
	if (!match($0, name "=\"[^\"]*\""))
		return ""
	s = substr($0, RSTART, RLENGTH)
	return substr(s, length(name) + 3, length(s) - length(name) - 3)
}

function function_at(file, line,	i) {
	for (i = 1; i <= functions; i++)
		if (where[i] == file && from[i] <= line && line <= to[i])
			return name[i]
	return "-"
}

function percent(part, all) {
	return sprintf("%5d of %4d %5.1f %%", part, all, all ? 100 * part / all : 100)
}

# A line, or one of its branches, was not reached.
function missed(what,	text, home, i) {
	text = source[file, number]
	gsub(/^[ \t]+|[ \t\\]+$/, "", text)
	home = function_at(file, number)
	for (i = 1; i <= exempts; i++)
		if (exempt_file[i] == file && exempt_home[i] == home && index(text, exempt_text[i])) {
			used[i] = 1
			exempted++
			return
		}
	report[++reports] = file ":" number ": " home "(): " what ": " text
}

FNR == 1 { argument++ }

argument == 1 {
	if (/^#/ || /^$/)
		next
	if (split($0, field, "\t") != 4) {
		report[++reports] = "coverage.exempt: not FILE FUNCTION TEXT REASON: " $0
		next
	}
	exempt_file[++exempts] = field[1]
	exempt_home[exempts] = field[2]
	exempt_text[exempts] = field[3]
	next
}

argument == 2 {
	where[++functions] = $1
	from[functions] = $2 + 0
	to[functions] = $3 + 0
	name[functions] = $4
	next
}

/<file / {
	file = attribute("path")
	order[++files] = file
	for (l = 1; (getline text < file) > 0; l++)
		source[file, l] = text
	close(file)
}

/<lineToCover / {
	number = attribute("lineNumber") + 0
	branches = attribute("branchesToCover") + 0
	taken = attribute("coveredBranches") + 0
	lines[file]++
	all_branches[file] += branches
	taken_branches[file] += taken
	if (attribute("covered") == "true")
		reached[file]++
	if (attribute("covered") != "true")
		missed("not reached")
	else if (taken < branches)
		missed(branches - taken " of " branches " branches not taken")
}

END {
	if (!files)
		report[++reports] = "nothing was counted"
	for (i = 1; i <= exempts; i++)
		if (!used[i])
			report[++reports] = "coverage.exempt: not needed any more: " exempt_home[i] "(): " exempt_text[i]
	for (i = 1; i <= files; i++) {
		file = order[i]
		printf "%-28s lines %s   branches %s\n", file, percent(reached[file], lines[file]),
			percent(taken_branches[file], all_branches[file])
		total += lines[file] + all_branches[file]
	}
	for (i = 1; i <= reports; i++)
		print report[i]
	if (exempted)
		print exempted " lines are as tests/kunit/coverage.exempt says"
	printf "%d passed, %d failed\n", total - reports - exempted, reports
	exit reports > 0
}
