#include "world/route.h"

/* Shortest driving times between all sites: Floyd and Warshall, once, when the scenario is made ready. */

struct ways { /* [site][site] */
    size_t n;
    int64_t *ms;
    double *danger_km;
};

static void shorten(struct ways *w, size_t from, size_t to, int64_t by, double danger_km)
{
    int64_t *ms = &w->ms[from * w->n + to];
    if (by == NEVER_REACHED || (*ms != NEVER_REACHED && by >= *ms))
        return;
    *ms = by;
    w->danger_km[from * w->n + to] = danger_km;
}

static double danger_of(const struct road *r)
{
    return r->threat * (1 - r->cleared);
}

static double road_kmh(const struct road *r, const double speed_kmh[SURFACES], int month)
{
    if (r->closed || r->cut_in.set >> month & 1)
        return 0;
    return speed_kmh[r->surface] * r->clearing * (r->wet.set >> month & 1 ? r->wet_speed : 1);
}

static void lay_roads(const struct area *a, const double *kmh, struct ways *w)
{
    const struct scenario *s = a->scenario;
    for (size_t i = 0; i < w->n * w->n; i++)
        w->ms[i] = i % (w->n + 1) ? NEVER_REACHED : 0;
    for (int i = 0; i < s->roads.n; i++) {
        const struct road *r = &s->roads.at[i];
        int64_t takes = travel_ms_of(road_metres(a, r), kmh[i]);
        double danger_km = road_metres(a, r) / 1000 * danger_of(r);
        shorten(w, (size_t)r->from, (size_t)r->to, takes, danger_km);
        shorten(w, (size_t)r->to, (size_t)r->from, takes, danger_km);
    }
}

struct driving driving_new(const struct area *a, const double speed_kmh[SURFACES], int month,
                           struct arena *arena)
{
    size_t n = (size_t)a->scenario->sites.n;
    struct ways w = {n, arena_take(arena, n * n, sizeof(int64_t)), arena_take(arena, n * n, sizeof(double))};
    int64_t *ms = w.ms;
    const struct roads *roads = &a->scenario->roads;
    double *kmh = arena_take(arena, (size_t)roads->n, sizeof *kmh);
    for (int i = 0; i < roads->n; i++)
        kmh[i] = road_kmh(&roads->at[i], speed_kmh, month);
    lay_roads(a, kmh, &w);
    for (size_t via = 0; via < n; via++)
        for (size_t from = 0; from < n; from++)
            for (size_t to = 0; ms[from * n + via] != NEVER_REACHED && to < n; to++)
                if (ms[via * n + to] != NEVER_REACHED)
                    shorten(&w, from, to, ms[from * n + via] + ms[via * n + to],
                            w.danger_km[from * n + via] + w.danger_km[via * n + to]);
    return (struct driving){speed_kmh, kmh, w.danger_km, ms};
}

/* --- danger on the way ------------------------------------------------------------ */

/* By the end of the road over which the soonest way leads, as drive_out_ms finds it. */
static double danger_out_km(const struct area *a, const struct driving *d, int site,
                            const struct location *to)
{
    const double *row = d->danger_km + (size_t)site * (size_t)a->scenario->sites.n;
    const int64_t *ms = d->ms + (size_t)site * (size_t)a->scenario->sites.n;
    if (to->from < 0)
        return row[to->site] + to->off_m / 1000;
    double kmh = to->road < 0 ? d->speed_kmh[to->surface] : d->road_kmh[to->road];
    double each = to->road < 0 ? 1 : danger_of(&a->scenario->roads.at[to->road]);
    int64_t near = travel_ms_of(to->along_m, kmh), far = travel_ms_of(to->length_m - to->along_m, kmh);
    bool by_near =
        ms[to->from] != NEVER_REACHED && near != NEVER_REACHED &&
        (ms[to->to] == NEVER_REACHED || far == NEVER_REACHED || ms[to->from] + near <= ms[to->to] + far);
    return by_near ? row[to->from] + to->along_m / 1000 * each
                   : row[to->to] + (to->length_m - to->along_m) / 1000 * each;
}

double travel_danger_km(const struct area *a, const struct driving *d, const struct location *from,
                        const struct location *to)
{
    if (to->from < 0 && to->off_m <= 0)
        return danger_out_km(a, d, to->site, from);
    return danger_out_km(a, d, from->site, to);
}
