/* stress_reading.c -- one place where each finding of a stress test is put in words. */
#include "stress_reading.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include "base/unit.h"
#include "reading.h"

/* --- names --------------------------------------------------------------------- */

void stressor_says(const struct ladder *l, char text[STRESSOR_SIZE])
{
    say_name(l->plan.stressor->name, STRESSOR_NAME, text, STRESSOR_SIZE);
}

void under_says(const struct ladder *l, char text[STRESSOR_SIZE])
{
    say_id(*l->plan.plan ? l->plan.plan : "as it is", STRESSOR_NAME, text, STRESSOR_SIZE);
}

void goal_name_says(const struct ladder *l, int goal, char text[STRESSOR_SIZE])
{
    say_id(ladder_goal(l, goal)->id, STRESSOR_NAME, text, STRESSOR_SIZE);
}

/* The name of a rung is quoted: it may be any word. */
static void quoted_unless_axis(const struct ladder *l, const char *name, char text[STRESSOR_SIZE])
{
    char plain[STRESSOR_SIZE - 6];
    bool axis = stressor_has_axis(l->plan.stressor);
    say_id(name, STRESSOR_NAME, plain, sizeof plain);
    snprintf(text, STRESSOR_SIZE, "%s%s%s", axis ? "" : "“", plain, axis ? "" : "”");
}

void place_says(const struct ladder *l, double severity, char text[STRESSOR_SIZE])
{
    struct arena *a = arena_new();
    quoted_unless_axis(l, ladder_place(l, severity, a), text);
    arena_free(a);
}

void step_says(const struct ladder *l, int step, char text[STRESSOR_SIZE])
{
    quoted_unless_axis(l, l->step[step].name, text);
}

const char *figure_unit(const struct figure *f)
{
    return f->kind != TOTAL ? "share" : f->total == COST ? "cost" : "deaths";
}

void change_says(const struct figure *f, struct interval d, char text[SAY_SIZE])
{
    char value[32], low[32], high[32];
    double scale = f->kind == TOTAL ? 1 : 100, sign = d.value < 0 ? -1 : 1;
    int decimals = f->kind != TOTAL ? ((d.high - d.low) * scale < 1.5 ? 1 : 0) : f->total == COST ? 0 : 2;
    if (!(d.low > 0 || d.high < 0)) {
        snprintf(text, SAY_SIZE, "no clear difference");
        return;
    }
    figure_write(fabs(d.value) * scale, decimals, value);
    figure_write((sign < 0 ? -d.high : d.low) * scale, decimals, low);
    figure_write((sign < 0 ? -d.low : d.high) * scale, decimals, high);
    snprintf(text, SAY_SIZE, "%s%s (%s to %s) %s", value, f->kind == TOTAL ? "" : " points", low, high,
             sign < 0 ? "less" : "more");
}

/* --- break points ---------------------------------------------------------------- */

bool never_surely(const struct ladder *l, int goal)
{
    const struct break_point *p = &l->broken[goal].point;
    return p->verdict == NEVER_BREAKS && isnan(p->severity.low);
}

/* Between where it may fail and where it surely does. */
static void bounds_say(const struct ladder *l, const struct break_point *p, char text[SENTENCE])
{
    char low[STRESSOR_SIZE], high[STRESSOR_SIZE];
    place_says(l, p->severity.low, low);
    place_says(l, p->severity.high, high);
    bool axis = stressor_has_axis(l->plan.stressor), start = p->severity.low <= 0;
    if (axis)
        snprintf(text, SENTENCE, "%s%s%s%s",
                 start                     ? ""
                 : isnan(p->severity.high) ? "from "
                                           : "",
                 start ? "anywhere" : low,
                 isnan(p->severity.high) ? ", or not at all"
                 : start                 ? " up to "
                                         : " to ",
                 isnan(p->severity.high) ? "" : high);
    else if (isnan(p->severity.high))
        snprintf(text, SENTENCE, "but not surely");
    else if (p->severity.high > p->severity.value)
        snprintf(text, SENTENCE, "surely at %s", high);
    else
        snprintf(text, SENTENCE, "surely");
}

static void breaking_says(const struct ladder *l, const struct break_point *p, char text[SENTENCE])
{
    char at[STRESSOR_SIZE], bounds[SENTENCE];
    place_says(l, p->severity.value, at);
    bounds_say(l, p, bounds);
    if (stressor_has_axis(l->plan.stressor))
        snprintf(text, SENTENCE, "fails from %s on (%.200s)", at, bounds);
    else
        snprintf(text, SENTENCE, "fails at %s, %.200s", at, bounds);
}

void break_says(const struct ladder *l, int goal, char text[SENTENCE])
{
    const struct break_point *p = &l->broken[goal].point;
    switch (p->verdict) {
    case BREAKS:
        breaking_says(l, p, text);
        return;
    case FAILS_ALREADY:
        snprintf(text, SENTENCE, "is missed already in the calm%s",
                 ladder_margin(l, 0, goal, LEVEL).high < 0 ? "" : ", but not surely");
        return;
    case NEVER_BREAKS:
        snprintf(text, SENTENCE, "holds all along%s", never_surely(l, goal) ? "" : ", but not surely");
        return;
    case NO_MARGIN:
        break;
    }
    snprintf(text, SENTENCE, "speaks of nobody");
}

