#include "fuel.h"

#include <stdlib.h>

#include "base/die.h"
#include "base/name.h"
#include "fleet.h"

static const struct fuel_point *point(const struct trial *t, int stop)
{
    return &t->scenario->fuel_points.at[stop];
}

static struct location place_of_fuel(const struct trial *t, int stop)
{
    return location_at(t->world->area, point(t, stop)->site);
}

/* Aircraft alone need it: no season of the roads matters. */
static int64_t flight_ms(const struct trial *t, int fleet, const struct location *from,
                         const struct location *to)
{
    return fleet_travel_ms(t, fleet, 0, from, to);
}

static int64_t between_ms(const struct trial *t, int fleet, int stop, int next)
{
    struct location from = place_of_fuel(t, stop), to = place_of_fuel(t, next);
    return flight_ms(t, fleet, &from, &to);
}

/* --- what a fleet knows, once ----------------------------------------------------------- */

static bool is_for(const struct trial *t, int fleet, int stop)
{
    const struct fuel_point *p = point(t, stop);
    bool listed = p->assets.all;
    for (int i = 0; !listed && i < p->assets.n; i++)
        listed = p->assets.at[i] == t->fleet[fleet].entry;
    bool lands = t->fleet[fleet].asset->kind != FIXED_WING || t->scenario->sites.at[p->site].airstrip;
    return listed && lands && !p->closed;
}

static bool on_one_filling(const struct fleet *f, int64_t way_ms)
{
    return way_ms != NEVER_REACHED && way_ms <= f->range_ms;
}

/* Is the way home from one stop sooner by way of another? */
static bool improves(const struct trial *t, int fleet, int stop, int next)
{
    const struct fleet *f = &t->fleet[fleet];
    struct filling *at = f->fuelling->at, *s = &at[stop];
    if (stop == next || at[next].home_ms == NEVER_REACHED || !is_for(t, fleet, stop))
        return false;
    int64_t way_ms = between_ms(t, fleet, stop, next);
    int64_t home_ms = way_ms + at[next].fill_ms + at[next].home_ms;
    if (!on_one_filling(f, way_ms) || (s->home_ms != NEVER_REACHED && s->home_ms <= home_ms))
        return false;
    s->home_ms = home_ms;
    s->next = next;
    return true;
}

/* Soonest ways home by way of the others (Bellman and Ford). */
static void find_ways_on(const struct trial *t, int fleet)
{
    int n = t->scenario->fuel_points.n;
    for (bool better = true; better;) {
        better = false;
        for (int stop = 0; stop < n; stop++)
            for (int next = 0; next < n; next++)
                better = improves(t, fleet, stop, next) || better;
    }
}

static void find_filling(const struct trial *t, int fleet, int stop)
{
    const struct fleet *f = &t->fleet[fleet];
    struct location there = place_of_fuel(t, stop);
    int64_t out_ms = flight_ms(t, fleet, &f->home, &there), home_ms = flight_ms(t, fleet, &there, &f->home);
    bool of_use = is_for(t, fleet, stop);
    f->fuelling->at[stop] =
        (struct filling){of_use && on_one_filling(f, out_ms) ? out_ms : NEVER_REACHED,
                         whole_of(dist_mean(&point(t, stop)->refuel)),
                         of_use && on_one_filling(f, home_ms) ? home_ms : NEVER_REACHED, -1};
}

/* Aircraft do not mind the season, so the ways home of the first hold. */
static void find_nearest(const struct trial *t, int fleet, int facility)
{
    const struct fleet *f = &t->fleet[fleet];
    int64_t *nearest_ms = &f->fuelling->nearest_ms[facility];
    *nearest_ms = f->back_ms[facility];
    for (int i = 0; i < t->scenario->fuel_points.n; i++) {
        struct location there = place_of_fuel(t, i);
        int64_t way_ms = flight_ms(t, fleet, &t->hospital[facility].place, &there);
        if (f->fuelling->at[i].home_ms != NEVER_REACHED && way_ms != NEVER_REACHED &&
            (*nearest_ms == NEVER_REACHED || way_ms < *nearest_ms))
            *nearest_ms = way_ms;
    }
}

