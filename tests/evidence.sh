#!/bin/bash
# evidence.sh CHECK: plays the tests in full, and writes the table of what was claimed and found to tests/README.md.
set -u
cd "$(dirname "$0")/.." || exit 1
rows=$(mktemp)
trap 'rm -f "$rows"' EXIT
CASEVAC_EVIDENCE=$rows tests/check.sh "$1"
failed=$?
{
    cat <<'END'
# What shows that it is right

`make test` runs everything below in a short form; `make evidence` plays it in full and writes this file.

Each case is a scenario file of `tests/theory/`, read and run by the program itself, whose answer is known from
queueing theory, probability or arithmetic. *Found* is the figure over all trials; its *standard error* comes
from the spread between batches of trials that share no luck. A claim holds when what was found is within 4
standard errors of what is expected **and** 4 standard errors are within the tolerance: a run whose error is
wide proves nothing. About one figure in twenty lies more than 2 standard errors off, as it should. Exact cases
have no error and no tolerance. Coverage is claimed for just 1,000 studies of 1,000 trials, and holds within the
tolerance; that of smaller studies is only shown. Times are in hours unless the case says otherwise.

Sources: Erlang 1917; Pollaczek 1930; Gross and Harris, Fundamentals of Queueing Theory; Cobham 1954, Operations
Research 2:70 (priorities); Larson 1974, Computers & Operations Research 1:67 (two bases); the rest is
elementary. The yardstick is `tests/yardstick/yardstick.c`.

The files are templates: to try other parameters, change the block at their top, or lay values over it with
`--set attacks.call.rate=2/h --set assets.server.count=3`. Every other fact is a test whose name says it:
`build/check` runs all, `build/check injury` those whose name or file holds the word.

| claim | case | expected | found | standard error | tolerance | holds |
|---|---|---|---|---|---|---|
END
    sort -V "$rows"
} >tests/README.md
exit $failed
