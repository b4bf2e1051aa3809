#include "commander.h"

#include "closure.h"
#include "company.h"
#include "consent.h"
#include "destination.h"
#include "drive.h"
#include "eligibility.h"
#include "hospital.h"
#include "incident.h"
#include "prealert.h"
#include "request.h"

static const struct own_vehicles *vehicles_of(const struct trial *t, int with)
{
    return &t->scenario->own_vehicles.at[with];
}

int64_t commander_farthest_ms(const struct own_vehicles *v)
{
    return v->care_within_ms > v->grounded_within_ms ? v->care_within_ms : v->grounded_within_ms;
}

/* --- to care ---------------------------------------------------------------------------- */

struct care_place {
    int facility; /* -1: none */
    int64_t way_ms;
};

static struct care_place nearest(const struct trial *t, const struct location *from, int with, enum need need,
                                 int64_t within_ms)
{
    struct care_place best = {-1, within_ms};
    for (int i = 0; i < t->hospitals; i++) {
        if (!destination_offers(t, -1, i, need) || !closure_lets_in(&t->hospital[i], need))
            continue;
        int64_t way_ms = drive_way_ms(t, with, from, &t->hospital[i].place);
        if (way_ms != NEVER_REACHED && (way_ms < best.way_ms || (best.facility < 0 && way_ms == within_ms)))
            best = (struct care_place){i, way_ms};
    }
    return best;
}

/* What the gravest seeks, if it is so near; else the nearest care that is, for who settles for it. */
static struct care_place care_within(const struct trial *t, const struct location *from, int with,
                                     enum triage gravest, int64_t within_ms, bool settles)
{
    struct care_place none = {-1, 0};
    if (gravest == TRIAGES || within_ms <= 0)
        return none;
    if (t->scenario->dispatch.seek[gravest] == SEEK_SURGERY) {
        struct care_place surgery = nearest(t, from, with, NEED_SURGERY, within_ms);
        if (surgery.facility >= 0 || !settles)
            return surgery;
    }
    return nearest(t, from, with, NEED_RESUSCITATION, within_ms);
}

static enum triage gravest_wounded(const struct trial *t, const struct incident *i)
{
    enum triage gravest = TRIAGES;
    for (int n = i->first; n < i->first + i->casualties; n++)
        if (t->casualty[n]->state == WOUNDED && t->casualty[n]->wound.seen < gravest &&
            eligibility_grants(t, t->casualty[n], GRANT_ADMITTED))
            gravest = t->casualty[n]->wound.seen;
    return gravest;
}

/* The vehicles that are there to be driven, or -1. */
static int vehicles_ready(const struct trial *t, const struct incident *i)
{
    int with = drive_vehicles(t, i);
    struct room room = with < 0 ? (struct room){0} : drive_room(t, with);
    return room.litters + room.seats > 0 && !drive_is_out(t, i, with) ? with : -1;
}

void commander_after_attack(struct trial *t, struct incident *i)
{
    int with = vehicles_ready(t, i);
    if (with < 0 || incident_beside_facility(t, i))
        return;
    const struct own_vehicles *v = vehicles_of(t, with);
    struct care_place care =
        care_within(t, &i->place, with, gravest_wounded(t, i), v->care_within_ms, v->settle);
    if (care.facility >= 0)
        drive_to_care(t, i, with, care.facility);
}

/* --- when nothing flies -------------------------------------------------------------------- */

static bool flies(const struct trial *t, int fleet, const struct request *r)
{
    return t->fleet[fleet].asset->kind != AMBULANCE &&
           request_served_by(t, r, fleet, line_gravest(&r->waiting)) &&
           consent_allows_any(t, fleet, &r->waiting);
}

static bool grounded(const struct trial *t, const struct request *r)
{
    int64_t now = agenda_now(t->agenda);
    for (int f = 0; f < t->fleets; f++)
        if (flies(t, f, r) && may_leave_ms(t, r, f, line_gravest(&r->waiting), now) <= now)
            return false;
    return true;
}

/* With them, and then in care, from now, at the means of all times; INT64_MAX: never. */
static int64_t flown_ms(const struct trial *t, const struct request *r, int fleet, int64_t leaves_ms,
                        int64_t ready_ms)
{
    const struct fleet *f = &t->fleet[fleet];
    int64_t to_care_ms, now = agenda_now(t->agenda);
    if (destination_find(t, carrier_from_home(r, fleet), r, &r->waiting, false, &to_care_ms) < 0)
        return INT64_MAX;
    bool dark = area_is_dark(t->world->area, f->home.site, leaves_ms);
    int64_t there_ms = leaves_ms + mean_notice_ms(t, fleet, dark) + r->reach_ms[fleet];
    int people = r->waiting.count, room = f->room;
    return (there_ms > ready_ms ? there_ms : ready_ms) - now + f->load_ms +
           f->load_each_ms * (people < room ? people : room) + to_care_ms;
}

