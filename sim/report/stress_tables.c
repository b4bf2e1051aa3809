/* stress_tables.c -- ladders, break points and the routes to them. */
#include "stress_tables.h"

#include <math.h>
#include <string.h>
#include "base/unit.h"
#include "data.h"
#include "goal.h"
#include "reading.h"
#include "stress_reading.h"

// clang-format off
static const struct column ladder_columns[] = {
    { "stressor", WORDING }, { "plan", WORDING }, { "step", WORDING }, { "severity", 5 }, { "number", 5 },
    { "figure", WORDING }, { "unit", WORDING }, { "value", 5 }, { "low", 5 }, { "high", 5 }, { "difference", 5 },
    { "difference_low", 5 }, { "difference_high", 5 }, { "bound", 5 }, { "headroom", 5 }, { "headroom_low", 5 },
    { "headroom_high", 5 }, { "verdict", WORDING }, { "surely", WORDING }, { "trials", 0 }, { 0 }
};
static const struct column breakpoint_columns[] = {
    { "stressor", WORDING }, { "plan", WORDING }, { "goal", WORDING }, { "bound", 5 }, { "verdict", WORDING },
    { "surely", WORDING }, { "at", WORDING }, { "at_low", WORDING }, { "at_high", WORDING }, { "severity", 5 },
    { "severity_low", 5 }, { "severity_high", 5 }, { 0 }
};
static const struct column route_columns[] = {
    { "stressor", WORDING }, { "plan", WORDING }, { "goal", WORDING }, { "at", WORDING }, { "until", WORDING }, { "rank", 0 },
    { "phase", WORDING }, { "cause", WORDING }, { "more_min", 3 }, { "more_in_all_min", 3 }, { "resource_kind", WORDING },
    { "resource", WORDING }, { "none_free_calm", 5 }, { "none_free", 5 }, { "waited_for", WORDING }, { 0 }
};
static const struct column loss_columns[] = {
    { "rank", 0 }, { "kind", WORDING }, { "lost", WORDING }, { "second_kind", WORDING }, { "second", WORDING },
    { "figure", WORDING }, { "unit", WORDING }, { "loss", 5 }, { "loss_low", 5 }, { "loss_high", 5 }, { "level", 6 },
    { "verdict", WORDING }, { "beyond_the_sum", 5 }, { "raced", WORDING }, { "trials", 0 }, { 0 }
};
static const struct column mend_columns[] = {
    { "under", WORDING }, { "rank", 0 }, { "plan", WORDING }, { "figure", WORDING }, { "unit", WORDING }, { "gain", 5 },
    { "gain_low", 5 }, { "gain_high", 5 }, { "verdict", WORDING }, { "trials", 0 }, { 0 }
};
static const struct column recovery_columns[] = {
    { "stressor", WORDING }, { "plan", WORDING }, { "step", WORDING }, { "shock_h", 2 }, { "watched", WORDING },
    { "clear", WORDING }, { "peak", 4 }, { "peak_low", 4 }, { "peak_high", 4 }, { "peak_after_h", 0 },
    { "recovered_after_h", 1 }, { "recovered_low_h", 1 }, { "recovered_high_h", 1 }, { 0 }
};
static const struct column shock_columns[] = {
    { "across", WORDING }, { "across_step", WORDING }, { "up", WORDING }, { "up_step", WORDING }, { "figure", WORDING },
    { "unit", WORDING }, { "value", 5 }, { "low", 5 }, { "high", 5 }, { "verdict", WORDING }, { "surely", WORDING },
    { "frontier", WORDING }, { "trials", 0 }, { 0 }
};
static const struct column skipped_columns[] = { { "stressor", WORDING }, { "why", WORDING }, { 0 } };
static const char *const verdicts[] = {
    [BREAKS] = "breaks", [FAILS_ALREADY] = "fails already", [NEVER_BREAKS] = "never breaks", [NO_MARGIN] = "nobody",
};
// clang-format on

static void ladder_cells(struct table *t, const struct ladder *l)
{
    table_text(t, l->plan.stressor->name);
    table_text(t, *l->plan.plan ? l->plan.plan : NULL);
}

static double bound_of(const struct goal *g)
{
    return goal_is_share(g) ? g->at_least : g->at_most;
}

/* --- ladder.csv --------------------------------------------------------------------- */

static void goal_cells(struct table *t, const struct ladder *l, int step, int goal)
{
    struct verdict v = goal_verdict_of(ladder_goal(l, goal),
                                       panel_value(l->panel, step, goal_figure(goal), EVERYBODY, LEVEL));
    table_figure(t, bound_of(ladder_goal(l, goal)));
    table_interval(t, ladder_margin(l, step, goal, LEVEL));
    table_text(t, v.state == GOAL_MET ? "met" : v.state == GOAL_MISSED ? "missed" : "nobody");
    table_text(t, v.sure ? "yes" : "no");
}

