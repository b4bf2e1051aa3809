#!/bin/sh
# One folder is one floor: a file includes its own floor and those below, and libraries where they are at home.
cd "$(dirname "$0")/.." || exit 1
find sim include -name '*.[ch]' | sort | xargs awk '
BEGIN {
    n = split("base random stats engine scenario world evac experiment report cli", floors)
    for (i = 1; i <= n; i++) height[floors[i]] = i
    home["yaml.h"] = "scenario"; home["jansson.h"] = "report scenario"; home["Random123/"] = "random"
    home["gsl/"] = "random stats"; home["pthread.h"] = home["threads.h"] = "experiment"; home["stdatomic.h"] = "experiment base"
    home["sha256.h"] = home["sha2.h"] = "scenario report base"; home["locale.h"] = "nowhere"; home["fontconfig/"] = "report"
}
function wrong(why) { print FILENAME ":" FNR ": " why; bad = 1 }
FNR == 1 { split(FILENAME, part, "/"); mine = part[2] }
/gnuplot/ && /exec|popen|spawn/ && mine != "report" { wrong("only report knows gnuplot") }
/^#include/ {
    name = $2; gsub(/[<>"]/, "", name); floor = name; sub(/\/.*/, "", floor)
    if ($2 ~ /^"/ && floor in height && height[floor] > height[mine]) wrong(mine " looks up to " floor)
    for (library in home)
        if (index(name, library) == 1 && $2 ~ /^</ && index(home[library], mine) == 0) wrong(mine " knows " name)
}
END { exit bad }'
