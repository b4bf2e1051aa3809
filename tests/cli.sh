#!/bin/bash
# The command line does what its help says: exit codes, help, results in their place, Ctrl-C.
set -u
casevac=$(realpath "$1")
here=$(realpath "$(dirname "$0")/..")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failed=0

fail() {
    echo "tests/cli.sh: $*" >&2
    head -n 5 out err | sed 's/^/    /' >&2
    failed=1
}
# expect CODE WORDS ARGUMENT...: leaves with CODE and says WORDS somewhere, if any.
expect() {
    local code=$1 words=$2
    shift 2
    timeout 300 "$casevac" "$@" >out 2>err </dev/null
    local is=$?
    [ $is = "$code" ] || fail "casevac $*: exit $is, should be $code"
    [ -z "$words" ] || cat out err | grep -qF -- "$words" || fail "casevac $*: does not say: $words"
}
quiet() { # the last command printed nothing on standard output
    [ ! -s out ] || fail "$1 prints on standard output"
}
small=(run "$here/scenarios/first.yaml" --trials 20 --no-charts)

# Help.
expect 2 "casevac run first"; quiet "no arguments"
[ "$(wc -l <err)" -le 20 ] || fail "the overview is longer than 20 lines"
expect 0 "casevac run first" --help
expect 0 "built with gsl" --version
for command in run compare sweep check trace fit schema explain help; do
    expect 0 "Usage: casevac $command" $command --help
    expect 0 "Usage: casevac $command" $command --what -h
    expect 0 "Usage: casevac $command" help $command
    [ "$(sed -n 3p out)" = "Examples:" ] || fail "help of $command does not lead with examples"
    [ "$(wc -L <out)" -le 100 ] || fail "help of $command is wider than a screen"
done
expect 0 .TH help --man
cmp -s out "$here/sim/cli/casevac.1" || fail "sim/cli/casevac.1 is stale: make sim/cli/casevac.1"
if command -v man >/dev/null; then
    man -l --warnings out 2>err >/dev/null
    [ ! -s err ] || fail "man warns about the manual page"
fi
expect 0 _casevac help --completion
bash -n out || fail "the completion is not bash"

# What a word means: keys by any end of their path, causes as tables write them.
expect 0 "assets.NAME.notice_day" explain notice_day
expect 0 "Bruxelles2" explain assets.mi8_gao.notice_day
expect 0 "assets.NAME.shared.recall" explain shared.recall
expect 0 "keys     kind" explain map
[ "$("$casevac" explain assets.home | grep -c '\.home$')" = 1 ] || fail "explain assets.home tells of other homes"
expect 0 "All assets that could come are on other journeys" explain asset_busy
expect 0 "transfer / no bed" explain "transfer no bed"
expect 2 'did you mean "notice_day"?' explain notise_day
expect 2 'no key and no cause of delay "assets.homes.xyzzy"' explain assets.homes.xyzzy

