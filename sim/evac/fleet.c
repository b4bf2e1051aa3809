#include "fleet.h"

#include "world/weather.h"

int64_t fleet_travel_ms(const struct trial *t, int fleet, int season, const struct location *from,
                        const struct location *to)
{
    const struct asset *a = t->fleet[fleet].asset;
    if (a->kind == AMBULANCE)
        return travel_by_road_ms(t->world->area, world_driving(t->world, season, fleet), from, to);
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
