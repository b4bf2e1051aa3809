/* cmd_run.c -- casevac run SCENARIO */
#include <stdio.h>
#include "base/arena.h"
#include "base/die.h"
#include "cli/command.h"
#include "cli/setup.h"
#include "report/report.h"
#include "scenario/read.h"

/* With a precision to reach and no number given, as many as it takes, within reason. */
static int64_t trials_of(const struct command_line *line, const struct scenario *s)
{
    const int64_t most = 1000000;
    if (line->option[OPTION_TRIALS].times)
        return line->option[OPTION_TRIALS].whole;
    return line->option[OPTION_PRECISION].times ? most : s->run.trials;
}

static struct study study_of(const struct command_line *line, const struct scenario *s)
{
    const struct given *o = line->option;
    return (struct study){
        .scenario = s,
        .seed = seed_of(line, s),
        .trials = trials_of(line, s),
        .precision = o[OPTION_PRECISION].portion,
        .jobs = jobs_of(line),
        .progress = !o[OPTION_QUIET].times,
    };
}

static void want_rows(const struct command_line *line, struct report *p, struct study *study)
{
    struct rows *next = study->rows;
    if (line->option[OPTION_PER_TRIAL].times)
        *next++ = (struct rows){rows_trial, report_rows(p, "trials.csv")};
    if (line->option[OPTION_CASUALTIES].times) {
        *next++ = (struct rows){rows_casualties, report_rows(p, "casualties.csv")};
        *next++ = (struct rows){rows_sorties, report_rows(p, "sorties.csv")};
    }
}

static void tell(const struct command_line *line, const struct results *r, const char *folder, bool charts)
{
    if (line->option[OPTION_JSON].times)
        report_summary_json(r, stdout);
    else if (!line->option[OPTION_QUIET].times)
        report_summary(r, folder, charts, stdout);
    if (r->trials_done < r->trials_asked && r->status == PARTIAL)
        fprintf(stderr, "Kept %lld of %lld trials in %s\n", (long long)r->trials_done,
                (long long)r->trials_asked, folder);
}

static int run(const struct command_line *line)
{
    struct scenario *s = command_scenario(line);
    if (!s)
        return EXIT_SCENARIO;
    struct report *p = report_of(line, "");
    struct study study = study_of(line, s);
    want_rows(line, p, &study);
    struct results *r = experiment_run(&study);
    int code = report_close(p, r, !line->option[OPTION_NO_CHARTS].times);
    tell(line, r, report_place(p), !line->option[OPTION_NO_CHARTS].times && code == EXIT_DONE);
    if (code == EXIT_DONE && line->option[OPTION_GATE].times && report_goals_missed(r))
        code = EXIT_GOAL;
    code = mishaps_code(&r->mishaps, code);
    report_free(p);
    results_free(r);
    scenario_free(s);
    return code;
}

const struct command command_run = {
    .name = "run",
    .argument = "SCENARIO",
    .options = TAKES(OPTION_TRIALS) | TAKES(OPTION_PRECISION) | TAKES(OPTION_SEED) | TAKES(OPTION_PLAN) |
               TAKES(OPTION_STRESSOR) | TAKES(OPTION_SET) | TAKES(OPTION_JOBS) | TAKES(OPTION_RESULTS) |
               TAKES(OPTION_OVERWRITE) | TAKES(OPTION_PER_TRIAL) | TAKES(OPTION_CASUALTIES) |
               TAKES(OPTION_NO_CHARTS) | TAKES(OPTION_JSON) | TAKES(OPTION_GATE) | TAKES(OPTION_QUIET),
    .summary = "Play a scenario many times over and report the times to care.",
    .about = "Prints the headline and writes tables (CSV), a summary (JSON), charts and a manifest to "
             "results/NAME/ under the current folder. Ctrl-C keeps the trials that are finished.",
    .examples = {"casevac run first",
                 "casevac run mali-2021 --plan third-helicopter --results results/third-helicopter",
                 "casevac run first --trials 20000 --jobs 4 --set run.horizon='90 d'"},
    .run = run,
};
