/* chart_map.c -- what was modelled, and where: sites, roads, patrols, care, and attacks of some trials. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/die.h"
#include "base/unit.h"
#include "bars.h"
#include "charts.h"
#include "finding.h"
#include "say.h"
#include "utf8.h"
#include "world/world.h"

enum { ATTACKS_SHOWN = 250, TRIALS_ASKED = 200, STYLE_SIZE = 160, SITE_NAME = 20 };

#define DEGREES(radians) ((radians)*57.29577951308232)
static const double km_per_degree = 111.195;

/* Where the frame lies on the screen, in its shares, and the margin around what is shown. */
static const double left = 0.02, right = 0.80, top = 0.855, bottom = 0.185;

struct chart_area {
    const struct scenario *scenario;
    const struct world *world;
    double lat0, lon0, shrink; /* origin of the km; how much shorter a degree of longitude is */
    double x0, x1, y0, y1;     /* km shown */
    int attacks, trials;       /* shown, and of how many trials */
};

static void place(const struct chart_area *m, const struct point *p, double *x, double *y)
{
    if (m->scenario->map.kind == PLANE) {
        *x = p->x / 1000;
        *y = p->y / 1000;
        return;
    }
    *x = (DEGREES(atan2(p->y, p->x)) - m->lon0) * km_per_degree * m->shrink;
    *y = (DEGREES(asin(fmax(-1, fmin(1, p->z)))) - m->lat0) * km_per_degree;
}

static void place_site(const struct chart_area *m, int site, double *x, double *y)
{
    place(m, &m->world->area->site[site], x, y);
}

static void include(struct chart_area *m, double x, double y)
{
    m->x0 = fmin(m->x0, x);
    m->x1 = fmax(m->x1, x);
    m->y0 = fmin(m->y0, y);
    m->y1 = fmax(m->y1, y);
}

/* Everything in view, with a margin, in the frame's own proportions. */
static void fit(struct chart_area *m)
{
    double wanted = (right - left) * CANVAS_WIDTH / ((top - bottom) * CANVAS_HEIGHT);
    double width = fmax(m->x1 - m->x0, 2) * 1.2, height = fmax(m->y1 - m->y0, 2) * 1.2;
    double x = (m->x0 + m->x1) / 2, y = (m->y0 + m->y1) / 2;
    if (width / height < wanted)
        width = height * wanted;
    else
        height = width / wanted;
    m->x0 = x - width / 2;
    m->x1 = x + width / 2;
    m->y0 = y - height / 2;
    m->y1 = y + height / 2;
}

static struct chart_area area_of(const struct results *r)
{
    const struct scenario *s = r->scenario;
    struct chart_area m = {
        .scenario = s, .world = r->frame->world, .shrink = 1, .x0 = 1e9, .x1 = -1e9, .y0 = 1e9, .y1 = -1e9};
    for (int i = 0; i < s->sites.n && s->map.kind == EARTH; i++) {
        m.lat0 += s->sites.at[i].at.a / s->sites.n;
        m.lon0 += s->sites.at[i].at.b / s->sites.n;
    }
    m.shrink = cos(m.lat0 / DEGREES(1));
    for (int i = 0; i < s->sites.n; i++) {
        double x, y;
        place_site(&m, i, &x, &y);
        include(&m, x, y);
    }
    if (!s->sites.n)
        m.x0 = m.y0 = m.x1 = m.y1 = 0;
    fit(&m);
    return m;
}

/* --- data: one block for each layer ------------------------------------------ */

static void write_line(struct canvas *c, const struct chart_area *m, int from, int to)
{
    double x0, y0, x1, y1;
    place_site(m, from, &x0, &y0);
    place_site(m, to, &x1, &y1);
    canvas_data(c, 4, (double[]){x0, y0, x1 - x0, y1 - y0});
}

static void write_nothing(struct canvas *c)
{
    canvas_data(c, 4, (double[]){NAN, NAN, NAN, NAN}); /* gnuplot wants every block to have a line */
    canvas_next_block(c);
}

static void write_roads(struct canvas *c, const struct chart_area *m)
{
    for (int i = 0; i < m->scenario->roads.n; i++)
        write_line(c, m, m->scenario->roads.at[i].from, m->scenario->roads.at[i].to);
    write_nothing(c);
}

