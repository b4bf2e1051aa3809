# shellcheck shell=bash
# overlays.sh: for the scripts beside it, in the top folder: what is shipped, and which overlay is for which mission.

is_overlay() { # FILE: it holds rungs, an axis, or no places of its own
    grep -qE '^(rungs|axis):' "$1" || ! grep -q '^run:' "$1"
}
name_of() { basename "$1" .yaml; }

scenarios=() missions=()
for file in scenarios/*.yaml; do
    case $(name_of "$file") in
    defaults) continue ;;
    first | yardstick) ;;
    *) missions+=("$(name_of "$file")") ;;
    esac
    scenarios+=("$file")
done
for file in scenarios/cases/*.yaml; do
    is_overlay "$file" || scenarios+=("$file")
done

# "A plan for mali-2021: ..." or "A plan for any mission: ..."; so for stressors, which are for any when they say nothing.
meant_for() { # FILE
    local words
    words=$(sed -n '1s/^# A [a-z]* for \([^:.]*\)[:.].*/\1/p' "$1")
    for mission in "${missions[@]}"; do
        [[ -z $words || $words == *"any mission"* || $words == *"$mission"* ]] && echo "$mission"
    done
}
rungs() { # FILE: its rungs, or nothing when it has none
    awk '/^rungs:/ { on = 1; next } /^[^ #]/ { on = 0 } on && match($0, /^  [a-z0-9_]+:/) { print substr($0, 3, RLENGTH - 3) }' "$1"
}
steps() { # FILE: what to lay of it: its rungs, the grave end of its axis, or the file as it is
    rungs "$1" | sed "s|^|$1:|"
    sed -n "s|^axis:.* to: *\([^,}]*[^,} ]\).*|$1:\1|p" "$1"
    grep -qE '^(rungs|axis):' "$1" || echo "$1"
}
