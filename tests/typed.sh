#!/bin/bash
# typed.sh PROGRAM: what is shown can be typed. Every command of README.md is typed into bash, top to bottom, in one fresh
# folder, and then all of them once more; so is, in a folder of its own, every example of `--help` and every command of
# the guides. All must leave with 0. A wrapper plays few trials, and draws charts the first time only; `make demo` is
# real, and what else needs a day, root or this very test is asked of `make -n`.
set -u
program=$(realpath "$1")
here=$(realpath "$(dirname "$0")/..")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
few=40
[ -z "${CASEVAC_TEST_SHARE:-}" ] || few=10
unset MAKEFLAGS MFLAGS MAKELEVEL B # what is typed knows nothing of the make that calls this
export program few NO_INSTALL=1 TRIALS=$few HOME=$work PLAIN=

# Stands where the program does: as typed, with --trials FEW.
cat >"$work/casevac" <<'END'
#!/bin/bash
words=("$@") given=
for i in "${!words[@]}"; do
    [[ ${words[i]} != --trials ]] || { words[i + 1]=$few; given=yes; }
done
case $1 in
run | compare | stress | sweep | fit)
    [ -n "$given" ] || words+=(--trials "$few")
    [ -z "$PLAIN" ] || words+=(--no-charts)
    ;;
esac
exec "$program" "${words[@]}"
END
chmod +x "$work/casevac"

folder() { # NAME: with what the source tree has there; prints its path
    mkdir -p "$work/$1/build" "$work/$1/results"
    ln -s "$here"/{Makefile,README.md,.ci,scenarios,tests} "$work/$1"
    cp "$work/casevac" "$work/$1/build/casevac"
    echo "$work/$1"
}
type_in() { # FOLDER PLACE LINE
    local said code
    said=$(cd "$1" && timeout 600 bash -c "$3" 2>&1 </dev/null)
    code=$?
    echo x >>"$work/typed"
    [ $code = 0 ] && return
    echo "tests/typed.sh: $2: leaves with $code: $3" >&2
    tail -n 4 <<<"$said" | sed 's/^/    /' >&2
    echo x >>"$work/failed"
}

# README.md: every indented line is a command, but those that draw the floor plan.
readme() {
    awk '/^## / { plan = $0 == "## The floor plan" } /^    / && !plan { sub(/^ */, ""); print FILENAME ":" FNR "\t" $0 }' README.md
}
instead() { # LINE: what is asked where that cannot be typed here; fails where it can
    local words=${1%%#*}
    case $words in
    "make demo"*) return 1 ;;
    make\ *) echo "make -n ${words#make } >/dev/null" ;;   # test calls this very test; the others take minutes
    .ci/run*) echo "[ -x .ci/run ] && bash -n .ci/run" ;;   # it calls make test
    *) return 1 ;;
    esac
}
type_readme() {
    local to pass place line other
    to=$(folder readme)
    for pass in 1 2; do
        [ $pass = 1 ] || PLAIN=yes
        while IFS=$'\t' read -r place line; do
            if ! other=$(instead "$line"); then
                type_in "$to" "$place (time $pass)" "$line"
            elif [ $pass = 1 ]; then
                type_in "$here" "$place" "$other"
            fi
        done < <(cd "$here" && readme)
    done
    mkdir -p "$to/sim/cli" && ln -s "$here/sim/cli/casevac.1" "$to/sim/cli" && cp "$program" "$to/build"
    type_in "$to" "README.md" "make install DESTDIR=there"
    type_in "$to" "README.md, make install" "cd there && usr/local/bin/casevac check mali-2021 --plan night-crews"
    type_in "$to" "README.md, make install" "cd there && usr/local/bin/casevac fit first-drills.csv"
}

# Examples: of each command's help in the order of the overview; then of the guides, on lines of their own or within
# one, but those that stand for several ("casevac run NAME").
examples() {
    local command
    "$program" --help | awk '/^Commands:/ { on = 1; next } /^$/ { on = 0 } on { print $1 }' | while read -r command; do
        "$program" "$command" --help |
            awk -v of="$command --help" '/^Examples:/ { on = 1; next } /^$/ { on = 0 } on { sub(/^ */, ""); print of "\t" $0 }'
    done
}
guides() {
    awk '{ at = FILENAME ":" FNR "\t" }
        !/^```/ { while (gsub(/`/, "`") % 2 && (getline more) > 0) $0 = $0 " " more } # code over two lines
        /^    casevac / { sub(/^ */, ""); print at $0; next }
        { n = split($0, part, "`"); for (i = 2; i <= n; i += 2)
            if (part[i] ~ /^casevac [a-z]+ / && part[i] !~ / (NAME|SCENARIO|LOG.csv|KEY|RESULTS)/) print at part[i] }' \
        README.md scenarios/README.md results/README.md sim/README.md
}
type_examples() {
    local to place line
    to=$(folder examples)
    awk '/^```/ { if (on) exit; on = $0 == "```yaml"; next } on' "$here/scenarios/README.md" >"$to/one.yaml" # as it says
    PATH=$to/build:$PATH
    PLAIN=yes
    while IFS=$'\t' read -r place line; do
        type_in "$to" "$place" "$line"
    done < <(cd "$here" && examples && guides)
}

type_readme &
type_examples &
wait
[ "$(wc -l <"$work/typed")" -gt 80 ] || echo "tests/typed.sh: finds only few commands" | tee -a "$work/failed" >&2
[ ! -e "$work/failed" ] && echo "tests/typed.sh: $(wc -l <"$work/typed") commands of the documents and the help work as typed"
[ ! -e "$work/failed" ]
