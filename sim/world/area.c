#include "world/area.h"

#include <math.h>
#include <string.h>

#include "world/sun.h"
#include "world/travel.h"

static const double earth_radius_m = 6371008.8;

/* Coordinates enter here: rounded to 1e-12 (a hundredth of a millimetre), so that libm's last bit does not matter. */
static double rounded(double x)
{
    return nearbyint(x * 1e12) / 1e12;
}

static struct point on_earth(double latitude, double longitude)
{
    double lat = RADIANS(latitude), lon = RADIANS(longitude);
    return (struct point){rounded(cos(lat) * cos(lon)), rounded(cos(lat) * sin(lon)), rounded(sin(lat))};
}

static struct point point_of(const struct area *a, struct spot at)
{
    if (a->scenario->map.kind == PLANE)
        return (struct point){at.a * 1000, at.b * 1000, 0};
    return on_earth(at.a, at.b);
}

double point_distance_m(const struct area *a, const struct point *p, const struct point *q)
{
    double x = p->x - q->x, y = p->y - q->y, z = p->z - q->z;
    double chord = sqrt(x * x + y * y + z * z);
    if (a->scenario->map.kind == PLANE)
        return (double)whole_of(chord);
    return (double)whole_of(2 * earth_radius_m * asin(chord < 2 ? chord / 2 : 1));
}

static bool on_the_spot(const struct location *l)
{
    return l->from < 0 && l->off_m <= 0;
}

double location_distance_m(const struct area *a, const struct location *from, const struct location *to)
{
    if (on_the_spot(from) && on_the_spot(to))
        return a->between_m[from->site * a->scenario->sites.n + to->site];
    return point_distance_m(a, &from->point, &to->point);
}

struct location location_at(const struct area *a, int site)
{
    return (struct location){.point = a->site[site], .site = site, .from = -1, .to = -1, .road = -1};
}

struct location location_in(const struct area *a, int site, double u, double v)
{
    const struct site *s = &a->scenario->sites.at[site];
    struct location l = location_at(a, site);
    double east_m = nearbyint((u - 0.5) * s->width_m), north_m = nearbyint((v - 0.5) * s->height_m);
    if (east_m == 0 && north_m == 0)
        return l;
    l.off_m = nearbyint(sqrt(east_m * east_m + north_m * north_m));
    if (a->scenario->map.kind == PLANE) {
        l.point.x += east_m;
        l.point.y += north_m;
        return l;
    }
    double degree_m = earth_radius_m * RADIANS(1);
    l.point = on_earth(s->at.a + north_m / degree_m, s->at.b + east_m / (degree_m * cos(RADIANS(s->at.a))));
    return l;
}

static struct point point_between(const struct point *p, const struct point *q, double share,
                                  enum map_kind map)
{
    struct point mid = {p->x + share * (q->x - p->x), p->y + share * (q->y - p->y),
                        p->z + share * (q->z - p->z)};
    double norm = map == EARTH ? sqrt(mid.x * mid.x + mid.y * mid.y + mid.z * mid.z) : 1;
    return (struct point){mid.x / norm, mid.y / norm, mid.z / norm};
}

struct location location_between(const struct area *a, int from, int to, double along_m, double length_m)
{
    double share = length_m > 0 ? along_m / length_m : 0;
    return (struct location){
        .point = point_between(&a->site[from], &a->site[to], share, (enum map_kind)a->scenario->map.kind),
        .site = share < 0.5 ? from : to,
        .from = from,
        .to = to,
        .surface = TRACK,
        .road = -1,
        .along_m = along_m,
        .length_m = length_m};
}

struct location location_towards(const struct location *from, const struct location *to, double share,
                                 enum map_kind map)
{
    struct location l = share < 0.5 ? *from : *to;
    l.point = point_between(&from->point, &to->point, share, map);
    l.from = -1;
    l.off_m = 1;
    return l;
}

/* --- travel ------------------------------------------------------------- */

int64_t travel_ms_of(double metres, double speed_kmh)
{
    if (metres <= 0)
        return 0;
    if (speed_kmh <= 0)
        return NEVER_REACHED;
    return whole_of(metres / speed_kmh * 3600);
}

static int64_t given_ms(const struct area *a, const struct location *from, const struct location *to)
{
    if (!a->given_ms || !on_the_spot(from) || !on_the_spot(to))
        return NEVER_REACHED;
    return a->given_ms[from->site * a->scenario->sites.n + to->site];
}

int64_t travel_by_air_ms(const struct area *a, double speed_kmh, const struct location *from,
                         const struct location *to)
{
    int64_t given = given_ms(a, from, to);
    if (given != NEVER_REACHED)
        return given;
    return travel_ms_of(location_distance_m(a, from, to), speed_kmh);
}

static int64_t sum_of(int64_t a, int64_t b)
{
    return a == NEVER_REACHED || b == NEVER_REACHED ? NEVER_REACHED : a + b;
}

