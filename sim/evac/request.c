#include "request.h"

#include "boarding.h"
#include "casualty_steps.h"
#include "clearance.h"
#include "commander.h"
#include "company.h"
#include "consent.h"
#include "destination.h"
#include "divert.h"
#include "errand.h"
#include "fleet.h"
#include "fuel.h"
#include "post.h"
#include "unit.h"
#include "upkeep.h"

/* --- who could come at all ---------------------------------------------------- */

static bool serves(const struct fleet *f, const struct request *r)
{
    const struct asset *a = f->asset;
    bool transfer = r->facility >= 0;
    if (a->serves == SERVES_SCENE && transfer)
        return false;
    if ((a->serves == SERVES_TRANSFER || a->kind == FIXED_WING) && !transfer)
        return false;
    return a->count > 0 && f->room > 0;
}

void request_begin(const struct trial *t, struct request *r, const struct location *place, int incident,
                   int facility, enum need need)
{
    r->incident = incident;
    r->facility = facility;
    r->need = need;
    r->to = -1;
    r->place = *place;
    r->waiting.fifo = t->scenario->dispatch.queue == FIFO;
}

/* Straight out, if it could bring them anywhere from there. */
static void find_way_out(const struct trial *t, struct request *r, int fleet)
{
    int64_t way_ms = fleet_travel_ms(t, fleet, r->season, &t->fleet[fleet].home, &r->place);
    struct carrier by = {fleet, way_ms, way_ms};
    r->reach_ms[fleet] = way_ms != NEVER_REACHED && destination_exists(t, by, r) ? way_ms : NEVER_REACHED;
    if (r->out)
        r->out[fleet] = (struct way_out){-1, way_ms};
}

static void find_reach(struct trial *t, struct request *r)
{
    r->moved = t->moved;
    if (!r->air_m)
        r->air_m = arena_take(t->arena, (size_t)t->hospitals, sizeof *r->air_m);
    for (int i = 0; i < t->hospitals; i++)
        r->air_m[i] = location_distance_m(t->world->area, &r->place, &t->hospital[i].place);
    if (!r->reach_ms)
        r->reach_ms = arena_take(t->arena, (size_t)t->fleets, sizeof *r->reach_ms);
    if (t->fuelled && !r->out)
        r->out = arena_take(t->arena, (size_t)t->fleets, sizeof *r->out);
    r->sought = t->fuelled ? destination_need(t, r, &r->waiting) : r->need;
    for (int f = 0; f < t->fleets; f++) {
        if (!serves(&t->fleet[f], r))
            r->reach_ms[f] = NEVER_REACHED;
        else if (t->fleet[f].fuelling)
            fuel_planned(t, r, f);
        else
            find_way_out(t, r, f);
    }
}

/* Somebody is still on a journey for it, and will go on by the ways reckoned. */
static bool on_the_way(const struct trial *t, const struct request *r)
{
    for (int i = 0; i < t->units; i++)
        if (t->unit[i].state != AT_HOME && t->unit[i].state < UNFIT && t->unit[i].request == r)
            return true;
    return false;
}

/* A request that lasts is reckoned again when the roads have changed, or when its gravest seek something else than
 * where aircraft fill up was planned for. Those on their way keep to their own. */
static void reckon_ways(struct trial *t, struct request *r)
{
    int season = world_season(t->world, agenda_now(t->agenda));
    bool changed = !r->reach_ms || r->season != season || r->moved != t->moved;
    if (changed ? r->reach_ms && on_the_way(t, r) : !fuel_planned_otherwise(t, r))
        return;
    r->season = season;
    find_reach(t, r);
}

bool request_served_by(const struct trial *t, const struct request *r, int fleet, enum triage gravest)
{
    return r->reach_ms[fleet] != NEVER_REACHED && !clearance_bans(t, r, fleet, gravest);
}

bool requests_want(const struct trial *t, const struct unit *u)
{
    for (int i = 0; i < t->opens; i++)
        if (request_served_by(t, t->open[i], u->fleet, line_gravest(&t->open[i]->waiting)) &&
            fleet_takes_any(t, u->fleet, &t->open[i]->waiting))
            return true;
    return false;
}

void request_moved(struct trial *t, struct request *r, const struct location *place)
{
    r->place = *place;
    r->season = world_season(t->world, agenda_now(t->agenda));
    find_reach(t, r);
}

bool request_reachable(struct trial *t, struct request *r, enum triage gravest)
{
    reckon_ways(t, r);
    for (int f = 0; f < t->fleets; f++)
        if (request_served_by(t, r, f, gravest))
            return true;
    return false;
}

// clang-format off
static const struct {
    policy_fn *cost_ms;
    bool       queues; /* the facility is chosen with its queue in mind */
} policies[POLICIES] = {
    [NEAREST]          = { policy_nearest,          false },
    [SOONEST_ON_SCENE] = { policy_soonest_on_scene, false },
    [SOONEST_CARE]     = { policy_soonest_care,     true  },
    [RESERVE]          = { policy_reserve,          true  },
};
// clang-format on

