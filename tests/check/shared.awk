# SPDX-License-Identifier: GPL-2.0-only
# shared.awk -v list=FILE -v longest=N OURS...: runs of more than N lines that a file of ours shares
# with a file in the list. Lines that any file may have do not count, nor do space and the marks of a
# semantic patch.

function significant(line)
{
	sub(/^[-+]/, "", line)
	gsub(/[ \t]+/, " ", line)
	gsub(/^ | $/, "", line)
	if (length(line) < 8 || line ~ /SPDX-License-Identifier|^#include/)
		return ""
	return line
}

{
	line = significant($0)
	if (line != "") {
		at++
		file[at] = FILENAME
		number[at] = FNR
		before[at] = last[line]		# the lines that are the same, from the last one
		last[line] = at
	}
}

END {
	while ((getline theirs < list) > 0) {
		split("", run)
		while ((getline line < theirs) > 0) {
			line = significant(line)
			if (line == "")
				continue
			if (!(line in last)) {
				if (running)
					split("", run)
				running = 0
				continue
			}
			split("", now)
			for (i = last[line]; i; i = before[i]) {
				now[i] = (i - 1 in run && file[i - 1] == file[i] ? run[i - 1] : 0) + 1
				if (now[i] == longest + 1)
					printf "%s:%d: ends %d lines of %s\n", file[i], number[i], now[i], theirs
			}
			split("", run)
			for (i in now)
				run[i] = now[i]
			running = 1
		}
		close(theirs)
	}
}
