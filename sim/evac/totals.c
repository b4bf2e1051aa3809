#include "totals.h"

static bool in_horizon(const struct trial *t, int64_t at_ms)
{
    return at_ms >= t->from_ms && at_ms < t->to_ms;
}

static void count_people(struct trial *t)
{
    for (int i = 0; i < t->casualties; i++) {
        const struct casualty *c = t->casualty[i];
        bool died = c->counted && c->outcome <= DIED_OF_WOUNDS;
        t->totals[CASUALTIES] += c->counted;
        t->totals[DEATHS] += died;
        t->totals[AVOIDABLE_DEATHS] += died && !c->unavoidable;
    }
}

/* --- money ------------------------------------------------------------------- */

/* An asset is used from moving off until it is home; one still out counts to the end of the horizon. */
static double journeys_cost(const struct trial *t)
{
    double cost = 0;
    for (int i = 0; i < t->sorties; i++) {
        const struct sortie *s = &t->sortie[i];
        if (s->asset >= t->scenario->assets.n) /* own vehicles are paid for anyway */
            continue;
        double hour = t->scenario->assets.at[s->asset].cost.hour;
        if (hour > 0 && s->launched >= 0)
            cost += hour / (double)HOURS(1) *
                    (double)within_horizon_ms(t, s->launched, s->home >= 0 ? s->home : t->to_ms);
    }
    return cost;
}

/* Between posts it is used as on a journey. */
static double relocations_cost(const struct trial *t)
{
    double cost = 0;
    for (int i = 0; i < t->scenario->assets.n && t->posted; i++)
        if (t->frame->relocating[i] >= 0)
            cost += t->scenario->assets.at[i].cost.hour / (double)HOURS(1) *
                    (double)t->use[t->frame->relocating[i]].busy_ms;
    return cost;
}

static double tables_cost(const struct trial *t)
{
    double cost = 0;
    for (int i = 0; i < t->hospitals; i++)
        cost += t->hospital[i].facility->cost.hour / (double)HOURS(1) *
                (double)t->use[FACILITY_RESOURCES * i + TABLES].busy_ms;
    for (int i = 0; i < t->scenario->surgical_teams.n; i++)
        cost += t->scenario->surgical_teams.at[i].cost.hour / (double)HOURS(1) *
                (double)t->use[team_resource(t, i)].busy_ms;
    return cost;
}

static double companions_cost(const struct trial *t)
{
    double cost = 0;
    for (int k = 0; k < COMPANION_KINDS; k++)
        for (int i = 0; i < t->scenario->companions[k].n; i++)
            cost += t->scenario->companions[k].at[i].cost.hour / (double)HOURS(1) *
                    (double)t->use[companion_resource(t, (enum companion_kind)k, i)].busy_ms;
    return cost;
}

/* What is paid for every day of the horizon, whatever happens. */
static double standing_cost(const struct trial *t)
{
    const struct scenario *s = t->scenario;
    double a_day = 0;
    for (int i = 0; i < s->assets.n; i++)
        a_day += s->assets.at[i].count * s->assets.at[i].cost.day;
    for (int k = 0; k < COMPANION_KINDS; k++)
        for (int i = 0; i < s->companions[k].n; i++)
            a_day += s->companions[k].at[i].count * s->companions[k].at[i].cost.day;
    for (int i = 0; i < s->facilities.n; i++)
        a_day += s->facilities.at[i].cost.day;
    for (int i = 0; i < s->surgical_teams.n; i++)
        a_day += s->surgical_teams.at[i].count * s->surgical_teams.at[i].cost.day;
    return a_day * (double)(t->to_ms - t->from_ms) / (double)DAYS(1);
}

/* --- all of it ------------------------------------------------------------------ */

void count_totals(struct trial *t)
{
    for (int i = 0; i < PER_TRIALS; i++)
        t->totals[i] = 0;
    count_people(t);
    for (int i = 0; i < t->incidents; i++)
        t->totals[INCIDENTS] += in_horizon(t, t->incident[i]->at_ms);
    for (int i = 0; i < t->sorties; i++)
        t->totals[SORTIES] +=
            t->sortie[i].asset < t->scenario->assets.n && in_horizon(t, t->sortie[i].assigned);
    t->totals[OPERATIONS] = t->operations;
    t->totals[COST] = whole_of(standing_cost(t) + journeys_cost(t) + relocations_cost(t) +
                               companions_cost(t) + tables_cost(t));
}
