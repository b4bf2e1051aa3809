/* travel.h -- how long it takes, by air and by road, and through what danger.
 *
 * Times are rounded to ms where they enter. Where `travel` gives a time between two sites it stands in place of geometry.
 */
#ifndef WORLD_TRAVEL_H
#define WORLD_TRAVEL_H

#include "world/area.h"

enum { NEVER_REACHED = -1 };

/* Travel of one kind of vehicle: shortest driving time between all sites. */
struct driving {
    const double *speed_kmh; /* by surface */
    const double *road_kmh;  /* [road] 0: cannot pass */
    const double *danger_km; /* [site][site] on the soonest way: km, times threat, less what is cleared */
    const int64_t *ms;       /* [site][site], NEVER_REACHED where no road leads */
};

/* In a month, 0 is January. */
struct driving driving_new(const struct area *a, const double speed_kmh[SURFACES], int month,
                           struct arena *arena);

int64_t travel_by_air_ms(const struct area *a, double speed_kmh, const struct location *from,
                         const struct location *to);
int64_t travel_by_road_ms(const struct area *a, const struct driving *d, const struct location *from,
                          const struct location *to);
/* What danger the soonest way by road leads through, in km of a road like others. */
double travel_danger_km(const struct area *a, const struct driving *d, const struct location *from,
                        const struct location *to);
int64_t travel_ms_of(double metres, double speed_kmh); /* rounded to ms; 0 speed never arrives */

#endif