static void write_patrols(struct canvas *c, const struct chart_area *m)
{
    for (int i = 0; i < m->scenario->patrols.n; i++)
        for (int p = 0; p < m->world->route[i].parts; p++)
            write_line(c, m, m->world->route[i].part[p].from, m->world->route[i].part[p].to);
    write_nothing(c);
}

static void write_strikes(struct canvas *c, struct chart_area *m, const struct strikes *s)
{
    const struct run *run = &m->scenario->run;
    for (int i = 0; i < s->n && m->attacks < ATTACKS_SHOWN; i++) {
        double x, y;
        if (s->at[i].at_ms < run->warm_up_ms || s->at[i].at_ms >= run->warm_up_ms + run->horizon_ms)
            continue;
        place(m, &s->at[i].place.point, &x, &y);
        canvas_data(c, 4, (double[]){x, y, 0, 0});
        m->attacks++;
    }
}

/* The attacks are a function of the trial's number: they need not have been kept. */
static void write_attacks(struct canvas *c, struct chart_area *m, const struct results *r)
{
    const struct run *run = &m->scenario->run;
    struct strikes strikes = {0};
    for (; m->trials < r->trials_done && m->trials < TRIALS_ASKED && m->attacks < ATTACKS_SHOWN;
         m->trials++) {
        const struct luck luck = {r->seed, (uint64_t)m->trials};
        strikes.n = 0;
        for (int64_t cell = 0; cell * CELL_MS < run->warm_up_ms + run->horizon_ms; cell++)
            threat_cell(m->world, &luck, cell, &strikes);
        write_strikes(c, m, &strikes);
    }
    strikes_free(&strikes);
    write_nothing(c);
}

static void write_spot(struct canvas *c, const struct chart_area *m, int site)
{
    double x, y;
    place_site(m, site, &x, &y);
    canvas_data(c, 4, (double[]){x, y, 0, 0});
}

static void write_places(struct canvas *c, const struct chart_area *m)
{
    const struct scenario *s = m->scenario;
    for (int i = 0; i < s->sites.n; i++)
        write_spot(c, m, i);
    write_nothing(c);
    for (int surgery = 0; surgery < 2; surgery++) {
        for (int i = 0; i < s->facilities.n; i++)
            if ((s->facilities.at[i].tables > 0) == surgery)
                write_spot(c, m, s->facilities.at[i].site);
        write_nothing(c);
    }
    for (int i = 0; i < s->assets.n; i++)
        if (s->assets.at[i].kind == HELICOPTER && s->assets.at[i].count > 0)
            write_spot(c, m, s->assets.at[i].home);
    write_nothing(c);
}

/* --- how far by air ------------------------------------------------------------ */

/* Flying alone, from the best base to the site and on to the best surgery; NEVER_REACHED: nothing flies there. */
static int64_t flight_ms(const struct chart_area *m, int site)
{
    const struct scenario *s = m->scenario;
    const struct area *a = m->world->area;
    struct location here = location_at(a, site);
    int64_t best = NEVER_REACHED;
    for (int i = 0; i < s->assets.n; i++) {
        const struct asset *x = &s->assets.at[i];
        if (x->kind != HELICOPTER || x->count == 0 || x->serves == SERVES_TRANSFER)
            continue;
        struct location home = location_at(a, x->home);
        for (int f = 0; f < s->facilities.n; f++) {
            if (s->facilities.at[f].tables == 0)
                continue;
            struct location care = location_at(a, s->facilities.at[f].site);
            int64_t out = travel_by_air_ms(a, x->speed_kmh, &home, &here);
            int64_t in = travel_by_air_ms(a, x->speed_kmh, &here, &care);
            if (out >= 0 && in >= 0 && (best < 0 || out + in < best))
                best = out + in;
        }
    }
    return best;
}

static int sites_beyond(const struct chart_area *m)
{
    int beyond = 0, reached = 0;
    for (int i = 0; i < m->scenario->sites.n; i++) {
        int64_t ms = flight_ms(m, i);
        reached += ms >= 0;
        beyond += ms < 0 || ms > HOURS(1);
    }
    return reached ? beyond : -1;
}

/* --- labels ------------------------------------------------------------------------ */

struct name_box {
    double x0, x1, y0, y1;
};

