/* sweep.c -- point after point, a few at a time. */
#include "experiment/sweep.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "base/die.h"
#include "base/interrupt.h"
#include "experiment/panel.h"
#include "progress.h"
#include "sweep_luck.h"
#include "sweep_points.h"

enum { TURN = 24 }; /* points played side by side */

/* What one turn adds up, by worker, so that none waits for another. */
struct turn {
    struct sweep *sweep;
    int first, points; /* first -1: the scenario as it is, alone */
    struct arm arm[TURN + 1];
    struct sweep_sum **heard; /* [jobs][arm * figures + figure] */
};

static void hear(void *listener, int worker, int64_t trial, int arm, int figure, int64_t y, int64_t n)
{
    struct turn *t = listener;
    struct sweep_sum *sum = &t->heard[worker][arm * t->sweep->figures + figure];
    sum->y.y[section_of(trial)] += y;
    sum->n.y[section_of(trial)] += n;
    if (arm > 0 && t->sweep->luck)
        luck_hear(t->sweep->luck, arm - 1, figure, trial, y, n, t->sweep->figure[figure].kind == TOTAL);
}

/* --- reading the points ------------------------------------------------------------ */

static struct scenario *read_point(const struct sweep *s, int point)
{
    const struct sweep_plan *p = &s->plan;
    struct arena *a = arena_new();
    const char **set = arena_take(a, (size_t)p->keys, sizeof *set);
    int n = 0;
    for (int k = 0; k < p->keys; k++)
        if (s->point[point].value[k])
            set[n++] = arena_print(a, "%s=%s", p->key[k].key, s->point[point].value[k]);
    struct scenario *read = ground_scenario(p->ground, set, n, "--vary", p->diag);
    arena_free(a);
    return read;
}

/* How many of the turn's points could be read. */
static int read_points(struct turn *t)
{
    struct sweep *s = t->sweep;
    int n = 0;
    for (; n < t->points; n++) {
        struct scenario *read = read_point(s, t->first + n);
        s->refused = !read;
        if (!read)
            break;
        t->arm[n + 1] = (struct arm){"", read};
    }
    return n;
}

/* --- a turn ------------------------------------------------------------------------- */

static void keep_arm(struct turn *t, const struct panel *panel, int arm, int at)
{
    struct sweep *s = t->sweep;
    for (int f = 0; f < s->figures; f++) {
        int i = at * s->figures + f;
        for (int w = 0; w < s->plan.jobs; w++)
            for (int section = 0; section < SECTIONS; section++) {
                const struct sweep_sum *heard = &t->heard[w][arm * s->figures + f];
                s->sum[i].y.y[section] += heard->y.y[section];
                s->sum[i].n.y[section] += heard->n.y[section];
            }
        s->value[i] = panel_value(panel, arm, f, EVERYBODY, 0.95);
        if (arm)
            s->difference[i] = panel_difference(panel, arm, 0, f, EVERYBODY, 0.95);
    }
}

static void keep_turn(struct turn *t, const struct panel *panel)
{
    struct sweep *s = t->sweep;
    if (t->first < 0) {
        const struct tally *tally = panel_sums(panel, 0)->tally;
        s->casualties = tally->per_trial[CASUALTIES].y;
        s->based_on = panel_kept(panel);
        s->events = tally->events;
        keep_arm(t, panel, 0, 0);
        s->based = true;
        for (int f = 0; f < s->figures && s->luck; f++)
            luck_centre(s->luck, f, sweep_value(s, -1, f, -1), s->figure[f].kind == TOTAL);
        return;
    }
    for (int n = 0; n < t->points; n++)
        keep_arm(t, panel, n + 1, 1 + t->first + n);
    if (s->luck)
        luck_keep(s->luck, t->points);
    s->done += t->points;
}

/* False: interrupted; the turn counts for nothing, but for what was played of the scenario as it is. */
static bool play_turn(struct turn *t, const char *doing)
{
    struct sweep *s = t->sweep;
    struct panel_plan plan = {.arm = t->arm,
                              .arms = 1 + t->points,
                              .figure = s->figure,
                              .figures = s->figures,
                              .seed = s->plan.seed,
                              .jobs = s->plan.jobs,
                              .tallies = t->first < 0,
                              .listen = hear,
                              .listener = t,
                              .doing = s->plan.progress ? doing : NULL};
    t->heard = must_alloc((size_t)s->plan.jobs, sizeof *t->heard);
    for (int w = 0; w < s->plan.jobs; w++)
        t->heard[w] = must_alloc((size_t)(plan.arms * s->figures), sizeof **t->heard);
    struct panel *panel = panel_new(&plan);
    bool whole = panel_play(panel, s->plan.trials);
    if (whole || (t->first < 0 && panel_kept(panel) > 0))
        keep_turn(t, panel);
    mishaps_merge(&s->mishaps, panel_mishaps(panel));
    panel_free(panel);
    for (int w = 0; w < s->plan.jobs; w++)
        free(t->heard[w]);
    free(t->heard);
    return whole;
}

