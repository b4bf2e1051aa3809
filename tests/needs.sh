#!/bin/bash
# needs.sh: where packages are missing and may not be installed, `make` says which, and what to type. Nothing is
# installed here: PATH holds a shell, and an id, a sudo and an apt-get of our own.
set -u
cd "$(dirname "$0")/.." || exit 1
make=$(command -v make)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
for tool in sh bash env mkdir cmp od sed nproc; do
    ln -s "$(command -v $tool)" "$work/bin/$tool"
done
unset MAKEFLAGS MFLAGS MAKELEVEL NO_INSTALL CC
failed=0 held=0

stand_in() { # NAME WORDS: a program that does what the words say
    printf '#!/bin/sh\n%s\n' "$2" >"$work/bin/$1"
    chmod +x "$work/bin/$1"
}
packages="gcc libc6-dev pkg-config libgsl-dev libyaml-dev libjansson-dev libmd-dev libfontconfig-dev librandom123-dev libcmocka-dev gnuplot-nox fonts-liberation"
say() { # ROOT: what is to be said
    echo "These packages are missing: $packages"
    echo "Install them with:  $1apt-get update && $1env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages"
}
# says ROOT CASE VARIABLE=VALUE...: make demo and make test say what is missing, and nothing of sudo.
says() {
    local root=$1 case=$2 target is
    shift 2
    for target in demo test; do
        env PATH="$work/bin" "$@" "$make" -j1 --no-print-directory "$target" B="$work/build" >"$work/out" 2>&1
        is=$?
        held=$((held + 1))
        [ $is = 2 ] && grep -v '^make: \*\*\*\|^od \|^mkdir ' "$work/out" | diff - <(say "$root") >"$work/diff" && continue
        echo "tests/needs.sh: $case: make $target leaves with $is, and says:" >&2
        sed 's/^/    /' "$work/diff" "$work/out" >&2
        failed=1
    done
}
did() { # CASE TEXT: make demo went on to install, with this
    held=$((held + 1))
    PATH="$work/bin" "$make" -j1 demo B="$work/build" >"$work/out" 2>&1
    grep -qF "$2 $packages" "$work/asked" && return
    echo "tests/needs.sh: $1: nothing was installed:" >&2
    sed 's/^/    /' "$work/out" >&2
    failed=1
}

stand_in id 'echo 1000'
stand_in apt-get "echo \"\$0 \$*\" >>'$work/asked'"
says "sudo " "no sudo"
stand_in sudo 'echo "sudo: Permission denied" >&2; exit 1'
says "sudo " "sudo refuses"
says "sudo " "nothing is to be installed" NO_INSTALL=1
chmod -x "$work/bin/sudo"
says "sudo " "sudo may not be run"
[ ! -e "$work/asked" ] || { echo "tests/needs.sh: apt-get is asked where it may not" >&2; failed=1; }

# Where it may be installed it still is.
rm "$work/bin/sudo"
stand_in sudo '[ "$1" = -l ] || exec "$@"'
did "sudo agrees" "install -y --no-install-recommends"
rm "$work/asked"
stand_in id 'echo 0'
did "as root" "install -y --no-install-recommends"
rm "$work/bin/apt-get"
says "" "no apt-get"

[ $failed = 0 ] && echo "tests/needs.sh: what is missing is said in $held cases"
exit $failed
