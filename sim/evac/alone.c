#include "alone.h"

#include "company.h"
#include "consent.h"
#include "destination.h"
#include "prealert.h"
#include "request.h"

enum { FIRST_LEG = 1 };

static int64_t own_ms(const struct trial *t, const struct casualty *c, const struct dist *d, enum purpose p,
                      int part)
{
    return drawn_ms(t, d, p, c->name, journey_ordinal(FIRST_LEG, part));
}

/* The shortest way from the place to where the milestone is reached; NEVER_REACHED: there is none. */
static int64_t shortest_way_ms(const struct trial *t, const struct request *r, int fleet, enum milestone m)
{
    int64_t shortest = NEVER_REACHED;
    enum need need = m == SURGICAL_FACILITY ? NEED_SURGERY : NEED_RESUSCITATION;
    for (int i = 0; i < t->hospitals; i++) {
        int64_t way_ms = destination_reached_ms(t, carrier_from_home(r, fleet), r, i, need);
        if (way_ms != NEVER_REACHED && (shortest == NEVER_REACHED || way_ms < shortest))
            shortest = way_ms;
    }
    return shortest;
}

/* When it would be there by this fleet, ms since the start. */
static int64_t there_ms(const struct trial *t, const struct casualty *c, const struct request *r, int fleet,
                        enum milestone m)
{
    const struct asset *a = t->fleet[fleet].asset;
    const struct incident *i = &t->incident[c->incident];
    int64_t open_ms = i->open_from_ms[way_of(a)], decided_ms = c->at[M_DECIDED];
    if (open_ms == INT64_MAX || c->denied[0] >> way_of(a) & 1 || !request_served_by(t, r, fleet, i->gravest))
        return INT64_MAX;
    int64_t way_ms = shortest_way_ms(t, r, fleet, m);
    if (way_ms == NEVER_REACHED)
        return INT64_MAX;
    int64_t tasked = may_leave_ms(t, r, fleet, i->gravest, open_ms > decided_ms ? open_ms : decided_ms);
    bool dark = area_is_dark(t->world->area, a->home, tasked);
    int64_t notice_ms = own_ms(t, c, t->fleet[fleet].notice[dark], DRAW_NOTICE, 0);
    int64_t head_ms = prealert_alone_ms(t, c->at[M_ALERTED], tasked);
    int64_t ready_ms = notice_left_ms(t, r, notice_ms - head_ms),
            joined_ms = company_alone_ms(t, c, r, fleet, tasked) - head_ms;
    int64_t on_scene = tasked + (ready_ms > joined_ms ? ready_ms : joined_ms) + r->reach_ms[fleet];
    int64_t safe_ms = i->safe_ms;
    return (on_scene > safe_ms ? on_scene : safe_ms) + own_ms(t, c, &a->load, DRAW_LOADING, 1) +
           own_ms(t, c, &a->load_each, DRAW_LOADING, 2) + way_ms;
}

int64_t alone_ms(const struct trial *t, const struct casualty *c, enum milestone m)
{
    const struct request *r = t->request[c->incident];
    int64_t soonest = INT64_MAX;
    for (int f = 0; f < t->fleets; f++) {
        int64_t there = there_ms(t, c, r, f, m);
        soonest = there < soonest ? there : soonest;
    }
    return soonest == INT64_MAX ? INT64_MAX : soonest - c->at[M_WOUNDED];
}

/* Where they were: whom own vehicles drove, to care or to a landing site, has no such bound. */
static bool fetched(const struct trial *t, const struct casualty *c, enum milestone m)
{
    int64_t at_ms = c->at[moment_of[m]];
    bool by_fleet = c->means >= 0 && c->means < t->scenario->assets.n && !t->request[c->incident]->ready_ms;
    return c->counted && c->needs & 1u << m && by_fleet && at_ms >= 0 &&
           at_ms - c->at[M_WOUNDED] <= t->scenario->run.follow_up_ms;
}

void record_regret(struct trial *t)
{
    static const enum milestone reckoned[] = {FACILITY, SURGICAL_FACILITY};
    for (size_t i = 0; i < sizeof reckoned / sizeof *reckoned; i++) {
        enum milestone m = reckoned[i];
        int64_t n = 0, alone = 0, took = 0;
        for (int k = 0; k < t->casualties; k++) {
            const struct casualty *c = t->casualty[k];
            int64_t alone_took = fetched(t, c, m) ? alone_ms(t, c, m) : INT64_MAX;
            if (alone_took == INT64_MAX)
                continue;
            n++;
            alone += alone_took;
            took += c->at[moment_of[m]] - c->at[M_WOUNDED];
        }
        if (n) {
            ratio_add(&t->tally->alone[m], alone, n);
            ratio_add(&t->tally->regret[m], took - alone, n);
        }
    }
}
