# SPDX-License-Identifier: GPL-2.0-only
# indirect.awk: the functions of "objdump -dr" that call through a pointer. A jump through a table is
# none, one through a register is a call in tail position.

/^[0-9a-f]+ <.*>:$/ {
	function_name = $2
	gsub(/[<>:]/, "", function_name)
}

/\tcall +\*|\tjmp +\*%|__x86_indirect_thunk/ { print function_name ": " $0 }
