#include "leave.h"

#include "clearance.h"
#include "destination.h"
#include "fleet.h"
#include "line.h"
#include "world/weather.h"

/* Flying is possible from this moment on at home, where they wait and, for a transfer, where they would go. */
static int64_t flies_from_ms(const struct trial *t, const struct request *r, int fleet, int64_t at_ms)
{
    int64_t clear = fleet_flies_from_ms(t, fleet, r->place.site, at_ms), cost_ms;
    if (r->facility < 0 || !fleet_minds_weather(t, fleet))
        return clear;
    int to = destination_find(t, carrier_from_home(r, fleet), r, &r->waiting, false, &cost_ms);
    return to < 0 ? clear : weather_open_from(t->world, &t->luck, t->hospital[to].place.site, clear, 0);
}

/* In the dark some pick up at lit landing sites alone. */
static bool lands_in_the_dark(const struct trial *t, const struct asset *a, const struct location *l)
{
    bool lit = l->from < 0 && l->off_m <= 0 && t->scenario->sites.at[l->site].lit;
    return a->night_landing == LANDS_ANYWHERE || a->kind == AMBULANCE || lit;
}

/* The earliest moment from now at which hours and daylight at both ends of the way let the fleet set out. */
static int64_t light_enough_ms(const struct trial *t, const struct request *r, int fleet, enum triage gravest,
                               int64_t now)
{
    const struct fleet *f = &t->fleet[fleet];
    const struct area *area = t->world->area;
    int64_t at = hours_open_from(&f->asset->hours, now);
    bool by_night = f->asset->night && !clearance_bans_night(t, r, fleet, gravest);
    bool lands = by_night && lands_in_the_dark(t, f->asset, &r->place);
    for (int tries = 0; tries < 4 && !lands; tries++) {
        int64_t out = f->notice_ms[0] + r->reach_ms[fleet];
        int64_t light = by_night ? at : area_light_from(area, f->home.site, at);
        int64_t there = area_light_from(area, r->place.site, light + out) - out;
        there = hours_open_from(&f->asset->hours, there > light ? there : light);
        if (there == at)
            break;
        at = there;
    }
    return at;
}

/* After the weather the light is looked at again: it may have gone. */
int64_t may_leave_ms(const struct trial *t, const struct request *r, int fleet, enum triage gravest,
                     int64_t from_ms)
{
    int64_t at = light_enough_ms(t, r, fleet, gravest, from_ms);
    for (int tries = 0; tries < 8 && fleet_minds_weather(t, fleet); tries++) {
        int64_t clear = flies_from_ms(t, r, fleet, at);
        if (clear == at)
            break;
        at = light_enough_ms(t, r, fleet, gravest, clear);
    }
    return at;
}

int64_t may_move_up_ms(const struct trial *t, int from, int to, int64_t way_ms, int64_t from_ms)
{
    const struct asset *a = t->fleet[from].asset;
    const struct area *area = t->world->area;
    int here = t->fleet[from].home.site, there = t->fleet[to].home.site;
    int64_t at = from_ms;
    for (int tries = 0; tries < 8; tries++) {
        int64_t then = hours_open_from(&a->hours, at);
        if (!a->night) {
            int64_t light = area_light_from(area, here, then);
            then = area_light_from(area, there, light + way_ms) - way_ms;
        }
        then = fleet_flies_from_ms(t, from, there, then);
        if (then == at)
            break;
        at = then;
    }
    return at;
}

bool may_go_on(const struct trial *t, const struct request *r, int fleet, enum triage gravest, int64_t way_ms)
{
    const struct asset *a = t->fleet[fleet].asset;
    int64_t now = agenda_now(t->agenda), there = now + way_ms;
    bool by_night =
        a->night && !clearance_bans_night(t, r, fleet, gravest) && lands_in_the_dark(t, a, &r->place);
    return hours_open(&a->hours, now) && flies_from_ms(t, r, fleet, now) <= now &&
           (by_night || area_light_from(t->world->area, r->place.site, there) == there);
}

enum wait leave_barred_by(const struct trial *t, const struct request *r, int fleet)
{
    int64_t now = agenda_now(t->agenda);
    if (!hours_open(&t->fleet[fleet].asset->hours, now))
        return WAIT_HOURS;
    enum triage gravest = line_gravest(&r->waiting);
    if (light_enough_ms(t, r, fleet, gravest, now) <= now)
        return WAIT_WEATHER;
    const struct asset *a = t->fleet[fleet].asset;
    bool could = a->night && lands_in_the_dark(t, a, &r->place);
    return could && clearance_bans_night(t, r, fleet, gravest) ? WAIT_NIGHT_BAN : WAIT_DARK;
}