bool dispatch_sees_queues(const struct trial *t)
{
    return policies[t->scenario->dispatch.policy].queues;
}

/* Leave that the host nation may be expected to give in time: the gravest is better served by what must wait for it
 * than by anything of that cost. */
static bool awaits_leave(const struct trial *t, const struct request *r, int64_t least)
{
    policy_fn *cost_of = policies[t->scenario->dispatch.policy].cost_ms;
    const struct casualty *c = r->waiting.head;
    int64_t now = agenda_now(t->agenda);
    for (int f = 0; f < t->fleets; f++) {
        enum which_way way = way_of(t->fleet[f].asset);
        if (!(c->barred & ~c->shut & 1u << way) || !c->leave_ms[way] || !t->fleet[f].idle ||
            !request_served_by(t, r, f, c->wound.seen))
            continue;
        int64_t from_ms = c->leave_ms[way] > now ? c->leave_ms[way] : now;
        int64_t wait_ms = may_leave_ms(t, r, f, c->wound.seen, from_ms) - now;
        if (cost_of(t, r, f) < least - wait_ms)
            return true;
    }
    return false;
}

/* What one that is free and may leave lacks; WAITS: nothing. */
static enum wait wants_company(const struct trial *t, const struct request *r)
{
    enum wait lacking = WAITS;
    enum triage gravest = line_gravest(&r->waiting);
    int64_t now = agenda_now(t->agenda), later = INT64_MAX;
    for (int f = 0; f < t->fleets && t->accompanied && lacking == WAITS; f++)
        if (t->fleet[f].idle && request_served_by(t, r, f, gravest) &&
            may_leave_ms(t, r, f, gravest, now) <= now)
            lacking = company_lacking(t, f, r, &later);
    return lacking;
}

/* Why nothing can be sent now: what would come is busy, or what is free may not move. */
static enum wait cause_of(const struct trial *t, const struct request *r)
{
    enum wait cause = WAIT_NO_ASSET, lacking = wants_company(t, r), recalled = errand_cause(t, r);
    enum triage gravest = line_gravest(&r->waiting);
    if (lacking != WAITS || recalled != WAITS)
        return lacking != WAITS ? lacking : recalled;
    for (int f = 0; f < t->fleets; f++) {
        if (r->reach_ms[f] == NEVER_REACHED)
            continue;
        if (!consent_allows_any(t, f, &r->waiting)) {
            cause = cause == WAIT_NO_ASSET || cause == WAIT_BANNED ? r->waiting.head->barred_by : cause;
            continue;
        }
        if (clearance_bans(t, r, f, gravest)) {
            cause = cause == WAIT_NO_ASSET ? WAIT_BANNED : cause;
            continue;
        }
        int64_t now = agenda_now(t->agenda);
        if (may_leave_ms(t, r, f, gravest, now) <= now) {
            if (t->host && t->fleet[f].idle && awaits_leave(t, r, NEVER_SENT - 1))
                return WAIT_CLEARANCE;
            return policy_keeps_back(t, r) ? WAIT_KEPT_BACK : upkeep_cause(t, r);
        }
        if (cause < WAIT_ASSET_BUSY || cause == WAIT_NO_ASSET || cause == WAIT_BANNED || cause == WAIT_HOURS)
            cause = leave_barred_by(t, r, f);
    }
    return cause;
}

static void waits_for_cause(struct trial *t, struct request *r, enum wait cause)
{
    r->cause = cause;
    for (struct casualty *c = r->waiting.head; c; c = c->behind)
        casualty_waits(t, c, cause);
}

/* A cause found busy stays so until something is barred: most reviews change nothing. */
static void update_cause(struct trial *t, struct request *r, bool barred)
{
    if (!barred && r->cause == WAIT_ASSET_BUSY && !t->groundable && !t->accompanied && !t->shared &&
        !t->host && !t->selective && t->scenario->dispatch.policy != RESERVE)
        return;
    enum wait cause = cause_of(t, r);
    if (cause != r->cause)
        waits_for_cause(t, r, cause);
}

/* --- sending -------------------------------------------------------------------- */

/* The fleet that costs least of those that may leave now, or -1; `later` learns when a barred one may. */
static int choose(const struct trial *t, const struct request *r, int64_t *later)
{
    policy_fn *cost_of = policies[t->scenario->dispatch.policy].cost_ms;
    enum triage gravest = line_gravest(&r->waiting);
    int best = -1;
    int64_t least = INT64_MAX;
    for (int f = 0; f < t->fleets; f++) {
        if (!t->fleet[f].idle || !request_served_by(t, r, f, gravest) || !fleet_takes_any(t, f, &r->waiting))
            continue;
        int64_t leaves = may_leave_ms(t, r, f, gravest, agenda_now(t->agenda));
        if (leaves > agenda_now(t->agenda)) {
            *later = leaves < *later ? leaves : *later;
            continue;
        }
        if (t->accompanied && company_lacking(t, f, r, later) != WAITS)
            continue;
        int64_t cost = cost_of(t, r, f);
        if (cost < least) {
            least = cost;
            best = f;
        }
    }
    return best >= 0 && t->host && awaits_leave(t, r, least) ? -1 : best;
}

