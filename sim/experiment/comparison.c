#include "experiment/comparison.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/interrupt.h"
#include "crew.h"
#include "experiment/models.h"
#include "selection.h"

/* --- what is compared ------------------------------------------------------------ */

// clang-format off
static const struct measure quantiles[] = {
    { "median_arrival", "median time to a surgical facility",          MILLISECONDS, false, -1, SURGICAL_FACILITY, 0.5 },
    { "q90_arrival",    "90th percentile to a surgical facility",      MILLISECONDS, false, -1, SURGICAL_FACILITY, 0.9 },
    { "median_surgery", "median time to surgery",                      MILLISECONDS, false, -1, SURGERY,           0.5 },
    { "q90_surgery",    "90th percentile to surgery",                  MILLISECONDS, false, -1, SURGERY,           0.9 },
};
// clang-format on
enum { QUANTILES = sizeof quantiles / sizeof *quantiles };

static struct measure measure_of_figure(const struct figure *f, int number)
{
    return (struct measure){
        .id = f->id,
        .says = f->says,
        .unit = f->kind != TOTAL   ? PORTION_OF_PEOPLE
                : f->total == COST ? MONEY_A_TRIAL
                                   : DEATHS_A_TRIAL,
        .more_is_better = f->more_is_better,
        .figure = number,
    };
}

/* The headline figures, then the goals of the scenario as it is. */
static struct figure *list_figures(const struct scenario *s, struct arena *a, int *n)
{
    struct figure *list = arena_take(a, (size_t)(HEADLINES + s->goals.n), sizeof *list);
    for (*n = 0; *n < HEADLINES; ++*n)
        list[*n] = headlines[*n];
    for (int i = 0; i < s->goals.n; i++, ++*n)
        list[*n] = figure_of_goal(&s->goals.at[i], goal_is_share(&s->goals.at[i]) ? IN_TIME : TOTAL, a);
    return list;
}

static void list_measures(struct comparison *c, const struct figure *figure, int figures)
{
    c->measure = arena_take(c->arena, (size_t)(figures + QUANTILES), sizeof *c->measure);
    for (int i = 0; i < HEADLINES; i++)
        c->measure[c->measures++] = measure_of_figure(&figure[i], i);
    for (int i = 0; i < QUANTILES; i++)
        c->measure[c->measures++] = quantiles[i];
    c->headlines = c->measures;
    for (int i = HEADLINES; i < figures; i++)
        c->measure[c->measures++] = measure_of_figure(&figure[i], i);
}

int measure_called(const struct comparison *c, const char *id)
{
    for (int i = 0; i < c->measures; i++)
        if (!strcmp(c->measure[i].id, id))
            return i;
    return -1;
}

const char *rankings_listed(const struct scenario *s, const char *by, struct arena *a)
{
    int figures;
    const struct figure *figure = list_figures(s, a, &figures);
    const char *list = "";
    for (int i = 0; i < figures; i++) {
        if (!strcmp(figure[i].id, by))
            return NULL;
        list = arena_print(a, "%s%s%s", list, i ? ", " : "", figure[i].id);
    }
    return list;
}

/* --- reading --------------------------------------------------------------------------- */

struct interval comparison_value(const struct comparison *c, int arm, int measure)
{
    const struct measure *m = &c->measure[measure];
    if (m->figure >= 0)
        return panel_value(c->panel, arm, m->figure, EVERYBODY, 0.95);
    return sections_quantile_interval(&panel_sums(c->panel, arm)->times[m->milestone], m->p, 0.95);
}

struct interval comparison_difference(const struct comparison *c, int arm, int from, int measure,
                                      double level)
{
    const struct measure *m = &c->measure[measure];
    if (m->figure >= 0)
        return panel_difference(c->panel, arm, from, m->figure, EVERYBODY, level);
    return sections_quantile_difference(&panel_sums(c->panel, arm)->times[m->milestone],
                                        &panel_sums(c->panel, from)->times[m->milestone], m->p, level);
}

static double bonferroni(int intervals)
{
    return 1 - 0.05 / (intervals > 0 ? intervals : 1);
}

