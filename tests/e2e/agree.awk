# SPDX-License-Identifier: GPL-2.0-only
# agree.awk results results: the same, but what passes on both kernels with different checksums "differs".

{ key = $2 SUBSEP $3 SUBSEP $4 }

FNR == NR {
	if ($5 == "pass" && key in sum && sum[key] != $7)
		differs[key]
	sum[key] = $7
	next
}

key in differs { $5 = "differs" }
{ print }
