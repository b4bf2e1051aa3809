/* cmd_sweep.c -- casevac sweep SCENARIO --vary KEY=from:to */
#include <stdio.h>
#include <string.h>
#include "base/arena.h"
#include "base/die.h"
#include "base/word.h"
#include "cli/command.h"
#include "cli/setup.h"
#include "report/sweep.h"

enum { ERRORS_SHOWN = 20, FEW_POINTS = 100, TRIALS_OF_BELIEFS_MOST = 20000 };

/* What is varied, and the ground it is varied on. */
struct field {
    struct ground *ground;
    struct scenario *scenario;
    struct vary *key;
    int keys;
    struct diag *diag;
};

/* --- keys ------------------------------------------------------------------------------ */

static bool given_already(const struct field *f, const char *key)
{
    for (int k = 0; k < f->keys; k++)
        if (!strcmp(f->key[k].key, key))
            return true;
    return false;
}

static void read_keys(const struct command_line *line, struct field *f)
{
    const struct given *vary = &line->option[OPTION_VARY];
    int beliefs = f->scenario->beliefs.n;
    f->key = arena_take(line->memory, (size_t)(vary->times + beliefs + 1), sizeof *f->key);
    for (int i = 0; i < vary->times; i++) {
        struct vary v;
        if (!vary_read(vary->texts[i], i + 1, f->scenario, &v, line->memory, f->diag))
            continue;
        if (given_already(f, v.key))
            diag_error(f->diag, (struct place){"--vary", i + 1, 1}, NULL, "%s is varied twice", v.key);
        else
            f->key[f->keys++] = v;
    }
}

static void add_beliefs(const struct command_line *line, struct field *f)
{
    for (int i = 0; i < f->scenario->beliefs.n; i++) {
        const struct belief *b = &f->scenario->beliefs.at[i];
        if (!given_already(f, b->key) && vary_of_belief(f->scenario, b, &f->key[f->keys], line->memory))
            f->keys++;
    }
}

/* Every key alone, at both ends or at all levels: what is wrong shows before anything is played. */
static void try_keys(const struct field *f, struct arena *a)
{
    for (int k = 0; k < f->keys; k++) {
        const struct vary *v = &f->key[k];
        bool words = v->kind == VARY_LEVELS;
        for (int i = 0; i < (words ? v->levels : 2); i++) {
            const char *value = words ? v->level[i] : vary_end(v, i == 1, a);
            const char *set = arena_print(a, "%s=%s", v->key, value);
            scenario_free(ground_scenario(f->ground, &set, 1, "--vary", f->diag));
        }
    }
}

/* --- design ------------------------------------------------------------------------------ */

static enum sweep_design design_called(const char *name)
{
    struct nearest n = {.wanted = name};
    for (int d = 0; d < SWEEP_DESIGNS; d++) {
        nearest_try(&n, sweep_designs[d]);
        if (!strcmp(sweep_designs[d], name))
            return (enum sweep_design)d;
    }
    die(EXIT_USAGE,
        "--design: there is no \"%s\"%s%s%s\nOne of: factorial, tornado, lhs, sobol, morris, indices, "
        "beliefs",
        name, n.best ? "; did you mean \"" : "", n.best ? n.best : "", n.best ? "\"?" : "");
}

static bool all_are(const struct field *f, enum vary_kind kind)
{
    for (int k = 0; k < f->keys; k++)
        if (f->key[k].kind != kind)
            return false;
    return f->keys > 0;
}

static bool all_have_levels(const struct field *f)
{
    for (int k = 0; k < f->keys; k++)
        if (!f->key[k].levels)
            return false;
    return true;
}

/* Beliefs ask what is not known; a few combinations are all played; else one key at a time. */
static enum sweep_design usual_design(const struct command_line *line, const struct field *f)
{
    if (!line->option[OPTION_VARY].times || all_are(f, VARY_BELIEF))
        return BELIEFS;
    struct sweep_plan p = {.key = f->key, .keys = f->keys, .design = FACTORIAL};
    int size = all_have_levels(f) ? sweep_size(&p) : -1;
    return size > 0 && size <= FEW_POINTS ? FACTORIAL : TORNADO;
}

