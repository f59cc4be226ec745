# SPDX-License-Identifier: GPL-2.0-only
# audit.awk -F'\t' -v version=6.12 -v release=6.12.1 -v converted=FILES -v json=FILE OWNED BEFORE NOW: writes the
# sites as JSON, and prints tables. OWNED has the records; BEFORE the sites of the originals of converted files, NOW
# those of the tree: file, line, function, pattern.

function key(v,	part)
{
	split(v, part, ".")
	return part[1] * 1000 + part[2]
}

# "6.12", "6.12-", "-6.12" or "-"
function covers(range,	bound)
{
	if (range !~ /-/)
		range = range "-" range
	split(range, bound, "-")
	return (bound[1] == "" || key(bound[1]) <= key(version)) && (bound[2] == "" || key(version) <= key(bound[2]))
}

function complain(text)
{
	print "audit: " ARGV[1] ": " text > "/dev/stderr"
	failed = 1
}

function subsystem(file,	part, n)
{
	n = split(file, part, "/")
	return part[1] ~ /^(drivers|fs|net|arch)$/ && n > 2 ? part[1] "/" part[2] : part[1]
}

function quoted(s)
{
	gsub(/[\\"]/, "\\\\&", s)
	return "\"" s "\""
}

function site(file, line, f, pattern, state,	why)
{
	why = reason[file, f]
	if (state != "converted")
		state = why == "" ? "unsafe" : "owned"
	printf "  {\"file\": %s, \"function\": %s, \"line\": %d, \"subsystem\": %s, \"pattern\": %s, \"state\": %s, \"reason\": %s}\n", \
		quoted(file), quoted(f), line, quoted(subsystem(file)), quoted(pattern), \
		quoted(state), quoted(state == "owned" ? why : "") > json
	total[state]++
	count[subsystem(file), state]++
	subsystems[subsystem(file)] = 1
	if (!((file, state) in seen)) {
		seen[file, state] = 1
		files[state]++
	}
}

FILENAME == ARGV[1] && (/^#/ || /^$/) { next }
FILENAME == ARGV[1] {
	if (NF != 4 || $3 !~ /^([0-9]+\.[0-9]+)?-?([0-9]+\.[0-9]+)?$/ || $4 == "")
		complain("line " FNR ": not file, function, kernels, reason")
	else if (covers($3)) {
		if (($1, $2) in lines)
			complain("line " FNR ": " $2 "() of " $1 " again")
		lines[$1, $2] = FNR
		guard = $4
		if (!sub(/^behind /, "", guard) || index(" " converted " ", " " substr(guard, 1, index(guard, ":") - 1) " "))
			reason[$1, $2] = $4
	}
	next
}

{ used[$1, $3] = 1 }
FILENAME == ARGV[2] {
	n = ++before[$1, $3, $4]
	was[$1, $3, $4, n] = $2
	next
}
{
	now[$1, $3, $4]++
	sequence[++found] = $0
}

END {
	for (i = 1; i <= found; i++) {
		split(sequence[i], s, "\t")
		site(s[1], s[2], s[3], s[4], "")
	}
	for (k in before) {
		split(k, s, SUBSEP)
		for (i = now[k] + 1; i <= before[k]; i++)
			site(s[1], was[k, i], s[2], s[3], "converted")
	}
	printf "" > json

	for (k in lines)
		if (!(k in used)) {
			split(k, s, SUBSEP)
			complain("line " lines[k] ": nothing is mapped by hand in " s[2] "() of " s[1] ": remove it")
		}
	if (failed)
		exit 2

	print "| subsystem | unsafe | owned | converted |\n|---|---|---|---|"
	for (name in subsystems)
		printf "| %s | %d | %d | %d |\n", name, count[name, "unsafe"], count[name, "owned"], \
			count[name, "converted"] | "sort"
	close("sort")
	print "\n| kernel | unsafe | in files | owned | converted |\n|---|---|---|---|---|"
	printf "| %s | %d | %d | %d | %d |\n", release, total["unsafe"], files["unsafe"], total["owned"], \
		total["converted"]
}
