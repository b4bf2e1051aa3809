#!/bin/sh
# Every bad scenario carries its verdict: "#! message" at the end of each wrong line, and nothing else may be
# reported. Where a file cannot hold a comment, NAME.expect beside it is the exact output. A first line
# "#= check ... FILE ..." says how to run it; else it is "check FILE".
cd "$(dirname "$0")/.." || exit 1
casevac=${1:-build/casevac}
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0

verdict() { # name, wanted exit code, exit code; compares want and got
    if [ "$2" = "$3" ] && cmp -s "$scratch/want" "$scratch/got"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "bad: $1: exit $3, should be $2"
        diff "$scratch/want" "$scratch/got" | sed 's/^</    due:  /; s/^>/    said: /; /^[0-9]/d'
    fi
}

pinned() { # the messages due, as "line: message"
    awk '{ n = split($0, part, " *#! "); sub(/\r$/, "", part[n]); for (i = 2; i <= n; i++) print FNR ": " part[i] }' "$1"
}

said() { # the same of what was said about the file, without columns and hints
    awk -v file="$1:" 'index($0, file) == 1 { rest = substr($0, length(file) + 1); n = split(rest, at, ":")
        line = at[1]; sub(/^[0-9]+:[0-9]+: /, "", rest); sub(/^error: /, "", rest); print line ": " rest; next }
        !/^    hint: / { print }' "$2"
}

for file in tests/bad/*.yaml; do
    how=$(sed -n '1s/^#= //p' "$file" | sed "s|FILE|$file|")
    (set -f; timeout 300 "$casevac" ${how:-check $file} >/dev/null 2>"$scratch/all")
    code=$?
    if [ -f "${file%.yaml}.expect" ]; then
        cp "${file%.yaml}.expect" "$scratch/want"
        cp "$scratch/all" "$scratch/got"
        verdict "$file" 3 $code
        continue
    fi
    pinned "$file" | sort >"$scratch/want"
    said "$file" "$scratch/all" | sort >"$scratch/got"
    if grep -qv ': warning: ' "$scratch/want"; then verdict "$file" 3 $code; else verdict "$file" 0 $code; fi
done

# Files too long to keep. $1 the message, the file comes by standard input.
generated() {
    cat >"$scratch/file.yaml"
    timeout 300 "$casevac" check "$scratch/file.yaml" >/dev/null 2>"$scratch/all"
    code=$?
    echo "$1" >"$scratch/want"
    sed -n "s|^$scratch/file.yaml:||p" "$scratch/all" >"$scratch/got"
    verdict "$1" 3 $code
}
repeat() { awk -v n="$1" -v text="$2" 'BEGIN { for (i = 1; i <= n; i++) { t = text; gsub(/@/, i, t); printf "%s", t } }'; }
many() { yes "$2" | head -n "$1" | tr -d '\n'; } # what is the same each time is made faster so

{ echo "about: x"; yes '# a long comment, the same on every line' | head -n 110000; } | generated " error: is larger than 4 MiB"
repeat 1001 "k@: 1\n" | generated "1001:1: error: more than 1000 keys in one mapping"
{ printf 'a: ['; many 10001 'x,'; } | generated "1:20005: error: more than 10000 items in one list"
for n in $(seq 1 51); do printf 'a%d: [' "$n"; many 9999 'x,'; echo ']'; done |
    generated "50:19801: error: the file holds too much: more than 500000 keys and values"
head -c 500000 /dev/zero | tr '\0' '[' | generated "1:33: error: nested more than 32 deep"
{ printf 'a: '; repeat 1000 '{b: '; } | generated "1:128: error: nested more than 32 deep"
{ repeat 2000 'k'; echo ': 1'; } | generated "1:2001: error: a key is longer than 64 bytes"

echo "bad scenarios: $passed passed, $failed failed"
[ "$failed" = 0 ]
