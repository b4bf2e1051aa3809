/* area.h -- where things are, how far apart, and whether the sun is up.
 *
 * On the earth a point is a unit vector and distance the great circle on a
 * sphere of 6,371.0088 km (IUGG mean radius); on a plane it is metres. Distances are rounded to
 * whole metres where they enter.
 */
#ifndef WORLD_AREA_H
#define WORLD_AREA_H

#include <stdbool.h>
#include <stdint.h>
#include "scenario/scenario.h"

struct point {
    double x, y, z;
};

/* Where someone is: at a site, off it within its extent, or on the way between two. */
struct location {
    struct point point;
    int site;     /* the site it belongs to (nearest end when on a road): sun and sector are taken there */
    double off_m; /* straight line from the site, 0 at the spot */
    int from, to; /* on a road: its ends; else from = -1 */
    int surface;  /* of the road */
    int road;     /* which; -1: on the straight line, where there are no roads */
    double along_m, length_m;
};

struct area {
    const struct scenario *scenario;
    const struct point *site; /* [site] */
    const double *between_m;  /* [site][site] in a straight line */
    const int64_t *given_ms;  /* [site][site] of `travel`, NEVER_REACHED where not given; NULL: none at all */
    const int32_t (
        *sun_s)[366]
               [2]; /* [site][day of year][rise, set], local seconds since midnight; NULL: fixed window */
    int first_day_of_year;
};

struct area *area_new(const struct scenario *s, struct arena *arena);
double point_distance_m(const struct area *a, const struct point *p, const struct point *q);
double location_distance_m(const struct area *a, const struct location *from, const struct location *to);
struct location location_at(const struct area *a, int site);
/* In the site's extent: u and v in (0,1). */
struct location location_in(const struct area *a, int site, double u, double v);
/* `along_m` from `from` on the straight line to `to`, a road of `length_m`; its surface and number are left to be
 * filled in. */
struct location location_between(const struct area *a, int from, int to, double along_m, double length_m);

/* So far on the straight way from one to the other; the site is that of the nearer end. */
struct location location_towards(const struct location *from, const struct location *to, double share,
                                 enum map_kind map);

/* Daylight at a site; times in ms since the start (a local midnight). */
bool area_is_dark(const struct area *a, int site, int64_t at_ms);
int64_t area_light_from(const struct area *a, int site,
                        int64_t at_ms); /* at_ms itself when light; else the next dawn */

/* A daily window of a scenario. */
bool hours_open(const struct hours *h, int64_t at_ms);
int64_t hours_open_from(const struct hours *h, int64_t at_ms);

#endif
