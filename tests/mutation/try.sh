#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# try.sh OUT LIMIT NUMBER NAME [KERNEL ARCH]: boot OUT/um, or OUT/ARCH in QEMU, with that mutant until a test fails.
# No word from the kernel for LIMIT seconds is a failure, and so are words without end. Prints by what it was
# killed, and leaves that in OUT/results/NAME: "NAME killed|survived BY-WHAT", separated by tabs.

set -eu
cd "$(dirname "$0")/../.."
out=$1 limit=$2 number=$3 name=$4
log=$out/results/$name.log
start=$(date +%s)
: >"$log"

um() {
	exec timeout -k 5 900 "$out/um/vmlinux" mem=1G console=tty kunit_shutdown=halt 'kunit.filter_glob=sg_iter*' \
		sg_iter_kunit.seed=1 "sg_iter_mutant=$number" >"$log" 2>&1 </dev/null
}

qemu() {
	OUT="$out/$2" ARGS="sg_iter_mutant=$number" timeout 900 scripts/kunit "$1" "$2" \
		>"$out/results/$name-kunit.log" 2>&1 </dev/null || :
	cat "$out/$2/test.log" >"$log"
}

if [ $# -eq 4 ]; then
	um &
else
	qemu "$5" "$6" &
fi
pid=$!
trap 'kill $pid 2>/dev/null || :' EXIT
trap 'exit 1' HUP INT TERM
failed='' size=0 since=$start
while [ ! "$failed" ] && kill -0 $pid 2>/dev/null; do
	sleep 0.2
	now=$(date +%s) was=$size
	size=$(wc -c <"$log")
	[ "$size" -eq "$was" ] || since=$now
	if grep -Eq '^ *not ok |Kernel panic' "$log"; then
		failed=crash
	elif [ "$size" -gt 10000000 ]; then
		failed=flood
	elif [ $((now - since)) -gt "$limit" ]; then
		failed=silence
	fi
done
[ ! "$failed" ] || kill $pid 2>/dev/null || :
wait $pid 2>/dev/null || :

by=$(awk '
	/# Subtest: sg_iter_/ { suite = $NF "." }
	/# Subtest: [^ ]*$/ && !/sg_iter_/ { test = $NF }
	/^ *not ok / { failed = suite (/^    not/ ? $5 == "" ? $4 : $5 : test); exit }
	/^1\.\.[0-9]+$/ { plan = substr($0, 4) }
	/^ok [0-9]+ / { n++ }
	END {
		if (failed != "")
			print failed
		else if (!plan || n < plan)
			print why " after " (test ? suite test : "boot")
	}' why="${failed:-end}" "$log")
[ "$by" ] || by=$(awk -f tests/kunit/splats.awk "$log" | head -n 1)
result=survived
[ ! "$by" ] || result=killed
printf '%s\t%s\t%s\n' "$name" "$result" "$by" >"$out/results/$name"
echo "$name: $result${by:+ by $by}  ($(($(date +%s) - start)) s)"
