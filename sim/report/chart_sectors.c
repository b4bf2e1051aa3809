/* chart_sectors.c -- where it is worst: shares meeting 10, 1 and 2, a panel each. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "bars.h"
#include "base/die.h"
#include "charts.h"
#include "finding.h"
#include "reading.h"
#include "say.h"

enum { PANELS = 4, STYLE_SIZE = 160 };

// clang-format off
static const struct {
    enum milestone milestone;
    const char *title, *below, *colour;
    int point; /* gnuplot's marker: each panel its own shape */
} panels[PANELS] = {
    { FIRST_AID,         "10: first aid",   "within 10 min",             GREEN,     7 },
    { RESUSCITATION,     "1: resuscitation", "within 1 h",               "#B87900", 5 },
    { SURGICAL_FACILITY, "2: arrival",      "surgical facility, in 2 h", BLUE,      9 },
    { SURGERY,           "2: surgery",      "begun within 2 h",          VERM,      13 },
};
// clang-format on

static const double panel_width = 1, gap = 0.3; /* a panel is 0 to 100 % */

struct row {
    int group;
    double order;
    struct interval share[PANELS];
};

struct rows_of {
    int n, sectors; /* shown; of so many */
    struct row *row;
    const char *name[BARS_SHOWN];
};

static int higher(const void *a, const void *b)
{
    double x = ((const struct row *)a)->order, y = ((const struct row *)b)->order;
    return (x > y) - (x < y);
}

static void read_row(struct rows_of *s, const struct tally *t, int group)
{
    struct row *row = &s->row[s->n++];
    row->group = group;
    for (int i = 0; i < PANELS; i++)
        row->share[i] = share_in_time(t, group, panels[i].milestone).of;
    row->order = isnan(row->share[PANELS - 1].value) ? 2 : row->share[PANELS - 1].value;
}

/* All together first, then the sectors, the worst at the top. */
static struct rows_of read_rows(const struct results *r)
{
    const struct frame *f = r->frame;
    struct rows_of s = {.row = must_alloc((size_t)f->groups, sizeof *s.row)};
    read_row(&s, r->tally, 0);
    for (int g = 1; g < f->groups; g++)
        if (!strcmp(f->group[g].dimension, "sector") && tally_needed(r->tally, g, FIRST_AID)->n > 0)
            read_row(&s, r->tally, g);
    qsort(s.row + 1, (size_t)s.n - 1, sizeof *s.row, higher);
    s.sectors = s.n - 1;
    s.n = s.n < BARS_SHOWN ? s.n : BARS_SHOWN;
    for (int i = 0; i < s.n; i++)
        s.name[i] = i ? f->group[s.row[i].group].name : "All";
    return s;
}

static void write_panel(struct canvas *c, const struct rows_of *s, int i)
{
    double x = i * (panel_width + gap);
    char style[STYLE_SIZE];
    canvas_put(c,
               "set object %d rect from first %.3f,graph 0 to first %.3f,graph 1 behind fc rgb '#F5F5F5' "
               "fs solid 1 noborder",
               i + 1, x, x + panel_width);
    canvas_put(c,
               "set arrow %d from first %.3f,graph 0 to first %.3f,graph 1 nohead back lw 1 lc rgb '#E0E0E0'",
               10 + i, x + 0.5, x + 0.5);
    snprintf(style, sizeof style, "left font 'Liberation Sans:Bold,14' textcolor rgb '%s'", panels[i].colour);
    canvas_label(c, (struct spot_on){"first", x, "graph", 1.085}, panels[i].title, style);
    canvas_label(c, (struct spot_on){"first", x, "graph", 1.035}, panels[i].below,
                 "left font 'Liberation Sans,12' textcolor rgb '" MID "'");
    double all = s->row[0].share[i].value;
    if (!isnan(all))
        canvas_put(
            c,
            "set arrow %d from first %.4f,graph 0 to first %.4f,graph 1 nohead back dt 2 lw 1.2 lc rgb '%s'",
            20 + i, x + all, x + all, panels[i].colour);
}

/* The figure stands beyond the interval, on the side where there is room. */
static void write_figure(struct canvas *c, double x, double y, struct interval share)
{
    char text[SAY_SIZE];
    bool right = share.high < 0.72 || isnan(share.high);
    if (isnan(share.value)) {
        canvas_label(c, ON_AXES(x + 0.03, y), "nobody",
                     "left font 'Liberation Sans:Italic,12' textcolor rgb '" MID "'");
        return;
    }
    say_percent(share.value, share.value > 0 && share.value < 0.01 ? 1 : 0, text);
    canvas_label(c, ON_AXES(x + (right ? fmax(share.high, share.value) : fmin(share.low, share.value)), y),
                 text,
                 right ? "left offset 0.9,0 font 'Liberation Sans,13' textcolor rgb '" INK "' front boxed"
                       : "right offset -0.9,0 font 'Liberation Sans,13' textcolor rgb '" INK "' front boxed");
}

