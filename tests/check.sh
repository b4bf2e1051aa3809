#!/bin/bash
# check.sh CHECK WORD...: runs the program of tests on every core, and tells each part of them as it ends.
set -u
check=$1
shift
cores=$(nproc)
parts=$((8 * cores)) # so many that no core waits long for another
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
part() { # NUMBER WORD...
    local number=$1 code
    shift
    CASEVAC_TEST_PART=$number/$parts "$check" "$@" >"$work/$number" 2>&1
    code=$?
    flock "$work" cat "$work/$number"
    return $code
}
export -f part
export check parts work
seq $parts | xargs -P "$cores" -I{} bash -c 'part "$@"' part {} "$@"
failed=$?
echo "tests/check.sh: $(cat "$work"/* | grep -c '^\[       OK') tests hold"
exit $failed
