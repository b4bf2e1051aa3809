/* stress_json.c -- the same for programs. */
#include <math.h>
#include "base/version.h"
#include "chart_losses.h"
#include "chart_recovery.h"
#include "chart_shocks.h"
#include "json.h"
#include "report/stress.h"
#include "stress_reading.h"

enum { STRESS_SUMMARY_VERSION = 1 };

static const char *const verdicts[] = {"breaks", "fails already", "never breaks", "nobody"};

static void json_place(json_t *o, const char *key, const struct ladder *l, double severity, struct arena *a)
{
    if (isnan(severity))
        json_child(o, key, json_null());
    else
        json_text(o, key, ladder_place(l, severity, a));
}

static json_t *broken_json(const struct ladder *l, int goal, struct arena *a)
{
    const struct broken *b = &l->broken[goal];
    json_t *o = json_object();
    char says[SENTENCE], route[SENTENCE];
    bool breaks = b->point.verdict == BREAKS;
    break_says(l, goal, says);
    route_says(l, goal, route);
    json_text(o, "goal", ladder_goal(l, goal)->id);
    json_text(o, "verdict", verdicts[b->point.verdict]);
    json_text(o, "says", says);
    json_place(o, "at", l, breaks ? b->point.severity.value : NAN, a);
    json_place(o, "at_low", l, breaks ? b->point.severity.low : NAN, a);
    json_place(o, "at_high", l, breaks ? b->point.severity.high : NAN, a);
    json_figure(o, "severity", breaks ? b->point.severity.value : NAN, 5);
    json_figure(o, "severity_low", breaks ? b->point.severity.low : NAN, 5);
    json_figure(o, "severity_high", breaks ? b->point.severity.high : NAN, 5);
    json_text(o, "route", route);
    return o;
}

static json_t *ladder_json(const struct ladder *l, struct arena *a)
{
    json_t *o = json_object(), *goals = json_array();
    char says[SENTENCE];
    ladder_says(l, says);
    json_text(o, "stressor", l->plan.stressor->name);
    json_text(o, "plan", l->plan.plan);
    json_text(o, "finding", says);
    for (int g = 0; g < l->goals; g++)
        json_row(goals, broken_json(l, g, a));
    json_child(o, "goals", goals);
    return o;
}

/* What the other parts found, each in a sentence; their figures are in the tables. */
static void add_findings(json_t *all, const struct stress *s)
{
    char title[HEADING_SIZE];
    json_t *recovery = json_array();
    for (int i = 0; i < s->recoveries; i++) {
        json_t *row = json_object();
        recovery_title(s->recovery[i], title);
        json_text(row, "finding", title);
        json_row(recovery, row);
    }
    json_child(all, "recovery", recovery);
    if (s->shocks) {
        shocks_title(s->shocks, title);
        json_text(all, "two_shocks", title);
    }
    if (s->losses) {
        losses_title(s->losses, title);
        json_text(all, "losses", title);
        json_child(all, "order_of_losses_is_sure", json_boolean(s->losses->sure));
    }
    if (s->mends[0] && s->mends[0]->arms > 1)
        json_text(all, "mends_most_in_the_calm", s->mends[0]->arm[s->mends[0]->order[0]].name);
}

void stress_summary_json(const struct stress *s, FILE *to)
{
    struct arena *a = arena_new();
    json_t *all = json_object(), *ladders = json_array(), *skipped = json_array();
    json_count(all, "summary_version", STRESS_SUMMARY_VERSION);
    json_text(all, "casevac_version", CASEVAC_VERSION);
    json_text(all, "command", "stress");
    json_text(all, "scenario", s->calm->name);
    json_count(all, "seed", (int64_t)s->plan.seed);
    json_text(all, "status", s->status == PARTIAL ? "partial" : "complete");
    json_count(all, "trials", s->plan.trials);
    for (int i = 0; i < s->ladders; i++)
        json_row(ladders, ladder_json(s->ladder[i], a));
    json_child(all, "ladders", ladders);
    for (int i = 0; i < s->skips; i++) {
        json_t *row = json_object();
        json_text(row, "stressor", s->skipped[i].stressor);
        json_text(row, "why", s->skipped[i].why);
        json_row(skipped, row);
    }
    json_child(all, "does_not_apply", skipped);
    add_findings(all, s);
    json_finish(all, to);
    arena_free(a);
}
