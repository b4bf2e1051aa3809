/* signal.h -- when no message gets through.
 *
 * An outage comes to a sector on a day or does not: a pure function of (trial, outage, sector, day). Its hours
 * belong to the day on which they begin.
 */
#ifndef WORLD_SIGNAL_H
#define WORLD_SIGNAL_H

#include "world/world.h"

/* The first outage under which nothing gets out of the site's sector, or NULL. */
const struct outage *signal_out(const struct world *w, const struct luck *l, int site, int64_t at_ms);

#endif