# Wrong use: exit 2, and the remedy.
expect 2 'did you mean "run"?' rum
expect 2 'casevac --help' frobnicate
expect 2 'the command comes first' --quiet run
expect 2 'run needs a SCENARIO' run
expect 2 '"b" is too much' run a b
expect 2 '"x" is too much' schema x
expect 2 'did you mean "--trials"?' run a --trails 3
expect 2 'no option "--tri"' run a --tri 3
expect 2 'no option "-z"' run a -z
expect 2 'no option "--per-trial"' check a --per-trial
expect 2 'needs a value: --trials N' run a --trials
expect 2 'needs a value: --trials N' run a --trials --quiet
expect 2 'needs a value: --set KEY=VALUE' run a --set=
expect 2 '"2k" is not a whole number' run a --trials 2k
expect 2 '"0" is not a whole number' run a --trials 0
expect 2 '"-1" is not a whole number' run a --seed=-1
expect 2 '"99999999999999999999" is not a whole' run a --seed 99999999999999999999
expect 2 '"3" is not a share' run a --precision 3
expect 2 '"nan" is not a share' run a --precision nan
expect 2 'takes no value' run a --json=3
expect 2 'given twice' run a --seed 3 -s4
expect 2 'casevac compare' run "$here/scenarios/first.yaml" --plan a --plan b
expect 2 'compare needs a plan' compare first
expect 4 'cannot read none.yaml' compare "$here/scenarios/first.yaml" --plan none.yaml
echo 'assets: {helicopter: {count: +1}}' >more.yaml
echo 'assets: {helicopter: {count: ~}}' >same.yaml
echo 'survival: sacco_rpm' >by-score.yaml
expect 2 'write --select best' compare "$here/scenarios/first.yaml" --plan more.yaml --select worst
expect 2 'belongs to --select' compare "$here/scenarios/first.yaml" --plan more.yaml --delta 1%
expect 2 'cannot be ranked by "luck"' compare "$here/scenarios/first.yaml" --plan more.yaml --by luck --trials 20
[ ! -e results ] || fail "a comparison that is refused leaves results behind"
expect 0 'plan same changes nothing' compare "$here/scenarios/first.yaml" --plan same.yaml --plan more.yaml --trials 20 --no-charts
expect 0 'No clear difference' compare "$here/scenarios/first.yaml" --plan same.yaml --trials 20 --no-charts --overwrite
expect 0 '"answer"' compare "$here/scenarios/first.yaml" --plan more.yaml --trials 20 --no-charts --overwrite --json
python3 -c 'import json; json.load(open("out"))' 2>/dev/null || ! command -v python3 >/dev/null || fail "--json of compare is not JSON"
[ -s results/first-compare/orders.csv ] || fail "no orders.csv"
grep -q '"sacco_rpm"' results/first-compare/manifest.json || fail "the manifest does not say which models were played"
expect 0 'No clear difference' compare "$here/scenarios/first.yaml" --plan more.yaml --trials 20 --no-charts --overwrite --one-model
[ ! -e results/first-compare/orders.csv ] || fail "--one-model plays others"
! grep -q '"sacco_rpm"' results/first-compare/manifest.json || fail "--one-model: the manifest tells of other models"
expect 0 'sets a model of survival of its own' compare "$here/scenarios/first.yaml" --plan by-score.yaml --trials 20 --no-charts --overwrite
rm -rf results

for folder in . .. / ./; do
    expect 2 'is not the name of a folder' "${small[@]}" -o "$folder"
done

# Files.
expect 4 'cannot read none.yaml' run none.yaml
expect 4 'cannot read none.yaml' run "$here/scenarios/first.yaml" --plan none.yaml
echo 'name: [' >bad.yaml
expect 3 'bad.yaml:' run bad.yaml
quiet "a bad scenario"
[ ! -e results ] || fail "a bad scenario leaves results behind"

# Results in their place, and not twice.
expect 0 'results/first' "${small[@]}"
[ -s results/first/summary.json ] || fail "no results/first/summary.json"
cp -r results/first before
expect 0 'results/first is taken: these results go to results/first-2' "${small[@]}"
diff -r before results/first >out || fail "running again touched the earlier results"
[ "$(cat results/latest)" = first-2 ] || fail "results/latest does not name the newest"
echo dear >results/first/notes.txt
expect 4 'results/first holds notes.txt' "${small[@]}" --overwrite
[ "$(cat results/first/notes.txt)" = dear ] || fail "--overwrite touched a note"
rm results/first/notes.txt
expect 0 '' "${small[@]}" --overwrite --quiet; quiet "--quiet"
[ ! -s err ] || fail "--quiet prints messages"
cp "$here/scenarios/first.yaml" "My Mission!.yaml"
expect 0 'results/my-mission-' run "My Mission!.yaml" --trials 2 --no-charts
expect 0 '' "${small[@]}" --results else/where --per-trial --casualties
for file in trials casualties sorties; do
    [ -s else/where/$file.csv ] || fail "no $file.csv"
done
expect 0 '' "${small[@]}" --overwrite --json
diff -q out results/first/summary.json >/dev/null || fail "--json prints something else than summary.json"
"$casevac" run - --trials 2 --no-charts -q -o from-pipe <"$here/scenarios/first.yaml" >out 2>err ||
    fail "does not read standard input"