static void check_key(const struct vary *v, enum sweep_design d)
{
    if (d == FACTORIAL && !v->levels)
        die(EXIT_USAGE,
            "--design factorial needs steps or levels for %s, as in from:to:step or a,b,c; or choose "
            "--design lhs",
            v->key);
    if (d == BELIEFS && v->kind != VARY_BELIEF)
        die(EXIT_USAGE,
            "--design beliefs needs a distribution for %s, as in \"uniform(10 min, 40 min)\" or \"gamma(from "
            "7 events in "
            "8 months)\"",
            v->key);
    if ((d == LATIN || d == SOBOL || d == MORRIS) && v->words)
        die(EXIT_USAGE,
            "--design %s needs numbers, and %s takes words; choose --design factorial, tornado or indices",
            sweep_designs[d], v->key);
}

static void check_size(const struct command_line *line, const struct sweep_plan *p)
{
    if (p->keys > sweep_keys_most(p->design))
        die(EXIT_USAGE, "--design %s takes %d keys at most, and there are %d; vary fewer",
            sweep_designs[p->design], sweep_keys_most(p->design), p->keys);
    static const char *const ways_out[SWEEP_DESIGNS] = {
        [FACTORIAL] = "take larger steps, or choose --design lhs --points 200",
        [TORNADO] = "vary fewer keys",
        [MORRIS] = "give fewer --points: each is a path of one more point than there are keys",
        [INDICES] = "give fewer --points: each is a row of two more points than there are keys"};
    if (line->option[OPTION_POINTS].times && (p->design == FACTORIAL || p->design == TORNADO))
        die(EXIT_USAGE, "--points: a %s has as many points as its keys make", sweep_designs[p->design]);
    if (sweep_size(p) < 0)
        die(EXIT_USAGE, "the design has more than %d points; %s", SWEEP_POINTS_MOST,
            ways_out[p->design] ? ways_out[p->design] : "give fewer --points");
    if (p->design == BELIEFS && p->trials > TRIALS_OF_BELIEFS_MOST)
        die(EXIT_USAGE, "--trials: with beliefs at most %d at each point; give more --points instead",
            TRIALS_OF_BELIEFS_MOST);
}

/* Where points are many, each needs fewer trials: what they have in common is averaged over the points. */
static int64_t trials_of(const struct command_line *line, const struct scenario *s, enum sweep_design d)
{
    const int64_t of_many = 400;
    if (line->option[OPTION_TRIALS].times)
        return line->option[OPTION_TRIALS].whole;
    return d == FACTORIAL || d == TORNADO || s->run.trials < of_many ? s->run.trials : of_many;
}

static struct sweep_plan plan_of(const struct command_line *line, struct field *f)
{
    const struct given *design = &line->option[OPTION_DESIGN];
    enum sweep_design d = design->times ? design_called(design->text) : usual_design(line, f);
    if (d == BELIEFS)
        add_beliefs(line, f);
    for (int k = 0; k < f->keys; k++)
        check_key(&f->key[k], d);
    struct sweep_plan p = {
        .ground = f->ground,
        .scenario = f->scenario,
        .key = f->key,
        .keys = f->keys,
        .design = d,
        .rows = (int)line->option[OPTION_POINTS].whole,
        .seed = seed_of(line, f->scenario),
        .trials = trials_of(line, f->scenario, d),
        .jobs = jobs_of(line),
        .progress = !line->option[OPTION_QUIET].times,
        .diag = f->diag,
    };
    check_size(line, &p);
    return p;
}

/* --- the command ---------------------------------------------------------------------------- */

static int figure_called(const struct command_line *line, const struct sweep_plan *p)
{
    const char *by = line->option[OPTION_BY].times ? line->option[OPTION_BY].text : "2_surgery";
    int f = sweep_figure(p->scenario, by);
    if (f < 0)
        die(EXIT_USAGE,
            "--by: there is no figure \"%s\"; one of: 10, 1, 2_arrival, 2_surgery, deaths, delay_deaths, "
            "cost, "
            "casualties, or a goal as in \"goal NAME\"",
            by);
    return f;
}

static void say_design(const struct command_line *line, const struct sweep_plan *p)
{
    if (line->option[OPTION_QUIET].times || line->option[OPTION_DESIGN].times)
        return;
    fprintf(stderr, "casevac: --design %s: %d points of %lld trials each\n", sweep_designs[p->design],
            sweep_size(p), (long long)p->trials);
}

