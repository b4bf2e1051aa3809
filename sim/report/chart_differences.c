/* chart_differences.c -- what each plan changes, a panel for each of 10, 1 and 2. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "bars.h"
#include "compare_charts.h"
#include "compare_reading.h"
#include "reading.h"

enum { PANELS = 4, STYLE_SIZE = 160 };

// clang-format off
static const struct {
    const char *measure, *title, *below, *colour;
    int full, hollow; /* gnuplot's markers: sure, and in doubt */
} panels[PANELS] = {
    { "10",        "10: first aid",    "within 10 min",             GREEN,     7,  6  },
    { "1",         "1: resuscitation", "within 1 h",                "#B87900", 5,  4  },
    { "2_arrival", "2: arrival",       "surgical facility, in 2 h", BLUE,      9,  8  },
    { "2_surgery", "2: surgery",       "begun within 2 h",          VERM,      13, 12 },
};
// clang-format on

struct field_of { /* all panels share one scale: points, from -reach to +reach */
    int plans;
    double reach;
    const char *name[BARS_SHOWN];
};

static struct interval points_of(const struct comparison *c, int plan, int panel)
{
    struct interval d = comparison_difference(c, plan + 1, 0, measure_called(c, panels[panel].measure),
                                              level_with_baseline(c));
    return (struct interval){100 * d.value, 100 * d.low, 100 * d.high};
}

static struct field_of read_field(const struct comparison *c)
{
    struct field_of f = {.plans = c->plan.arms - 1 < BARS_SHOWN ? c->plan.arms - 1 : BARS_SHOWN, .reach = 1};
    for (int i = 0; i < f.plans; i++) {
        f.name[i] = c->plan.arm[i + 1].name;
        for (int p = 0; p < PANELS; p++) {
            struct interval d = points_of(c, i, p);
            f.reach = fmax(f.reach, fmax(fabs(d.low), fabs(d.high)));
        }
    }
    f.reach *= 1.05;
    return f;
}

/* A panel is 2 wide, from -1 to +1 of the reach, and they stand 0.5 apart. */
static double middle(int panel)
{
    return 1 + 2.5 * panel;
}

static void write_panel(struct canvas *c, const struct field_of *f, int p)
{
    char style[STYLE_SIZE];
    double x = middle(p), step = tic_step(f->reach * 2);
    canvas_put(c,
               "set object %d rect from first %.3f,graph 0 to first %.3f,graph 1 behind fc rgb '#F5F5F5' "
               "fs solid 1 noborder",
               p + 1, x - 1, x + 1);
    canvas_put(
        c, "set arrow %d from first %.3f,graph 0 to first %.3f,graph 1 nohead back lw 1.4 lc rgb '" MID "'",
        10 + p, x, x);
    canvas_put(c, "set xtics add ('0' %.3f)", x);
    for (double at = 2 * step; at <= f->reach; at += 2 * step)
        canvas_put(c, "set xtics add ('-%.*f' %.4f, '+%.*f' %.4f)", step < 0.5, at, x - at / f->reach,
                   step < 0.5, at, x + at / f->reach);
    snprintf(style, sizeof style, "left font 'Liberation Sans:Bold,14' textcolor rgb '%s'", panels[p].colour);
    canvas_label(c, (struct spot_on){"first", x - 1, "graph", 1.085}, panels[p].title, style);
    canvas_label(c, (struct spot_on){"first", x - 1, "graph", 1.035}, panels[p].below,
                 "left font 'Liberation Sans,12' textcolor rgb '" MID "'");
}

static void write_figure(struct canvas *c, double x, double y, struct interval d, double reach)
{
    char text[SAY_SIZE];
    bool right = d.high < 0.55 * reach;
    int decimals = fabs(d.value) < 2 ? 1 : 0;
    if (fabs(d.value) < 0.05)
        snprintf(text, sizeof text, "0");
    else
        snprintf(text, sizeof text, "%+.*f", decimals, d.value);
    canvas_label(c, ON_AXES(x + (right ? d.high : d.low) / reach, y), text,
                 right ? "left offset 0.8,0 font 'Liberation Sans,13' textcolor rgb '" INK "' front"
                       : "right offset -0.8,0 font 'Liberation Sans,13' textcolor rgb '" INK "' front");
}

