/* option.c -- the one table of options. */
#include "cli/option.h"

#include <stddef.h>

/* Those that may change a number come first, then places, looks and speed. */
// clang-format off
const struct option options[OPTIONS] = {
    [OPTION_TRIALS] = { "trials", 'n', "N", "the scenario's", WHOLE, 1, 1000000000, .changes_numbers = true,
        .text = "How many trials to run in all. With --precision: the most." },
    [OPTION_PRECISION] = { "precision", 'p', "1%", NULL, PORTION, .changes_numbers = true,
        .text = "Stop as soon as the 95 % intervals of the 10-1-2 shares reach no further than this to either side." },
    [OPTION_SEED] = { "seed", 's', "N", "the scenario's", WHOLE, 0, INT64_MAX, .changes_numbers = true,
        .text = "The seed. The same scenario and seed give the same bytes on any machine." },
    [OPTION_PLAN] = { "plan", 0, "FILES", NULL, WORDS, .many = true, .changes_numbers = true,
        .text = "Lay a plan over the scenario: one file, or several in order, as in A.yaml,B.yaml; or a shipped one by name. Given again it is another plan, where a command takes several." },
    [OPTION_STRESSOR] = { "stressor", 0, "FILE[:RUNG]", NULL, WORDS, .many = true, .changes_numbers = true,
        .text = "Lay a stressor under the plan, at a rung of its ladder. May be given again." },
    [OPTION_SET] = { "set", 0, "KEY=VALUE", NULL, WORDS, .many = true, .changes_numbers = true,
        .text = "Set one key of the scenario, after everything else. May be given again." },
    [OPTION_TRIAL] = { "trial", 't', "N", "0", WHOLE, 0, INT64_MAX - 1, .changes_numbers = true,
        .text = "Which trial, counted from 0; the same one as in a run with the same seed." },
    [OPTION_JOBS] = { "jobs", 'j', "N", "all cores", WHOLE, 1, 1024,
        .text = "How many threads to use. The results do not depend on it." },
    [OPTION_RESULTS] = { "results", 'o', "FOLDER", "results/NAME", WORDS,
        .text = "Where to write the results; NAME is that of the scenario's file." },
    [OPTION_OVERWRITE] = { "overwrite", 0, NULL, NULL, FLAG,
        .text = "Replace the results of an earlier run in that folder." },
    [OPTION_PER_TRIAL] = { "per-trial", 0, NULL, NULL, FLAG,
        .text = "Write trials.csv too: one row for each trial." },
    [OPTION_CASUALTIES] = { "casualties", 0, NULL, NULL, FLAG,
        .text = "Write casualties.csv and sorties.csv too: one row for each casualty and each sortie of every trial." },
    [OPTION_NO_CHARTS] = { "no-charts", 0, NULL, NULL, FLAG,
        .text = "Write the data only and draw nothing." },
    [OPTION_JSON] = { "json", 0, NULL, NULL, FLAG,
        .text = "Print one JSON document and nothing else: the summary of a run, or the schema for an editor." },
    [OPTION_GATE] = { "gate", 0, NULL, NULL, FLAG,
        .text = "Leave with 5 when a goal of the scenario is missed." },
    [OPTION_QUIET] = { "quiet", 'q', NULL, NULL, FLAG,
        .text = "Show no progress and no summary." },
    [OPTION_PRINT] = { "print", 0, NULL, NULL, FLAG,
        .text = "Print the scenario as understood, with all defaults filled in." },
    [OPTION_MANUAL] = { "manual", 0, NULL, NULL, FLAG,
        .text = "Print the reference manual of the scenario language." },
    [OPTION_MAN] = { "man", 0, NULL, NULL, FLAG,
        .text = "Print the manual page, for man." },
    [OPTION_COMPLETION] = { "completion", 0, NULL, NULL, FLAG,
        .text = "Print the completion of commands and options, for bash." },
    [OPTION_HELP] = { "help", 'h', NULL, NULL, FLAG,
        .text = "Show this help." },
    [OPTION_VERSION] = { "version", 'V', NULL, NULL, FLAG,
        .text = "Show the version of casevac and of its libraries." },
};
// clang-format on
