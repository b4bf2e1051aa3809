#!/bin/bash
# check.sh CHECK WORD...: runs the program of tests on every core, a part of the tests on each; each part is told when it ends.
set -u
check=$1
shift
parts=$(nproc)
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
for ((i = 1; i <= parts; i++)); do
    part $i "$@" &
done
failed=0
for job in $(jobs -p); do
    wait "$job" || failed=1
done
exit $failed
