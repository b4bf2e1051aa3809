#include "world/signal.h"

#include <string.h>

#include "base/name.h"

static bool falls_on(const struct outage *o, const char *sector)
{
    for (int i = 0; i < o->sectors.n; i++)
        if (!strcmp(o->sectors.at[i], sector))
            return true;
    return o->sectors.all;
}

/* The day on which the hours began that it is now. */
static int64_t day_of(const struct hours *h, int64_t at_ms)
{
    bool past_midnight = h->from_ms > h->to_ms && at_ms % DAYS(1) < h->to_ms;
    return at_ms / DAYS(1) - past_midnight;
}

static bool comes(const struct world *w, const struct luck *l, const struct outage *o, const char *sector,
                  int64_t day)
{
    if (day < 0 || !(o->months.set >> world_month(w, day * DAYS(1)) & 1))
        return false;
    uint64_t name = name_child(name_of("outage", o->id), name_of("sector", sector));
    return o->chance >= 1 || luck_uniform(l, DRAW_OUTAGE, name, (uint64_t)day) < o->chance;
}

const struct outage *signal_out(const struct world *w, const struct luck *l, int site, int64_t at_ms)
{
    const char *sector = w->scenario->sites.at[site].sector;
    for (int i = 0; i < w->scenario->outages.n; i++) {
        const struct outage *o = &w->scenario->outages.at[i];
        if (hours_open(&o->hours, at_ms) && falls_on(o, sector) &&
            comes(w, l, o, sector, day_of(&o->hours, at_ms)))
            return o;
    }
    return NULL;
}
