/* chart_plans.c -- how soon surgery comes under each plan: a curve each. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/die.h"
#include "base/unit.h"
#include "compare_charts.h"
#include "compare_reading.h"
#include "ends.h"
#include "reading.h"

enum { CURVES = 6 }; /* more would not be told apart */

// clang-format off
static const struct {
    const char *colour, *ink, *dash;
} lines[CURVES] = { /* the scenario as it is first, in grey */
    { "#5A5A5A", "#5A5A5A", "(4,8)"      }, { BLUE,      BLUE,      "1"              },
    { VERM,      "#C25400", "(20,11)"    }, { GREEN,     "#007F5D", "(20,8,4,8)"     },
    { PURPLE,    "#A0487A", "(10,6)"     }, { ORANGE,    "#A06E00", "(20,6,4,6,4,6)" },
};
static const struct { int minutes, step; } axes[] = { { 240, 30 }, { 360, 60 }, { 480, 60 }, { 720, 120 } };
// clang-format on
enum { AXES = sizeof axes / sizeof *axes };

struct plans {
    enum milestone milestone;
    int n, axis;
    struct interval *band[CURVES]; /* by bin */
    struct curve curve[CURVES];
};

/* By the clock of the measure ranked by: arrival, or surgery. */
static enum milestone milestone_of_ranking(const struct comparison *c)
{
    return !strcmp(c->measure[c->by].id, "2_arrival") ? SURGICAL_FACILITY : SURGERY;
}

/* The shortest axis on which it has come for most of those for whom it comes within a day. */
static int choose_axis(const struct curve *c)
{
    double most = curve_share(c, HOURS(24), LEVEL).value;
    int axis = 0;
    while (axis < AXES - 1 && curve_share(c, MINUTES(axes[axis].minutes), LEVEL).value < 0.85 * most)
        axis++;
    return axis;
}

static struct plans read_plans(const struct comparison *c)
{
    struct plans p = {.milestone = milestone_of_ranking(c),
                      .n = c->plan.arms < CURVES ? c->plan.arms : CURVES};
    for (int a = 0; a < p.n; a++) {
        p.curve[a] = tally_curve(panel_sums(c->panel, a)->tally, 0, p.milestone);
        p.band[a] = must_alloc((size_t)p.curve[a].bins->count, sizeof **p.band);
        curve_band(&p.curve[a], LEVEL, p.band[a]);
        int axis = choose_axis(&p.curve[a]);
        p.axis = axis > p.axis ? axis : p.axis;
    }
    return p;
}

static struct interval at_minute(const struct plans *p, int arm, int minute)
{
    int bin = 0;
    while (bin + 1 < p->curve[arm].bins->count - 1 &&
           bins_edge(p->curve[arm].bins, bin + 1) <= MINUTES(minute))
        bin++;
    return p->band[arm][bin];
}

static void write_data(struct canvas *c, const struct plans *p)
{
    int until = axes[p->axis].minutes;
    for (int minute = 0; minute <= until; minute += until > 480 ? 2 : 1) {
        double row[1 + 3 * CURVES] = {minute};
        for (int a = 0; a < p->n; a++) {
            struct interval s = at_minute(p, a, minute);
            row[1 + 3 * a] = s.value;
            row[2 + 3 * a] = s.low;
            row[3 + 3 * a] = s.high;
        }
        canvas_data(c, 1 + 3 * p->n, row);
    }
}

static void write_axes(struct canvas *c, const struct plans *p)
{
    canvas_put(c, "set xrange [0:%d]\nset yrange [0:1]\nset xtics %d\nset mxtics 2", axes[p->axis].minutes,
               axes[p->axis].step);
    canvas_put(c,
               "set ytics ('0 %%%%' 0,'20 %%%%' 0.2,'40 %%%%' 0.4,'60 %%%%' 0.6,'80 %%%%' 0.8,'100 %%%%' 1)");
    canvas_put(c, "set xlabel 'Minutes from wounding' textcolor rgb '" INK "'");
    canvas_put(c, "set arrow 1 from 120,0 to 120,1 nohead back dt 2 lw 1.2 lc rgb '" MID "'");
    canvas_label(c, ON_AXES(120, 1.025), "2 h", "center textcolor rgb '" MID "'");
}

static void write_ends(struct canvas *canvas, const struct plans *p, const struct comparison *c)
{
    struct curve_end ends[CURVES];
    for (int a = 0; a < p->n; a++) {
        char percent[SAY_SIZE];
        ends[a] =
            (struct curve_end){.height = at_minute(p, a, axes[p->axis].minutes).value, .ink = lines[a].ink};
        say_id(c->plan.arm[a].name, 21, ends[a].name, sizeof ends[a].name);
        say_percent(at_minute(p, a, 120).value, 0, percent);
        snprintf(ends[a].small, sizeof ends[a].small, "%s within 2 h", percent);
    }
    ends_write(canvas, ends, p->n, axes[p->axis].minutes);
}

static struct heading words(const struct comparison *c, const struct plans *p)
{
    struct heading h = {0};
    comparison_says(c, h.title);
    h.title[strlen(h.title) - 1] = 0; /* a title ends without a stop */
    snprintf(h.subtitle, sizeof h.subtitle,
             "Share of T1 who need an operation who are %s, by time since wounding",
             p->milestone == SURGERY ? "in surgery" : "at a surgical facility");
    snprintf(h.note, sizeof h.note,
             "All plans on the same attacks and wounds. Shaded: 95 %% interval of each curve for itself; "
             "plans differ more "
             "surely than bands suggest, for they share their luck. Those who die first stay in the "
             "denominator.%s",
             p->n < c->plan.arms ? " Only the first plans are shown." : "");
    snprintf(h.alt, sizeof h.alt,
             "Curves of the share of those who need surgery who have reached it against minutes since "
             "wounding, one for "
             "each of %d plans. %s. Within 2 h as it is: %.0f %%; first plan: %.0f %%.",
             p->n, h.title, 100 * at_minute(p, 0, 120).value, 100 * at_minute(p, 1, 120).value);
    return h;
}

bool chart_plans(const char *folder, const char *name, const struct comparison *c, struct heading *h)
{
    struct plans p = read_plans(c);
    struct canvas canvas = canvas_open(folder, name, 0.075, 0.79, 0.835, 0.235);
    struct provenance from = provenance_of_comparison(c);
    *h = words(c, &p);
    canvas_heading(&canvas, h, &from);
    write_data(&canvas, &p);
    write_axes(&canvas, &p);
    write_ends(&canvas, &p, c);
    char plot[2400] = "";
    for (int a = 0; a < p.n; a++) {
        size_t n = strlen(plot);
        snprintf(
            plot + n, sizeof plot - n,
            "%sDATA using 1:%d:%d with filledcurves lc rgb '%s' fs transparent solid 0.15 noborder notitle, "
            "DATA using 1:%d with lines lw 2.2 dt %s lc rgb '%s' notitle",
            a ? ", " : "", 3 + 3 * a, 4 + 3 * a, lines[a].colour, 2 + 3 * a, lines[a].dash, lines[a].colour);
        free(p.band[a]);
    }
    return canvas_plot(&canvas, plot);
}
