# SPDX-License-Identifier: GPL-2.0-only
# splats.awk LOG: prints each report of trouble (WARNING, BUG, UBSAN, lockdep's INFO, panic) in a kernel's
# log that no test announced, and each kind of them that a test announced and that never came; and each of
# the suites in must_run that was not run, or of which a test was skipped; and that nothing matched must_say.

function test_ended() {
	expected = ""
}

must_say != "" && $0 ~ must_say { said = 1 }

/^ *(not )?ok [0-9]+ / { test_ended() }

/^ *# Subtest: sg_iter/ { suite = $NF }

/^ *ok [0-9]+ / { ran[suite] = 1 }

/^ *ok [0-9]+ .* # SKIP/ { skipped[suite] = $0 }

/ wanted warning: / {
	expected = $0
	sub(/.* wanted warning: /, "", expected)
	wanted[expected]
	next
}

/(^|[ \]])(WARNING|BUG|INFO|UBSAN): |Kernel panic|Kernel mode fault|Oops/ {
	# what a test announces is a check of ours
	if (expected == "" || !/sg_(iter|vmap)\.[ch]:[0-9]+/)
		print "unexpected: " $0
	else
		came[expected]
	expected = ""
}

END {
	if (must_say != "" && !said)
		print "has to be said, and was not: " must_say
	n = split(must_run, suites, " ")
	for (i = 1; i <= n; i++) {
		if (!(suites[i] in ran))
			print "has to be run, and was not: " suites[i]
		if (suites[i] in skipped)
			print "has to be run, and was skipped: " suites[i] ": " skipped[suites[i]]
	}
	for (what in wanted)
		if (!(what in came))
			print "a warning that has to come did not: " what
}
