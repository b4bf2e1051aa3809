#include "experiment/ladder.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "margin.h"
#include "quietly.h"
#include "route.h"

static const double level_95 = 0.95;

struct figure *stress_figures(const struct scenario *s, int *n, struct arena *a)
{
    int goals = s->goals.n;
    struct figure *list = arena_take(a, (size_t)(HEADLINES + 2 * goals), sizeof *list);
    for (*n = 0; *n < HEADLINES; ++*n)
        list[*n] = headlines[*n];
    for (int i = 0; i < goals; i++) {
        const struct goal *g = &s->goals.at[i];
        list[HEADLINES + i] = figure_of_goal(g, goal_is_share(g) ? IN_TIME : TOTAL, a);
        list[HEADLINES + goals + i] = figure_of_goal(g, MISSED, a);
    }
    *n += 2 * goals;
    return list;
}

/* --- the steps ------------------------------------------------------------------- */

static struct scenario *read_step(struct ladder *l, const char *laid)
{
    struct layers with = layers_with_stressor(l->plan.calm, laid, l->arena);
    return scenario_quietly(&with, &l->why_not, l->arena);
}

static struct step step_of(const struct ladder *l, int number)
{
    const struct stressor *s = l->plan.stressor;
    if (!stressor_has_axis(s)) {
        const char *rung = s->rung[number - 1];
        return (struct step){*rung ? rung : s->name, number, NAN};
    }
    double severity = (number - 1) / (double)(l->plan.places - 1);
    return (struct step){axis_value(&s->axis, severity, l->arena), severity, axis_number(&s->axis, severity)};
}

static const char *laid_for(const struct ladder *l, int number)
{
    const struct stressor *s = l->plan.stressor;
    return stressor_has_axis(s) ? stressor_place(s, l->step[number].severity, l->arena)
                                : stressor_rung(s, number - 1, l->arena);
}

/* A step that says what the calm does changes nothing; when all do, the stressor is not for this mission. */
static bool changes_anything(const struct ladder *l)
{
    for (int i = 1; i < l->steps; i++)
        if (strcmp(l->arm[i].scenario->digest, l->arm[0].scenario->digest))
            return true;
    return false;
}

static void read_steps(struct ladder *l)
{
    const struct stressor *s = l->plan.stressor;
    int steps = 1 + (stressor_has_axis(s) ? l->plan.places : s->rungs);
    if (steps > STEPS_MOST) {
        l->why_not = "it has too many rungs";
        return;
    }
    l->step = arena_take(l->arena, (size_t)steps, sizeof *l->step);
    l->arm = arena_take(l->arena, (size_t)steps, sizeof *l->arm);
    for (l->steps = 0; l->steps < steps; l->steps++) {
        int i = l->steps;
        l->step[i] = i ? step_of(l, i) : (struct step){"calm", 0, NAN};
        l->arm[i].name = l->step[i].name;
        l->arm[i].scenario =
            i ? read_step(l, laid_for(l, i)) : scenario_quietly(l->plan.calm, &l->why_not, l->arena);
        if (!l->arm[i].scenario)
            return;
    }
    if (!changes_anything(l))
        l->why_not = "it changes nothing in this mission";
}

/* --- where goals break ---------------------------------------------------------------- */

struct interval ladder_margin(const struct ladder *l, int step, int goal, double level)
{
    return margin_of(ladder_goal(l, goal), panel_value(l->panel, step, goal_figure(goal), EVERYBODY, level));
}

struct interval ladder_difference(const struct ladder *l, int step, int figure, double level)
{
    return panel_difference(l->panel, step, 0, figure, EVERYBODY, level);
}

static void break_over_rungs(struct ladder *l)
{
    for (int g = 0; g < l->goals; g++) {
        struct interval margin[STEPS_MOST];
        for (int i = 0; i < l->steps; i++)
            margin[i] = ladder_margin(l, i, g, level_95);
        l->broken[g].point = break_rungs(margin, l->steps);
    }
}

/* One more place on the axis, for all goals together. False: interrupted. */
static bool look_at(struct ladder *l, double severity, struct break_search *search)
{
    struct arm arm = {"", read_step(l, stressor_place(l->plan.stressor, severity, l->arena))};
    if (!arm.scenario)
        return false;
    struct panel_plan plan = {.arm = &arm,
                              .arms = 1,
                              .figure = l->figure,
                              .figures = l->figures,
                              .seed = l->plan.seed,
                              .jobs = l->plan.jobs,
                              .doing = l->plan.doing};
    struct panel *panel = panel_new(&plan);
    bool whole = panel_play(panel, l->plan.trials);
    for (int g = 0; g < l->goals && whole; g++)
        break_search_told(
            &search[g], severity,
            margin_of(ladder_goal(l, g), panel_value(panel, 0, goal_figure(g), EVERYBODY, level_95)));
    panel_free(panel);
    scenario_free((struct scenario *)arm.scenario);
    return whole;
}