static bool is_for_any(const struct trial *t, int fleet)
{
    for (int i = 0; i < t->scenario->fuel_points.n; i++)
        if (is_for(t, fleet, i))
            return true;
    return false;
}

static void set_up(struct trial *t, int fleet)
{
    struct fleet *f = &t->fleet[fleet];
    if (f->range_ms == INT64_MAX || !is_for_any(t, fleet))
        return;
    t->fuelled = true;
    f->fuelling = must_alloc(1, sizeof *f->fuelling);
    f->fuelling->at = must_alloc((size_t)t->scenario->fuel_points.n, sizeof *f->fuelling->at);
    f->fuelling->nearest_ms = must_alloc((size_t)t->hospitals, sizeof *f->fuelling->nearest_ms);
    for (int i = 0; i < t->scenario->fuel_points.n; i++)
        find_filling(t, fleet, i);
    find_ways_on(t, fleet);
    for (int i = 0; i < t->hospitals; i++)
        find_nearest(t, fleet, i);
}

void fuel_set_up(struct trial *t)
{
    for (int f = 0; f < t->fleets; f++)
        set_up(t, f);
}

void fuel_facility_moved(struct trial *t, int facility)
{
    for (int f = 0; f < t->fleets; f++)
        if (t->fleet[f].fuelling)
            find_nearest(t, f, facility);
}

void fuel_free(struct trial *t)
{
    for (int f = 0; f < t->fleets; f++) {
        if (!t->fleet[f].fuelling)
            continue;
        free(t->fleet[f].fuelling->at);
        free(t->fleet[f].fuelling->nearest_ms);
        free(t->fleet[f].fuelling);
    }
}

/* --- out ---------------------------------------------------------------------------------- */

struct carrier fuel_carrier(const struct trial *t, const struct request *r, int fleet, int stop)
{
    const struct fleet *f = &t->fleet[fleet];
    struct carrier none = {fleet, NEVER_REACHED, 0};
    struct location from = stop < 0 ? f->home : place_of_fuel(t, stop);
    int64_t way_ms = flight_ms(t, fleet, &from, &r->place);
    if (way_ms == NEVER_REACHED || stop < 0)
        return stop < 0 ? (struct carrier){fleet, way_ms, way_ms} : none;
    const struct filling *s = &f->fuelling->at[stop];
    return s->out_ms == NEVER_REACHED ? none
                                      : (struct carrier){fleet, s->out_ms + s->fill_ms + way_ms, way_ms};
}

/* The best of all ways out to care that meets the need; false: there is none. */
static bool plan_for(const struct trial *t, struct request *r, int fleet, enum need need)
{
    int64_t soonest_ms = INT64_MAX;
    for (int stop = -1; stop < t->scenario->fuel_points.n; stop++) {
        struct carrier by = fuel_carrier(t, r, fleet, stop);
        int64_t way_ms = by.out_ms == NEVER_REACHED ? NEVER_REACHED : destination_nearest_ms(t, by, r, need);
        if (way_ms == NEVER_REACHED || by.out_ms + way_ms >= soonest_ms)
            continue;
        soonest_ms = by.out_ms + way_ms;
        r->reach_ms[fleet] = by.out_ms;
        r->out[fleet] = (struct way_out){stop, by.flown_ms};
    }
    return soonest_ms != INT64_MAX;
}

void fuel_planned(const struct trial *t, struct request *r, int fleet)
{
    if (plan_for(t, r, fleet, r->sought))
        return;
    if (r->facility < 0 && r->sought != NEED_RESUSCITATION && plan_for(t, r, fleet, NEED_RESUSCITATION))
        return;
    r->reach_ms[fleet] = NEVER_REACHED;
    r->out[fleet] = (struct way_out){-1, 0};
}

