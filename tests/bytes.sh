#!/bin/bash
# bytes.sh PROGRAM...: the same seed gives the same bytes of every CSV and of summary.json, whatever the number of
# threads, the processor's fused multiply-add, the locale or the time zone; and for every further program given.
set -eu
here=$(realpath "$(dirname "$0")/..")
first=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# Each of them must give the same bytes; @ is the folder of the shipped scenarios.
cases=(
    "run @/first.yaml --trials 300 --per-trial --casualties"
    "run @/mali-2021.yaml --trials 20 --per-trial --casualties"
    "run @/yardstick.yaml --trials 300 --per-trial --casualties"
    "run @/training-mission.yaml --trials 130 --per-trial --casualties"
    "compare @/mali-2021.yaml --trials 150 --plan @/plans/third-helicopter.yaml --plan @/plans/central-launch.yaml"
    "stress @/first.yaml --trials 100 --stressor @/stressors/threat.yaml --stressor @/stressors/helicopters-withdrawn.yaml --without-each --two-shocks"
)

# digest NAME PROGRAM OPTION...: runs the case at hand; environment as it is.
digest() {
    local folder=$work/$1 program=$2
    shift 2
    # shellcheck disable=SC2086 # a case is words
    "$program" ${case//@/$here\/scenarios} --seed 11 --no-charts --quiet --results "$folder" "$@"
    (cd "$folder" && sha256sum -- *.csv summary.json) >"$folder.sum"
    rm -rf "$folder"
}
same() { # NAME: as the reference?
    diff "$work/reference.sum" "$work/$1.sum" >"$work/difference" && return
    echo "tests/bytes.sh: $case: other bytes with $1:" >&2
    cat "$work/difference" >&2
    failed=1
}

for case in "${cases[@]}"; do
    digest reference "$first" --jobs 1
    digest "two-jobs" "$first" --jobs 2
    digest "seven-jobs" "$first" --jobs 7
    GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-AVX2,-FMA4 digest "no-fused-multiply-add" "$first"
    LC_ALL=$(locale -a 2>/dev/null | grep -m 1 -iE '^(de|fr|tr|fa)_.*utf' || echo C.UTF-8) digest "another-locale" "$first"
    TZ=Pacific/Auckland digest "another-time-zone" "$first"
    for name in two-jobs seven-jobs no-fused-multiply-add another-locale another-time-zone; do
        same $name
    done
    for ((i = 2; i <= $#; i++)); do
        digest "program-$i" "${!i}"
        same "program-$i"
    done
done
[ $failed = 0 ] && echo "tests/bytes.sh: the same seed, the same bytes"
exit $failed
