#!/bin/bash
# shipped.sh PROGRAM: what is shipped works. Every scenario and case runs, every plan lies over every mission it says it is
# for, every rung and the grave end of every axis of stressors too, and so does every command that the comments of these files show.
set -u
casevac=$(realpath "$1")
here=$(realpath "$(dirname "$0")/..")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$here" || exit 1
failed=0

# What is to be tried is listed first, one NUL-ended "FILE: casevac WORD..." each, and tried on all cores at the end.
try() { # FILE WORD...
    local file=$1
    shift
    printf '%s:%s\0' "$file" "${*@Q}" >>"$work/list"
}
run() { # FILE WORD...: few trials, no charts
    try "$@" --trials 3 --no-charts --quiet
}
. tests/overlays.sh

for file in "${scenarios[@]}"; do
    run "$file" run "$(name_of "$file")"
done

for file in scenarios/plans/*.yaml; do
    [ -n "$(meant_for "$file")" ] || { echo "tests/shipped.sh: $file: says for which mission on no first line" >&2; failed=1; }
    for mission in $(meant_for "$file"); do
        try "$file" check "$mission" --plan "$(name_of "$file")"
    done
done
for file in scenarios/stressors/*.yaml scenarios/cases/*.yaml; do
    is_overlay "$file" || continue
    for mission in $(meant_for "$file"); do
        while read -r step; do
            try "$file" check "$mission" --stressor "$step"
        done < <(steps "$file")
    done
done

# The commands in the comments, as they stand.
while IFS=: read -r file line; do
    mapfile -t word < <(xargs -n 1 <<<"${line#*casevac }") # as a shell would split it
    case ${word[0]} in
    run | compare) run "$file" "${word[@]}" ;;
    check | trace) try "$file" "${word[@]}" ;;
    esac
done < <(grep -HE '^# {3,}casevac ' scenarios/*.yaml scenarios/*/*.yaml)

one() { # FILE:WORD...
    local file=${1%%:*} said
    eval "set -- ${1#*:}"
    [[ $1 != run && $1 != compare ]] || set -- "$@" --results "$(mktemp -d "$work/XXXXXX")" --overwrite
    said=$(timeout 300 "$casevac" "$@" 2>&1 >/dev/null) && return
    echo "tests/shipped.sh: $file: casevac $* leaves with $?" >&2
    head -n 5 <<<"$said" | sed 's/^/    /' >&2
    return 1
}
export -f one
export casevac work
xargs -0 -n 1 -P "$(nproc)" bash -c 'one "$1"' one <"$work/list" || failed=1

[ $failed = 0 ] && echo "tests/shipped.sh: $(tr -dc '\0' <"$work/list" | wc -c) runs and checks of what is shipped hold"
exit $failed
