# SPDX-License-Identifier: GPL-2.0-only
# examples.awk FILE: the C code blocks of a page or of a header's comment, as one C file with the same
# line numbers. Blocks of statements become functions; what they use that no block defines comes from
# example.h.

function indent(line)
{
	match(line, /^[ \t]*/)
	return RLENGTH
}

function defines(line)
{
	return line ~ /^(static|typedef|#)/ || line ~ /^(struct|union|enum) [a-z_]+ \{$/
}

{
	line = $0
	if (FILENAME ~ /\.[ch]$/)
		sub(/^ \* ?/, "", line)
	blank = line ~ /^[ \t]*$/
	out = FNR == 1 ? "#include \"example.h\"" : ""
}

state && !blank && indent(line) <= outer {
	out = state == "begins" ? "#error a code block without code" : close_function
	state = close_function = ""
}

line ~ /^[ \t]*\.\. code-block:: c$/ {
	state = "begins"
	outer = indent(line)
}

state == "begins" && !blank && indent(line) > outer {
	state = "inside"
	margin = indent(line)
	if (!defines(substr(line, margin + 1))) {
		n++
		printf "int example_%d(void); int example_%d(void) {", n, n
		close_function = "return 0; }"
	}
}

state == "inside" { out = substr(line, margin + 1) }

{ print out }

END { print close_function }