static void break_along_axis(struct ladder *l)
{
    struct break_search *search = must_alloc((size_t)l->goals + 1, sizeof *search);
    for (int g = 0; g < l->goals; g++) {
        search[g] = break_search_new(l->plan.places - 1, l->plan.tolerance);
        for (int i = 1; i < l->steps; i++)
            break_search_told(&search[g], l->step[i].severity, ladder_margin(l, i, g, level_95));
    }
    for (int g = 0; g < l->goals && l->whole; g++) {
        double severity;
        while (l->whole && break_search_next(&search[g], &severity))
            l->whole = look_at(l, severity, search);
    }
    for (int g = 0; g < l->goals; g++) {
        l->broken[g].point = break_search_found(&search[g]);
        /* The axis may begin beside the calm: then it is the calm that fails already. */
        if (ladder_margin(l, 0, g, level_95).value < 0)
            l->broken[g].point.verdict = FAILS_ALREADY;
    }
    free(search);
}

/* --- how it came to that ------------------------------------------------------------------ */

/* Names live in the scenario, which goes. */
static void keep_route(struct failure_route *r, const char *at, struct arena *a)
{
    r->at = at;
    if (!r->name)
        return;
    r->kind = arena_text(a, r->kind);
    r->name = arena_text(a, r->name);
}

/* The calm and the place where the goal breaks, played again with all that tells where time went. */
static void find_route(struct ladder *l, int goal)
{
    double severity = l->broken[goal].point.severity.value;
    if (!stressor_has_axis(l->plan.stressor)) {
        route_between(&l->broken[goal].route, l->panel, (int)severity, ladder_goal(l, goal));
        l->broken[goal].route.at = l->step[(int)severity].name;
        return;
    }
    struct arm arm[2] = {l->arm[0], {"", read_step(l, stressor_place(l->plan.stressor, severity, l->arena))}};
    if (!arm[1].scenario)
        return;
    struct panel_plan plan = {.arm = arm,
                              .arms = 2,
                              .figure = l->figure,
                              .figures = l->figures,
                              .seed = l->plan.seed,
                              .jobs = l->plan.jobs,
                              .tallies = true,
                              .sections = true,
                              .doing = l->plan.doing};
    struct panel *panel = panel_new(&plan);
    l->whole = panel_play(panel, l->plan.trials);
    route_between(&l->broken[goal].route, panel, 1, ladder_goal(l, goal));
    keep_route(&l->broken[goal].route, ladder_place(l, severity, l->arena), l->arena);
    panel_free(panel);
    scenario_free((struct scenario *)arm[1].scenario);
}

static void find_breaks(struct ladder *l)
{
    l->broken = arena_take(l->arena, (size_t)l->goals + 1, sizeof *l->broken);
    if (stressor_has_axis(l->plan.stressor))
        break_along_axis(l);
    else
        break_over_rungs(l);
    for (int g = 0; g < l->goals && l->whole; g++)
        if (l->broken[g].point.verdict == BREAKS)
            find_route(l, g);
}

/* --- all of it ----------------------------------------------------------------------------- */

struct ladder *ladder_climb(const struct ladder_plan *p)
{
    struct ladder *l = must_alloc(1, sizeof *l);
    l->plan = *p;
    l->arena = arena_new();
    read_steps(l);
    if (l->why_not)
        return l;
    l->goals = l->arm[0].scenario->goals.n;
    l->figure = stress_figures(l->arm[0].scenario, &l->figures, l->arena);
    struct panel_plan plan = {.arm = l->arm,
                              .arms = l->steps,
                              .figure = l->figure,
                              .figures = l->figures,
                              .seed = p->seed,
                              .jobs = p->jobs,
                              .tallies = true,
                              .sections = true,
                              .doing = p->doing};
    l->panel = panel_new(&plan);
    l->whole = panel_play(l->panel, p->trials);
    find_breaks(l);
    return l;
}

void ladder_free(struct ladder *l)
{
    if (!l)
        return;
    panel_free(l->panel);
    for (int i = 0; i < l->steps; i++)
        scenario_free((struct scenario *)l->arm[i].scenario);
    arena_free(l->arena);
    free(l);
}

/* The severity at which the number on the axis has three digits. */
static double rounded(const struct axis *x, double severity)
{
    char digits[32];
    double from = axis_number(x, 0), to = axis_number(x, 1);
    snprintf(digits, sizeof digits, "%.3g", axis_number(x, severity));
    return (strtod(digits, NULL) - from) / (to - from);
}

const char *ladder_place(const struct ladder *l, double severity, struct arena *a)
{
    const struct axis *x = &l->plan.stressor->axis;
    if (isnan(severity))
        return "";
    return x->keys ? axis_value(x, rounded(x, severity), a) : l->step[(int)severity].name;
}

double ladder_number(const struct ladder *l, double severity)
{
    return isnan(severity) ? NAN : axis_number(&l->plan.stressor->axis, severity);
}
