#!/bin/bash
# docs.sh PROGRAM: what the documents show is there. Every whole scenario in them passes `casevac check`, every command
# line is one the program takes, and every link, file and test they name exists. Part of a scenario is fenced as
# "yaml fragment" and left alone.
set -u
casevac=$(realpath "$1")
cd "$(dirname "$0")/.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
documents=(README.md ./*/README.md scenarios/REFERENCE.md)
checked=0 failed=0

fail() { # FILE:LINE WORDS
    echo "tests/docs.sh: $1: $2" >&2
    failed=1
}

# The scenarios, each in a file of its own called by its first line in the document.
for file in "${documents[@]}"; do
    rm -f "$work"/*.yaml
    awk -v to="$work" '/^```/ { if (out) close(out); out = $0 == "```yaml" && !out ? to "/" FNR ".yaml" : ""; next }
        out { print >out }' "$file"
    for scenario in "$work"/*.yaml; do
        [ -e "$scenario" ] || continue
        checked=$((checked + 1))
        timeout 300 "$casevac" check "$scenario" >"$work/said" 2>&1 && continue
        fail "$file:$(basename "$scenario" .yaml)" "this scenario is not valid:"
        sed "s|^$scenario|    |" "$work/said" >&2
    done
done

# Command lines: in code on a line of its own, without the "# what it does" behind it, and in code within a line.
commands() {
    awk '{ at = FILENAME ":" FNR ": " }
        /^    (build\/)?casevac / { sub(/^ */, ""); sub(/ +#.*/, ""); print at $0; next }
        { n = split($0, part, "`"); for (i = 2; i <= n; i += 2) if (part[i] ~ /^(build\/)?casevac ./) print at part[i] }' "$@"
}
has_option() { # OPTION, in the help at hand: "  -s, --seed N"
    grep -qE -- "^ +(-[a-zA-Z], +)?$1( |\$)|^ +$1, " "$work/help"
}
while IFS= read -r line; do
    checked=$((checked + 1))
    place=${line%%: *} words=${line#*: }
    read -r -a word <<<"$words"
    command=${word[1]}
    [[ $command == COMMAND ]] && continue # any of them
    [[ $command == -* ]] && command=help  # what all of them take
    if ! timeout 300 "$casevac" "$command" --help >"$work/help" 2>&1; then
        fail "$place" "there is no command \"$command\": $words"
        continue
    fi
    for option in "${word[@]:1}"; do
        [[ $option != -?* ]] || has_option "${option%%=*}" || fail "$place" "$command has no option \"$option\": $words"
    done
done < <(commands "${documents[@]}")

# Links to other documents, and to a section of one.
slugs() { # as the usual viewers make them of headings
    sed -n 's/^##* *//p' "$1" | tr '[:upper:]' '[:lower:]' | sed 's/[^a-z0-9 _-]//g; s/ /-/g'
}
while IFS=: read -r file line link; do
    checked=$((checked + 1))
    target=${link%%#*} section=
    [[ $link == *#* ]] && section=${link#*#}
    path=$file
    [ -z "$target" ] || path=$(dirname "$file")/$target
    if [ ! -e "$path" ]; then
        fail "$file:$line" "leads nowhere: $link"
    elif [ -n "$section" ] && ! slugs "$path" | grep -qxF -- "$section"; then
        fail "$file:$line" "$path has no section \"$section\""
    fi
done < <(grep -noE '\]\([^)[:space:]]+\)' "${documents[@]}" | sed -E 's/\]\((.*)\)$/\1/' | grep -v ':[a-z]*://')

# Files and tests named in code: a path from the top, or the sentence of a test.
names() {
    awk '{ n = split($0, part, "`"); for (i = 2; i <= n; i += 2) if (part[i] !~ / /) print FILENAME ":" FNR, part[i] }' "$@"
}
while read -r place name; do
    case $name in
    *[*\<\>]*) continue ;; # stands for several
    sim/* | include/* | tests/* | scenarios/* | .ci/*) [ -e "$name" ] || fail "$place" "there is no $name" ;;
    [a-z]*_*_*_*_*) grep -qF "TEST($name)" tests/*.c || fail "$place" "there is no test $name" ;;
    *) continue ;;
    esac
    checked=$((checked + 1))
done < <(names README.md sim/README.md scenarios/README.md tests/README.md)

[ $failed = 0 ] && echo "tests/docs.sh: $checked scenarios, commands, links and names in the documents hold"
exit $failed