static void write_points(struct canvas *c, const struct rows_of *s)
{
    for (int i = 0; i < PANELS; i++) {
        double x = i * (panel_width + gap);
        for (int n = 0; n < s->n; n++) {
            struct interval share = s->row[n].share[i];
            canvas_data(c, 4, (double[]){x + share.value, s->n - 1 - n, x + share.low, x + share.high});
            write_figure(c, x, s->n - 1 - n, share);
        }
        canvas_next_block(c);
    }
}

static struct heading words(const struct rows_of *s, const struct results *r)
{
    struct heading h = {0};
    struct named low = {0}, high = {0};
    char all[SAY_SIZE];
    int worst = group_extreme(r->tally, "sector", SURGERY, true),
        best = group_extreme(r->tally, "sector", SURGERY, false);
    if (worst >= 0) {
        low = (struct named){r->frame->group[worst].name, share_in_time(r->tally, worst, SURGERY).of};
        high = (struct named){r->frame->group[best].name, share_in_time(r->tally, best, SURGERY).of};
    } else
        low = high = (struct named){"all", s->row[0].share[PANELS - 1]};
    int sectors = worst < 0 || worst == best ? 1 : s->sectors;
    finding_sectors(sectors, low, high, h.title);
    say_share(s->row[0].share[PANELS - 1], all);
    snprintf(h.subtitle, sizeof h.subtitle, "Share of those who need it who are in time%s",
             s->sectors > 1 ? ", by sector; dashed: all together" : "");
    snprintf(h.note, sizeof h.note,
             "Bars: 95 %% intervals, the trial as the unit. Needed by: first aid, all not killed outright; "
             "resuscitation, T1 and "
             "T2; surgery, T1 who need an operation.%s",
             s->sectors >= BARS_SHOWN ? " Only the worst sectors are shown." : "");
    snprintf(h.alt, sizeof h.alt,
             "Shares in time for first aid, resuscitation, arrival at a surgical facility and surgery, with "
             "intervals, "
             "for %d sector%s. %s. In surgery within 2 h, all together: %s.",
             sectors, sectors == 1 ? "" : "s", h.title, all);
    if (sectors > 1) {
        char lowest[SAY_SIZE], highest[SAY_SIZE];
        size_t n = strlen(h.alt);
        say_share(low.share, lowest);
        say_share(high.share, highest);
        snprintf(h.alt + n, sizeof h.alt - n, " Lowest: %.100s, %s; highest: %.100s, %s.", low.name, lowest,
                 high.name, highest);
    }
    return h;
}

bool chart_sectors(const char *folder, const char *name, const struct results *r, struct heading *h)
{
    struct rows_of s = read_rows(r);
    struct canvas c = canvas_open(folder, name, bars_margin(s.name, s.n), 0.96, 0.775, 0.215);
    *h = words(&s, r);
    struct provenance from = provenance_of(r);
    canvas_heading(&c, h, &from);
    bars_names(&c, s.name, s.n, true);
    canvas_put(&c, "unset border\nset grid noxtics\nset xrange [0:%.3f]",
               PANELS * panel_width + (PANELS - 1) * gap);
    canvas_put(&c, "set xtics scale 0 ('' 0)");
    canvas_put(&c, "set style textbox opaque noborder fillcolor rgb '#F5F5F5' margins 0.3,0.1");
    for (int i = 0; i < PANELS; i++) {
        double x = i * (panel_width + gap);
        canvas_put(&c, "set xtics add ('0' %.3f, '50' %.3f, '100 %%%%' %.3f)", x, x + 0.5, x + 1);
        write_panel(&c, &s, i);
    }
    write_points(&c, &s);
    free(s.row);
    char plot[2000] = "";
    for (int i = 0; i < PANELS; i++) {
        size_t n = strlen(plot);
        snprintf(plot + n, sizeof plot - n,
                 "%sDATA index %d using 1:2:3:4 with xerrorbars pt %d ps 1.25 lw 1.8 lc rgb '%s' notitle",
                 i ? ", " : "", i, panels[i].point, panels[i].colour);
    }
    return canvas_plot(&c, plot);
}
