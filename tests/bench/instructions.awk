# SPDX-License-Identifier: GPL-2.0-only
# instructions.awk FIGURES: what the forms of the API take: workload contender memory entry_bytes instructions

$3 ~ /^(callback|loop|loop_sleeping|helper)$/ && $5 == "warm" && $6 >= 512 && $6 <= 65536 && $7 == 64 {
	print $2, $3, $4, $6, $9
}
