/* chart_map.c -- what was modelled, and where: roads, patrols, care, and attacks of some trials. */
#include <math.h>
#include <string.h>
#include "bars.h"
#include "base/unit.h"
#include "charts.h"
#include "finding.h"
#include "map_view.h"
#include "reading.h"
#include "say.h"

enum { ATTACKS_SHOWN = 250, TRIALS_ASKED = 200 };

/* Attacks asked of the world again: they are a function of the trial's number and need not have been kept. */
struct dots {
    int shown, trials_shown, trials;
    struct ratio beyond; /* further than an hour's flight, of all */
    bool flown;          /* does anything fly at all? */
};

/* --- data: one block for each layer ------------------------------------------ */

static void end_layer(struct canvas *c)
{
    canvas_data(c, 4, (double[]){NAN, NAN, NAN, NAN}); /* gnuplot wants every block to have a line */
    canvas_next_block(c);
}

static void write_line(struct canvas *c, const struct map_view *v, int from, int to)
{
    double x0, y0, x1, y1;
    map_place_site(v, from, &x0, &y0);
    map_place_site(v, to, &x1, &y1);
    canvas_data(c, 4, (double[]){x0, y0, x1 - x0, y1 - y0});
}

static void write_roads(struct canvas *c, const struct map_view *v)
{
    for (int i = 0; i < v->scenario->roads.n; i++)
        write_line(c, v, v->scenario->roads.at[i].from, v->scenario->roads.at[i].to);
    end_layer(c);
}

static void write_patrols(struct canvas *c, const struct map_view *v)
{
    for (int i = 0; i < v->scenario->patrols.n; i++)
        for (int p = 0; p < v->world->route[i].parts; p++)
            write_line(c, v, v->world->route[i].part[p].from, v->world->route[i].part[p].to);
    end_layer(c);
}

static void write_strikes(struct canvas *c, const struct map_view *v, const struct strikes *s, struct dots *a)
{
    const struct run *run = &v->scenario->run;
    int64_t beyond = 0, all = 0;
    for (int i = 0; i < s->n; i++) {
        double x, y;
        if (s->at[i].at_ms < run->warm_up_ms || s->at[i].at_ms >= run->warm_up_ms + run->horizon_ms)
            continue;
        int64_t ms = map_flight_ms(v, &s->at[i].place);
        all++;
        beyond += ms < 0 || ms > HOURS(1);
        a->flown = a->flown || ms >= 0;
        if (a->shown == ATTACKS_SHOWN)
            continue;
        map_place(v, &s->at[i].place.point, &x, &y);
        canvas_data(c, 4, (double[]){x, y, 0, 0});
        a->shown++;
        a->trials_shown = a->trials + 1;
    }
    ratio_add(&a->beyond, beyond, all);
    a->trials++;
}

static struct dots write_attacks(struct canvas *c, const struct map_view *v, const struct results *r)
{
    const struct run *run = &v->scenario->run;
    struct strikes strikes = {0};
    struct dots a = {0};
    const int64_t end_ms = run->warm_up_ms + run->horizon_ms;
    while (a.trials < r->trials_done && a.trials < TRIALS_ASKED) {
        const struct luck luck = {r->seed, (uint64_t)a.trials};
        strikes.n = 0;
        for (int64_t cell = 0; cell * CELL_MS < end_ms; cell++)
            threat_cell(v->world, &luck, cell, end_ms, &strikes);
        write_strikes(c, v, &strikes, &a);
    }
    strikes_free(&strikes);
    end_layer(c);
    return a;
}

static void write_spot(struct canvas *c, const struct map_view *v, int site)
{
    double x, y;
    map_place_site(v, site, &x, &y);
    canvas_data(c, 4, (double[]){x, y, 0, 0});
}

static void write_places(struct canvas *c, const struct map_view *v)
{
    const struct scenario *s = v->scenario;
    for (int i = 0; i < s->sites.n; i++)
        write_spot(c, v, i);
    end_layer(c);
    for (int surgery = 0; surgery < 2; surgery++) {
        for (int i = 0; i < s->facilities.n; i++)
            if ((s->facilities.at[i].tables > 0) == surgery)
                write_spot(c, v, s->facilities.at[i].site);
        end_layer(c);
    }
    for (int i = 0; i < s->assets.n; i++)
        for (int k = 0; s->assets.at[i].kind == HELICOPTER && k < asset_places(&s->assets.at[i]); k++)
            write_spot(c, v, asset_stands_at(&s->assets.at[i], k));
    end_layer(c);
}

/* --- frame and words ------------------------------------------------------------ */