/* If they stay, and the first aircraft comes that may. */
static int64_t waited_ms(const struct trial *t, const struct request *r)
{
    int64_t soonest = INT64_MAX, now = agenda_now(t->agenda);
    for (int f = 0; f < t->fleets; f++) {
        if (!flies(t, f, r))
            continue;
        int64_t flown =
            flown_ms(t, r, f, may_leave_ms(t, r, f, line_gravest(&r->waiting), now), request_ready_ms(t, r));
        soonest = flown < soonest ? flown : soonest;
    }
    return soonest;
}

/* Could one that is free set out for it now? */
static bool may_come(const struct trial *t, const struct request *r, int fleet)
{
    int64_t now = agenda_now(t->agenda), later = INT64_MAX;
    return t->fleet[fleet].idle && flies(t, fleet, r) &&
           may_leave_ms(t, r, fleet, line_gravest(&r->waiting), now) <= now &&
           (!t->accompanied || company_lacking(t, fleet, r, &later) == WAITS) && !policy_keeps_back(t, r);
}

struct landing {
    int site; /* -1: none */
    int64_t there_ms;
};

static int64_t landed_ms(struct trial *t, const struct request *r, int site, int64_t ready_ms)
{
    int64_t soonest = INT64_MAX, now = agenda_now(t->agenda);
    struct location there = location_at(t->world->area, site);
    t->probe->waiting = r->waiting;
    t->probe->incident = r->incident;
    t->probe->ready_ms = ready_ms;
    request_moved(t, t->probe, &there);
    for (int f = 0; f < t->fleets; f++) {
        int64_t flown = may_come(t, t->probe, f) ? flown_ms(t, t->probe, f, now, ready_ms) : INT64_MAX;
        soonest = flown < soonest ? flown : soonest;
    }
    return soonest;
}

/* Beside a facility it is care that they are driven to. */
static struct landing best_landing(struct trial *t, const struct request *r, int with, int64_t leave_ms)
{
    struct landing best = {-1, INT64_MAX};
    if (!t->probe) {
        t->probe = arena_take(t->arena, 1, sizeof *t->probe);
        request_begin(t, t->probe, &r->place, r->incident, -1, NEED_RESUSCITATION);
    }
    for (int s = 0; s < t->scenario->sites.n; s++) {
        struct location there = location_at(t->world->area, s);
        int64_t way_ms = drive_way_ms(t, with, &r->place, &there);
        if (way_ms <= 0 || way_ms > vehicles_of(t, with)->landing_within_ms || hospital_at_site(t, s) >= 0)
            continue;
        int64_t there_ms = landed_ms(t, r, s, leave_ms + way_ms);
        if (there_ms < best.there_ms)
            best = (struct landing){s, there_ms};
    }
    return best;
}

/* All of them are here and wait, and there is room for all: an aircraft comes to one place. */
static bool all_may_move(const struct trial *t, const struct request *r, int with)
{
    const struct incident *i = t->incident[r->incident];
    struct room room = drive_room(t, with);
    for (int n = i->first; n < i->first + i->casualties; n++)
        if (t->casualty[n]->state == WOUNDED || t->casualty[n]->state == DECIDING)
            return false;
    for (const struct casualty *c = r->waiting.head; c; c = c->behind)
        if (c->incident != i->number || !room_takes(&room, c))
            return false;
    return true;
}

static bool being_fetched(const struct trial *t, const struct request *r)
{
    for (int i = 0; i < t->units; i++)
        if (t->unit[i].request == r && t->unit[i].state >= READYING && t->unit[i].state <= LOADING)
            return true;
    return false;
}

bool commander_moves(struct trial *t, struct request *r)
{
    if (r->incident < 0 || r->ready_ms || !r->waiting.count)
        return false;
    struct incident *i = t->incident[r->incident];
    int with = vehicles_ready(t, i);
    if (with < 0 || !grounded(t, r) || being_fetched(t, r))
        return false;
    const struct own_vehicles *v = vehicles_of(t, with);
    int64_t now = agenda_now(t->agenda), stay_ms = waited_ms(t, r),
            leave_ms = (i->safe_ms > now ? i->safe_ms : now) + whole_of(dist_mean(&v->load));
    if (v->landing_within_ms && all_may_move(t, r, with)) {
        struct landing l = best_landing(t, r, with, leave_ms);
        if (l.there_ms < stay_ms) {
            drive_to_landing(t, r, with, l.site);
            return true;
        }
    }
    struct care_place care =
        care_within(t, &i->place, with, line_gravest(&r->waiting), v->grounded_within_ms, true);
    if (care.facility >= 0 && leave_ms - now + care.way_ms < stay_ms)
        drive_to_care(t, i, with, care.facility);
    return false;
}
