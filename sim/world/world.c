#include "world/world.h"

#include <stdlib.h>

#include "base/die.h"
#include "base/name.h"
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

static struct source patrol_source(const struct world *w, int kind, int patrol)
{
    const struct attack *a = &w->scenario->attacks.at[kind];
    const struct patrol *p = &w->scenario->patrols.at[patrol];
    return (struct source){.kind = kind,
                           .patrol = patrol,
                           .site = -1,
                           .name = name_child(name_of("attack", a->id), w->route[patrol].name),
                           .peak = a->rate * worst_hour(a) * p->threat * w->route[patrol].worst_threat};
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
                           .peak = a->rate * worst_hour(a) * people * s->threat};
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

struct world *world_new(const struct scenario *s)
{
    struct world *w = must_alloc(1, sizeof *w);
    w->scenario = s;
    w->arena = arena_new();
    w->area = area_new(s, w->arena);
    struct driving *driving = arena_take(w->arena, (size_t)s->assets.n, sizeof *driving);
    for (int i = 0; i < s->assets.n; i++)
        if (s->assets.at[i].kind == AMBULANCE)
            driving[i] = driving_new(w->area, s->assets.at[i].on_surface_kmh, w->arena);
    w->driving = driving;
    struct route *route = arena_take(w->arena, (size_t)s->patrols.n, sizeof *route);
    for (int i = 0; i < s->patrols.n; i++)
        route[i] = route_of(w->area, &s->patrols.at[i], w->arena);
    w->route = route;
    w->month = months_of_the_run(s, w->arena, &w->days);
    w->closing = weather_of(s, w->arena);
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
