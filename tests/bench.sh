#!/bin/bash
# bench.sh PROGRAM: how fast, how much memory, and how that compares with the same model written by hand.
# What is timed is the whole program less a run of one trial: starting up and writing tables are left out.
set -eu
casevac=$(realpath "$1")
here=$(realpath "$(dirname "$0")/..")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cores=$(nproc)

run() { # SCENARIO TRIALS JOBS [exec]
    ${4:-} "$casevac" run "$here/scenarios/$1.yaml" --trials "$2" --jobs "$3" --seed 1 --quiet --no-charts --overwrite \
        --results "$work/results"
}
now() { date +%s.%N; }
seconds() { # COMMAND...
    local start
    start=$(now)
    "$@" >/dev/null
    echo "$start $(now)" | awk '{ printf "%.6f", $2 - $1 }'
}
# net SCENARIO TRIALS JOBS: seconds for the trials alone.
net() {
    local all one
    one=$(seconds run "$1" 1 "$3")
    all=$(seconds run "$1" "$2" "$3")
    echo "$all $one" | awk '{ printf "%.6f", $1 - $2 }'
}
# Instructions of so many trials, start-up and tables included.
instructions() { # SCENARIO TRIALS
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$casevac" run "$here/scenarios/$1.yaml" --trials "$2" \
        --jobs 1 --seed 1 --quiet --no-charts --overwrite --results "$work/results" 2>&1 | awk '/Collected/ { print $4 }'
}
median() { sort -g | awk '{ at[NR] = $1 } END { print at[int((NR + 1) / 2)] }'; }

# Trials enough for about two seconds on one core.
enough() { # SCENARIO
    local s
    s=$(net "$1" 1000 1)
    awk -v s="$s" 'BEGIN { n = 2000 / (s > 0.01 ? s : 0.01); print int(n < 200 ? 200 : n) }'
}
# Events of so many trials: each trial's own count, added up.
events() { # SCENARIO TRIALS
    "$casevac" run "$here/scenarios/$1.yaml" --trials "$2" --seed 1 --per-trial --quiet --no-charts --overwrite \
        --results "$work/results"
    awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i ~ /^"?events"?$/) at = i; next } { n += $at } END { print n }' \
        "$work/results/trials.csv"
}
# The high-water mark of memory, in MB, looked at until the program ends.
peak() { # SCENARIO TRIALS
    (run "$1" "$2" "$cores" exec) &
    local program=$! high=0 seen
    while seen=$(awk '/VmHWM/ { print $2 }' "/proc/$program/status" 2>/dev/null) && [ -n "$seen" ]; do
        high=$seen
        sleep 0.01
    done
    wait "$program"
    echo "$high" | awk '{ printf "%.1f", $1 / 1024 }'
}

echo "$cores cores: $(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo)"
printf '%-12s %12s %12s %12s %8s %12s %14s\n' scenario "trials/s, 1" "trials/s, $cores" "events/s, 1" ns/event \
    instr/event "events/trial"
for scenario in first mali-2021 yardstick; do
    trials=$(enough $scenario)
    one=$(net $scenario "$trials" 1)
    all=$(net $scenario "$trials" "$cores")
    e=$(events $scenario "$trials")
    few=1000 many=3000 # the tables are then as full as they get
    di=$(($(instructions $scenario $many) - $(instructions $scenario $few)))
    de=$(($(events $scenario $many) - $(events $scenario $few)))
    awk -v n="$trials" -v one="$one" -v all="$all" -v e="$e" -v di=$di -v de=$de -v s=$scenario 'BEGIN {
        printf "%-12s %12.0f %12.0f %12.0f %8.1f %12.0f %14.1f\n", s, n/one, n/all, e/one, 1e9*one/e, di/de, e/n }'
done

echo
for trials in 1000 $((${MANY:-1000000})); do
    echo "peak memory, yardstick, $trials trials on $cores cores: $(peak yardstick "$trials") MB"
done

# Whole commands on mali-2021, start-up and tables included, and the trials they took.
timed() { # WHAT ARGUMENT...
    local what=$1 s
    shift
    s=$(seconds "$casevac" "$@" --seed 1 --quiet --no-charts --overwrite --results "$work/results")
    awk -v s="$s" -v what="$what" -F'[:,]' '/"trials"/ { t = $2; exit } END { printf "%-44s %6.1f s, %d trials\n", what, s, t }' \
        "$work/results/summary.json"
}
echo
mali=$here/scenarios/mali-2021.yaml plans=$here/scenarios/plans
timed "compare three plans to 1 point" compare "$mali" --precision 1% --plan "$plans/forward-surgical-team.yaml" \
    --plan "$plans/third-helicopter.yaml" --plan "$plans/night-crews.yaml"
timed "stress: the suite" stress "$mali"
timed "stress: all that can be lost" stress "$mali" --without-each
echo

# The same model by hand: in turns, the ratio of each pair, the median of the ratios.
${CC:-cc} -O2 -pthread "$here/tests/yardstick/yardstick.c" -lm -o "$work/yardstick"
trials=200000
for pair in 1 2 3 4 5 6 7; do
    ours=$(net yardstick $trials 1)
    theirs=$("$work/yardstick" $trials 1 1 | awk '/trials\/s/ { sub(/.*: /, ""); print $1 }')
    awk -v ours="$ours" -v theirs="$theirs" 'BEGIN { print ours / theirs }'
done | median | awk '{ printf "yardstick: %.2f x\n", $1 }'
