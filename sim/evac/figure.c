#include "evac/figure.h"

#include <string.h>

// clang-format off
#define SHARE(milestone) IN_TIME, milestone, 0, "", EVERYBODYS_GOAL, 0, NULL, true
#define SUM(total)       TOTAL, 0, 0, "", EVERYBODYS_GOAL, total, NULL, false
const struct figure headlines[HEADLINES] = {
    { "10",           "first aid within 10 min",             SHARE(FIRST_AID) },
    { "1",            "a clinician within 1 h",              SHARE(RESUSCITATION) },
    { "2_arrival",    "at a surgical facility within 2 h",   SHARE(SURGICAL_FACILITY) },
    { "2_surgery",    "in surgery within 2 h",               SHARE(SURGERY) },
    { "deaths",       "deaths",                              SUM(DEATHS) },
    { "delay_deaths", "delay-attributable deaths",           SUM(AVOIDABLE_DEATHS) },
    { "cost",         "cost",                                SUM(COST) },
};

static const enum milestone milestone_of_goal[] = {
    [GOAL_FIRST_AID] = FIRST_AID, [GOAL_RESUSCITATION] = RESUSCITATION,
    [GOAL_SURGICAL_FACILITY] = SURGICAL_FACILITY, [GOAL_SURGERY] = SURGERY,
};
static const enum per_trial total_of_goal[] = {
    [GOAL_DEATHS] = DEATHS, [GOAL_DELAY_DEATHS] = AVOIDABLE_DEATHS, [GOAL_COST] = COST,
};
// clang-format on

enum milestone goal_milestone(const struct goal *g)
{
    return milestone_of_goal[g->of];
}

int64_t goal_within_ms(const struct goal *g)
{
    return g->within_ms ? g->within_ms : milestones[goal_milestone(g)].target_ms;
}

enum per_trial goal_total(const struct goal *g)
{
    return total_of_goal[g->of];
}

struct figure figure_of_goal(const struct goal *g, enum figure_kind kind, struct arena *a)
{
    bool share = goal_is_share(g);
    struct figure f = {
        .id = arena_print(a, "%s %s", kind == MISSED ? "miss" : "goal", g->id),
        .says = arena_print(a, kind == MISSED ? "periods that miss %s" : "goal %s", g->id),
        .kind = kind,
        .sector = g->sector,
        .people = g->people,
        .goal = g,
        .more_is_better = share && kind != MISSED,
    };
    if (share) {
        f.milestone = goal_milestone(g);
        f.within_ms = goal_within_ms(g);
    } else {
        f.total = goal_total(g);
    }
    return f;
}

/* --- one trial ------------------------------------------------------------------- */

static bool is_meant(const struct figure *f, const struct trial *t, const struct casualty *c)
{
    if (f->people && f->people != FIRST_AFFILIATION + (int)c->affiliation)
        return false;
    return !*f->sector || !strcmp(f->sector, trial_frame(t)->sector[trial_incident(t, c->incident)->sector]);
}

static void count_in_time(const struct figure *f, const struct trial *t, const bool *only, int64_t *y,
                          int64_t *n)
{
    int64_t within_ms = f->within_ms ? f->within_ms : milestones[f->milestone].target_ms;
    enum moment moment = moment_of[f->milestone];
    for (int i = 0; i < trial_casualties(t); i++) {
        const struct casualty *c = trial_casualty(t, i);
        if (!c->counted || !(c->needs >> f->milestone & 1) || (only && !only[i]) || !is_meant(f, t, c))
            continue;
        ++*n;
        *y += c->at[moment] >= 0 && c->at[moment] - c->at[M_WOUNDED] <= within_ms;
    }
}

static int64_t deaths_among(const struct trial *t, const bool *only, bool avoidable)
{
    int64_t deaths = 0;
    for (int i = 0; i < trial_casualties(t); i++) {
        const struct casualty *c = trial_casualty(t, i);
        deaths += c->counted && only[i] && c->outcome <= DIED_OF_WOUNDS && !(avoidable && c->unavoidable);
    }
    return deaths;
}

static int64_t total_of(const struct figure *f, const struct trial *t, const bool *only)
{
    if (!only)
        return trial_totals(t)[f->total];
    return f->total == DEATHS || f->total == AVOIDABLE_DEATHS
               ? deaths_among(t, only, f->total == AVOIDABLE_DEATHS)
               : 0;
}

static void count(const struct figure *f, bool share, const struct trial *t, const bool *only, int64_t *y,
                  int64_t *n)
{
    *y = *n = 0;
    if (share) {
        count_in_time(f, t, only, y, n);
    } else {
        *y = total_of(f, t, only);
        *n = 1;
    }
}

void figure_count(const struct figure *f, const struct trial *t, const bool *only, int64_t *y, int64_t *n)
{
    if (f->kind != MISSED) {
        count(f, f->kind == IN_TIME, t, only, y, n);
        return;
    }
    bool share = goal_is_share(f->goal);
    count(f, share, t, only, y, n);
    bool missed = share ? (double)*y < f->goal->at_least * (double)*n : (double)*y > f->goal->at_most;
    *y = *n > 0 && missed;
    *n = *n > 0;
}
