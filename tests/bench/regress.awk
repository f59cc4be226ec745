# SPDX-License-Identifier: GPL-2.0-only
# regress.awk COMMITTED IS: which figures are more than those committed, by more than a compiler's whim

BEGIN {
	whim = 1.01
}

/^#/ {
	next
}

{
	key = $1 " " $2 " " $3 " " $4
}

FILENAME == ARGV[1] {
	was[key] = $5
	missing[key]
	next
}

!(key in was) {
	printf "%s: %.0f instructions, and none are committed\n", key, $5
	failed++
	next
}

{
	delete missing[key]
	if ($5 > was[key] * whim) {
		printf "%s: %.0f instructions, %.3f times the %.0f committed\n", key, $5, $5 / was[key], was[key]
		failed++
		next
	}
	better += $5 * whim < was[key]
	passed++
}

END {
	for (key in missing) {
		printf "%s: was not measured\n", key
		failed++
	}
	if (better)
		printf "%d are less by more than 1 %%: commit them\n", better
	printf "%d passed, %d failed\n", passed, failed
	exit failed > 0
}
