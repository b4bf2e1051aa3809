/* cmd_fit.c -- casevac fit LOG.csv */
#include <stdio.h>
#include <stdlib.h>
#include "base/arena.h"
#include "base/die.h"
#include "cli/command.h"
#include "cli/setup.h"
#include "cli/shipped.h"
#include "report/fitting.h"

enum { ERRORS_SHOWN = 20, TRIALS = 300 };

/* The scenario to try it on stands where other commands have their argument. */
static struct layers layers_tried(const struct command_line *line)
{
    struct command_line as = *line;
    as.argument = line->option[OPTION_SCENARIO].text;
    return layers_of(&as, line->option[OPTION_PLAN].times ? 0 : -1);
}

static struct scenario *under_overlay(const struct command_line *line, const struct fitting *f)
{
    struct layers l = layers_tried(line);
    const char *set;
    for (int i = 0; (set = fitting_setting(f, i)); i++)
        l = layers_with_set(&l, set, line->memory);
    return scenario_of_layers(&l);
}

static void note_settings(const struct fitting *f, struct origin *o)
{
    const char *set;
    for (int i = 0; (set = fitting_setting(f, i)); i++)
        origin_override(o, "fit", set);
}

static int try_on(const struct command_line *line, struct fitting *f)
{
    const struct given *given = line->option;
    struct scenario *s = under_overlay(line, f);
    if (!s)
        return EXIT_SCENARIO;
    struct report *p = report_of(line, "-fit");
    note_settings(f, report_origin(p));
    struct study study = {
        .scenario = s,
        .seed = seed_of(line, s),
        .trials = given[OPTION_TRIALS].times ? given[OPTION_TRIALS].whole : TRIALS,
        .jobs = jobs_of(line),
        .progress = !given[OPTION_QUIET].times,
        .rows = {fitting_rows(f)},
    };
    struct results *r = experiment_run(&study);
    fitting_compare(f);
    int code = report_close_fitting(p, f, r, !given[OPTION_NO_CHARTS].times);
    if (!given[OPTION_QUIET].times) {
        fitting_overlay(f, stdout);
        fprintf(stderr, "Overlay, steps and chart are in %s\n", report_place(p));
    }
    code = mishaps_code(&r->mishaps, code);
    report_free(p);
    results_free(r);
    scenario_free(s);
    return code;
}

static struct fitting *fit(const struct command_line *line, const struct scenario *s)
{
    struct diag *d = diag_new();
    struct fitting *f = fitting_of(shipped_find(line->argument, "", line->memory), s, d);
    diag_print(d, stderr, ERRORS_SHOWN);
    diag_free(d);
    return f;
}

static int run(const struct command_line *line)
{
    bool tried = line->option[OPTION_SCENARIO].times > 0;
    struct scenario *s = NULL;
    int code = EXIT_DONE;
    if (!tried && line->option[OPTION_RESULTS].times)
        die(EXIT_USAGE,
            "--results needs a --scenario to try the overlay on; without, the overlay is printed");
    if (tried) {
        struct layers l = layers_tried(line);
        s = scenario_of_layers(&l);
    }
    struct fitting *f = tried && !s ? NULL : fit(line, s);
    if (!f)
        code = EXIT_SCENARIO;
    else if (tried)
        code = try_on(line, f);
    else
        fitting_overlay(f, stdout);
    fitting_free(f);
    scenario_free(s);
    return code;
}

const struct command command_fit = {
    .name = "fit",
    .argument = "LOG.csv",
    .options = TAKES(OPTION_SCENARIO) | TAKES(OPTION_TRIALS) | TAKES(OPTION_SEED) | TAKES(OPTION_PLAN) |
               TAKES(OPTION_STRESSOR) | TAKES(OPTION_SET) | TAKES(OPTION_JOBS) | TAKES(OPTION_RESULTS) |
               TAKES(OPTION_OVERWRITE) | TAKES(OPTION_NO_CHARTS) | TAKES(OPTION_QUIET),
    .summary = "Turn a mission's own times into an overlay.",
    .about =
        "Each line of the log is an evacuation or a drill; its columns are named as in casualties.csv, in "
        "minutes (alerted_min) or times of day (alerted). Every step is fitted, with a belief of how sure "
        "that is, and the overlay is printed. With --scenario it is tried on that for 300 trials, or "
        "--trials: observed against simulated, and a chart, go to results/NAME-fit/, where NAME is the "
        "log's.",
    .examples = {"casevac fit first-drills.csv >ours.yaml", "casevac fit first-drills.csv --scenario first",
                 "casevac run first --plan ours.yaml"},
    .run = run,
};
