#include "destination.h"

#include <stdlib.h>

#include "base/die.h"
#include "closure.h"
#include "eligibility.h"
#include "fleet.h"
#include "fuel.h"
#include "regulation.h"
#include "surgeons.h"

/* --- who gives what ----------------------------------------------------------------- */

static bool gives(const struct hospital *h, enum need need)
{
    if (h->facility->closed)
        return false;
    return need == NEED_SURGERY ? h->surgical : need == NEED_DEFINITIVE ? h->facility->definitive : true;
}

void destinations_set_up(struct trial *t)
{
    int *next = must_alloc((size_t)(NEEDS * t->hospitals), sizeof *next);
    for (int need = 0; need < NEEDS; need++) {
        struct givers *g = &t->giver[need];
        g->at = next;
        for (int i = 0; i < t->hospitals; i++)
            if (gives(&t->hospital[i], (enum need)need))
                g->at[g->n++] = i;
        next += t->hospitals;
    }
}

void destinations_free(struct trial *t)
{
    free(t->giver[0].at);
}

/* 0: no limit. */
static bool holds_longer(const struct trial *t, int from, int facility)
{
    int64_t here_ms = t->hospital[from].facility->hold_ms, there_ms = t->hospital[facility].facility->hold_ms;
    return here_ms && (!there_ms || there_ms > here_ms);
}

/* One of those who give it. */
static bool is_another(const struct trial *t, int from, int facility, enum need need)
{
    return facility != from && (need != NEED_HOLDING || holds_longer(t, from, facility));
}

bool destination_offers(const struct trial *t, int from, int facility, enum need need)
{
    return gives(&t->hospital[facility], need) && is_another(t, from, facility, need);
}

enum need destination_need(const struct trial *t, const struct request *r, const struct line *people)
{
    if (r->facility >= 0)
        return r->need;
    enum triage gravest = t->selective ? eligibility_gravest_for_surgery(t, people) : line_gravest(people);
    return gravest < TRIAGES && t->scenario->dispatch.seek[gravest] == SEEK_SURGERY ? NEED_SURGERY
                                                                                    : NEED_RESUSCITATION;
}

/* --- the way there ------------------------------------------------------------------- */

int64_t destination_way_ms(const struct trial *t, int fleet, const struct request *r, int facility)
{
    const struct asset *a = t->fleet[fleet].asset;
    if (a->kind == AMBULANCE || t->world->area->given_ms)
        return fleet_travel_ms(t, fleet, r->season, &r->place, &t->hospital[facility].place);
    return travel_ms_of(r->air_m[facility], a->speed_kmh);
}

/* From where it was filled up last to the place, on to the facility and home again, or to where it fills up next: there
 * must be a way, within the range. */
static bool gets_home(const struct trial *t, struct carrier by, const struct request *r, int facility,
                      int64_t way_ms)
{
    const struct fleet *f = &t->fleet[by.fleet];
    int64_t home_ms = f->fuelling ? fuel_nearest_ms(f, facility) : back_ms(t, by.fleet, r, facility);
    if (home_ms == NEVER_REACHED)
        return false;
    return f->range_ms == INT64_MAX || by.flown_ms + way_ms + home_ms <= f->range_ms;
}

/* Fixed wing needs an airstrip at both ends. */
static bool can_land(const struct trial *t, int fleet, int from, int to)
{
    const struct site *site = t->scenario->sites.at;
    return t->fleet[fleet].asset->kind != FIXED_WING || (site[from].airstrip && site[to].airstrip);
}

static bool within_reach(const struct trial *t, int fleet, int64_t way_ms)
{
    int64_t reach_ms = t->fleet[fleet].asset->reach_ms;
    return !reach_ms || way_ms <= reach_ms;
}

/* The way to a facility that gives what they need, and from which it gets home, or to fuel; NEVER_REACHED: not there. */
static int64_t reached_ms(const struct trial *t, struct carrier by, const struct request *r, int facility,
                          enum need need)
{
    const struct hospital *h = &t->hospital[facility];
    if (!is_another(t, r->facility, facility, need) || (r->to >= 0 && facility != r->to) ||
        !can_land(t, by.fleet, r->place.site, h->place.site))
        return NEVER_REACHED;
    int64_t way_ms = destination_way_ms(t, by.fleet, r, facility);
    if (way_ms == NEVER_REACHED || !within_reach(t, by.fleet, way_ms) ||
        !gets_home(t, by, r, facility, way_ms))
        return NEVER_REACHED;
    return way_ms;
}

