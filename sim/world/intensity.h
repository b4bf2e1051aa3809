/* intensity.h -- what makes an attack likelier or less likely there and then, besides its rate and the hour.
 */
#ifndef WORLD_INTENSITY_H
#define WORLD_INTENSITY_H

#include "world/world.h"

/* The share of attacks of a kind that clearance, early warning and hours on the road let through, 0 to 1. `patrol`
 * and `road` may be -1. */
double intensity_kept(const struct world *w, int kind, int patrol, int road, int64_t at_ms);

/* Good and bad days: the factor of the day of a moment, for a candidate of the cell, and the greatest of all days in
 * which its candidates lie. */
double intensity_on_day(const struct world *w, const struct luck *l, const struct source *s, int64_t cell,
                        int64_t at_ms);
double intensity_on_worst_day(const struct world *w, const struct luck *l, const struct source *s,
                              int64_t cell);

#endif
