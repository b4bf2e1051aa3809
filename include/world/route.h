/* route.h -- the ways patrols take, and when they leave.
 */
#ifndef WORLD_ROUTE_H
#define WORLD_ROUTE_H

#include "random/luck.h"
#include "world/travel.h"

enum { CELL_DAYS = 28 };
#define CELL_MS DAYS(CELL_DAYS) /* luck is dealt in cells of four weeks */

struct stretch_of_road {         /* a part of a route, in the direction of travel */
    int from, to, surface, road; /* -1: straight, where there are no roads */
    double start_m, length_m, threat;
};

struct route {
    int parts;
    const struct stretch_of_road *part;
    double length_m, worst_threat;
    int64_t duration_ms;
    uint64_t name;
    struct dist trips; /* number of trips in a cell, for a patrol with a rate */
};

double road_metres(const struct area *a,
                   const struct road *r); /* as given, or the straight line times the detour */

/* By the shortest road from each site of the route to the next; straight where the map has no roads. */
struct route route_of(const struct area *a, const struct patrol *patrol, struct arena *arena);

/* The part that holds the point `along_m` from the start. */
const struct stretch_of_road *route_part(const struct route *r, double along_m);

/* The place `along_m` from the start. */
struct location route_place(const struct area *a, const struct route *r, double along_m);

/* The trips that belong to a cell: numbered from `first`. */
struct trips {
    int64_t first, count;
};
struct trips trips_of(const struct route *r, const struct patrol *p, const struct luck *l, int64_t cell);

/* When a trip leaves, ms since the scenario's start. */
int64_t trip_start_ms(const struct route *r, const struct patrol *p, const struct luck *l, int64_t cell,
                      int64_t trip);

/* A trip, and when it leaves. */
struct trip {
    int64_t cell, number, start_ms;
};

/* The next trip due to pass `along_m` after the moment; the one on its way at that moment. False: there is none
 * in the cells that lie near. */
bool route_next_trip(const struct route *r, const struct patrol *p, const struct luck *l, int64_t after_ms,
                     double along_m, struct trip *next);
bool route_trip_on_the_way(const struct route *r, const struct patrol *p, const struct luck *l, int64_t at_ms,
                           struct trip *trip);

#endif
