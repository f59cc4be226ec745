# SPDX-License-Identifier: GPL-2.0-only
# summary.awk SURVIVORS CHOSEN RESULTS: the mutants that were to be killed and survived, or the other way round, and
# the last line.

BEGIN { FS = "\t" }

FNR == 1 { argument++ }

argument == 1 {
	if (/^#/ || /^$/)
		next
	if (NF != 2 || $2 == "")
		report[++reports] = "survivors: not NAME REASON: " $0
	reason[$1] = $2
	next
}

argument == 2 {
	split($0, field, " ")
	chosen[field[2]] = 1
	next
}

{
	result[$1] = $2
	by[$1] = $3
}

END {
	for (name in chosen) {
		if (!(name in result))
			report[++reports] = name ": was not tried"
		else if (result[name] == "killed" && (name in reason))
			report[++reports] = name ": is in survivors, but is killed by " by[name]
		else if (result[name] == "survived" && !(name in reason))
			report[++reports] = name ": survived, and no reason is in survivors"
		else if (result[name] == "killed")
			killed++
		else
			known++
	}
	for (i = 1; i <= reports; i++)
		print report[i]
	print killed + 0 " killed, " known + 0 " known to survive"
	printf "%d passed, %d failed\n", killed + known, reports
	exit reports > 0 || !(killed + known)
}
