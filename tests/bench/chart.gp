# SPDX-License-Identifier: GPL-2.0-only
# gnuplot -e "machine=...; data=...; columns=...; svg=..." chart.gp: the table of chart.awk as bars

set terminal svg size 1600,700 font "sans,12" background "white"
set output svg
set title "sg_iter and its peers on ".machine.": times the limit (a prepared array of addresses), less is better" noenhanced
set datafile separator "\t"
set datafile missing "NaN"
set style data histogram
set style histogram clustered gap 1
set style fill solid 0.9 noborder
set logscale y
set yrange [0.2:*]
set grid ytics
set xtics rotate by -45 noenhanced
set key outside right noenhanced
plot for [i = 2:columns] data using i:xtic(1) title columnheader(i)