static void write_frame(struct canvas *c, const struct map_view *v)
{
    double bar_km = tic_step((v->x1 - v->x0) / 2.5), km_per_screen = (v->x1 - v->x0) / (MAP_RIGHT - MAP_LEFT);
    char bar[SAY_SIZE];
    canvas_put(c, "set border 15 lc rgb '" PALE "' lw 1\nunset grid\nunset xtics\nunset ytics");
    canvas_put(c, "set xrange [%.3f:%.3f]\nset yrange [%.3f:%.3f]", v->x0, v->x1, v->y0, v->y1);
    snprintf(bar, sizeof bar, "%.6g km", bar_km);
    canvas_put(
        c,
        "set arrow 20 from screen 0.825,0.2 to screen %.5f,0.2 heads size screen 0.004,90 lw 1.6 lc rgb '" INK
        "' front",
        0.825 + bar_km / km_per_screen);
    canvas_label(c, ON_SCREEN(0.825 + bar_km / km_per_screen / 2, 0.225), bar,
                 "center font 'Liberation Sans,13' textcolor rgb '" INK "'");
    canvas_put(c, "set key at screen 0.815,0.855 left top reverse Left samplen 1.6 spacing 1.4 font "
                  "'Liberation Sans,13' textcolor rgb '" INK "' width -2 noenhanced");
}

/* Places with care that the frame leaves out. */
static void name_outside(const struct map_view *v, char *text, size_t size)
{
    size_t n = 0;
    text[0] = 0;
    for (int i = 0; i < v->scenario->facilities.n && n < size / 2; i++) {
        char name[SAY_SIZE];
        int site = v->scenario->facilities.at[i].site;
        if (map_shows(v, site))
            continue;
        say_id(v->scenario->sites.at[site].id, 20, name, sizeof name);
        n += (size_t)snprintf(text + n, size - n, "%s%s", n ? ", " : " Outside the frame: ", name);
    }
    if (n)
        snprintf(text + n, size - n, ".");
}

static struct heading words(const struct map_view *v, const struct dots *a)
{
    struct heading h = {0};
    char shown[SAY_SIZE], all[SAY_SIZE], outside[HEADING_SIZE / 4], share[SAY_SIZE];
    struct interval beyond = ratio_share(&a->beyond, a->trials, LEVEL);
    finding_map(beyond, a->flown, h.title);
    say_share(beyond, share);
    say_count(a->shown, shown);
    say_count(a->beyond.n, all);
    name_outside(v, outside, sizeof outside);
    snprintf(h.subtitle, sizeof h.subtitle, "%s",
             "Beside each site: flying time from the best base out to it and on to surgery at cruising "
             "speed, nothing else counted");
    snprintf(
        h.note, sizeof h.note,
        "Dots: %s attacks of the first %d trials; the title counts all %s of %d trials. Range and darkness "
        "not counted; "
        "roads drawn straight.%s",
        shown, a->trials_shown, all, a->trials, outside);
    snprintf(h.alt, sizeof h.alt,
             "Map of %d sites, %d roads, %d patrol routes, %d facilities and the bases of helicopters, with "
             "%s attacks of %d trials. %s. "
             "Share of attacks further than an hour's flight: %s, of %s.",
             v->scenario->sites.n, v->scenario->roads.n, v->scenario->patrols.n, v->scenario->facilities.n,
             shown, a->trials_shown, h.title, share, all);
    return h;
}

static const char plot[] =
    "DATA index 0 using 1:2:3:4 with vectors nohead lw 2 lc rgb '#C4B49A' title 'road', "
    "DATA index 1 using 1:2:3:4 with vectors nohead lw 2.4 dt (6,5) lc rgb '" PURPLE
    "' title 'patrol route', "
    "DATA index 2 using 1:2 with points pt 7 ps 0.9 lc rgb '#60E69F00' title 'attack', "
    "DATA index 3 using 1:2 with points pt 7 ps 1.1 lc rgb 'white' notitle, "
    "DATA index 3 using 1:2 with points pt 7 ps 0.8 lc rgb '" INK "' title 'site', "
    "DATA index 6 using 1:2 with points pt 9 ps 3.4 lc rgb 'white' notitle, "
    "DATA index 6 using 1:2 with points pt 9 ps 2.7 lc rgb '" VERM "' title 'helicopter base', "
    "DATA index 4 using 1:2 with points pt 5 ps 1.7 lc rgb 'white' notitle, "
    "DATA index 4 using 1:2 with points pt 4 ps 1.2 lw 2 lc rgb '" BLUE "' title 'facility', "
    "DATA index 5 using 1:2 with points pt 5 ps 1.7 lc rgb 'white' notitle, "
    "DATA index 5 using 1:2 with points pt 5 ps 1.2 lc rgb '" BLUE "' title 'facility with surgery'";

bool chart_map(const char *folder, const char *name, const struct results *r, struct heading *h)
{
    struct map_view v = map_view_of(r);
    struct canvas c = canvas_open(folder, name, MAP_LEFT, MAP_RIGHT, MAP_TOP, MAP_BOTTOM);
    write_roads(&c, &v);
    write_patrols(&c, &v);
    struct dots a = write_attacks(&c, &v, r);
    write_places(&c, &v);
    *h = words(&v, &a);
    struct provenance from = provenance_of(r);
    canvas_heading(&c, h, &from);
    write_frame(&c, &v);
    map_names(&c, &v);
    return canvas_plot(&c, plot);
}
