/* cmd_compare.c -- casevac compare SCENARIO --plan A --plan B */
#include <stdio.h>
#include <string.h>
#include "base/arena.h"
#include "base/die.h"
#include "base/unit.h"
#include "cli/command.h"
#include "cli/setup.h"
#include "report/compare.h"
#include "scenario/read.h"

static const char as_it_is[] = "as it is";

/* The scenario as it is, then each plan. False: some could not be read, and why was said. */
static bool read_arms(const struct command_line *line, struct arm *arm, int arms)
{
    bool good = true;
    struct layers base = layers_of(line, -1);
    layers_hold_input(&base, line->memory);
    for (int i = 0; i < arms && (i == 0 || good); i++) {
        struct layers l = layers_of(line, i - 1);
        l.input = base.input;
        arm[i].name = i ? plan_name(line, i - 1) : as_it_is;
        arm[i].scenario = scenario_of_layers(&l);
        good = good && arm[i].scenario;
    }
    return good;
}

static void free_arms(const struct arm *arm, int arms)
{
    for (int i = 0; i < arms; i++)
        scenario_free((struct scenario *)arm[i].scenario);
}

/* A plan that changes nothing is no plan, and two that are the same are one. */
static void warn_of_twins(const struct arm *arm, int arms)
{
    for (int b = 1; b < arms; b++)
        for (int a = 0; a < b; a++)
            if (!strcmp(arm[a].scenario->digest, arm[b].scenario->digest)) {
                fprintf(stderr, "casevac: note: plan %s %s%s\n", arm[b].name,
                        a ? "is the same as plan " : "changes nothing in this scenario",
                        a ? arm[a].name : "");
                break;
            }
}

/* What differs between such plans is the model too, and there is nothing to try the others on. */
static void warn_of_models(const struct arm *arm, int arms)
{
    for (int i = 1; i < arms; i++)
        if (arm[i].scenario->survival != arm[0].scenario->survival)
            fprintf(stderr, "casevac: note: plan %s sets a model of survival of its own\n", arm[i].name);
}

static int64_t trials_of(const struct command_line *line, const struct scenario *s, bool open_end)
{
    const int64_t most = 1000000;
    if (line->option[OPTION_TRIALS].times)
        return line->option[OPTION_TRIALS].whole;
    return open_end ? most : s->run.trials;
}

/* "1%" of a share, or a plain number of deaths or money. */
static double delta_of(const struct command_line *line)
{
    double delta = 0.01;
    const char *text = line->option[OPTION_DELTA].text;
    if (text && (unit_read(text, PURE, &delta) || !(delta > 0)))
        die(EXIT_USAGE, "--delta: \"%s\" is not a difference above 0, such as 1%% or 0.2", text);
    return delta;
}

static bool selects(const struct command_line *line)
{
    const char *select = line->option[OPTION_SELECT].text;
    if (select && strcmp(select, "best"))
        die(EXIT_USAGE, "--select: \"%s\" is not known; write --select best", select);
    if (!select && line->option[OPTION_DELTA].times)
        die(EXIT_USAGE, "--delta belongs to --select best");
    return select != NULL;
}

static struct comparison_plan plan_of(const struct command_line *line, const struct arm *arm, int arms)
{
    bool select = selects(line), precise = line->option[OPTION_PRECISION].times > 0;
    return (struct comparison_plan){
        .arm = arm,
        .arms = arms,
        .seed = seed_of(line, arm[0].scenario),
        .trials = trials_of(line, arm[0].scenario, select || precise),
        .precision = line->option[OPTION_PRECISION].portion,
        .by = line->option[OPTION_BY].times ? line->option[OPTION_BY].text : "2_surgery",
        .delta = select ? delta_of(line) : 0,
        .models = !line->option[OPTION_ONE_MODEL].times,
        .jobs = jobs_of(line),
        .progress = !line->option[OPTION_QUIET].times,
    };
}

static int compare(const struct command_line *line, const struct arm *arm, int arms)
{
    bool charts = !line->option[OPTION_NO_CHARTS].times;
    struct comparison_plan plan = plan_of(line, arm, arms);
    const char *rankings = rankings_listed(arm[0].scenario, plan.by, line->memory);
    if (rankings)
        die(EXIT_USAGE, "--by: plans cannot be ranked by \"%s\"; by one of: %s", plan.by, rankings);
    struct report *p = report_of(line, "-compare");
    struct comparison *c = comparison_run(&plan);
    int code = report_close_comparison(p, c, charts);
    if (line->option[OPTION_JSON].times)
        comparison_summary_json(c, stdout);
    else if (!line->option[OPTION_QUIET].times)
        comparison_summary(c, report_place(p), charts && code == EXIT_DONE, stdout);
    if (c->status == PARTIAL)
        fprintf(stderr, "Kept %lld trials of every plan in %s\n", (long long)panel_kept(c->panel),
                report_place(p));
    code = mishaps_code(panel_mishaps(c->panel), code);
    report_free(p);
    comparison_free(c);
    return code;
}

static int run(const struct command_line *line)
{
    int arms = 1 + line->option[OPTION_PLAN].times;
    if (arms < 2)
        die(EXIT_USAGE, "compare needs a plan, as in: casevac compare %s --plan third-helicopter",
            line->argument);
    if (arms > ARMS_MOST)
        die(EXIT_USAGE, "compare takes %d plans at most", ARMS_MOST - 1);
    struct arm *arm = arena_take(line->memory, (size_t)arms, sizeof *arm);
    bool good = read_arms(line, arm, arms);
    if (good) {
        warn_of_twins(arm, arms);
        warn_of_models(arm, arms);
    }
    int code = good ? compare(line, arm, arms) : EXIT_SCENARIO;
    free_arms(arm, arms);
    return code;
}

const struct command command_compare = {
    .name = "compare",
    .argument = "SCENARIO",
    .options = TAKES(OPTION_TRIALS) | TAKES(OPTION_PRECISION) | TAKES(OPTION_SEED) | TAKES(OPTION_PLAN) |
               TAKES(OPTION_STRESSOR) | TAKES(OPTION_SET) | TAKES(OPTION_BY) | TAKES(OPTION_SELECT) |
               TAKES(OPTION_DELTA) | TAKES(OPTION_ONE_MODEL) | TAKES(OPTION_JOBS) | TAKES(OPTION_RESULTS) |
               TAKES(OPTION_OVERWRITE) | TAKES(OPTION_NO_CHARTS) | TAKES(OPTION_JSON) | TAKES(OPTION_QUIET),
    .summary = "Set plans side by side on the same attacks, wounds and luck.",
    .about =
        "Every plan, and the scenario as it is, lives through the same trials; so what differs between them "
        "is the plan. Says which plan does best and how surely, where the minutes went, and what it costs. "
        "The plans play the same trials under the other models of survival as well, and whether their order "
        "rests "
        "on the model is said. "
        "With --select best it plays on until one is the best, or so near that it does not matter.",
    .examples =
        {"casevac compare mali-2021 --plan forward-surgical-team --plan third-helicopter",
         "casevac compare mali-2021 --plan night-crews,pre-alert --plan night-crews --precision 1%",
         "casevac compare mali-2021 --stressor threat:x2 --plan night-crews --plan third-helicopter",
         "casevac compare mali-2021 --plan night-crews --plan third-helicopter --select best --delta 1%"},
    .run = run,
};