static void step_row(struct table *t, const struct ladder *l, int step, int figure)
{
    const struct figure *f = &l->figure[figure];
    ladder_cells(t, l);
    table_text(t, l->step[step].name);
    table_figure(t, l->step[step].severity);
    table_figure(t, l->step[step].number);
    table_text(t, f->id);
    table_text(t, figure_unit(f));
    table_interval(t, panel_value(l->panel, step, figure, EVERYBODY, LEVEL));
    table_interval(t, step ? ladder_difference(l, step, figure, LEVEL) : (struct interval){NAN, NAN, NAN});
    if (f->goal && f->kind != MISSED)
        goal_cells(t, l, step, figure - HEADLINES);
    else
        for (int i = 0; i < 6; i++)
            table_nothing(t);
    table_count(t, panel_trials(l->panel, step));
}

static void ladders_write(struct table *t, const struct stress *s)
{
    for (int i = 0; i < s->ladders; i++)
        for (int step = 0; step < s->ladder[i]->steps; step++)
            for (int f = 0; f < s->ladder[i]->figures; f++)
                step_row(t, s->ladder[i], step, f);
}

/* --- breakpoints.csv ------------------------------------------------------------------ */

static bool surely(const struct ladder *l, int goal)
{
    const struct break_point *p = &l->broken[goal].point;
    switch (p->verdict) {
    case BREAKS:
        return p->severity.low > 0 && !isnan(p->severity.high);
    case FAILS_ALREADY:
        return ladder_margin(l, 0, goal, LEVEL).high < 0;
    case NEVER_BREAKS:
        return never_surely(l, goal);
    case NO_MARGIN:
        break;
    }
    return false;
}

static void breakpoint_row(struct table *t, const struct ladder *l, int goal, struct arena *a)
{
    const struct break_point *p = &l->broken[goal].point;
    struct interval at = p->verdict == BREAKS ? p->severity : (struct interval){NAN, NAN, NAN};
    ladder_cells(t, l);
    table_text(t, ladder_goal(l, goal)->id);
    table_figure(t, bound_of(ladder_goal(l, goal)));
    table_text(t, verdicts[p->verdict]);
    table_text(t, surely(l, goal) ? "yes" : "no");
    table_text(t, ladder_place(l, at.value, a));
    table_text(t, ladder_place(l, at.low, a));
    table_text(t, ladder_place(l, at.high, a));
    table_interval(t, at);
}

static void breakpoints_write(struct table *t, const struct stress *s)
{
    struct arena *a = arena_new();
    for (int i = 0; i < s->ladders; i++)
        for (int g = 0; g < s->ladder[i]->goals; g++)
            breakpoint_row(t, s->ladder[i], g, a);
    arena_free(a);
}

/* --- routes.csv ----------------------------------------------------------------------- */

static void route_row(struct table *t, const struct ladder *l, int goal, int rank)
{
    const struct failure_route *r = &l->broken[goal].route;
    ladder_cells(t, l);
    table_text(t, ladder_goal(l, goal)->id);
    table_text(t, r->at);
    table_text(t, milestones[r->milestone].id);
    table_count(t, rank + 1);
    table_text(t, phase_ids[waits[r->wait[rank]].phase]);
    table_text(t, waits[r->wait[rank]].cause);
    table_minutes(t, r->more_ms[rank]);
    table_minutes(t, r->total_ms);
    table_text(t, r->kind);
    table_text(t, r->name);
    table_figure(t, r->name ? r->full_calm : NAN);
    table_figure(t, r->name ? r->full : NAN);
    table_text(t, r->name ? (r->queue ? "yes" : "no") : NULL);
}

static void routes_write(struct table *t, const struct stress *s)
{
    for (int i = 0; i < s->ladders; i++)
        for (int g = 0; g < s->ladder[i]->goals; g++)
            for (int w = 0; w < s->ladder[i]->broken[g].route.waits; w++)
                route_row(t, s->ladder[i], g, w);
}

static void skipped_write(struct table *t, const struct stress *s)
{
    for (int i = 0; i < s->skips; i++) {
        table_text(t, s->skipped[i].stressor);
        table_text(t, s->skipped[i].why);
    }
}

static bool climbed(const struct stress *s)
{
    return s->ladders > 0;
}

static bool skipped_any(const struct stress *s)
{
    return s->skips > 0;
}

/* --- losses.csv ------------------------------------------------------------------------- */

static void loss_row(struct table *t, const struct losses *l, const struct loss *of, int rank, int figure)
{
    static const char *const figures[LOSS_FIGURES] = {"2_surgery", "2_arrival", "delay_deaths"};
    const struct panel *p = of->second.set ? l->pair_panel : l->panel;
    struct interval lost = loss_of(l, of, (enum loss_figure)figure);
    table_count(t, rank + 1);
    table_text(t, of->first.kind);
    table_text(t, of->first.id);
    table_text(t, of->second.set ? of->second.kind : NULL);
    table_text(t, of->second.set ? of->second.id : NULL);
    table_text(t, figures[figure]);
    table_text(t, figure == LOST_LIVES ? "deaths" : "share");
    table_interval(t, lost);
    table_figure(t, losses_level(l, of->second.set != NULL));
    table_text(t, lost.low > 0 ? "loss" : lost.high < 0 ? "gain" : "no clear difference");
    table_figure(t, figure == LOST_SURGERY ? of->beyond : NAN);
    table_text(t, of->raced ? "yes" : "no");
    table_count(t, panel_trials(p, of->arm));
}