static bool holds(struct name_box b, double x, double y)
{
    return x > b.x0 && x < b.x1 && y > b.y0 && y < b.y1;
}

/* How many of some points along a line a name would cover. */
static int covers(struct name_box b, const struct chart_area *m, int from, int to)
{
    enum { POINTS = 100 };
    double x0, y0, x1, y1;
    int covered = 0;
    place_site(m, from, &x0, &y0);
    place_site(m, to, &x1, &y1);
    for (int i = 0; i <= POINTS; i++)
        covered += holds(b, x0 + (x1 - x0) * i / POINTS, y0 + (y1 - y0) * i / POINTS);
    return covered;
}

enum { NO_ROOM = 1000 };

static int clutter(struct name_box b, const struct name_box *taken, int n, const struct chart_area *m)
{
    const struct scenario *s = m->scenario;
    int covered = b.x0 > m->x0 && b.x1 < m->x1 && b.y0 > m->y0 && b.y1 < m->y1 ? 0 : NO_ROOM;
    for (int i = 0; i < n; i++)
        if (b.x0 < taken[i].x1 && taken[i].x0 < b.x1 && b.y0 < taken[i].y1 && taken[i].y0 < b.y1)
            covered += NO_ROOM;
    for (int i = 0; i < s->sites.n; i++)
        covered += 20 * covers(b, m, i, i) / 101;
    for (int i = 0; i < s->roads.n; i++)
        covered += covers(b, m, s->roads.at[i].from, s->roads.at[i].to);
    for (int i = 0; i < s->patrols.n; i++)
        for (int p = 0; p < m->world->route[i].parts; p++)
            covered += covers(b, m, m->world->route[i].part[p].from, m->world->route[i].part[p].to);
    return covered;
}

/* Around the site, where there is room; first to the right, below. */
static const struct {
    double side, rise;
    const char *style;
} stands[] = {
    {1, -1, "left offset 1.2,-0.7"},  {1, 1, "left offset 1.2,0.7"},   {-1, -1, "right offset -1.2,-0.7"},
    {-1, 1, "right offset -1.2,0.7"}, {1, -2, "left offset 1.2,-1.7"}, {-1, 2, "right offset -1.2,1.7"},
};
enum { STANDS = sizeof stands / sizeof stands[0] };

static struct name_box box_at(const struct chart_area *m, int stand, double x, double y, int letters)
{
    double km = (m->x1 - m->x0) / ((right - left) * CANVAS_WIDTH); /* in a pixel */
    double from = x + stands[stand].side * 11 * km, width = 7.2 * letters * km,
           middle = y + stands[stand].rise * 14 * km;
    double x0 = stands[stand].side < 0 ? from - width : from;
    return (struct name_box){x0, x0 + width, middle - 8 * km, middle + 8 * km};
}

static void write_names(struct canvas *c, const struct chart_area *m)
{
    int n = m->scenario->sites.n, taken = 0;
    struct name_box *box = must_alloc((size_t)n, sizeof *box);
    for (int i = 0; i < n; i++) {
        char name[SAY_SIZE], minutes[SAY_SIZE], text[2 * SAY_SIZE + 8], style[STYLE_SIZE];
        double x, y;
        int64_t ms = flight_ms(m, i);
        place_site(m, i, &x, &y);
        say_name(m->scenario->sites.at[i].id, SITE_NAME, name, sizeof name);
        say_minutes((double)ms, minutes);
        snprintf(text, sizeof text, "%s%s%s", name, ms < 0 ? "" : " · ", ms < 0 ? "" : minutes);
        int stand = 0, least = NO_ROOM, letters = utf8_length(text);
        for (int s = 0; s < STANDS; s++) {
            int covered = clutter(box_at(m, s, x, y, letters), box, taken, m);
            if (covered < least) {
                stand = s;
                least = covered;
            }
        }
        if (least == NO_ROOM) /* the dot stands without its name */
            continue;
        box[taken++] = box_at(m, stand, x, y, letters);
        snprintf(style, sizeof style, "%s front boxed font 'Liberation Sans,12' textcolor rgb '%s'",
                 stands[stand].style, ms > HOURS(1) ? "#B84A00" : INK);
        canvas_label(c, ON_AXES(x, y), text, style);
    }
    free(box);
}

