# SPDX-License-Identifier: GPL-2.0-only
# expected.awk: what the header of a case says that is to be, as tests/qemu/table.awk takes it. A line
# "# expect 7.3: NAME MEMORY STOCK CONVERTED" is for that kernel and later ones. Set test and version.

function number(version,	part) {
	split(version, part, ".")
	return part[1] * 1000 + part[2]
}

!/^# expect( [0-9.]+)?: / {
	next
}

$2 == "expect:" {
	key[++n] = $3 SUBSEP $4
	line[n] = $0
	sub(/^# expect: /, "", line[n])
	next
}

number($3) <= number(version) {
	stock[$4, $5] = $6
	converted[$4, $5] = $7
}

END {
	for (i = 1; i <= n; i++) {
		$0 = line[i]
		if (key[i] in stock) {
			$3 = stock[key[i]]
			$4 = converted[key[i]]
		}
		print test, $0
	}
}
