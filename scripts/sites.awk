# SPDX-License-Identifier: GPL-2.0-only
# sites.awk -v sites="NAME..." TAGS: TAGS is what ctags says about the same files in the directories
# base/ and new/. Prints each site whose definitions are the same in both, or in neither:
#	FILE SITE

BEGIN { FS = "\t" }

{
	end = $3 + 0
	for (i = 4; i <= NF; i++)
		if ($i ~ /^end:/)
			end = substr($i, 5) + 0
	split($2, path, "/")
	file = substr($2, length(path[1]) + 2)
	if (first == "")
		first = file
	if (!($2 in lines)) {
		while ((getline line < $2) > 0)
			text[$2, ++lines[$2]] = line
		close($2)
	}
	for (i = $3 + 0; i <= end; i++)
		body[path[1], $1] = body[path[1], $1] text[$2, i] "\n"
	where[$1] = file
	if ($4 == "f")
		call[$1] = "()"
}

END {
	n = split(sites, site, " ")
	for (i = 1; i <= n; i++) {
		s = site[i]
		if (body["base", s] == body["new", s])
			print (s in where ? where[s] : first), s call[s]
	}
}