static void losses_write(struct table *t, const struct stress *s)
{
    const struct losses *l = s->losses;
    for (int i = 0; i < l->singles; i++)
        for (int f = 0; f < LOSS_FIGURES; f++)
            loss_row(t, l, &l->single[i], i, f);
    for (int i = 0; i < l->pairs && l->pair_panel; i++)
        for (int f = 0; f < LOSS_FIGURES; f++)
            loss_row(t, l, &l->pair[i], i, f);
}

/* --- shocks.csv -------------------------------------------------------------------------- */

static void shock_row(struct table *t, const struct shocks *s, int row, int column, int f)
{
    table_text(t, s->plan.across->name);
    table_text(t, s->column[column].name);
    table_text(t, s->plan.up->name);
    table_text(t, s->row[row].name);
    table_text(t, s->figure[f].id);
    table_text(t, figure_unit(&s->figure[f]));
    table_interval(t, shock_value(s, row, column, f, LEVEL));
    if (f < HEADLINES || f >= HEADLINES + s->goals) {
        table_nothing(t);
        table_nothing(t);
        table_nothing(t);
    } else {
        int goal = f - HEADLINES;
        struct verdict v =
            goal_verdict_of(&s->arm[0].scenario->goals.at[goal], shock_value(s, row, column, f, LEVEL));
        table_text(t, v.state == GOAL_MET ? "met" : v.state == GOAL_MISSED ? "missed" : "nobody");
        table_text(t, v.sure ? "yes" : "no");
        table_text(t, shock_frontier(s, row, goal, false) == column ? "yes" : "no");
    }
    table_count(t, panel_kept(s->panel));
}

static void shocks_write(struct table *t, const struct stress *s)
{
    for (int r = 0; r < s->shocks->rows; r++)
        for (int c = 0; c < s->shocks->columns; c++)
            for (int f = 0; f < s->shocks->figures; f++)
                shock_row(t, s->shocks, r, c, f);
}

static bool shocked_twice(const struct stress *s)
{
    return s->shocks != NULL;
}

/* --- recovery.csv ------------------------------------------------------------------------ */

static void recovery_row(struct table *t, const struct recovery *r, int watched)
{
    const struct recovered *of = &r->of[watched];
    ladder_cells(t, r->ladder);
    table_text(t, r->ladder->step[r->step].name);
    table_figure(t, (double)r->shock_ms / (double)HOURS(1));
    table_text(t, watched_says[watched]);
    table_text(t, of->clear ? "yes" : "no");
    table_interval(t, of->peak);
    table_count(t, of->peak_hour);
    table_interval(t, of->hours);
}

static void recovery_write(struct table *t, const struct stress *s)
{
    for (int i = 0; i < s->recoveries; i++)
        for (int w = 0; w < WATCHED; w++)
            recovery_row(t, s->recovery[i], w);
}

static bool recovered_any(const struct stress *s)
{
    return s->recoveries > 0;
}

/* --- mends.csv -------------------------------------------------------------------------- */

static void mend_rows(struct table *t, const struct mends *m)
{
    for (int i = 0; m && i + 1 < m->arms; i++)
        for (int f = 0; f < MEND_FIGURES; f++) {
            struct interval gain = mend_of(m, m->order[i], (enum mend_figure)f);
            table_text(t, m->plan.where);
            table_count(t, i + 1);
            table_text(t, m->arm[m->order[i]].name);
            table_text(t, f == MENDED_SURGERY ? "2_surgery" : "delay_deaths");
            table_text(t, f == MENDED_SURGERY ? "share" : "deaths");
            table_interval(t, gain);
            table_text(t, gain.low > 0 ? "better" : gain.high < 0 ? "worse" : "no clear difference");
            table_count(t, panel_kept(m->panel));
        }
}

static void mends_write(struct table *t, const struct stress *s)
{
    mend_rows(t, s->mends[0]);
    mend_rows(t, s->mends[1]);
}

static bool mended(const struct stress *s)
{
    return s->mends[0] != NULL;
}

static bool lost_any(const struct stress *s)
{
    return s->losses != NULL;
}

// clang-format off
const struct stress_file stress_files[] = {
    { "ladder.csv",      ladder_columns,     climbed,     ladders_write     },
    { "breakpoints.csv", breakpoint_columns, climbed,     breakpoints_write },
    { "routes.csv",      route_columns,      climbed,     routes_write      },
    { "recovery.csv",    recovery_columns,   recovered_any, recovery_write  },
    { "shocks.csv",      shock_columns,      shocked_twice, shocks_write    },
    { "losses.csv",      loss_columns,       lost_any,    losses_write      },
    { "mends.csv",       mend_columns,       mended,      mends_write       },
    { "skipped.csv",     skipped_columns,    skipped_any, skipped_write     },
    { 0 }
};
// clang-format on