static void write_frame(struct canvas *c, const struct chart_area *m)
{
    double step = tic_step((m->x1 - m->x0) / 2.5);
    char bar[SAY_SIZE];
    canvas_put(c, "set border 15 lc rgb '" PALE "' lw 1\nunset grid\nunset xtics\nunset ytics");
    canvas_put(c, "set xrange [%.3f:%.3f]\nset yrange [%.3f:%.3f]", m->x0, m->x1, m->y0, m->y1);
    double km = (m->x1 - m->x0) / (right - left);
    snprintf(bar, sizeof bar, "%.6g km", step);
    canvas_put(c,
               "set arrow 20 from screen 0.825,0.225 to screen %.5f,0.225 heads size screen 0.004,90 lw 1.6 "
               "lc rgb '" INK "' front",
               0.825 + step / km);
    canvas_label(c, ON_SCREEN(0.825 + step / km / 2, 0.25), bar,
                 "center font 'Liberation Sans,13' textcolor rgb '" INK "'");
    canvas_put(c, "set key at screen 0.815,0.855 left top reverse Left samplen 1.6 spacing 1.4 font "
                  "'Liberation Sans,13' textcolor rgb '" INK "' width -2 noenhanced");
}

static struct heading words(const struct chart_area *m)
{
    struct heading h = {0};
    const struct scenario *s = m->scenario;
    int beyond = sites_beyond(m);
    char attacks[SAY_SIZE];
    finding_map(s->sites.n, beyond, h.title);
    snprintf(h.subtitle, sizeof h.subtitle, "%s",
             beyond < 0 ? "Sites, roads, patrols and care as modelled"
                        : "By each site: flying time at cruising speed from the best base to the site and on "
                          "to surgery, nothing else counted");
    say_count(m->attacks, attacks);
    snprintf(
        h.note, sizeof h.note,
        "%s attack%s of the first %d trial%s. Roads are drawn straight; no coast or border is shown. Range "
        "limits of aircraft are not considered.",
        attacks, m->attacks == 1 ? "" : "s", m->trials, m->trials == 1 ? "" : "s");
    snprintf(h.alt, sizeof h.alt,
             "Map of %d sites, %d roads, %d patrol routes, %d facilities and the bases of helicopters, with "
             "%s attacks of "
             "%d trials. %s.",
             s->sites.n, s->roads.n, s->patrols.n, s->facilities.n, attacks, m->trials, h.title);
    return h;
}

static const char plot[] =
    "DATA index 0 using 1:2:3:4 with vectors nohead lw 2 lc rgb '#C4B49A' title 'road', "
    "DATA index 1 using 1:2:3:4 with vectors nohead lw 2.4 dt (6,5) lc rgb '" PURPLE
    "' title 'patrol route', "
    "DATA index 2 using 1:2 with points pt 7 ps 0.9 lc rgb '#60E69F00' title 'attack', "
    "DATA index 3 using 1:2 with points pt 7 ps 1.1 lc rgb 'white' notitle, "
    "DATA index 3 using 1:2 with points pt 7 ps 0.8 lc rgb '" INK "' title 'site', "
    "DATA index 6 using 1:($2) with points pt 9 ps 3.4 lc rgb 'white' notitle, "
    "DATA index 6 using 1:($2) with points pt 9 ps 2.7 lc rgb '" VERM "' title 'helicopter base', "
    "DATA index 4 using 1:2 with points pt 5 ps 1.7 lc rgb 'white' notitle, "
    "DATA index 4 using 1:2 with points pt 4 ps 1.2 lw 2 lc rgb '" BLUE "' title 'facility', "
    "DATA index 5 using 1:2 with points pt 5 ps 1.7 lc rgb 'white' notitle, "
    "DATA index 5 using 1:2 with points pt 5 ps 1.2 lc rgb '" BLUE "' title 'facility with surgery'";

bool chart_map(const char *folder, const char *name, const struct results *r, struct heading *h)
{
    struct chart_area m = area_of(r);
    struct canvas c = canvas_open(folder, name, left, right, top, bottom);
    write_roads(&c, &m);
    write_patrols(&c, &m);
    write_attacks(&c, &m, r);
    write_places(&c, &m);
    *h = words(&m);
    canvas_heading(&c, h, r);
    write_frame(&c, &m);
    write_names(&c, &m);
    return canvas_plot(&c, plot);
}
