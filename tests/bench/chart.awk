# SPDX-License-Identifier: GPL-2.0-only
# chart.awk -v machine=M <FIGURES: a line for each workload and length of an entry, a column for each contender:
# how many times what the limit takes. 64 entries of RAM, or of high memory, warm.

BEGIN {
	count = split("callback loop helper sg_miter sg_miter_local scatterwalk sg_copy_buffer memcpy_sglist iov_iter", name)
}
$1 == machine && ($4 == "ram" || $4 == "highmem") && $5 == "warm" && $7 == 64 && $6 >= 512 {
	line = $2 " " ($6 < 1024 ? $6 " B" : $6 < 1048576 ? $6 / 1024 " KiB" : $6 / 1048576 " MiB")
	if (!(line in seen)) {
		seen[line] = 1
		lines[++length_of_chart] = line
	}
	min[line, $3] = $9
	measured[$3] = 1
}
END {
	printf "workload"
	for (c = 1; c <= count; c++)
		if (name[c] in measured)
			printf "\t%s", name[c]
	print ""
	for (l = 1; l <= length_of_chart; l++) {
		printf "%s", lines[l]
		for (c = 1; c <= count; c++)
			if ((lines[l], name[c]) in min)
				printf "\t%.3f", min[lines[l], name[c]] / min[lines[l], "limit"]
			else if (name[c] in measured)
				printf "\tNaN"
		print ""
	}
}