# Options before the file and after it, in every spelling, are the same run.
digest() { cat "$1"/*.csv "$1"/summary.json | sha256sum; }
expect 0 '' run -qn20 --seed=5 --no-charts -o a "$here/scenarios/first.yaml"
expect 0 '' run "$here/scenarios/first.yaml" --quiet --trials 20 -s 5 -o b --no-charts -j 1
[ "$(digest a)" = "$(digest b)" ] || fail "two spellings of one command differ"
expect 0 '' run -qn20 --seed=6 --no-charts -o c "$here/scenarios/first.yaml"
[ "$(digest a)" != "$(digest c)" ] || fail "the seed changes nothing"

# Longer, it begins with the same trials; who served whom is told from both sides; and a trial alone is that of the run.
expect 0 '' run -qn9 --no-charts --per-trial --casualties -o few "$here/scenarios/first.yaml"
for file in trials casualties sorties; do
    head -n "$(wc -l <few/$file.csv)" else/where/$file.csv | cmp -s - few/$file.csv || fail "$file.csv of 9 trials does not begin that of 20"
done
column() { # FILE NAME: its number
    head -n 1 "$1" | tr , '\n' | grep -nx "$2" | cut -d : -f 1
}
cut -d , -f "1,$(column else/where/casualties.csv last_sortie)" else/where/casualties.csv | grep -v ',$' | tail -n +2 | sort -u >served
cut -d , -f 1,2 else/where/sorties.csv | sort -u >journeys
[ -s served ] || fail "nobody was moved"
[ -z "$(comm -23 served journeys)" ] || fail "casualties.csv names journeys that sorties.csv does not have"
expect 0 '' trace "$here/scenarios/first.yaml" --trial 8
[ "$(grep -c '^day .* is hit: ' out)" = "$(grep -c '^8,' few/casualties.csv)" ] || fail "trace tells of others than the run has"

# Letters that ASCII has not, where the surroundings know ASCII alone.
sed 's/^name: .*/name: Zélande – Ménaka/; s/^  hospital:/  hôpital:/' "$here/scenarios/first.yaml" >accents.yaml
for locale in C POSIX C.UTF-8 none_of_these; do
    LC_ALL=$locale "$casevac" run accents.yaml -qn 3 --no-charts -o "in-$locale" >out 2>err || fail "LC_ALL=$locale: does not run"
    [ "$(digest "in-$locale")" = "$(digest in-C)" ] || fail "LC_ALL=$locale: other bytes"
done

# What is shipped lies beside the program, in the source tree or where it was installed, and is found from any folder.
mkdir -p tree/build prefix/bin prefix/share/casevac lone/bin elsewhere
cp "$casevac" tree/build && cp "$casevac" prefix/bin && cp "$casevac" lone/bin
ln -s "$here/scenarios" tree/scenarios
ln -s "$here/scenarios" prefix/share/casevac/scenarios
cp "$here/scenarios/first.yaml" elsewhere/ours.yaml
elsewhere() { # CODE WORDS PROGRAM ARGUMENT...
    local program=$3
    (cd elsewhere && timeout 300 "../$program" "${@:4}") >out 2>err
    local is=$?
    [ $is = "$1" ] || fail "$program ${*:4}, in another folder: exit $is, should be $1"
    [ -z "$2" ] || cat out err | grep -qF -- "$2" || fail "$program ${*:4}, in another folder: does not say: $2"
}
for program in tree/build/casevac prefix/bin/casevac; do
    elsewhere 0 'good: ' $program check mali-2021 --plan third-helicopter --stressor threat:x2
    elsewhere 0 'delay: lognormal' $program fit first-drills.csv
    elsewhere 0 'Aircraft shared' $program stress ours.yaml -n 3 --no-charts --overwrite
done
if [ ! -e "$(cat "$(dirname "$casevac")/prefix")/share/casevac" ]; then
    elsewhere 4 'looked for *.yaml in scenarios/stressors, ' lone/bin/casevac stress ours.yaml -o nothing
    elsewhere 4 '/lone/share/casevac/scenarios' lone/bin/casevac run mali-2021
    [ ! -e elsewhere/nothing ] || fail "a stress test without a stressor leaves results behind"
fi

# Shipped scenarios by name.
ln -s "$here/scenarios" scenarios
expect 0 '' run first -qn 2 --no-charts -o by-name
expect 0 '' check mali-2021 --plan central-launch,third-helicopter
expect 4 'cannot read no-such-plan' check mali-2021 --plan no-such-plan
expect 0 '' check anefis-dawn-convoy
expect 0 '' check mali-2021 --stressor mali-fleet-withdrawal:replaced
expect 0 '' run training-mission -qn 20 -o painted
[ "$(grep -o 'rgb(216, *27, *96)' painted/charts/utilisation.svg | wc -l)" -ge 2 ] || fail "blood has a key and no bar"
expect 0 '' trace first --trial 3
cp out story
expect 0 '' trace first --trial=3 && cmp -s out story || fail "the same trial is told differently"

# A mission's own times.
printf 'alerted_min,first_aid_min\n8,2\n12,3\n5,1\n' >drills.csv
expect 0 'delay: lognormal(median' fit drills.csv
cp out ours.yaml
expect 0 '' check first --plan ours.yaml
"$casevac" fit - <drills.csv 2>err | tail -n +2 | cmp -s - <(tail -n +2 ours.yaml) || fail "fit reads standard input otherwise"
expect 2 'needs a --scenario' fit drills.csv --results fitted
expect 0 'simulated' fit drills.csv --scenario first --trials 5 --no-charts
cmp -s out results/drills-fit/overlay.yaml || fail "fit prints something else than overlay.yaml"
[ -s results/drills-fit/steps.csv ] || fail "no steps.csv"
expect 0 'results/drills-fit-2' fit drills.csv --scenario first --trials 5 --no-charts
echo 'alerted_min,means,assigned_min,launched_min' >drills.csv
echo '8,mi17,10,30' >>drills.csv
expect 3 'drills.csv:2:3: error: assets.mi17.notice_day' fit drills.csv --scenario first
expect 3 'there is no asset "mi17"' fit drills.csv --scenario first; quiet "a bad log"
expect 4 'cannot read none.csv' fit none.csv

# A loop that takes no time is a defect, and says where.
expect 1 'AT_ONCE_MOST' run first --trials 1 --no-charts -o loop \
    --set assets.helicopter.fails_after='0.000001 s' --set assets.helicopter.repair='0.000001 s'
grep -q 'seed 1, trial 0, 0 ms after the start' err || fail "a loop does not say where"
grep -q '"partial"' loop/summary.json || fail "a trial that breaks takes the results with it"
grep -q 'trace SCENARIO --trial 0' err || fail "a trial that breaks: not said how to look at it"

# Charts later, from what is stored.
expect 0 '' "${small[@]}" -q -o later
[ ! -e later/charts/map.png ] || fail "--no-charts draws"
expect 0 '' report later
[ -s later/charts/map.png ] && [ -s later/charts/map.svg ] || fail "report draws no charts"
expect 0 '' "${small[@]}" -q -o later --overwrite
expect 4 'holds no results' report .

# Without standard streams, as some schedulers start programs, tables hold tables.
"$casevac" "${small[@]}" --casualties -o closed <&- >&- 2>&-
[ $? = 0 ] || fail "does not run without standard streams"
expect 0 '' "${small[@]}" --casualties -q -o opened
cmp -s closed/casualties.csv opened/casualties.csv || fail "without standard streams casualties.csv is another"

# A limit on the size of files is a disk that is full, and said before the first trial.
(ulimit -f 100; timeout 60 "$casevac" "${small[@]}" -o limited) >out 2>err
[ $? = 4 ] && grep -q 'ulimit -f' err || fail "ulimit -f is not answered"
[ -z "$(ls -d limited* 2>/dev/null)" ] || fail "ulimit -f leaves something behind"

# Where standard output goes to a full disk, that is said.
if [ -w /dev/full ]; then
    "$casevac" schema --json >/dev/full 2>err
    [ $? = 4 ] || fail "a full disk is not noticed"
fi

# Ctrl-C and SIGTERM keep what is finished: on a slow machine that takes longer, so the signal comes later and later
# until there is something.
interrupt() { # SIGNAL CODE FOLDER WORD...: of a command that would go on for hours
    local signal=$1 code=$2 folder=$3 after is
    shift 3
    for after in 0.5 1 2 4 8 16 32 64 128; do
        rm -rf "$folder"
        timeout --preserve-status -k 300 -s "$signal" $after "$casevac" "$@" --no-charts -o "$folder" >out 2>err
        is=$?
        kept=$(sed -n 's/^Kept \([0-9]*\) of .*/\1/p' err)
        [ "${kept:-0}" = 0 ] || break
    done
    [ "${kept:-0}" != 0 ] || fail "$1, $signal: nothing is kept after $after s"
    [ $is = "$code" ] || fail "$1, $signal: exit $is, should be $code"
    grep -q '"partial"' "$folder/summary.json" || fail "$1, $signal: the summary does not say partial"
}
for signal in INT:130 TERM:143; do
    interrupt ${signal%:*} ${signal#*:} by-signal run "$here/scenarios/mali-2021.yaml" --trials 100000000 --per-trial
    [ "$(($(wc -l <by-signal/trials.csv) - 1))" = "$kept" ] || fail "$signal: trials.csv has not the $kept trials kept"
done
interrupt INT 130 points sweep "$here/scenarios/first.yaml" --vary alert.delay=x0.5:x2 --design lhs --points 10000 --trials 400
tail -n 1 points/points.csv | grep -q "^$kept," || fail "points.csv does not end with point $kept"

# Sweeps: what is chosen is said, and what is wrong has a remedy.
swept=(sweep "$here/scenarios/first.yaml" --trials 20 --no-charts --overwrite -o swept)
expect 0 "--design factorial: 4 points" "${swept[@]}" --vary assets.helicopter.count=1:4
expect 0 "--design tornado: 2 points" "${swept[@]}" --vary alert.delay=x1:x2
expect 0 "Share of not knowing" "${swept[@]}" --vary 'alert.delay=xuniform(1, 2)' --points 40
expect 0 '"answer": "' "${swept[@]}" --vary alert.delay=x1:x2 --json
expect 2 "sweep needs a key to vary" sweep "$here/scenarios/first.yaml"
expect 2 'did you mean "tornado"?' "${swept[@]}" --vary alert.delay=x1:x2 --design tornada
expect 2 "needs steps or levels for alert.delay" "${swept[@]}" --vary alert.delay=x1:x2 --design factorial
expect 2 "needs numbers" "${swept[@]}" --vary assets.helicopter.night=true,false --design morris
expect 2 "needs a distribution for alert.delay" "${swept[@]}" --vary alert.delay=x1:x2 --design beliefs
expect 2 "has as many points as its keys make" "${swept[@]}" --vary alert.delay=x1:x2 --points 20
expect 2 "more than 20000 points; take larger steps" "${swept[@]}" --design factorial --vary alert.delay=x1:x2:0.01 \
    --vary attacks.*.rate=x1:x2:0.01 --vary assets.helicopter.count=1:4
expect 2 'there is no figure "surgry"' "${swept[@]}" --vary alert.delay=x1:x2 --by surgry
expect 2 "--plan is given twice" "${swept[@]}" --vary alert.delay=x1:x2 --plan third-helicopter --plan central-launch
expect 3 "alert.delay is varied twice" "${swept[@]}" --vary alert.delay=x1:x2 --vary alert.delay=x1:x3
expect 3 'did you mean "delay"?' "${swept[@]}" --vary alert.dealy=x1:x2
expect 3 "" "${swept[@]}" --vary 'assets.helicopter.speed=1 km/h:9000 km/h'

[ $failed = 0 ] && echo "tests/cli.sh: the command line keeps its promises"
exit $failed
