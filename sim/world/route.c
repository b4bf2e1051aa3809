#include "world/route.h"

#include <float.h>

#include "base/die.h"
#include "base/name.h"

/* Dijkstra's labels of one search. */
struct search {
    double *length_m;
    int *by_road; /* the road by which a site is reached, -1 at the start */
    bool *settled;
};

double road_metres(const struct area *a, const struct road *r)
{
    if (r->length_m > 0)
        return r->length_m;
    return a->scenario->map.detour * point_distance_m(a, &a->site[r->from], &a->site[r->to]);
}

static int nearest_open(const struct search *q, int sites)
{
    int best = -1;
    for (int i = 0; i < sites; i++)
        if (!q->settled[i] && q->length_m[i] < DBL_MAX && (best < 0 || q->length_m[i] < q->length_m[best]))
            best = i;
    return best;
}

static void look_along(const struct area *a, struct search *q, int road, int from, int to)
{
    double length = q->length_m[from] + road_metres(a, &a->scenario->roads.at[road]);
    if (length < q->length_m[to]) {
        q->length_m[to] = length;
        q->by_road[to] = road;
    }
}

/* Searches from `start` until `end` is settled; false when no road leads there. */
static bool search_road(const struct area *a, struct search *q, int start, int end)
{
    const struct scenario *s = a->scenario;
    for (int i = 0; i < s->sites.n; i++) {
        q->length_m[i] = i == start ? 0 : DBL_MAX;
        q->by_road[i] = -1;
        q->settled[i] = false;
    }
    for (int here; (here = nearest_open(q, s->sites.n)) >= 0;) {
        q->settled[here] = true;
        if (here == end)
            return true;
        for (int i = 0; i < s->roads.n; i++) {
            if (s->roads.at[i].from == here)
                look_along(a, q, i, here, s->roads.at[i].to);
            if (s->roads.at[i].to == here)
                look_along(a, q, i, here, s->roads.at[i].from);
        }
    }
    return false;
}

struct parts {
    struct stretch_of_road *at;
    int n, room;
    struct arena *arena;
};

static void add_part(struct parts *p, struct stretch_of_road part)
{
    if (p->n == p->room) {
        struct stretch_of_road *old = p->at;
        p->room = p->room ? 2 * p->room : 8;
        p->at = arena_take(p->arena, (size_t)p->room, sizeof *p->at);
        for (int i = 0; i < p->n; i++)
            p->at[i] = old[i];
    }
    p->at[p->n++] = part;
}

/* The roads found lead back from the end; they are laid in the direction of travel. */
static void lay_way(const struct area *a, const struct search *q, int end, struct parts *p)
{
    int road = q->by_road[end];
    if (road < 0)
        return;
    const struct road *r = &a->scenario->roads.at[road];
    int before = r->to == end ? r->from : r->to;
    lay_way(a, q, before, p);
    add_part(p, (struct stretch_of_road){.from = before,
                                         .to = end,
                                         .surface = r->surface,
                                         .road = road,
                                         .length_m = road_metres(a, r),
                                         .threat = r->threat});
}

static void lay_straight(const struct area *a, int from, int to, struct parts *p)
{
    add_part(p, (struct stretch_of_road){.from = from,
                                         .to = to,
                                         .surface = TRACK,
                                         .road = -1,
                                         .length_m = point_distance_m(a, &a->site[from], &a->site[to]),
                                         .threat = 1});
}

static void measure(struct route *r, struct parts *p, double speed_kmh)
{
    for (int i = 0; i < p->n; i++) {
        p->at[i].start_m = r->length_m;
        r->length_m += p->at[i].length_m;
        if (p->at[i].threat > r->worst_threat)
            r->worst_threat = p->at[i].threat;
    }
    r->parts = p->n;
    r->part = p->at;
    r->duration_ms = travel_ms_of(r->length_m, speed_kmh);
}

/* How many trips leave in a cell, for a patrol that leaves at random. */
static struct dist trips_in_cell(double per_day, struct arena *arena)
{
    struct dist trips = {0};
    double days = (double)(CELL_MS / DAYS(1));
    char *written = arena_print(arena, "poisson(%.17g)", per_day * days);
    if (per_day > 0 && dist_read(written, PURE, arena, &trips))
        die(EXIT_DEFECT, "cannot use %s", written);
    return trips;
}

struct route route_of(const struct area *a, const struct patrol *patrol, struct arena *arena)
{
    size_t sites = (size_t)a->scenario->sites.n;
    struct search q = {arena_take(arena, sites, sizeof(double)), arena_take(arena, sites, sizeof(int)),
                       arena_take(arena, sites, sizeof(bool))};
    struct parts p = {.arena = arena};
    for (int i = 0; i + 1 < patrol->route.n; i++) {
        int from = patrol->route.at[i], to = patrol->route.at[i + 1];
        if (!a->scenario->roads.n)
            lay_straight(a, from, to, &p);
        else if (search_road(a, &q, from, to))
            lay_way(a, &q, to, &p);
    }
    struct route r = {.name = name_of("patrol", patrol->id), .trips = trips_in_cell(patrol->rate, arena)};
    measure(&r, &p, patrol->speed_kmh);
    return r;
}

/* --- trips ----------------------------------------------------------------- */

static int64_t ceil_div(int64_t a, int64_t b)
{
    return a / b + (a % b > 0);
}

struct trips trips_of(const struct route *r, const struct patrol *p, const struct luck *l, int64_t cell)
{
    if (p->every_ms > 0) {
        int64_t first = ceil_div(cell * CELL_MS, p->every_ms),
                last = ceil_div((cell + 1) * CELL_MS, p->every_ms);
        return (struct trips){first, last - first};
    }
    if (p->rate <= 0)
        return (struct trips){0, 0};
    return (struct trips){
        0, dist_count(&r->trips, luck_uniform(l, DRAW_TRIP_START, name_child(r->name, 0), (uint64_t)cell))};
}

int64_t trip_start_ms(const struct route *r, const struct patrol *p, const struct luck *l, int64_t cell,
                      int64_t trip)
{
    if (p->every_ms > 0) {
        int64_t start = trip * p->every_ms + p->depart_ms;
        if (dist_is_constant(&p->jitter))
            return start + dist_ms(&p->jitter, 0.5);
        return start + dist_ms(&p->jitter, luck_uniform(l, DRAW_TRIP_START, r->name, (uint64_t)trip));
    }
    double u = luck_uniform(l, DRAW_TRIP_START, name_child(r->name, (uint64_t)cell + 1), (uint64_t)trip);
    return cell * CELL_MS + (int64_t)(u * (double)CELL_MS);
}

const struct stretch_of_road *route_part(const struct route *r, double along_m)
{
    int low = 0, high = r->parts - 1;
    while (low < high) {
        int mid = (low + high + 1) / 2;
        if (r->part[mid].start_m <= along_m)
            low = mid;
        else
            high = mid - 1;
    }
    return &r->part[low];
}