static int64_t sooner(int64_t a, int64_t b)
{
    if (a == NEVER_REACHED || b == NEVER_REACHED)
        return a == NEVER_REACHED ? b : a;
    return a < b ? a : b;
}

/* From a site to a location: by road to it, or to either end of the road it lies on. */
static int64_t drive_out_ms(const struct area *a, const struct driving *d, int site,
                            const struct location *to)
{
    const int64_t *row = d->ms + (size_t)site * (size_t)a->scenario->sites.n;
    if (to->from < 0)
        return sum_of(row[to->site], travel_ms_of(to->off_m, d->speed_kmh[TRACK]));
    double speed = to->road < 0 ? d->speed_kmh[to->surface] : d->road_kmh[to->road];
    return sooner(sum_of(row[to->from], travel_ms_of(to->along_m, speed)),
                  sum_of(row[to->to], travel_ms_of(to->length_m - to->along_m, speed)));
}

int64_t travel_by_road_ms(const struct area *a, const struct driving *d, const struct location *from,
                          const struct location *to)
{
    int64_t given = given_ms(a, from, to);
    if (given != NEVER_REACHED)
        return given;
    if (to->from < 0 && to->off_m <= 0)
        return drive_out_ms(a, d, to->site, from);
    return drive_out_ms(a, d, from->site, to);
}

/* --- daylight ------------------------------------------------------------- */

static struct hours sunlit(const struct area *a, int site, int64_t at_ms)
{
    if (!a->sun_s)
        return a->scenario->map.daylight;
    int64_t day = (a->first_day_of_year + at_ms / DAYS(1)) % 366;
    const int32_t *s = a->sun_s[site][day];
    return (struct hours){SECONDS(s[0]), SECONDS(s[1])};
}

bool hours_open(const struct hours *h, int64_t at_ms)
{
    if (h->from_ms == h->to_ms)
        return true;
    int64_t clock = at_ms % DAYS(1);
    if (h->from_ms < h->to_ms)
        return clock >= h->from_ms && clock < h->to_ms;
    return clock >= h->from_ms || clock < h->to_ms;
}

int64_t hours_open_from(const struct hours *h, int64_t at_ms)
{
    if (hours_open(h, at_ms))
        return at_ms;
    int64_t clock = at_ms % DAYS(1), wait = h->from_ms - clock;
    return at_ms + (wait < 0 ? wait + DAYS(1) : wait);
}

bool area_is_dark(const struct area *a, int site, int64_t at_ms)
{
    struct hours h = sunlit(a, site, at_ms);
    return !hours_open(&h, at_ms);
}

int64_t area_light_from(const struct area *a, int site, int64_t at_ms)
{
    if (!area_is_dark(a, site, at_ms))
        return at_ms;
    struct hours today = sunlit(a, site, at_ms), tomorrow = sunlit(a, site, at_ms + DAYS(1));
    int64_t midnight = at_ms - at_ms % DAYS(1), rise = midnight + today.from_ms;
    return rise > at_ms ? rise : midnight + DAYS(1) + tomorrow.from_ms;
}

/* --- making it ------------------------------------------------------------- */

static const int64_t *given_times(const struct scenario *s, struct arena *arena)
{
    size_t n = (size_t)s->sites.n;
    if (!s->travel.n)
        return NULL;
    int64_t *ms = arena_take(arena, n * n, sizeof *ms);
    for (size_t i = 0; i < n * n; i++)
        ms[i] = i % (n + 1) ? NEVER_REACHED : 0;
    for (int i = 0; i < s->travel.n; i++) {
        const struct travel *t = &s->travel.at[i];
        ms[(size_t)t->from * n + (size_t)t->to] = t->time_ms;
        if (t->both_ways)
            ms[(size_t)t->to * n + (size_t)t->from] = t->time_ms;
    }
    return ms;
}

static const double *straight_lines(const struct area *a, struct arena *arena)
{
    int n = a->scenario->sites.n;
    double *between_m = arena_take(arena, (size_t)n * (size_t)n, sizeof *between_m);
    for (int i = 0; i < n * n; i++)
        between_m[i] = point_distance_m(a, &a->site[i / n], &a->site[i % n]);
    return between_m;
}

struct area *area_new(const struct scenario *s, struct arena *arena)
{
    struct area *a = arena_take(arena, 1, sizeof *a);
    a->scenario = s;
    struct point *site = arena_take(arena, (size_t)s->sites.n, sizeof *site);
    for (int i = 0; i < s->sites.n; i++)
        site[i] = point_of(a, s->sites.at[i].at);
    a->site = site;
    a->between_m = straight_lines(a, arena);
    a->given_ms = given_times(s, arena);
    if (s->map.kind == EARTH && s->map.daylight.from_ms < 0)
        a->sun_s = sun_table(s, arena);
    a->first_day_of_year = sun_day_of_year(s->run.start_day);
    return a;
}