bool fuel_planned_otherwise(const struct trial *t, const struct request *r)
{
    return t->fuelled && r->waiting.count && destination_need(t, r, &r->waiting) != r->sought;
}

/* --- at a stop, and home ------------------------------------------------------------------- */

int64_t fuel_drawn_ms(const struct trial *t, int stop, const struct casualty *of, int leg, enum fuel_way way)
{
    uint64_t name = name_child(of->name, name_of("fuel point", point(t, stop)->id));
    return drawn_ms(t, &point(t, stop)->refuel, DRAW_REFUELLING, name, 2 * leg + (int)way);
}

int64_t fuel_straight_ms(const struct trial *t, const struct unit *u, int fleet, int facility)
{
    if (facility >= 0)
        return back_ms(t, fleet, u->request, facility);
    int64_t way_ms = t->fleet[fleet].fuelling ? flight_ms(t, fleet, &u->request->place, &t->fleet[fleet].home)
                                              : NEVER_REACHED;
    return way_ms == NEVER_REACHED ? u->request->reach_ms[fleet] : way_ms;
}

static bool lasts(const struct fleet *f, const struct unit *u, int64_t way_ms)
{
    return f->range_ms == INT64_MAX || (way_ms != NEVER_REACHED && u->out.flown_ms + way_ms <= f->range_ms);
}

int fuel_stop_home(const struct trial *t, const struct unit *u, int fleet, const struct location *from,
                   int64_t straight_ms)
{
    const struct fleet *f = &t->fleet[fleet];
    int best = -1;
    int64_t soonest_ms = INT64_MAX;
    if (!f->fuelling || lasts(f, u, straight_ms))
        return -1;
    for (int i = 0; i < t->scenario->fuel_points.n; i++) {
        const struct filling *s = &f->fuelling->at[i];
        struct location there = place_of_fuel(t, i);
        int64_t way_ms = flight_ms(t, fleet, from, &there);
        if (s->home_ms == NEVER_REACHED || way_ms == NEVER_REACHED || !lasts(f, u, way_ms))
            continue;
        if (way_ms + s->fill_ms + s->home_ms < soonest_ms) {
            soonest_ms = way_ms + s->fill_ms + s->home_ms;
            best = i;
        }
    }
    return best;
}

bool fuel_lasts_home(const struct trial *t, const struct unit *u, int fleet, int facility)
{
    const struct location *from = facility < 0 ? &u->request->place : &t->hospital[facility].place;
    int64_t straight_ms = fuel_straight_ms(t, u, fleet, facility);
    return lasts(&t->fleet[fleet], u, straight_ms) || fuel_stop_home(t, u, fleet, from, straight_ms) >= 0;
}

int64_t fuel_to_stop_ms(const struct trial *t, const struct unit *u, const struct location *from)
{
    struct location there = place_of_fuel(t, u->out.stop);
    return flight_ms(t, u->fleet, from, &there);
}

int64_t fuel_from_stop_ms(const struct trial *t, const struct unit *u, int stop, const struct location *to)
{
    struct location from = place_of_fuel(t, stop);
    return flight_ms(t, u->fleet, &from, to);
}

int64_t fuel_home_ms(const struct trial *t, const struct unit *u, const struct location *from)
{
    const struct fleet *f = &t->fleet[u->fleet];
    int leg = t->sortie[u->sortie].leg, stop = u->out.stop;
    int64_t ms = fuel_to_stop_ms(t, u, from);
    for (int next;; stop = next) {
        ms += fuel_drawn_ms(t, stop, u->lead, leg, FUEL_HOME);
        next = f->fuelling->at[stop].next;
        if (next < 0)
            return ms + fuel_from_stop_ms(t, u, stop, &f->home);
        ms += between_ms(t, u->fleet, stop, next);
    }
}