/* Sends until all of that precedence or a better one are served, or nothing more can go. */
static void serve(struct trial *t, struct request *r, int precedence, int64_t *later)
{
    while (r->waiting.count && r->waiting.head->precedence <= precedence) {
        int fleet = t->idle_units ? choose(t, r, later) : -1;
        if (fleet >= 0)
            unit_tasked(t, fleet, r);
        else if (!dispatch_diverted(t, r))
            break;
    }
}

static void close_request(struct trial *t, int place)
{
    t->open[place]->open = false;
    for (int i = place + 1; i < t->opens; i++)
        t->open[i - 1] = t->open[i];
    t->opens--;
}

static void close_served(struct trial *t)
{
    for (int i = t->opens - 1; i >= 0; i--)
        if (!t->open[i]->waiting.count)
            close_request(t, i);
}

/* In the order of the queue: by category of the gravest, its precedence, and then as opened; or as opened alone. */
static void serve_all(struct trial *t, int64_t *later)
{
    bool by_category = t->scenario->dispatch.queue == PRIORITY;
    int last = t->last_precedence;
    for (int category = by_category ? T1 : T4; category <= T4; category++)
        for (int precedence = by_category ? 0 : last; precedence <= last; precedence++)
            for (int i = 0; i < t->opens && t->idle_units; i++)
                if (!by_category || (int)line_gravest(&t->open[i]->waiting) == category)
                    serve(t, t->open[i], precedence, later);
}

static void book_review(struct trial *t, int64_t at_ms)
{
    if (at_ms == INT64_MAX)
        return;
    agenda_cancel(t->agenda, &t->review);
    t->review_ms = at_ms;
    agenda_book(t->agenda, at_ms - agenda_now(t->agenda), dispatch_reviewed, 0, &t->review);
}

/* At a landing site somebody may be able to come. */
static void let_commanders_drive(struct trial *t)
{
    for (int i = 0; i < t->opens; i++)
        t->review_again = commander_moves(t, t->open[i]) || t->review_again;
}

void dispatch_reviewed(struct trial *t, int unused)
{
    (void)unused;
    if (t->reviewing) {
        t->review_again = true;
        return;
    }
    t->reviewing = true;
    for (int i = 0; i < t->opens && (t->world->seasons > 1 || t->moved || t->fuelled); i++)
        reckon_ways(t, t->open[i]);
    int64_t later;
    do {
        t->review_again = false;
        later = INT64_MAX;
        if (t->opens && t->idle_units)
            serve_all(t, &later);
        if (t->scenario->own_vehicles.n)
            let_commanders_drive(t);
    } while (t->review_again);
    t->reviewing = false;
    close_served(t);
    for (int i = 0; i < t->opens && t->shared; i++)
        errands_recalled(t, t->open[i]);
    for (int i = 0; i < t->opens; i++)
        update_cause(t, t->open[i], later != INT64_MAX);
    book_review(t, later);
    posts_look(t);
}

void roads_changed(struct trial *t, int day)
{
    int season = world_season(t->world, DAYS(day)), next = day + 1;
    dispatch_reviewed(t, 0);
    while (next < t->world->days && world_season(t->world, DAYS(next)) == season)
        next++;
    if (next < t->world->days)
        agenda_book(t->agenda, DAYS(next - day), roads_changed, next, NULL);
}

static void hand_outside(struct trial *t, struct request *r)
{
    for (struct casualty *c; (c = r->waiting.head);) {
        line_leave(c);
        casualty_left(t, c);
    }
}

void request_opened(struct trial *t, struct request *r)
{
    int64_t later = INT64_MAX;
    if (!r->waiting.count)
        return;
    reckon_ways(t, r);
    serve(t, r, t->last_precedence, &later);
    if (t->scenario->own_vehicles.n && commander_moves(t, r))
        serve(t, r, t->last_precedence, &later);
    if (!r->waiting.count)
        return;
    if (t->scenario->dispatch.queue == NO_QUEUE) {
        hand_outside(t, r);
        return;
    }
    if (!r->open) {
        GROW(t->open, t->opens, t->open_room);
        t->open[t->opens++] = r;
        r->open = true;
    }
    if (t->shared)
        errands_recalled(t, r);
    waits_for_cause(t, r, cause_of(t, r));
    if (later != INT64_MAX && (!booking_held(&t->review) || later < t->review_ms))
        book_review(t, later);
}
