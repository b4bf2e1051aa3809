/* map_names.c -- names put where they cover least. */
#include <math.h>
#include <stdlib.h>
#include "base/die.h"
#include "base/unit.h"
#include "map_view.h"
#include "say.h"
#include "utf8.h"

enum { NAME_LENGTH = 20, STYLE_SIZE = 160, NO_ROOM = 1000, POINTS = 100, NEAR = 26 };

struct box {
    double x0, x1, y0, y1;
};

struct names {
    int n;
    struct box *box; /* of the names so far */
};

static bool overlap(struct box a, struct box b)
{
    return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

/* How many of some points along a line a name would cover. */
static int covers(struct box b, const struct map_view *v, int from, int to)
{
    double x0, y0, x1, y1;
    int covered = 0;
    map_place_site(v, from, &x0, &y0);
    map_place_site(v, to, &x1, &y1);
    for (int i = 0; i <= POINTS; i++) {
        double x = x0 + (x1 - x0) * i / POINTS, y = y0 + (y1 - y0) * i / POINTS;
        covered += x > b.x0 && x < b.x1 && y > b.y0 && y < b.y1;
    }
    return covered;
}

static int clutter(struct box b, const struct map_view *v, const struct names *names)
{
    const struct scenario *s = v->scenario;
    int covered = b.x0 > v->x0 && b.x1 < v->x1 && b.y0 > v->y0 && b.y1 < v->y1 ? 0 : NO_ROOM;
    for (int i = 0; i < names->n; i++)
        covered += overlap(b, names->box[i]) ? NO_ROOM : 0;
    for (int i = 0; i < s->sites.n; i++)
        covered += covers(b, v, i, i);
    for (int i = 0; i < s->roads.n; i++)
        covered += covers(b, v, s->roads.at[i].from, s->roads.at[i].to);
    for (int i = 0; i < s->patrols.n; i++)
        for (int p = 0; p < v->world->route[i].parts; p++)
            covered += covers(b, v, v->world->route[i].part[p].from, v->world->route[i].part[p].to);
    return covered;
}

/* Around the site; the first is taken when all are as good. */
static const struct {
    double side, rise;
    const char *style;
} stands[] = {
    {1, 0, "left offset 1.3,0"},     {-1, 0, "right offset -1.3,0"},     {1, -1, "left offset 1.0,-0.8"},
    {1, 1, "left offset 1.0,0.8"},   {-1, -1, "right offset -1.0,-0.8"}, {-1, 1, "right offset -1.0,0.8"},
    {1, -2, "left offset 1.0,-1.6"}, {-1, 2, "right offset -1.0,1.6"},
};
enum { STANDS = sizeof stands / sizeof stands[0] };

static struct box box_at(const struct map_view *v, int stand, double x, double y, int letters)
{
    double km = map_km_per_pixel(v), width = 8 * letters * km;
    double from = x + stands[stand].side * 12 * km, middle = y + stands[stand].rise * 14 * km;
    double x0 = stands[stand].side < 0 ? from - width : from;
    return (struct box){x0, x0 + width, middle - 8 * km, middle + 8 * km};
}

static void write_name(struct canvas *c, const struct map_view *v, int site, struct names *names)
{
    char name[SAY_SIZE], minutes[SAY_SIZE], text[2 * SAY_SIZE + 8], style[STYLE_SIZE];
    double x, y;
    const struct location here = location_at(v->world->area, site);
    int64_t ms = map_flight_ms(v, &here);
    map_place_site(v, site, &x, &y);
    say_id(v->scenario->sites.at[site].id, NAME_LENGTH, name, sizeof name);
    say_minutes((double)ms, minutes);
    snprintf(text, sizeof text, "%s%s%s", name, ms < MINUTES(1) ? "" : " · ", ms < MINUTES(1) ? "" : minutes);
    int stand = 0, least = NO_ROOM;
    for (int s = 0; s < STANDS; s++) {
        int covered = clutter(box_at(v, s, x, y, utf8_length(text)), v, names);
        if (covered < least) {
            stand = s;
            least = covered;
        }
    }
    if (least == NO_ROOM) /* the dot stands without its name */
        return;
    names->box[names->n++] = box_at(v, stand, x, y, utf8_length(text));
    snprintf(style, sizeof style, "%s front boxed font 'Liberation Sans,12' textcolor rgb '%s'",
             stands[stand].style, ms > HOURS(1) ? "#B84A00" : INK);
    canvas_label(c, ON_AXES(x, y), text, style);
}

/* A dot beside one that has a name, as the end of a loop of patrols, needs none. */
static bool beside_another(const struct map_view *v, int site, const bool *named)
{
    double x0, y0, x1, y1;
    map_place_site(v, site, &x0, &y0);
    for (int i = 0; i < v->scenario->sites.n; i++) {
        map_place_site(v, i, &x1, &y1);
        if (named[i] && hypot(x1 - x0, y1 - y0) < NEAR * map_km_per_pixel(v))
            return true;
    }
    return false;
}

/* Who comes first where room is short: surgery, other care, bases, the rest. */
enum { LAST_RANK = 3 };
static int rank_of(const struct scenario *s, int site)
{
    int rank = LAST_RANK;
    for (int i = 0; i < s->assets.n; i++)
        for (int k = 0; s->assets.at[i].kind == HELICOPTER && k < asset_places(&s->assets.at[i]); k++)
            if (asset_stands_at(&s->assets.at[i], k) == site)
                rank = 2;
    for (int i = 0; i < s->facilities.n; i++)
        if (s->facilities.at[i].site == site)
            rank = s->facilities.at[i].tables > 0 ? 0 : rank < 1 ? rank : 1;
    return rank;
}

void map_names(struct canvas *c, const struct map_view *v)
{
    const struct scenario *s = v->scenario;
    struct names names = {.box = must_alloc((size_t)s->sites.n, sizeof *names.box)};
    bool *named = must_alloc((size_t)s->sites.n, sizeof *named);
    for (int rank = 0; rank <= LAST_RANK; rank++)
        for (int i = 0; i < s->sites.n; i++)
            if (rank_of(s, i) == rank && map_shows(v, i) &&
                (rank < LAST_RANK || !beside_another(v, i, named))) {
                write_name(c, v, i, &names);
                named[i] = true;
            }
    free(named);
    free(names.box);
}
