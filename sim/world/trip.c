/* trip.c -- which trip passes a place, and which is on its way. */
#include "world/route.h"

struct location route_place(const struct area *a, const struct route *r, double along_m)
{
    const struct stretch_of_road *part = route_part(r, along_m);
    struct location place =
        location_between(a, part->from, part->to, along_m - part->start_m, part->length_m);
    place.surface = part->surface;
    place.road = part->road;
    return place;
}

static struct trip trip_of(const struct route *r, const struct patrol *p, const struct luck *l, int64_t cell,
                           int64_t number)
{
    return (struct trip){cell, number, trip_start_ms(r, p, l, cell, number)};
}

/* A schedule's trip by its number alone. */
static struct trip scheduled(const struct route *r, const struct patrol *p, const struct luck *l,
                             int64_t number)
{
    return trip_of(r, p, l, number * p->every_ms / CELL_MS, number);
}

bool route_next_trip(const struct route *r, const struct patrol *p, const struct luck *l, int64_t after_ms,
                     double along_m, struct trip *next)
{
    int64_t way_ms = travel_ms_of(along_m, p->speed_kmh), start_ms = after_ms - way_ms;
    if (p->every_ms > 0) {
        int64_t due = start_ms - p->depart_ms;
        *next = scheduled(r, p, l, due <= 0 ? 0 : (due + p->every_ms - 1) / p->every_ms);
        return true;
    }
    bool found = false;
    *next = (struct trip){0};
    for (int64_t cell = start_ms < 0 ? 0 : start_ms / CELL_MS, tries = 0; tries < 2 && !found;
         cell++, tries++) {
        struct trips trips = trips_of(r, p, l, cell);
        for (int64_t n = trips.first; n < trips.first + trips.count; n++) {
            struct trip one = trip_of(r, p, l, cell, n);
            if (one.start_ms >= start_ms && (!found || one.start_ms < next->start_ms)) {
                *next = one;
                found = true;
            }
        }
    }
    return found;
}

static bool on_the_way(const struct route *r, const struct trip *trip, int64_t at_ms)
{
    return trip->start_ms <= at_ms && at_ms < trip->start_ms + r->duration_ms;
}

bool route_trip_on_the_way(const struct route *r, const struct patrol *p, const struct luck *l, int64_t at_ms,
                           struct trip *trip)
{
    enum { LOOK_BACK = 64 };
    int64_t cell = at_ms / CELL_MS;
    if (p->every_ms > 0) {
        for (int64_t n = (at_ms - p->depart_ms) / p->every_ms, tries = 0; n >= 0 && tries < LOOK_BACK;
             n--, tries++) {
            *trip = scheduled(r, p, l, n);
            if (on_the_way(r, trip, at_ms))
                return true;
        }
        return false;
    }
    for (int64_t c = cell; c >= 0 && c >= cell - 1; c--) {
        struct trips trips = trips_of(r, p, l, c);
        for (int64_t n = trips.first; n < trips.first + trips.count; n++) {
            *trip = trip_of(r, p, l, c, n);
            if (on_the_way(r, trip, at_ms))
                return true;
        }
    }
    return false;
}
