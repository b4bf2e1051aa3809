#!/bin/bash
# failing.sh PROGRAM: whatever goes wrong, whenever: nothing that others wrote is touched, no folder looks finished and is
# not, and what is finished is kept. Every call on a file fails in turn, a signal comes at every call, and runs are killed at
# random moments. STEPS=1: every call, not one in five; KILLS=250: how many are killed.
set -u
casevac=$(realpath "$1")
here=$(realpath "$(dirname "$0")/..")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
kills=${KILLS:-20} each=${STEPS:-5}
export casevac here work
"${CC:-cc}" -shared -fPIC -O1 -o "$work/failing.so" "$here/tests/failing/failing.c" -ldl || exit 1

# A place with what people keep beside results: an earlier run, a note, a link.
set_up() { # FOLDER
    mkdir -p "$1/results/first.old" "$1/results/first.draft" "$1/elsewhere"
    echo keep >"$1/results/first.old/keep"
    echo keep >"$1/results/first.draft/keep"
    echo keep >"$1/elsewhere/keep"
    ln -s ../elsewhere "$1/results/first.link"
    cp -r "$work/earlier" "$1/results/first"
}

# Says what is wrong in a place, and fails.
look() { # FOLDER
    local folder=$1 wrong=0 finished=0 file
    for file in results/first.old/keep results/first.draft/keep elsewhere/keep; do
        [ "$(cat "$folder/$file" 2>/dev/null)" = keep ] || { echo "$file is gone"; wrong=1; }
    done
    [ -L "$folder/results/first.link" ] || { echo "a link is gone"; wrong=1; }
    # Whatever has a manifest is whole by it, and some results are left.
    for file in "$folder"/results/*/manifest.json "$folder"/results/*/results/manifest.json; do
        [ -s "$file" ] || continue
        finished=1
        case $file in *.casevac-*) continue ;; esac
        awk -F '"' '/_sha256": \{/ { at = $2 == "charts_sha256" ? "charts/" : "" } length($4) == 64 && $2 != "digest_sha256" { print $4 "  " at $2 }' \
            "$file" >"$folder/named"
        (cd "$(dirname "$file")" && sha256sum --check --strict --quiet "$folder/named") >"$folder/sums" 2>&1 ||
            { echo "$file looks finished: $(head -n 1 "$folder/sums")"; wrong=1; }
    done
    [ $finished = 1 ] || { echo "no finished results are left at all"; wrong=1; }
    return $wrong
}

run() { # FOLDER OPTION...
    local folder=$1
    shift
    (cd "$folder" && timeout 60 "$casevac" run "$here/scenarios/first.yaml" --trials 20 --no-charts --jobs 1 "$@" >out 2>err </dev/null)
}

one() { # HOW STEP WORD...: step STEP of a run goes wrong
    local how=$1 at=$2 folder=$work/$1-$2 code said
    shift 2
    set_up "$folder"
    # shellcheck disable=SC2086 # words of the environment
    (cd "$folder" && timeout 60 env $how FAIL_AT="$at" LD_PRELOAD="$work/failing.so" "$casevac" run "$here/scenarios/first.yaml" \
        --trials 20 --no-charts --jobs 1 $* >out 2>err </dev/null) 2>/dev/null
    code=$?
    said=$(look "$folder") && case $code in 0 | 4 | 6 | 8 | 129 | 130 | 143) true ;; 3) grep -q 'cannot\|error' "$folder/err" ;; *) false ;; esac
    if [ $? != 0 ]; then
        echo "tests/failing.sh: $how, step $at: exit $code: $said"
        sed 's/^/    /' "$folder/err" | head -n 5
        return 1
    fi
    if [ $code = 4 ] && [ ! -s "$folder/err" ]; then
        echo "tests/failing.sh: $how, step $at: not a word"
        return 1
    fi
    rm -rf "$folder"
}

kill_one() { # NUMBER
    local folder=$work/kill-$1 said
    set_up "$folder"
    (cd "$folder" && exec "$casevac" run "$here/scenarios/first.yaml" --trials 2000 --jobs 1 $2 >out 2>err </dev/null) &
    local pid=$!
    sleep "0.$(printf %03d $((RANDOM % 700)))"
    kill -KILL $pid 2>/dev/null
    wait $pid 2>/dev/null
    said=$(look "$folder") || { echo "tests/failing.sh: kill $1: $said"; return 1; }
    run "$folder" --overwrite -q || { echo "tests/failing.sh: after kill $1 the next run leaves with $?"; cat "$folder/err"; return 1; }
    rm -rf "$folder"
}
export -f set_up look run one kill_one

mkdir "$work/first" && run "$work/first" && mv "$work/first/results/first" "$work/earlier" || { echo "tests/failing.sh: no run at all"; exit 1; }
failed=0
{
    for options in "" --overwrite; do
        set_up "$work/count"
        # shellcheck disable=SC2086
        (cd "$work/count" && FAIL_COUNT=$work/steps LD_PRELOAD=$work/failing.so "$casevac" run "$here/scenarios/first.yaml" --trials 20 \
            --no-charts --jobs 1 $options >/dev/null 2>&1)
        rm -rf "$work/count"
        signals=(1 2 15)
        steps=$(cat "$work/steps")
        for ((at = 1 + RANDOM % each; at <= steps; at += each)); do
            printf 'one FAIL_ERRNO=%d %d %s\0' $((at % 2 ? 28 : 5)) $at "$options"
            printf 'one FAIL_SIGNAL=%d %d %s\0' "${signals[at % 3]}" $at "$options"
        done
        rm "$work/steps"
    done
    for ((i = 0; i < kills; i++)); do
        printf 'kill_one %d %s\0' $i "$( ((i % 2)) && echo --overwrite)"
    done
} >"$work/list"
xargs -0 -n 1 -P "$(nproc)" bash -c 'eval "$1"' one <"$work/list" || failed=1
[ $failed = 0 ] && echo "tests/failing.sh: $(tr -dc '\0' <"$work/list" | wc -c) failures, signals and kills touch nothing and lose nothing"
exit $failed
