#include "world/world.h"

#include <stdlib.h>

#include "base/die.h"
#include "base/name.h"
#include "world/host_nation.h"
#include "world/sun.h"
#include "world/weather.h"

static bool list_has(const struct list *l, int what)
{
    if (l->all)
        return true;
    for (int i = 0; i < l->n; i++)
        if (l->at[i] == what)
            return true;
    return false;
}

static bool on_patrols(const struct attack *kind)
{
    return kind->per == PER_PATROL_KM || kind->per == PER_PATROL_HOUR;
}

static double worst_hour(const struct attack *kind)
{
    double worst = 0;
    for (int i = 0; i < 48; i++)
        if (kind->hours.factor[i] > worst)
            worst = kind->hours.factor[i];
    return worst;
}

/* So many days after its cell a trip may still be on its way. */
static int later_days(const struct route *r, const struct patrol *p)
{
    enum { MOST = 60 };
    int64_t latest_ms = p->depart_ms + dist_ms(&p->jitter, 1 - 0x1p-53) + r->duration_ms;
    return latest_ms < DAYS(MOST) ? (int)(latest_ms / DAYS(1)) + 1 : MOST;
}

static uint64_t days_name(const struct world *w, int kind, int patrol, int site)
{
    const struct scenario *s = w->scenario;
    const struct attack *a = &s->attacks.at[kind];
    if (a->spread_over == OVER_MISSION)
        return name_of("days", "mission");
    if (a->spread_over == OVER_SECTOR && patrol < 0)
        return name_of("sector", s->sites.at[site].sector);
    if (a->spread_over == OVER_SECTOR) {
        const struct patrol *p = &s->patrols.at[patrol];
        return name_of("sector", *p->sector ? p->sector : s->sites.at[p->route.at[0]].sector);
    }
    return name_child(name_of("attack", a->id),
                      patrol >= 0 ? w->route[patrol].name : name_of("site", s->sites.at[site].id));
}

static struct source patrol_source(const struct world *w, int kind, int patrol)
{
    const struct attack *a = &w->scenario->attacks.at[kind];
    const struct patrol *p = &w->scenario->patrols.at[patrol];
    return (struct source){.kind = kind,
                           .patrol = patrol,
                           .site = -1,
                           .name = name_child(name_of("attack", a->id), w->route[patrol].name),
                           .peak = a->rate * worst_hour(a) * p->threat * p->frequency *
                                   w->route[patrol].worst_threat,
                           .days_name = days_name(w, kind, patrol, -1),
                           .days = CELL_DAYS + later_days(&w->route[patrol], p)};
}

static struct source site_source(const struct world *w, int kind, int site)
{
    const struct attack *a = &w->scenario->attacks.at[kind];
    const struct site *s = &w->scenario->sites.at[site];
    double people = a->per == PER_PERSON_YEAR ? s->strength : 1;
    return (struct source){.kind = kind,
                           .patrol = -1,
                           .site = site,
                           .name = name_child(name_of("attack", a->id), name_of("site", s->id)),
                           .peak = a->rate * worst_hour(a) * people * s->threat,
                           .days_name = days_name(w, kind, -1, site),
                           .days = CELL_DAYS};
}

/* Every kind of attack with every patrol or site it may befall; those that cannot happen are left out. */
static void list_sources(struct world *w)
{
    const struct scenario *s = w->scenario;
    int most = s->attacks.n * (s->sites.n + s->patrols.n);
    struct source *list = arena_take(w->arena, (size_t)most, sizeof *list);
    for (int kind = 0; kind < s->attacks.n; kind++) {
        const struct attack *a = &s->attacks.at[kind];
        int places = on_patrols(a) ? s->patrols.n : s->sites.n;
        for (int i = 0; i < places; i++) {
            if (!list_has(on_patrols(a) ? &a->patrols : &a->sites, i))
                continue;
            struct source one = on_patrols(a) ? patrol_source(w, kind, i) : site_source(w, kind, i);
            if (one.peak > 0 || a->per == SCRIPT)
                list[w->sources++] = one;
        }
    }
    w->source = list;
}

