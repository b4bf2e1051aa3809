/* world.h -- a scenario made ready to be asked.
 *
 * Everything that would happen whatever was planned is a pure function of the scenario and a trial's luck.
 * Read-only once made; shared by all workers.
 */
#ifndef WORLD_WORLD_H
#define WORLD_WORLD_H

#include "world/area.h"
#include "world/route.h"
#include "world/threat.h"

struct source {
    int kind, patrol, site; /* patrol or site is -1 */
    uint64_t name;
    double peak;        /* highest intensity on a day like others: candidates above it need not be drawn */
    uint64_t days_name; /* whose days are good and bad together */
    int days;           /* in which the candidates of a cell lie */
};

struct closing;

struct world {
    const struct scenario *scenario;
    struct arena *arena;
    struct area *area;
    int seasons; /* of the roads, in the order in which they come */
    int season_of_month[12];
    const struct driving *driving; /* [season][asset, then own vehicles] */
    const struct route *route;     /* [patrol] */
    int days;                      /* the run's, and the follow-up */
    const uint8_t *month;          /* [day] since the start, 0 is January */
    const struct closing *closing; /* [site]: the weather there; NULL: none anywhere */
    const bool *host_holds;        /* [site][rule]: where the rules of the host nation hold; NULL: none */
    const struct dist *spread;     /* [attack] the daily factor */
    int sources;
    const struct source *source;
};

struct world *world_new(const struct scenario *s);
/* 0 is January; after the run and the follow-up it stays as it was. */
int world_month(const struct world *w, int64_t at_ms);
static inline int world_season(const struct world *w, int64_t at_ms)
{
    return w->seasons > 1 ? w->season_of_month[world_month(w, at_ms)] : 0;
}
/* Of an asset; of own vehicles, whose numbers follow those of the assets. */
static inline const struct driving *world_driving(const struct world *w, int season, int asset)
{
    return &w->driving[season * (w->scenario->assets.n + w->scenario->own_vehicles.n) + asset];
}

void world_free(struct world *w); /* NULL is allowed */

#endif
