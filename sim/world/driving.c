#include "world/route.h"

/* Shortest driving times between all sites: Floyd and Warshall, once, when the scenario is made ready. */

static void shorten(int64_t *ms, size_t n, size_t from, size_t to, int64_t by)
{
    if (by != NEVER_REACHED && (ms[from * n + to] == NEVER_REACHED || by < ms[from * n + to]))
        ms[from * n + to] = by;
}

static double road_kmh(const struct road *r, const double speed_kmh[SURFACES], int month)
{
    if (r->closed || r->cut_in.set >> month & 1)
        return 0;
    return speed_kmh[r->surface] * r->clearing * (r->wet.set >> month & 1 ? r->wet_speed : 1);
}

static void lay_roads(const struct area *a, const double *kmh, int64_t *ms, size_t n)
{
    const struct scenario *s = a->scenario;
    for (size_t i = 0; i < n * n; i++)
        ms[i] = i % (n + 1) ? NEVER_REACHED : 0;
    for (int i = 0; i < s->roads.n; i++) {
        const struct road *r = &s->roads.at[i];
        int64_t takes = travel_ms_of(road_metres(a, r), kmh[i]);
        shorten(ms, n, (size_t)r->from, (size_t)r->to, takes);
        shorten(ms, n, (size_t)r->to, (size_t)r->from, takes);
    }
}

struct driving driving_new(const struct area *a, const double speed_kmh[SURFACES], int month,
                           struct arena *arena)
{
    size_t n = (size_t)a->scenario->sites.n;
    int64_t *ms = arena_take(arena, n * n, sizeof *ms);
    const struct roads *roads = &a->scenario->roads;
    double *kmh = arena_take(arena, (size_t)roads->n, sizeof *kmh);
    for (int i = 0; i < roads->n; i++)
        kmh[i] = road_kmh(&roads->at[i], speed_kmh, month);
    lay_roads(a, kmh, ms, n);
    for (size_t via = 0; via < n; via++)
        for (size_t from = 0; from < n; from++)
            for (size_t to = 0; ms[from * n + via] != NEVER_REACHED && to < n; to++)
                if (ms[via * n + to] != NEVER_REACHED)
                    shorten(ms, n, from, to, ms[from * n + via] + ms[via * n + to]);
    return (struct driving){speed_kmh, kmh, ms};
}
