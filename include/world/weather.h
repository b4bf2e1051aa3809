/* weather.h -- when nobody flies: dust, storm, low cloud.
 *
 * On a day of its months a kind of weather opens one window or none in a sector: a pure function of (trial, kind,
 * sector, day), whoever asks and in whatever order. In the window flying is impossible at every site of the sector.
 */
#ifndef WORLD_WEATHER_H
#define WORLD_WEATHER_H

#include "world/world.h"

struct window {
    int64_t from_ms, to_ms; /* to_ms is open again */
};

/* The first moment from `at_ms` on from which flying is possible at the site for `for_ms` on end. */
int64_t weather_open_from(const struct world *w, const struct luck *l, int site, int64_t at_ms,
                          int64_t for_ms);

/* The kinds of weather that close each site; NULL where there is none at all. */
const struct closing *weather_of(const struct scenario *s, struct arena *arena);

#endif
