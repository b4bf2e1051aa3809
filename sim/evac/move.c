#include "move.h"

#include "base/unit.h"
#include "closure.h"
#include "destination.h"
#include "drive.h"
#include "fleet.h"
#include "fuel.h"
#include "hospital.h"
#include "regulation.h"
#include "request.h"

/* --- nobody is inside, or to be brought --------------------------------------------------- */

static bool is_inside(const struct casualty *c, int hospital)
{
    switch (c->state) {
    case CARRIED:
        return c->carried_to == hospital;
    case ABOARD:
    case DISCHARGED:
    case DEAD:
    case OUTSIDE:
        return false;
    default:
        return c->facility == hospital;
    }
}

/* On a journey from there, to there, or for somebody who could then be brought nowhere. */
static bool holds_up(const struct trial *t, const struct unit *u, int hospital)
{
    if (u->state == TO_CARE || u->state == HANDING_OVER)
        return u->to_facility == hospital;
    if (u->state < READYING || u->state > LOADING)
        return false;
    return u->request->facility == hospital ||
           !destination_beside(t, (struct carrier){u->fleet, u->out_ms, u->out.flown_ms}, u->request,
                               hospital);
}

static bool may_pack(const struct trial *t, int hospital)
{
    const struct hospital *h = &t->hospital[hospital];
    if (h->tables_busy || h->bays_busy)
        return false;
    for (int i = 0; i < t->casualties; i++)
        if (is_inside(t->casualty[i], hospital))
            return false;
    for (int i = 0; i < t->units; i++)
        if (holds_up(t, &t->unit[i], hospital))
            return false;
    for (int i = 0; i < t->drives; i++)
        if (t->drive[i]->facility == hospital && t->drive[i]->aboard.count)
            return false;
    return true;
}

/* --- there instead of here ------------------------------------------------------------------ */

static void place_again(struct trial *t, int hospital, int site)
{
    struct hospital *h = &t->hospital[hospital];
    h->place = location_at(t->world->area, site);
    for (int f = 0; f < t->fleets; f++)
        for (int season = 0; season < t->world->seasons; season++)
            t->fleet[f].back_ms[season * t->hospitals + hospital] =
                fleet_travel_ms(t, f, season, &h->place, &t->fleet[f].home);
    fuel_facility_moved(t, hospital);
}

static void changes_way(struct trial *t, struct request *r, int hospital)
{
    if (r->facility == hospital && r->reach_ms)
        request_moved(t, r, &t->hospital[hospital].place);
    else if (r->facility == hospital)
        r->place = t->hospital[hospital].place;
    else if (r->air_m)
        r->air_m[hospital] = location_distance_m(t->world->area, &r->place, &t->hospital[hospital].place);
}

/* How far it is from where they are; what could bring them there is reckoned again when next asked. */
static void change_ways(struct trial *t, int hospital)
{
    t->moved++;
    for (int i = 0; i < t->incidents; i++)
        changes_way(t, t->request[i], hospital);
    for (int i = 0; i < t->hospitals; i++)
        for (int n = 0; n < NEEDS; n++)
            changes_way(t, &t->hospital[i].transfer[n], hospital);
    regulation_changes_ways(t, hospital, changes_way);
}

void moves_undone(struct trial *t)
{
    for (int i = 0; i < t->scenario->moves.n && t->moved; i++) {
        int hospital = t->scenario->moves.at[i].facility;
        place_again(t, hospital, t->hospital[hospital].facility->site);
    }
    t->moved = 0;
}

/* --- by the clock ------------------------------------------------------------------------------- */

static struct closure closed_by(const struct move *m)
{
    return (struct closure){.facility = m->facility, .of = CLOSED_ALL, .patients = LEAVE};
}

static void facility_set_up(struct trial *t, int number)
{
    struct closure c = closed_by(&t->scenario->moves.at[number]);
    closure_over(t, &c);
    dispatch_reviewed(t, 0);
}

static void facility_packed(struct trial *t, int number)
{
    enum { LOOKED_AT_EVERY = MINUTES(10) };
    const struct move *m = &t->scenario->moves.at[number];
    if (!may_pack(t, m->facility)) {
        agenda_book(t->agenda, LOOKED_AT_EVERY, facility_packed, number, NULL);
        return;
    }
    TELL(t, "%s moves to %s", t->hospital[m->facility].facility->id, t->scenario->sites.at[m->to].id);
    place_again(t, m->facility, m->to);
    change_ways(t, m->facility);
    agenda_book(t->agenda, m->takes_ms, facility_set_up, number, NULL);
    dispatch_reviewed(t, 0);
}

static void move_began(struct trial *t, int number)
{
    struct closure c = closed_by(&t->scenario->moves.at[number]);
    closure_in_force(t, &c);
    facility_packed(t, number);
}

void moves_expected(struct trial *t)
{
    for (int i = 0; i < t->scenario->moves.n; i++)
        agenda_book(t->agenda, t->scenario->moves.at[i].at_ms, move_began, i, NULL);
}
