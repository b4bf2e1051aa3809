#include "alone.h"

#include "company.h"
#include "consent.h"
#include "destination.h"
#include "fuel.h"
#include "prealert.h"
#include "request.h"

enum { FIRST_LEG = 1 };

static int64_t own_ms(const struct trial *t, const struct casualty *c, const struct dist *d, enum purpose p,
                      int part)
{
    return drawn_ms(t, d, p, c->name, journey_ordinal(FIRST_LEG, part));
}

/* Moving off at that moment by way of a fuel point, -1: straight, when it would be there; INT64_MAX: never. */
static int64_t there_by_ms(const struct trial *t, const struct casualty *c, const struct request *r,
                           int fleet, int stop, int64_t launched_ms, enum milestone m)
{
    const struct asset *a = t->fleet[fleet].asset;
    struct carrier by =
        stop < 0 && !t->fleet[fleet].fuelling ? carrier_from_home(r, fleet) : fuel_carrier(t, r, fleet, stop);
    if (by.out_ms == NEVER_REACHED)
        return INT64_MAX;
    int64_t way_ms =
        destination_nearest_ms(t, by, r, m == SURGICAL_FACILITY ? NEED_SURGERY : NEED_RESUSCITATION);
    if (way_ms == NEVER_REACHED)
        return INT64_MAX;
    int64_t on_scene = launched_ms + by.out_ms, safe_ms = t->incident[c->incident]->safe_ms;
    if (stop >= 0)
        on_scene +=
            fuel_drawn_ms(t, stop, c, FIRST_LEG, FUEL_OUT) - t->fleet[fleet].fuelling->at[stop].fill_ms;
    return (on_scene > safe_ms ? on_scene : safe_ms) + own_ms(t, c, &a->load, DRAW_LOADING, 1) +
           own_ms(t, c, &a->load_each, DRAW_LOADING, 2) + way_ms;
}

/* By the best way out. */
static int64_t there_from_ms(const struct trial *t, const struct casualty *c, const struct request *r,
                             int fleet, int64_t launched_ms, enum milestone m)
{
    int64_t soonest = INT64_MAX;
    for (int stop = -1; stop < (t->fleet[fleet].fuelling ? t->scenario->fuel_points.n : 0); stop++) {
        int64_t there = there_by_ms(t, c, r, fleet, stop, launched_ms, m);
        soonest = there < soonest ? there : soonest;
    }
    return soonest;
}

/* When it would be there by this fleet, ms since the start. */
static int64_t there_ms(const struct trial *t, const struct casualty *c, const struct request *r, int fleet,
                        enum milestone m)
{
    const struct asset *a = t->fleet[fleet].asset;
    const struct incident *i = t->incident[c->incident];
    int64_t open_ms = i->open_from_ms[way_of(a)], decided_ms = c->at[M_DECIDED];
    if (open_ms == INT64_MAX || c->denied[0] >> way_of(a) & 1 || !request_served_by(t, r, fleet, i->gravest))
        return INT64_MAX;
    int64_t tasked = may_leave_ms(t, r, fleet, i->gravest, open_ms > decided_ms ? open_ms : decided_ms);
    bool dark = area_is_dark(t->world->area, a->home, tasked);
    int64_t notice_ms = own_ms(t, c, t->fleet[fleet].notice[dark], DRAW_NOTICE, 0);
    int64_t head_ms = prealert_alone_ms(t, c->at[M_ALERTED], tasked);
    int64_t ready_ms = notice_left_ms(t, r, notice_ms - head_ms),
            joined_ms = company_alone_ms(t, c, r, fleet, tasked) - head_ms;
    return there_from_ms(t, c, r, fleet, tasked + (ready_ms > joined_ms ? ready_ms : joined_ms), m);
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