static int tell(const struct command_line *line, struct report *p, const struct sweep *s, int by)
{
    bool charts = !line->option[OPTION_NO_CHARTS].times;
    struct sweep_view *v = sweep_view_new(s, by);
    int code = report_close_sweep(p, v, charts);
    if (line->option[OPTION_JSON].times)
        sweep_summary_json(v, stdout);
    else if (!line->option[OPTION_QUIET].times)
        sweep_summary(v, report_place(p), charts && code == EXIT_DONE, stdout);
    sweep_view_free(v);
    return code;
}

static int sweep(const struct command_line *line, struct field *f)
{
    struct sweep_plan plan = plan_of(line, f);
    int by = figure_called(line, &plan);
    struct report *p = report_of(line, "-sweep");
    say_design(line, &plan);
    struct sweep *s = sweep_run(&plan);
    int code = tell(line, p, s, by);
    if (s->done < s->points)
        fprintf(stderr, "Kept %d of %d points, and %lld trials of the scenario as it is, in %s\n", s->done,
                s->points, (long long)s->based_on, report_place(p));
    code = mishaps_code(&s->mishaps, s->refused ? EXIT_SCENARIO : code);
    report_free(p);
    sweep_free(s);
    return code;
}

static int run(const struct command_line *line)
{
    struct layers l = layers_of(line, line->option[OPTION_PLAN].times - 1);
    struct field f = {.diag = diag_new()};
    int code = EXIT_SCENARIO;
    if (line->option[OPTION_PLAN].times > 1)
        die(EXIT_USAGE,
            "--plan is given twice; lay several files as --plan A.yaml,B.yaml, or sweep each by itself");
    layers_hold_input(&l, line->memory);
    f.scenario = scenario_of_layers(&l);
    if (f.scenario)
        f.ground = ground_read(&l, f.diag);
    if (f.ground) {
        if (!line->option[OPTION_VARY].times && !f.scenario->beliefs.n)
            die(EXIT_USAGE, "sweep needs a key to vary, as in: casevac sweep %s --vary alert.delay=x0.5:x2",
                line->argument);
        read_keys(line, &f);
        if (!diag_failed(f.diag))
            try_keys(&f, line->memory);
        if (!diag_failed(f.diag))
            code = sweep(line, &f);
    }
    diag_print(f.diag, stderr, ERRORS_SHOWN);
    diag_free(f.diag);
    ground_free(f.ground);
    scenario_free(f.scenario);
    return code;
}

const struct command command_sweep = {
    .name = "sweep",
    .argument = "SCENARIO",
    .options = TAKES(OPTION_VARY) | TAKES(OPTION_DESIGN) | TAKES(OPTION_POINTS) | TAKES(OPTION_TRIALS) |
               TAKES(OPTION_SEED) | TAKES(OPTION_PLAN) | TAKES(OPTION_STRESSOR) | TAKES(OPTION_SET) |
               TAKES(OPTION_BY) | TAKES(OPTION_JOBS) | TAKES(OPTION_RESULTS) | TAKES(OPTION_OVERWRITE) |
               TAKES(OPTION_NO_CHARTS) | TAKES(OPTION_JSON) | TAKES(OPTION_QUIET),
    .summary = "Vary keys of a scenario, and tell which matter and how much.",
    .about =
        "Every point, a value for each key, lives through the same trials. All combinations of a few levels "
        "(factorial), each key alone to both its ends (tornado), points strewn over all keys (lhs, sobol), "
        "screening (morris), shares of the spread (indices). With beliefs about keys, it splits the spread "
        "of "
        "one period's outcome into bad luck and not knowing (beliefs).",
    .examples =
        {"casevac sweep mali-2021 --vary assets.mi8_gao.count=1:4 --vary alert.delay=x0.5:x2",
         "casevac sweep first --vary assets.helicopter.notice_day='10 min:60 min:10 min'",
         "casevac sweep first --vary 'attacks.ied.rate=gamma(from 7 events in 3000 km)'",
         "casevac sweep first --vary alert.delay=x0.5:x4 --vary care.first_aid=x0.5:x2 --design indices"},
    .run = run,
};