/* Two blocks of data a panel: those that are sure, then those in doubt. */
static void write_points(struct canvas *canvas, const struct comparison *c, const struct field_of *f)
{
    for (int p = 0; p < PANELS; p++)
        for (int sure = 1; sure >= 0; sure--) {
            canvas_data(canvas, 4, (double[]){NAN, NAN, NAN, NAN}); /* gnuplot wants at least one line */
            for (int i = 0; i < f->plans; i++) {
                struct interval d = points_of(c, i, p);
                bool clear = d.low > 0 || d.high < 0;
                double x = middle(p), y = f->plans - 1 - i;
                if (isnan(d.value) || clear != (sure == 1))
                    continue;
                canvas_data(
                    canvas, 4,
                    (double[]){x + d.value / f->reach, y, x + d.low / f->reach, x + d.high / f->reach});
                write_figure(canvas, x, y, d, f->reach);
            }
            canvas_next_block(canvas);
        }
}

static struct heading words(const struct comparison *c, const struct field_of *f)
{
    struct heading h = {0};
    char one[SAY_SIZE];
    comparison_says(c, h.title);
    h.title[strlen(h.title) - 1] = 0; /* a title ends without a stop */
    snprintf(h.subtitle, sizeof h.subtitle,
             "Points more or less in time than with the scenario as it is, on the same attacks and wounds");
    snprintf(h.note, sizeof h.note,
             "Filled: a difference for sure; hollow and grey: in doubt. Bars hold all at once with 95 %% "
             "confidence "
             "(%d plans, "
             "%d figures).%s",
             c->plan.arms - 1, c->headlines,
             f->plans < c->plan.arms - 1 ? " Only the first plans are shown." : "");
    difference_says(&c->measure[measure_called(c, "2_surgery")],
                    comparison_difference(c, 1, 0, measure_called(c, "2_surgery"), level_with_baseline(c)),
                    one);
    snprintf(h.alt, sizeof h.alt,
             "Differences from the scenario as it is in the shares with first aid within 10 min, "
             "resuscitation within 1 "
             "h, arrival and surgery within 2 h, for %d plans, with intervals. %s. In surgery within 2 h, "
             "first plan: %s.",
             f->plans, h.title, one);
    return h;
}

bool chart_differences(const char *folder, const char *name, const struct comparison *c, struct heading *h)
{
    struct field_of f = read_field(c);
    struct canvas canvas = canvas_open(folder, name, bars_margin(f.name, f.plans), 0.97, 0.775, 0.235);
    struct provenance from = provenance_of_comparison(c);
    *h = words(c, &f);
    canvas_heading(&canvas, h, &from);
    bars_names(&canvas, f.name, f.plans, false);
    canvas_put(&canvas, "unset border\nset grid noxtics\nset xrange [-0.1:%.3f]", middle(PANELS - 1) + 1.1);
    canvas_put(&canvas, "set xtics scale 0 ('' 0)\nset xlabel 'Percentage points' textcolor rgb '" INK "'");
    for (int p = 0; p < PANELS; p++)
        write_panel(&canvas, &f, p);
    write_points(&canvas, c, &f);
    canvas_put(&canvas, "set errorbars small");
    char plot[4000] = "";
    for (int p = 0; p < PANELS; p++) {
        size_t n = strlen(plot);
        snprintf(plot + n, sizeof plot - n,
                 "%sDATA index %d using 1:2:3:4 with xerrorbars pt %d ps 1.4 lw 1.8 lc rgb '%s' notitle, "
                 "DATA index %d using 1:2:3:4 with xerrorbars pt 0 lw 1.4 lc rgb '" MID "' notitle, "
                 "DATA index %d using 1:2 with points pt %d ps 1.4 lc rgb 'white' notitle, "
                 "DATA index %d using 1:2 with points pt %d ps 1.4 lw 1.6 lc rgb '" MID "' notitle",
                 p ? ", " : "", 2 * p, panels[p].full, panels[p].colour, 2 * p + 1, 2 * p + 1, panels[p].full,
                 2 * p + 1, panels[p].hollow);
    }
    return canvas_plot(&canvas, plot);
}
