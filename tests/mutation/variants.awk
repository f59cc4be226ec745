# SPDX-License-Identifier: GPL-2.0-only
# variants.awk -v out=DIR [-v only=NAME] TAGS MUTANTS FILE...: writes DIR/FILE, where all mutants are present and
# the kernel's parameter sg_iter_mutant chooses one by its number: one build is enough for all of them. A
# function that has mutants becomes one that calls the original or a mutated copy. With NAME, only that mutant is
# applied, as it is.
#
# TAGS: "FUNCTION FILE FIRST-LINE LAST-LINE KIND" of each function and macro.
# MUTANTS: NAME FUNCTION OLD NEW [MARKS], separated by tabs; \n and \t in OLD and NEW mean what they do in C.
# OLD must be in FUNCTION just once. In NEW, MUTANT is true where the mutant is chosen; a macro is not copied, so
# NEW has to choose there. Prints what is wrong with them, and fails then.

function wrong(what) {
	print mutant[n] ": " what
	status = 1
}

function unescape(s) {
	gsub(/\\n/, "\n", s)
	gsub(/\\t/, "\t", s)
	return s
}

# How often is part in s?
function count(s, part,	times, at) {
	while (part != "" && (at = index(s, part))) {
		times++
		s = substr(s, at + length(part))
	}
	return times + 0
}

function replaced(s, from, to,	at) {
	at = index(s, from)
	return substr(s, 1, at - 1) to substr(s, at + length(from))
}

# The names of a function's parameters
function arguments(head,	depth, i, c, arg, list) {
	sub(/^[^(]*\(/, "", head)
	sub(/\)[^)]*$/, ",", head)
	for (i = 1; i <= length(head); i++) {
		c = substr(head, i, 1)
		if (c == "(")
			depth++
		if (c == ")")
			depth--
		if (c != "," || depth) {
			arg = arg c
			continue
		}
		sub(/^.*\(\*/, "", arg)		# of a pointer to a function
		sub(/\).*$/, "", arg)
		sub(/[ \t\n]*$/, "", arg)
		sub(/^.*[^A-Za-z0-9_]/, "", arg)
		list = list (list == "" ? "" : ", ") arg
		arg = ""
	}
	return list == "void" ? "" : list
}

# A function and its mutated copies
function variants(d,	text, head, body, plain, call, i, names, from) {
	text = source[d]
	head = substr(text, 1, index(text, "\n{\n"))
	body = substr(text, length(head) + 1)
	plain = head
	gsub(/(static|__always_inline|noinline|inline)[ \t\n]+/, "", plain)
	call = "(" arguments(head) ");\n"
	split(mutants[d], names, " ")
	for (i = 1; i in names; i++) {
		n = names[i]
		# what has to be known when it is compiled is known where it is inlined
		from = body ~ /BUILD_BUG_ON/ ? "static __always_inline " : "static noinline __maybe_unused "
		print from replaced(replaced(plain body, name[d] "(", name[d] "__" n "("), old[n], new[n]) > file
		head = head (i == 1 ? "{\n" : "") "\tif (unlikely(sg_iter_mutant == " n "))\n\t\treturn " name[d] "__" n call
	}
	print "static __always_inline " replaced(plain, name[d] "(", name[d] "__0(") body > file
	print head "\treturn " name[d] "__0" call "}" > file
}

BEGIN { FS = "\t" }

FNR == 1 { argument++ }

argument == 1 {
	split($0, tag, " ")
	d = ++definitions
	name[d] = tag[1]
	path[d] = tag[2]
	first[d] = tag[3]
	last[d] = tag[4]
	macro[d] = tag[5] == "macro"
	next
}

argument == 2 {
	if (/^#/ || /^$/)
		next
	n = ++mutations
	mutant[n] = $1
	where[n] = $2
	old[n] = unescape($3)
	new[n] = unescape($4)
	if ($1 in known)
		wrong("is there twice")
	known[$1] = 1
	if (NF < 4 || NF > 5)
		wrong("has " NF " fields, not 4 or 5")
	next
}

{ line[FILENAME, FNR] = $0; lines[FILENAME] = FNR }

END {
	for (d = 1; d <= definitions; d++) {
		# the type may stand on a line of its own
		if (!macro[d] && line[path[d], first[d] - 1] ~ /^[a-z][A-Za-z_ *]*$/)
			first[d]--
		for (i = first[d]; i <= last[d]; i++)
			source[d] = source[d] line[path[d], i] "\n"
		result[d] = source[d]
		begins[path[d], first[d]] = d
	}
	for (n = 1; n <= mutations; n++) {
		matches = 0
		for (d = 1; d <= definitions; d++)
			if (name[d] == where[n] && (found = count(source[d], old[n]))) {
				matches += found
				home = d
			}
		if (matches != 1) {
			wrong("its text is " matches " times in " where[n])
			continue
		}
		if (old[n] == new[n])
			wrong("changes nothing")
		if (macro[home] && !count(new[n], "MUTANT"))
			wrong("chooses nothing, in a macro")
		gsub(/MUTANT/, only == "" ? "(sg_iter_mutant == " n ")" : "true", new[n])
		if (only == "" && !macro[home])
			mutants[home] = mutants[home] " " n
		else if (!count(result[home], old[n]))
			wrong("is in the way of one above")
		else if (only == "" || mutant[n] == only)
			result[home] = replaced(result[home], old[n], new[n])
	}
	if (status)
		exit status

	for (i = 3; i < ARGC; i++) {
		file = out "/" ARGV[i]
		if (only == "")
			print "extern unsigned int sg_iter_mutant;" > file
		for (l = 1; l <= lines[ARGV[i]]; l++) {
			if (!((ARGV[i], l) in begins)) {
				print line[ARGV[i], l] > file
				continue
			}
			d = begins[ARGV[i], l]
			if (mutants[d] != "")
				variants(d)
			else
				printf "%s", result[d] > file
			l = last[d]
		}
		close(file)
	}
}
