# SPDX-License-Identifier: GPL-2.0-only
# table.awk expected results: both kernels beside each other, and whether each result is the one
# expected. "results" has lines of: kernel boot case memory status bytes sha256.

function shown(kernel, boot,	status, want) {
	status = (kernel, boot) in got ? got[kernel, boot] : "missing"
	want = kernel == "stock" ? $4 : $5
	if (status == want)
		return status
	bad++
	return status "!"
}

function MiB(boot,	sum) {
	sum = moved["stock", boot] + moved["converted", boot]
	total[$3] += sum
	return sum ? sprintf("%.1f", sum / 1048576) : "-"
}

FILENAME == ARGV[1] {
	if ($1 !~ /^#/)
		expected[++n] = $0
	next
}

{
	got[$1, $2, $3, $4] = $5
	moved[$1, $2, $3, $4] = $6
	sum[$1, $2, $3, $4] = $5 == "pass" && $7 != "-" ? substr($7, 1, 12) : "-"
}

END {
	line = "%-58s %-10s %-8s %-9s %6s  %s\n"
	printf "\n" line, "what", "memory", "stock", "converted", "MiB", "sha256"
	for (i = 1; i <= n; i++) {
		$0 = expected[i]
		boot = $1 SUBSEP $2 SUBSEP $3
		what = $0
		sub(/^[^ ]+ +[^ ]+ +[^ ]+ +[^ ]+ +[^ ]+ +/, "", what)
		printf line, what, $3 == "io" ? "I/O" : "RAM", shown("stock", boot), \
			shown("converted", boot), MiB(boot), sum["converted", boot]
	}
	if (bad)
		printf "\nFAILED: %d results are not what they must be (marked !)\n", bad
	else
		printf "\nPASSED: %.0f MiB moved through RAM, %.0f MiB through I/O memory; every checksum is " \
			"right, inside the guest and outside\n", total["ram"] / 1048576, total["io"] / 1048576
	printf "%d passed, %d failed\n", 2 * n - bad, bad
	exit bad > 0
}