double level_with_baseline(const struct comparison *c)
{
    return bonferroni((c->plan.arms - 1) * c->headlines);
}

double level_of_all_pairs(const struct comparison *c)
{
    return bonferroni(c->plan.arms * (c->plan.arms - 1) / 2 * c->headlines);
}

int clearly_better(const struct measure *m, struct interval d)
{
    int more = (d.low > 0) - (d.high < 0);
    return m->more_is_better ? more : -more;
}

/* `d` as a gain, whichever way is better. */
static struct interval gain_of(const struct measure *m, struct interval d)
{
    return m->more_is_better ? d : (struct interval){-d.value, -d.high, -d.low};
}

/* No worse in cost nor in care, and better in one. */
static bool dominates(const struct comparison *c, int by, int arm, bool surely)
{
    int cost = measure_called(c, "cost");
    double level = level_of_all_pairs(c);
    struct interval cheaper = gain_of(&c->measure[cost], comparison_difference(c, by, arm, cost, level)),
                    care = gain_of(&c->measure[c->by], comparison_difference(c, by, arm, c->by, level));
    double worst = surely ? fmin(cheaper.low, care.low) : fmin(cheaper.value, care.value);
    double best = surely ? fmax(cheaper.low, care.low) : fmax(cheaper.value, care.value);
    return worst >= 0 && best > 0;
}

int dominated_by(const struct comparison *c, int arm, bool surely)
{
    for (int a = 0; a < c->plan.arms; a++)
        if (a != arm && dominates(c, a, arm, surely))
            return a;
    return -1;
}

/* --- how far to go ------------------------------------------------------------------------ */

static bool precise(const struct comparison *c)
{
    for (int a = 1; a < c->plan.arms; a++)
        for (int i = 0; i < c->headlines; i++) {
            if (c->measure[i].unit != PORTION_OF_PEOPLE)
                continue;
            struct interval d = comparison_difference(c, a, 0, i, level_with_baseline(c));
            if (!(d.high - d.low <= 2 * c->plan.precision))
                return false;
        }
    return true;
}

/* Looked at after fixed numbers of trials, half as many again each time. */
static void play_until_precise(struct comparison *c)
{
    const int64_t first = 16 * BLOCK;
    int64_t check = c->plan.precision > 0 ? first : c->plan.trials;
    for (;;) {
        check = check < c->plan.trials ? check : c->plan.trials;
        if (!panel_play(c->panel, check) || check == c->plan.trials || precise(c))
            return;
        check += check / 2 / BLOCK * BLOCK;
    }
}

/* --- all of it -------------------------------------------------------------------------------- */

struct comparison *comparison_run(const struct comparison_plan *p)
{
    struct comparison *c = must_alloc(1, sizeof *c);
    int figures;
    double began_s = clock_s();
    c->plan = *p;
    c->arena = arena_new();
    c->selected = -1;
    struct figure *figure = list_figures(p->arm[0].scenario, c->arena, &figures);
    list_measures(c, figure, figures);
    c->by = measure_called(c, p->by);
    assert(c->by >= 0 && c->measure[c->by].figure >= 0);
    struct panel_plan panel = {.arm = p->arm,
                               .arms = p->arms,
                               .figure = figure,
                               .figures = figures,
                               .seed = p->seed,
                               .jobs = p->jobs,
                               .all_pairs = true,
                               .parts = true,
                               .tallies = true,
                               .sections = true,
                               .doing = p->progress ? "" : NULL};
    c->panel = panel_new(&panel);
    if (p->delta > 0)
        selection_play(c);
    else
        play_until_precise(c);
    if (p->models && !interrupt_came())
        c->models = models_play(c);
    c->interrupted_by = interrupt_came();
    c->status = c->interrupted_by || mishaps_left_out(panel_mishaps(c->panel)) ? PARTIAL : COMPLETE;
    c->wall_s = clock_s() - began_s;
    c->cpu_s = (double)clock() / CLOCKS_PER_SEC;
    return c;
}

void comparison_free(struct comparison *c)
{
    if (!c)
        return;
    models_free(c->models);
    panel_free(c->panel);
    arena_free(c->arena);
    free(c);
}
