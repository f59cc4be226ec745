# SPDX-License-Identifier: GPL-2.0-only
# messages.awk -v from=DIR/ -v to=DIR LOG: splits the output of the kernel's make --output-sync=target
# into a file for each object, with all that was said while the object was made and checked.

/^  CC / {
	object = $NF
	if (index(object, from) == 1)
		object = substr(object, length(from) + 1)
	if (file)
		close(file)
	file = to "/" object
	dir = file
	sub(/\/[^\/]*$/, "", dir)
	system("mkdir -p '" dir "'")
	printf "" > file
	next
}

/^  [A-Z]/ && !/^  CHECK / { file = "" }

file { print > file }