/* Points `first` and on; false: the sweep is over. */
static bool take_turn(struct sweep *s, int first, const char *doing)
{
    struct turn t = {.sweep = s, .first = first, .points = first < 0 ? 0 : s->points - first};
    t.points = t.points < TURN ? t.points : TURN;
    t.arm[0] = (struct arm){"as it is", s->plan.scenario};
    t.points = read_points(&t);
    bool whole = (first < 0 || t.points > 0) && play_turn(&t, doing);
    for (int n = 0; n < t.points; n++)
        scenario_free((struct scenario *)t.arm[n + 1].scenario);
    return whole && !s->refused;
}

/* --- the sweep ------------------------------------------------------------------------- */

static const struct figure *list_figures(const struct scenario *s, struct arena *a, int *n)
{
    static const struct figure hit = {"casualties", "people hit", TOTAL, 0, 0, "", 0,
                                      CASUALTIES,   NULL,         false};
    struct figure *list = arena_take(a, (size_t)(HEADLINES + 1 + s->goals.n), sizeof *list);
    *n = 0;
    for (int i = 0; i < HEADLINES; i++)
        list[(*n)++] = headlines[i];
    list[(*n)++] = hit;
    for (int i = 0; i < s->goals.n; i++)
        list[(*n)++] = figure_of_goal(&s->goals.at[i], goal_is_share(&s->goals.at[i]) ? IN_TIME : TOTAL, a);
    return list;
}

int sweep_figure(const struct scenario *s, const char *id)
{
    struct arena *a = arena_new();
    int n, found = -1;
    const struct figure *list = list_figures(s, a, &n);
    for (int f = 0; f < n; f++)
        if (!strcmp(list[f].id, id))
            found = f;
    arena_free(a);
    return found;
}

static void play_all(struct sweep *s, double began_s)
{
    char doing[120] = "the scenario as it is:";
    for (int first = -1; first < s->points && take_turn(s, first, doing); first = s->done) {
        double left_s = s->done ? (clock_s() - began_s) / s->done * (s->points - s->done) : 0;
        int last = s->done + TURN < s->points ? s->done + TURN : s->points;
        snprintf(doing, sizeof doing, "points %d to %d of %d%s%.0f%s:", s->done + 1, last, s->points,
                 s->done ? ", about " : " (", s->done ? left_s : (double)s->plan.trials,
                 s->done ? " s left in all" : " trials each)");
    }
}

struct sweep *sweep_run(const struct sweep_plan *p)
{
    struct sweep *s = must_alloc(1, sizeof *s);
    double began_s = clock_s();
    *s = (struct sweep){.plan = *p, .arena = arena_new()};
    s->figure = list_figures(p->scenario, s->arena, &s->figures);
    points_make(s);
    size_t cells = (size_t)(1 + s->points) * (size_t)s->figures;
    s->sum = must_alloc(cells, sizeof *s->sum);
    s->value = must_alloc(cells, sizeof *s->value);
    s->difference = must_alloc(cells, sizeof *s->difference);
    if (p->design == BELIEFS)
        s->luck = luck_new(s->figures, p->trials, TURN);
    play_all(s, began_s);
    s->interrupted_by = interrupt_came();
    s->status = s->done < s->points || s->based_on < s->plan.trials || mishaps_left_out(&s->mishaps)
                    ? PARTIAL
                    : COMPLETE;
    s->wall_s = clock_s() - began_s;
    s->cpu_s = (double)clock() / CLOCKS_PER_SEC;
    return s;
}

void sweep_free(struct sweep *s)
{
    if (!s)
        return;
    luck_free(s->luck);
    free(s->sum);
    free(s->value);
    free(s->difference);
    arena_free(s->arena);
    free(s);
}

/* --- reading ------------------------------------------------------------------------------ */

double sweep_value(const struct sweep *s, int point, int figure, int without)
{
    const struct sweep_sum *sum = &s->sum[(point + 1) * s->figures + figure];
    int64_t y = 0, n = 0;
    for (int i = 0; i < SECTIONS; i++)
        if (i != without) {
            y += sum->y.y[i];
            n += sum->n.y[i];
        }
    return n ? (double)y / (double)n : NAN;
}
