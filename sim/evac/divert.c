#include "divert.h"

#include "boarding.h"
#include "company.h"
#include "destination.h"
#include "fleet.h"
#include "request.h"
#include "unit.h"

/* Where it is, on a straight way out. */
static struct location place_of_unit(const struct trial *t, const struct unit *u)
{
    double way_ms = (double)u->request->reach_ms[u->fleet];
    double share = way_ms > 0 ? (double)(agenda_now(t->agenda) - u->moved_ms) / way_ms : 1;
    return location_towards(&t->fleet[u->fleet].home, &u->request->place, share,
                            (enum map_kind)t->scenario->map.kind);
}

/* From where it is to the request; NEVER_REACHED where it cannot turn: drivers on a road, times that are given, a unit
 * that has turned before or fills up on its way. */
static int64_t way_ms_of(const struct trial *t, const struct unit *u, const struct request *r)
{
    if (u->state == READYING)
        return r->reach_ms[u->fleet];
    if (t->fleet[u->fleet].asset->kind == AMBULANCE || t->world->area->given_ms || u->out.stop >= 0 ||
        u->out_ms != u->request->reach_ms[u->fleet])
        return NEVER_REACHED;
    struct location here = place_of_unit(t, u);
    return fleet_travel_ms(t, u->fleet, r->season, &here, &r->place);
}

/* Its way to the request, or NEVER_REACHED where it may not leave its own for that. */
static int64_t could_come_ms(const struct trial *t, const struct unit *u, const struct request *r)
{
    int64_t now = agenda_now(t->agenda);
    enum triage gravest = line_gravest(&r->waiting);
    if ((u->state != READYING && u->state != OUTBOUND) || line_gravest(&u->assigned) <= gravest ||
        t->sortie[u->sortie].pick_ups > 1)
        return NEVER_REACHED;
    if (!request_served_by(t, r, u->fleet, gravest) || !company_suffices(t, u, r) ||
        !unit_takes_graver(t, u, &r->waiting) || may_leave_ms(t, r, u->fleet, gravest, now) > now)
        return NEVER_REACHED;
    int64_t way_ms = way_ms_of(t, u, r), out_ms = now - u->moved_ms + way_ms;
    struct carrier by =
        u->state == OUTBOUND ? (struct carrier){u->fleet, out_ms, out_ms} : carrier_from_home(r, u->fleet);
    if (way_ms == NEVER_REACHED || !destination_exists(t, by, r))
        return NEVER_REACHED;
    return way_ms;
}

/* Until it is there: what is left of making ready, at its mean, and the way. */
static int64_t there_in_ms(const struct trial *t, const struct unit *u, int64_t way_ms)
{
    const struct fleet *f = &t->fleet[u->fleet];
    int64_t now = agenda_now(t->agenda);
    if (u->state == OUTBOUND)
        return way_ms;
    int64_t left_ms =
        f->notice_ms[area_is_dark(t->world->area, f->home.site, now)] - (now - t->sortie[u->sortie].assigned);
    return way_ms + (left_ms > 0 ? left_ms : 0);
}

bool dispatch_diverted(struct trial *t, struct request *r)
{
    if (!t->scenario->dispatch.divert || line_gravest(&r->waiting) == TRIAGES)
        return false;
    int best = -1;
    int64_t soonest_ms = INT64_MAX, best_way_ms = 0;
    for (int i = 0; i < t->units; i++) {
        int64_t way_ms = could_come_ms(t, &t->unit[i], r);
        int64_t there_ms = way_ms == NEVER_REACHED ? INT64_MAX : there_in_ms(t, &t->unit[i], way_ms);
        if (there_ms < soonest_ms) {
            soonest_ms = there_ms;
            best_way_ms = way_ms;
            best = i;
        }
    }
    if (best < 0)
        return false;
    struct request *left = t->unit[best].request;
    unit_diverted(t, best, r, best_way_ms);
    if (left != r)
        request_opened(t, left);
    return true;
}
