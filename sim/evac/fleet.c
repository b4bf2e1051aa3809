#include "fleet.h"

#include "base/die.h"
#include "boarding.h"
#include "company.h"
#include "errand.h"
#include "upkeep.h"
#include "world/weather.h"

static int64_t mean_ms(const struct dist *d)
{
    return whole_of(dist_mean(d));
}

/* None moves off before its company has joined. */
static void set_up_notice(const struct trial *t, struct fleet *f)
{
    const struct asset *a = f->asset;
    const struct posture *posture = t->scenario->postures.at;
    int64_t joins_ms = company_mean_ms(t, a);
    f->notice[0] = a->posture_day >= 0 ? &posture[a->posture_day].notice : &a->notice_day;
    f->notice[1] = a->posture_night >= 0 ? &posture[a->posture_night].notice : &a->notice_night;
    for (int dark = 0; dark < 2; dark++) {
        f->notice_ms[dark] = mean_ms(f->notice[dark]);
        if (joins_ms > f->notice_ms[dark])
            f->notice_ms[dark] = joins_ms;
    }
}

void fleet_set_up(struct trial *t, int entry, int site)
{
    struct fleet *f = &t->fleet[t->fleets++];
    const struct asset *a = &t->scenario->assets.at[entry];
    f->asset = a;
    f->entry = entry;
    f->home = location_at(t->world->area, site);
    set_up_notice(t, f);
    f->room = asset_room(t, a);
    f->groundable = asset_groundable(a);
    t->groundable = t->groundable || f->groundable;
    t->shared = t->shared || asset_is_shared(a);
    f->load_ms = mean_ms(&a->load);
    f->load_each_ms = mean_ms(&a->load_each);
    f->range_ms = a->range_m > 0 && a->kind != AMBULANCE ? travel_ms_of(a->range_m, a->speed_kmh) : INT64_MAX;
    f->idle_unit = must_alloc((size_t)a->count, sizeof *f->idle_unit);
}

int64_t fleet_travel_ms(const struct trial *t, int fleet, int season, const struct location *from,
                        const struct location *to)
{
    const struct asset *a = t->fleet[fleet].asset;
    if (a->kind == AMBULANCE)
        return travel_by_road_ms(t->world->area, world_driving(t->world, season, t->fleet[fleet].entry), from,
                                 to);
    return travel_by_air_ms(t->world->area, a->speed_kmh, from, to);
}

bool fleet_minds_weather(const struct trial *t, int fleet)
{
    const struct asset *a = t->fleet[fleet].asset;
    return t->world->closing && a->kind != AMBULANCE && !a->all_weather;
}

int64_t fleet_flies_from_ms(const struct trial *t, int fleet, int site, int64_t at_ms)
{
    int home = t->fleet[fleet].home.site;
    for (int tries = 0; tries < 8 && fleet_minds_weather(t, fleet); tries++) {
        int64_t there = weather_open_from(t->world, &t->luck, site, at_ms, 0);
        int64_t both = weather_open_from(t->world, &t->luck, home, there, 0);
        if (both == at_ms)
            break;
        at_ms = both;
    }
    return at_ms;
}
