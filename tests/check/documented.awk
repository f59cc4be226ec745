# SPDX-License-Identifier: GPL-2.0-only
# documented.awk NAMES FILE...: which of the names have no kernel-doc in the files, or one that does not
# tell the context, or what a function returns. A line of NAMES: "NAME function typename:TYPE", "NAME macro -",
# "NAME struct -".

FILENAME == ARGV[1] {
	type = $0
	sub(/^[^ ]+ [^ ]+ (typename:)?(__always_inline )?/, "", type)
	returns[$1] = type != "void" && type != "-"
	called[$1] = $2 != "struct"
	next
}

/^\/\*\*$/ { start = FNR + 1 }
FNR == start {
	name = $2 == "struct" ? $3 : $2
	sub(/\(.*/, "", name)
	documented[name] = 1
}
/^ \*\/$/ { name = "" }
/^ \* Context: ./ { context[name] = 1 }
/^ \* Return: ./ { result[name] = 1 }

END {
	if (!length(returns))
		print "no names"
	for (name in returns)
		if (!(name in documented))
			print name ": no kernel-doc"
		else {
			if (called[name] && !(name in context))
				print name ": no Context:"
			if (returns[name] && !(name in result))
				print name ": no Return:"
		}
}