int64_t destination_nearest_ms(const struct trial *t, struct carrier by, const struct request *r,
                               enum need need)
{
    int64_t shortest = NEVER_REACHED;
    if (!within_reach(t, by.fleet, by.out_ms))
        return NEVER_REACHED;
    const struct givers *g = &t->giver[need];
    for (int i = 0; i < g->n; i++) {
        int64_t way_ms = reached_ms(t, by, r, g->at[i], need);
        if (way_ms != NEVER_REACHED && (shortest == NEVER_REACHED || way_ms < shortest))
            shortest = way_ms;
    }
    return shortest;
}

bool destination_exists(const struct trial *t, struct carrier by, const struct request *r)
{
    return destination_beside(t, by, r, -1);
}

bool destination_beside(const struct trial *t, struct carrier by, const struct request *r, int but)
{
    enum need need = r->facility >= 0 ? r->need : NEED_RESUSCITATION;
    if (!within_reach(t, by.fleet, by.out_ms))
        return false;
    const struct givers *g = &t->giver[need];
    for (int i = 0; i < g->n; i++)
        if (g->at[i] != but && reached_ms(t, by, r, g->at[i], need) != NEVER_REACHED)
            return true;
    return false;
}

/* Until a team that does not operate is back at its table; 0 where it is the tables that are short. */
static int64_t team_wait_ms(const struct trial *t, const struct hospital *h)
{
    if (h->facility->teams == TEAM_A_TABLE || h->tables_busy >= h->facility->tables)
        return 0;
    int64_t from_ms = surgeons_ready_from(t, h);
    return from_ms == INT64_MAX ? 0 : from_ms - agenda_now(t->agenda);
}

/* Until a table is free for one more: those ahead share the tables, or the teams where these are fewer. */
static int64_t expected_wait_ms(const struct trial *t, const struct hospital *h)
{
    int tables = h->facility->tables;
    if (!h->surgical || (h->tables_busy < tables && !h->for_table.count && surgeons_ready(t, h)))
        return 0;
    if (h->teams && h->teams < tables)
        tables = h->teams;
    return team_wait_ms(t, h) + (h->for_table.count + 1) * t->operation_ms / tables;
}

/* A transfer has its bed promised already; of others it is T1, as seen, who may need intensive care. */
static bool takes_more(const struct hospital *h, const struct request *r, const struct line *people)
{
    if (h->for_table.count >= h->facility->divert_at)
        return false;
    return r->facility >= 0 ||
           !(regulation_full(h, false) || (line_gravest(people) == T1 && regulation_full(h, true)));
}

/* Facilities that take no more are passed over, unless all do: then the one where fewest wait for a table. */
static int find(const struct trial *t, struct carrier by, const struct request *r, const struct line *people,
                enum need need, bool closed_too, bool queues, int64_t *cost_ms)
{
    int best = -1, shortest = -1;
    int64_t shortest_way = 0;
    *cost_ms = INT64_MAX;
    const struct givers *g = &t->giver[need];
    for (int n = 0; n < g->n; n++) {
        int i = g->at[n];
        const struct hospital *h = &t->hospital[i];
        int64_t way_ms = reached_ms(t, by, r, i, need);
        if (way_ms == NEVER_REACHED || (!closed_too && !closure_lets_in(h, need)))
            continue;
        if (shortest < 0 || h->for_table.count < t->hospital[shortest].for_table.count) {
            shortest = i;
            shortest_way = way_ms;
        }
        int64_t cost = way_ms + (queues ? expected_wait_ms(t, h) : 0);
        if (takes_more(h, r, people) && cost < *cost_ms) {
            best = i;
            *cost_ms = cost;
        }
    }
    if (best >= 0)
        return best;
    *cost_ms = shortest_way;
    return shortest;
}

int destination_find(const struct trial *t, struct carrier by, const struct request *r,
                     const struct line *people, bool queues, int64_t *cost_ms)
{
    enum need need = destination_need(t, r, people);
    int best = find(t, by, r, people, need, false, queues, cost_ms);
    if (best < 0 && r->facility < 0)
        best = find(t, by, r, people, NEED_RESUSCITATION, false, queues, cost_ms);
    if (best < 0 && closures_any(t->scenario))
        best = find(t, by, r, people, r->facility < 0 ? NEED_RESUSCITATION : need, true, queues, cost_ms);
    return best;
}
