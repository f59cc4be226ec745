# SPDX-License-Identifier: GPL-2.0-only
# splats.awk LOG: prints each report of trouble (WARNING, BUG, lockdep's INFO, panic) in a kernel's log that
# no test announced, and each kind of them that a test announced and that never came.

function test_ended() {
	expected = ""
}

/^ *(not )?ok [0-9]+ / { test_ended() }

/ wanted warning: / {
	expected = $0
	sub(/.* wanted warning: /, "", expected)
	wanted[expected]
	next
}

/(^|[ \]])(WARNING|BUG|INFO): |Kernel panic|Kernel mode fault|Oops/ {
	if (expected == "")
		print "unexpected: " $0
	else
		came[expected]
	expected = ""
}

END {
	for (what in wanted)
		if (!(what in came))
			print "a warning that has to come did not: " what
}
