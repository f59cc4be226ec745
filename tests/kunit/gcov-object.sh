#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# gcov-object.sh OBJECT: make an object with gcov's counters fit for UML, whose linker script takes what runs at
# exit from one section only, and which is not linked to gcov's library: that goes into one of the objects.
# The library has a function with the name of one of the kernel's.

set -eu
objcopy --rename-section .fini_array.00100=.fini_array "$1"
case $1 in
*/lib/sg_iter.o)
	gcc -r -nostdlib -o "$1.gcov" "$1" -lgcov
	objcopy --localize-symbol=mangle_path "$1.gcov" "$1"
	rm "$1.gcov"
	;;
esac
