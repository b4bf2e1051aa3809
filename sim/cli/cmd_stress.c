/* cmd_stress.c -- casevac stress SCENARIO */
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "base/arena.h"
#include "base/die.h"
#include "cli/command.h"
#include "cli/setup.h"
#include "cli/shipped.h"
#include "report/stress.h"

enum { PLACES = 9, SUITE_PLACES = 5, SUITE_TRIALS = 1000 };
static const double tolerance = 0.02, suite_tolerance = 0.3; /* the suite looks at its places alone */

/* --- what lies under, and what is climbed --------------------------------------------- */

/* "threat:x2" is a rung, and lies under all; "threat" is a ladder, unless a file has that very name. */
static bool is_rung(const char *typed)
{
    return access(typed, F_OK) != 0 && strrchr(typed, ':') != NULL;
}

/* The line with those of its stressors alone that lie under the scenario. */
static struct command_line calm_line(const struct command_line *line)
{
    struct command_line calm = *line;
    struct given *g = &calm.option[OPTION_STRESSOR];
    g->texts = arena_take(line->memory, (size_t)g->times + 1, sizeof *g->texts);
    g->times = 0;
    for (int i = 0; i < line->option[OPTION_STRESSOR].times; i++)
        if (is_rung(line->option[OPTION_STRESSOR].texts[i]))
            g->texts[g->times++] = line->option[OPTION_STRESSOR].texts[i];
    return calm;
}

static const struct stressor *read_stressor(const char *typed, const struct command_line *line)
{
    struct diag *d = diag_new();
    const char *file = shipped_find(typed, "/stressors", line->memory);
    const struct stressor *s = stressor_read(file, line->memory, d);
    diag_print(d, stderr, 20);
    diag_free(d);
    return s;
}

/* The stressors to climb. False: some could not be read, and why was said. */
static bool list_stressors(const struct command_line *line, struct stress_plan *p)
{
    const struct given *g = &line->option[OPTION_STRESSOR];
    const struct stressor **list = arena_take(line->memory, (size_t)g->times + 1, sizeof *list);
    for (int i = 0; i < g->times; i++) {
        if (is_rung(g->texts[i]))
            continue;
        list[p->stressors] = read_stressor(g->texts[i], line);
        if (!list[p->stressors++])
            return false;
    }
    p->stressor = list;
    return true;
}

/* Without a stressor and nothing else asked for: all that is shipped. */
static bool list_suite(const struct command_line *line, struct stress_plan *p)
{
    const char *const *file, *const *plan;
    int n = shipped_list("/stressors", line->memory, &file);
    if (!n)
        die(EXIT_FILE, "no stressor is there to play: looked for *.yaml in %s; name one with --stressor FILE",
            shipped_places("/stressors", line->memory));
    const struct stressor **list = arena_take(line->memory, (size_t)n + 1, sizeof *list);
    for (int i = 0; i < n; i++) {
        list[p->stressors] = read_stressor(file[i], line);
        if (!list[p->stressors++])
            return false;
    }
    p->mends = shipped_list("/plans", line->memory, &plan);
    const char **name = arena_take(line->memory, (size_t)p->mends + 1, sizeof *name);
    for (int i = 0; i < p->mends; i++)
        name[i] = arena_print(line->memory, "%.*s", (int)strlen(strrchr(plan[i], '/') + 1) - 5,
                              strrchr(plan[i], '/') + 1);
    p->stressor = list;
    p->mend = plan;
    p->mend_name = name;
    p->suite = p->without_each = true;
    p->places = SUITE_PLACES;
    p->tolerance = suite_tolerance;
    if (!line->option[OPTION_TRIALS].times && p->trials > SUITE_TRIALS)
        p->trials = SUITE_TRIALS;
    return true;
}

