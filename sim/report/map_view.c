/* map_view.c -- projection, frame, and how far by air. */
#include "map_view.h"

#include <math.h>

#define DEGREES(radians) ((radians)*57.29577951308232)
static const double km_per_degree = 111.195;

void map_place(const struct map_view *v, const struct point *p, double *x, double *y)
{
    if (v->scenario->map.kind == PLANE) {
        *x = p->x / 1000;
        *y = p->y / 1000;
        return;
    }
    *x = (DEGREES(atan2(p->y, p->x)) - v->longitude) * km_per_degree * v->shrink;
    *y = (DEGREES(asin(fmax(-1, fmin(1, p->z)))) - v->latitude) * km_per_degree;
}

void map_place_site(const struct map_view *v, int site, double *x, double *y)
{
    map_place(v, &v->world->area->site[site], x, y);
}

bool map_shows(const struct map_view *v, int site)
{
    double x, y;
    map_place_site(v, site, &x, &y);
    return x > v->x0 && x < v->x1 && y > v->y0 && y < v->y1;
}

double map_km_per_pixel(const struct map_view *v)
{
    return (v->x1 - v->x0) / ((MAP_RIGHT - MAP_LEFT) * CANVAS_WIDTH);
}

static void include(struct map_view *v, int site)
{
    double x, y;
    map_place_site(v, site, &x, &y);
    v->x0 = fmin(v->x0, x);
    v->x1 = fmax(v->x1, x);
    v->y0 = fmin(v->y0, y);
    v->y1 = fmax(v->y1, y);
}

/* Where people are wounded by the kinds of attack that name or reach sites, and on patrol. */
static void include_exposed(struct map_view *v)
{
    for (int i = 0; i < v->world->sources; i++)
        if (v->world->source[i].site >= 0 && v->world->source[i].peak > 0)
            include(v, v->world->source[i].site);
    for (int i = 0; i < v->scenario->patrols.n; i++)
        for (int p = 0; p < v->world->route[i].parts; p++) {
            include(v, v->world->route[i].part[p].from);
            include(v, v->world->route[i].part[p].to);
        }
    for (int i = 0; i < v->scenario->assets.n; i++)
        for (int k = 0;
             v->scenario->assets.at[i].kind == HELICOPTER && k < asset_places(&v->scenario->assets.at[i]);
             k++)
            include(v, asset_stands_at(&v->scenario->assets.at[i], k));
}

/* With a margin, in the frame's own proportions. */
static void fit(struct map_view *v)
{
    double wanted = (MAP_RIGHT - MAP_LEFT) * CANVAS_WIDTH / ((MAP_TOP - MAP_BOTTOM) * CANVAS_HEIGHT);
    double width = fmax(v->x1 - v->x0, 2) * 1.25, height = fmax(v->y1 - v->y0, 2) * 1.2;
    double x = (v->x0 + v->x1) / 2, y = (v->y0 + v->y1) / 2;
    if (width / height < wanted)
        width = height * wanted;
    else
        height = width / wanted;
    v->x0 = x - width / 2;
    v->x1 = x + width / 2;
    v->y0 = y - height / 2;
    v->y1 = y + height / 2;
}

struct map_view map_view_of(const struct results *r)
{
    const struct scenario *s = r->scenario;
    struct map_view v = {
        .scenario = s, .world = r->frame->world, .shrink = 1, .x0 = 1e9, .x1 = -1e9, .y0 = 1e9, .y1 = -1e9};
    for (int i = 0; i < s->sites.n && s->map.kind == EARTH; i++) {
        v.latitude += s->sites.at[i].at.a / s->sites.n;
        v.longitude += s->sites.at[i].at.b / s->sites.n;
    }
    v.shrink = s->map.kind == EARTH ? cos(v.latitude / DEGREES(1)) : 1;
    include_exposed(&v);
    for (int i = 0; i < s->sites.n && v.x1 < v.x0; i++) /* nobody is exposed anywhere: show it all */
        include(&v, i);
    if (v.x1 < v.x0)
        v.x0 = v.x1 = v.y0 = v.y1 = 0;
    fit(&v);
    return v;
}

static int64_t sooner(int64_t a, int64_t b)
{
    return a < 0 || (b >= 0 && b < a) ? b : a;
}

/* From here on to surgery. */
static int64_t in_ms(const struct map_view *v, double speed_kmh, const struct location *here)
{
    int64_t best = NEVER_REACHED;
    for (int i = 0; i < v->scenario->facilities.n; i++) {
        const struct facility *f = &v->scenario->facilities.at[i];
        struct location care = location_at(v->world->area, f->site);
        if (f->tables > 0)
            best = sooner(best, travel_by_air_ms(v->world->area, speed_kmh, here, &care));
    }
    return best;
}

int64_t map_flight_ms(const struct map_view *v, const struct location *here)
{
    int64_t best = NEVER_REACHED;
    for (int i = 0; i < v->scenario->assets.n; i++) {
        const struct asset *x = &v->scenario->assets.at[i];
        if (x->kind != HELICOPTER || x->count == 0 || x->serves == SERVES_TRANSFER)
            continue;
        int64_t in = in_ms(v, x->speed_kmh, here);
        for (int k = 0; k < asset_places(x); k++) {
            struct location from = location_at(v->world->area, asset_stands_at(x, k));
            int64_t out = travel_by_air_ms(v->world->area, x->speed_kmh, &from, here);
            if (out >= 0 && in >= 0)
                best = sooner(best, out + in);
        }
    }
    return best;
}
