#include "world/weather.h"

#include <string.h>

#include "base/name.h"

enum { DAYS_LONG_MOST = 10, HALF_HOURS = 48 };

/* A kind of weather as it is in one sector. */
struct front {
    const struct weather *kind;
    uint64_t name;
    int days_long;             /* a window reaches into so many days at most */
    double before[HALF_HOURS]; /* weight of the half hours before each */
    double weight;             /* of all */
};

struct closing {
    int n;
    const struct front *at;
};

static bool begins_on(const struct world *w, const struct luck *l, const struct front *f, int64_t day,
                      double u[4])
{
    if (!(f->kind->months.set >> world_month(w, day * DAYS(1)) & 1))
        return false;
    luck_four(l, DRAW_WEATHER, f->name, (uint64_t)day, u);
    return u[0] < f->kind->chance;
}

/* When on its day it begins: the clock time at which the weights so far are the share u of all. */
static int64_t onset_ms(const struct front *f, double u)
{
    int i = HALF_HOURS - 1;
    double at = u * f->weight;
    while (i > 0 && (f->before[i] > at || f->kind->hours.factor[i] <= 0))
        i--;
    double within = (at - f->before[i]) / f->kind->hours.factor[i];
    return i * MINUTES(30) + (int64_t)(within * (double)MINUTES(30));
}

static int64_t duration_ms(const struct front *f, double u)
{
    int64_t ms = dist_ms(&f->kind->duration, u);
    return ms < DAYS(DAYS_LONG_MOST) ? ms : DAYS(DAYS_LONG_MOST);
}

/* The end of the last window of this front that touches [at, at + for]; `at_ms` when none does. */
static int64_t passes_ms(const struct world *w, const struct luck *l, const struct front *f, int64_t at_ms,
                         int64_t for_ms)
{
    int64_t end = at_ms, last = (at_ms + for_ms) / DAYS(1);
    double u[4];
    for (int64_t day = at_ms / DAYS(1) - f->days_long; day <= last; day++) {
        if (!begins_on(w, l, f, day, u))
            continue;
        int64_t from = day * DAYS(1) + onset_ms(f, u[1]), to = from + duration_ms(f, u[2]);
        if (from <= at_ms + for_ms && to > end)
            end = to;
    }
    return end;
}

int64_t weather_open_from(const struct world *w, const struct luck *l, int site, int64_t at_ms,
                          int64_t for_ms)
{
    const int64_t far_ms = at_ms + DAYS(400); /* nobody plans beyond */
    for (bool closed = w->closing; closed && at_ms < far_ms;) {
        const struct closing *c = &w->closing[site];
        closed = false;
        for (int i = 0; i < c->n; i++) {
            int64_t end = passes_ms(w, l, &c->at[i], at_ms, for_ms);
            closed |= end > at_ms;
            at_ms = end;
        }
    }
    return at_ms;
}

/* --- making it ------------------------------------------------------------- */

static struct front front_of(const struct weather *kind, const char *sector)
{
    struct front f = {.kind = kind, .name = name_of("weather", kind->id)};
    if (!kind->together)
        f.name = name_child(f.name, name_of("sector", sector));
    for (int i = 0; i < HALF_HOURS; i++) {
        f.before[i] = f.weight;
        f.weight += kind->hours.factor[i];
    }
    f.days_long = (int)(duration_ms(&f, 1 - 0x1p-53) / DAYS(1)) + 1;
    return f;
}

static bool falls_on(const struct weather *kind, const char *sector)
{
    for (int i = 0; i < kind->sectors.n; i++)
        if (!strcmp(kind->sectors.at[i], sector))
            return true;
    return kind->sectors.all;
}

const struct closing *weather_of(const struct scenario *s, struct arena *arena)
{
    if (!s->weather.n)
        return NULL;
    struct closing *closing = arena_take(arena, (size_t)s->sites.n, sizeof *closing);
    for (int i = 0; i < s->sites.n; i++) {
        struct front *list = arena_take(arena, (size_t)s->weather.n, sizeof *list);
        for (int k = 0; k < s->weather.n; k++)
            if (falls_on(&s->weather.at[k], s->sites.at[i].sector))
                list[closing[i].n++] = front_of(&s->weather.at[k], s->sites.at[i].sector);
        closing[i].at = list;
    }
    return closing;
}