/* The scenario as it is, or under each plan. False: some could not be read, and why was said. */
static bool list_unders(const struct command_line *line, struct stress_plan *p, struct layers *layers)
{
    struct command_line calm = calm_line(line);
    int plans = line->option[OPTION_PLAN].times;
    struct under *list = arena_take(line->memory, (size_t)plans + 1, sizeof *list);
    struct layers base = layers_of(&calm, -1);
    layers_hold_input(&base, line->memory);
    for (int i = 0; i < plans + 1; i++) {
        layers[i] = layers_of(&calm, i - 1);
        layers[i].input = base.input;
        struct scenario *s = scenario_of_layers(&layers[i]);
        if (!s)
            return false;
        if (i == 0) {
            p->seed = seed_of(line, s);
            p->trials = line->option[OPTION_TRIALS].times ? line->option[OPTION_TRIALS].whole : s->run.trials;
        }
        scenario_free(s);
        list[i] = (struct under){i ? plan_name(line, i - 1) : "", &layers[i]};
    }
    p->under = list;
    p->unders = plans + 1;
    return true;
}

/* --- all of it --------------------------------------------------------------------------- */

static int tell(const struct command_line *line, const struct stress *s, const char *folder, int code)
{
    bool charts = !line->option[OPTION_NO_CHARTS].times && code == EXIT_DONE;
    if (line->option[OPTION_JSON].times)
        stress_summary_json(s, stdout);
    else if (!line->option[OPTION_QUIET].times)
        stress_summary(s, folder, charts, stdout);
    if (s->status == PARTIAL)
        fprintf(stderr, "Stopped early; what was finished is in %s\n", folder);
    if (code == EXIT_DONE && line->option[OPTION_GATE].times && stress_breaks(s))
        return EXIT_GOAL;
    return code;
}

static int stress(const struct command_line *line, struct stress_plan *p)
{
    struct report *r = report_of(line, "-stress");
    struct stress *s = stress_run(p);
    int code = report_close_stress(r, s, !line->option[OPTION_NO_CHARTS].times);
    code = mishaps_code(&s->mishaps, tell(line, s, report_place(r), code));
    report_free(r);
    stress_free(s);
    return code;
}

static int run(const struct command_line *line)
{
    struct stress_plan p = {.jobs = jobs_of(line),
                            .progress = !line->option[OPTION_QUIET].times,
                            .places = PLACES,
                            .tolerance = tolerance,
                            .without_each = line->option[OPTION_WITHOUT_EACH].times > 0,
                            .two_shocks = line->option[OPTION_TWO_SHOCKS].times > 0};
    struct layers *layers =
        arena_take(line->memory, (size_t)line->option[OPTION_PLAN].times + 1, sizeof *layers);
    if (!list_unders(line, &p, layers) || !list_stressors(line, &p))
        return EXIT_SCENARIO;
    if (p.two_shocks && p.stressors != 2)
        die(EXIT_USAGE,
            "--two-shocks takes two stressors without a rung, as in: casevac stress %s --stressor threat "
            "--stressor notice-to-move --two-shocks",
            line->argument);
    if (!p.stressors && !p.without_each && !list_suite(line, &p))
        return EXIT_SCENARIO;
    p.loss_trials = p.trials;
    return stress(line, &p);
}

const struct command command_stress = {
    .name = "stress",
    .argument = "SCENARIO",
    .options = TAKES(OPTION_TRIALS) | TAKES(OPTION_SEED) | TAKES(OPTION_PLAN) | TAKES(OPTION_STRESSOR) |
               TAKES(OPTION_SET) | TAKES(OPTION_WITHOUT_EACH) | TAKES(OPTION_TWO_SHOCKS) |
               TAKES(OPTION_JOBS) | TAKES(OPTION_RESULTS) | TAKES(OPTION_OVERWRITE) |
               TAKES(OPTION_NO_CHARTS) | TAKES(OPTION_JSON) | TAKES(OPTION_GATE) | TAKES(OPTION_QUIET),
    .summary = "Find how much the mission bears, and what breaks it.",
    .about =
        "Climbs each stressor step by step on the same attacks, wounds and luck, and finds where a goal of "
        "the scenario breaks, how surely, and what took the minutes there. A stressor given with a rung "
        "(FILE:RUNG) lies under all of it. With --plan there is one ladder for each plan and one for the "
        "scenario as it is.",
    .examples = {"casevac stress mali-2021 --stressor helicopters-withdrawn",
                 "casevac stress mali-2021 --stressor threat --plan third-helicopter"},
    .run = run,
};