int world_month(const struct world *w, int64_t at_ms)
{
    int64_t day = at_ms / DAYS(1);
    return w->month[at_ms < 0 ? 0 : day < w->days ? day : w->days - 1];
}

static const uint8_t *months_of_the_run(const struct scenario *s, struct arena *arena, int *days)
{
    static const int ends[] = {31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366};
    const struct run *run = &s->run;
    *days = (int)((run->warm_up_ms + run->horizon_ms + run->cool_down_ms + run->follow_up_ms) / DAYS(1)) + 2;
    uint8_t *month = arena_take(arena, (size_t)*days, sizeof *month);
    for (int day = 0; day < *days; day++) {
        int of_year = sun_day_of_year(run->start_day + day);
        while (of_year >= ends[month[day]])
            month[day]++;
    }
    return month;
}

static bool roads_alike(const struct scenario *s, int month, int other)
{
    for (int i = 0; i < s->roads.n; i++) {
        unsigned wet = s->roads.at[i].wet.set, cut = s->roads.at[i].cut_in.set;
        if (((wet >> month ^ wet >> other) | (cut >> month ^ cut >> other)) & 1)
            return false;
    }
    return true;
}

/* Months in which all roads are alike are one season; `first` learns a month of each. */
static void list_seasons(struct world *w, int first[12])
{
    unsigned seen = 0;
    for (int day = 0; day < w->days; day++) {
        int month = w->month[day], season = 0;
        if (seen >> month & 1)
            continue;
        while (season < w->seasons && !roads_alike(w->scenario, first[season], month))
            season++;
        if (season == w->seasons)
            first[w->seasons++] = month;
        w->season_of_month[month] = season;
        seen |= 1u << month;
    }
}

static void lay_driving(struct world *w)
{
    const struct assets *assets = &w->scenario->assets;
    const struct all_own_vehicles *own = &w->scenario->own_vehicles;
    int first[12], all = assets->n + own->n;
    list_seasons(w, first);
    struct driving *driving = arena_take(w->arena, (size_t)(w->seasons * all), sizeof *driving);
    for (int season = 0; season < w->seasons; season++) {
        struct driving *here = driving + season * all;
        for (int i = 0; i < assets->n; i++)
            if (assets->at[i].kind == AMBULANCE)
                here[i] = driving_new(w->area, assets->at[i].on_surface_kmh, first[season], w->arena);
        for (int i = 0; i < own->n; i++)
            here[assets->n + i] = driving_new(w->area, own->at[i].on_surface_kmh, first[season], w->arena);
    }
    w->driving = driving;
}

static const struct dist *daily_factors(const struct scenario *s, struct arena *arena)
{
    struct dist *spread = arena_take(arena, (size_t)s->attacks.n, sizeof *spread);
    for (int i = 0; i < s->attacks.n; i++) {
        double cv = s->attacks.at[i].spread, shape = 1 / (cv * cv);
        if (cv <= 0)
            continue;
        char *written = arena_print(arena, "gamma(mean 1, shape %.17g)", shape < 1e5 ? shape : 1e5);
        if (dist_read(written, PURE, arena, &spread[i]))
            die(EXIT_DEFECT, "cannot use %s", written);
    }
    return spread;
}

struct world *world_new(const struct scenario *s)
{
    struct world *w = must_alloc(1, sizeof *w);
    w->scenario = s;
    w->arena = arena_new();
    w->area = area_new(s, w->arena);
    struct route *route = arena_take(w->arena, (size_t)s->patrols.n, sizeof *route);
    for (int i = 0; i < s->patrols.n; i++)
        route[i] = route_of(w->area, &s->patrols.at[i], w->arena);
    w->route = route;
    w->month = months_of_the_run(s, w->arena, &w->days);
    lay_driving(w);
    w->closing = weather_of(s, w->arena);
    w->host_holds = host_of(s, w->arena);
    w->spread = daily_factors(s, w->arena);
    list_sources(w);
    return w;
}

void world_free(struct world *w)
{
    if (!w)
        return;
    arena_free(w->arena);
    free(w);
}
