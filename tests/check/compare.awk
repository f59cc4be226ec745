# SPDX-License-Identifier: GPL-2.0-only
# compare.awk -v kd=DIR STOCK CONVERTED: the messages of the converted object that the stock one did
# not give, or not as often. An error counts always: sparse keeps silent about the rest of the file.

!/([Ww]arning|WARNING|[Ee]rror): / { next }

{
	for (tree = 0; tree < 2; tree++) {
		dir = kd (tree ? "/tree/" : "/src/")
		while ((at = index($0, dir)))
			$0 = substr($0, 1, at - 1) substr($0, at + length(dir))
	}
	key = $0
	gsub(/:[0-9]+/, "", key)
}

FILENAME == ARGV[1] {
	stock[key]++
	next
}

/[Ee]rror: / || --stock[key] < 0