/* --- a ladder ------------------------------------------------------------------------ */

int telling_goal(const struct ladder *l)
{
    static const enum break_verdict order[] = {BREAKS, NEVER_BREAKS, FAILS_ALREADY};
    for (size_t v = 0; v < sizeof order / sizeof *order; v++) {
        int first = -1;
        for (int g = 0; g < l->goals; g++) {
            const struct break_point *p = &l->broken[g].point;
            bool sooner = first >= 0 && p->severity.value < l->broken[first].point.severity.value;
            if (p->verdict == order[v] && (first < 0 || sooner))
                first = g;
        }
        if (first >= 0)
            return first;
    }
    return -1;
}

/* Without goals: what happens to arrival at a surgical facility on the last step. */
static void headline_says(const struct ladder *l, char text[SENTENCE])
{
    char name[STRESSOR_SIZE], last[STRESSOR_SIZE], change[SAY_SIZE];
    int f = 0;
    while (strcmp(l->figure[f].id, "2_arrival"))
        f++;
    stressor_says(l, name);
    step_says(l, l->steps - 1, last);
    change_says(&l->figure[f], ladder_difference(l, l->steps - 1, f, LEVEL), change);
    snprintf(text, SENTENCE, "%s: at %s, %s %s", name, last, change, l->figure[f].says);
}

static int goals_with(const struct ladder *l, enum break_verdict v)
{
    int n = 0;
    for (int g = 0; g < l->goals; g++)
        n += l->broken[g].point.verdict == v;
    return n;
}

void ladder_says(const struct ladder *l, char text[SENTENCE])
{
    char name[STRESSOR_SIZE], goal[STRESSOR_SIZE], says[SENTENCE];
    int g = telling_goal(l);
    if (g < 0) {
        headline_says(l, text);
        return;
    }
    stressor_says(l, name);
    goal_name_says(l, g, goal);
    break_says(l, g, says);
    bool surely = true;
    for (int i = 0; i < l->goals; i++)
        surely = surely && never_surely(l, i);
    if (goals_with(l, NEVER_BREAKS) == l->goals && l->goals > 1)
        snprintf(text, SENTENCE, "%s: all %d goals hold all along%s", name, l->goals,
                 surely ? "" : ", but not surely");
    else
        snprintf(text, SENTENCE, "%s: %s %.320s", name, goal, says);
}

void route_says(const struct ladder *l, int goal, char text[SENTENCE])
{
    const struct failure_route *r = &l->broken[goal].route;
    char minutes[32], part[32], full[SAY_SIZE], was[SAY_SIZE], name[STRESSOR_SIZE];
    text[0] = 0;
    if (!r->at || !r->waits)
        return;
    figure_write(r->total_ms / (double)MINUTES(1), 0, minutes);
    figure_write(r->more_ms[0] / (double)MINUTES(1), 0, part);
    bool longer = r->total_ms >= 0.5 * (double)MINUTES(1);
    int n = snprintf(text, SENTENCE, "%s%s a head until %.40s; most grew %s (%s), by %s min",
                     longer ? minutes : "in all no", longer ? " min more" : " more minutes",
                     milestones[r->milestone].says, phase_says[waits[r->wait[0]].phase],
                     waits[r->wait[0]].cause, part);
    if (!r->name) {
        snprintf(text + n, SENTENCE - (size_t)n, "; nothing fills up");
        return;
    }
    say_id(r->name, STRESSOR_NAME, name, sizeof name);
    say_percent(r->full_calm, 1, was);
    say_percent(r->full, 1, full);
    snprintf(text + n, SENTENCE - (size_t)n, "; %s: %s of %s none free %s of the time, %s in the calm",
             r->queue ? "the constraint" : "no queue, but what fills most",
             strcmp(r->kind, "asset") ? r->kind : "asset", name, full, was);
}

void hours_say(struct interval hours, char text[SAY_SIZE])
{
    char value[32], low[32], high[32];
    if (isnan(hours.value)) {
        snprintf(text, SAY_SIZE, "not within the horizon");
        return;
    }
    figure_write(hours.value, 0, value);
    figure_write(fmax(0, hours.low), 0, low);
    figure_write(hours.high, 0, high);
    snprintf(text, SAY_SIZE, "%s h (%s to %s)", value, *low ? low : "?", *high ? high : "?");
}

/* --- provenance ------------------------------------------------------------------------- */

struct provenance provenance_of_stress(const struct stress *s)
{
    struct provenance p = {.command = "stress",
                           .scenario = s->calm,
                           .seed = s->plan.seed,
                           .trials_asked = s->plan.trials,
                           .status = s->status,
                           .mishaps = s->mishaps,
                           .wall_s = s->wall_s,
                           .cpu_s = s->cpu_s,
                           .jobs = s->plan.jobs};
    const struct panel *panel = s->ladders ? s->ladder[0]->panel : s->losses ? s->losses->panel : NULL;
    if (!panel)
        return p;
    p.trials_done = panel_kept(panel);
    const struct tally *t = panel_sums(panel, 0)->tally;
    if (!t) {
        p.casualties = losses_casualties(s->losses);
    } else {
        p.casualties = t->per_trial[CASUALTIES].y;
        p.events = t->events;
    }
    return p;
}
