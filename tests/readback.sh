#!/bin/bash
# readback.sh PROGRAM: what is written down says everything. Every scenario that is shipped, alone and under every plan and
# stressor, prints itself so that the print reads back to the same digest and the same print; and a run of the text that a
# manifest keeps gives the bytes of the run that wrote it.
set -u
casevac=$(realpath "$1")
here=$(realpath "$(dirname "$0")/..")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$here" || exit 1
. tests/overlays.sh

# What is to be tried is listed first, one NUL-ended "WAY WORD..." each, and tried on all cores at the end.
try() { # WAY WORD...
    printf '%s\0' "${*@Q}" >>"$work/list"
}
two_of() { # FILE: two missions it is for, of those with most in them when it is for these
    meant_for "$1" | awk '{ print ($0 != "mali-2021") + ($0 != "training-mission"), $0 }' | sort -s -n | sed 's/^. //; 2q'
}

for file in "${scenarios[@]}"; do
    try print "$file"
done
for file in scenarios/plans/*.yaml; do
    for mission in $(two_of "$file"); do
        try print "$mission" --plan "$file"
    done
done
for file in scenarios/stressors/*.yaml scenarios/cases/*.yaml; do
    is_overlay "$file" || continue
    for mission in $(two_of "$file"); do
        while read -r step; do
            try print "$mission" --stressor "$step"
        done < <(steps "$file")
    done
done
for file in tests/*.yaml; do # together they use every key of the language
    try print "$file"
done

runs=(
    "first"
    "yardstick --set run.trials=40"
    "mali-2021 --plan third-helicopter"
    "mali-2021 --plan surgical-team-moves --stressor fuel-short:half --set alert.delay=12min"
    "mali-2021 --plan forward-fuel,drive-to-care --stressor mass-casualty:fourteen"
    "training-mission --plan un-personnel-first --stressor threat:x2 --set roads.bridge.closed=true"
    "training-mission --stressor host-nation-clearance:approve --stressor dust:one_day_in_three"
    "car-2022 --plan night-flights-agreed --set attacks.*.casualties=x1.3"
    "south-sudan-wet --plan dedicated-helicopter --stressor aircraft-shared:two_fifths"
    "drc-2017 --stressor all-comers:crowd"
    "four-posts --plan several-pick-ups"
    "aguelhok-complex-attack --set survival=sacco_rpm"
)
for words in "${runs[@]}"; do
    # shellcheck disable=SC2086 # words
    (set -f; try run $words)
done
try compare mali-2021 --plan central-launch --plan standby-posts --stressor threat:x2
try compare first --plan night-crews

fail() { # WHAT WORD...
    echo "tests/readback.sh: $1: casevac ${*:2}" >&2
    return 1
}
digest_of() { "$casevac" check "$@" 2>/dev/null | sed -n 's/^ *digest //p'; }
print() { # WORD...
    local folder
    folder=$(mktemp -d "$work/XXXXXX")
    "$casevac" check "$@" --print >"$folder/first" 2>/dev/null || { fail "is not good" check "$@"; return 1; }
    "$casevac" check "$folder/first" --print >"$folder/again" 2>"$folder/said" ||
        { fail "the print is refused" check "$@"; head -n 4 "$folder/said" >&2; return 1; }
    diff "$folder/first" "$folder/again" >"$folder/said" ||
        { fail "the print of the print differs" check "$@"; head -n 6 "$folder/said" >&2; return 1; }
    [ $# -gt 1 ] || [ "$(digest_of "$@")" = "$(digest_of "$folder/first")" ] || # the same print has the same digest
        fail "the print has another digest" check "$@"
}
# The texts in a manifest, one a line and still escaped: of a run its scenario's; of a comparison the scenario's and each arm's.
texts() { sed -n 's/^ *"text": "\(.*\)"$/\1/p' "$1/manifest.json" | sed 's/\\"/\\x22/g'; }
play() { # FOLDER COMMAND WORD...
    "$casevac" "${@:2}" --trials 12 --seed 5 --quiet --no-charts --overwrite --results "$1" >/dev/null 2>"$1.said" ||
        { fail "does not run" "${@:2}"; head -n 4 "$1.said" >&2; return 1; }
}
same_bytes() { # FOLDER FOLDER WORD...
    diff -r -q -x manifest.json "$1" "$2" >"$2.said" && return
    fail "its text in the manifest gives other bytes" "${@:3}"
    cat "$2.said" >&2
    return 1
}
run() { # WORD...
    local folder
    folder=$(mktemp -d "$work/XXXXXX")
    play "$folder/first" run "$@" --per-trial --casualties || return
    printf '%b' "$(texts "$folder/first")" >"$folder/text.yaml"
    play "$folder/again" run "$folder/text.yaml" --per-trial --casualties || return
    same_bytes "$folder/first" "$folder/again" run "$@"
}
compare() { # WORD...: each arm alone is a run under its plan
    local folder plan arm=1 i options=() plans=("")
    folder=$(mktemp -d "$work/XXXXXX")
    play "$folder/all" compare "$@" || return
    for ((i = 2; i <= $#; i += 2)); do
        if [ "${!i}" = --plan ]; then plans+=("${@:i+1:1}"); else options+=("${@:i:2}"); fi
    done
    for plan in "${plans[@]}"; do
        arm=$((arm + 1)) # the first text is that of the scenario as it is, and so is the first arm's
        printf '%b' "$(texts "$folder/all" | sed -n "${arm}p")" >"$folder/text.yaml"
        play "$folder/first" run "$1" "${options[@]}" ${plan:+--plan "$plan"} || return
        play "$folder/again" run "$folder/text.yaml" || return
        same_bytes "$folder/first" "$folder/again" compare "$@" "($plan)" || return
    done
}
export -f fail digest_of print texts play same_bytes run compare
export casevac work
failed=0
xargs -0 -n 1 -P "$(nproc)" bash -c 'eval "$1"' one <"$work/list" || failed=1

[ $failed = 0 ] && echo "tests/readback.sh: $(tr -dc '\0' <"$work/list" | wc -c) prints and runs read back"
exit $failed
