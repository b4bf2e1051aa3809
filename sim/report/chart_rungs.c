/* chart_rungs.c -- lines and bands over the steps of a ladder. */
#include "chart_rungs.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include "bars.h"
#include "base/unit.h"
#include "ends.h"
#include "reading.h"
#include "stress_reading.h"

// clang-format off
static const struct {
    const char *colour, *ink, *dash;
    int point; /* gnuplot's marker: each line its own shape */
} looks[LINES_MOST] = {
    { BLUE,   BLUE,      "1",              7  }, { VERM,   "#C25400", "(20,11)",        5  },
    { GREEN,  "#007F5D", "(20,8,4,8)",     9  }, { PURPLE, "#A0487A", "(10,6)",         13 },
    { "#5A5A5A", "#5A5A5A", "(4,8)",       11 },
};
// clang-format on

static bool on_axis(const struct rungs_chart *s)
{
    return stressor_has_axis(s->line[0].ladder->plan.stressor);
}

/* An axis is drawn without the calm, which may lie beside it. */
static int first_step(const struct rungs_chart *s)
{
    return on_axis(s) ? 1 : 0;
}

static double x_of(const struct rungs_chart *s, int step)
{
    const struct step *at = &s->line[0].ladder->step[step];
    return on_axis(s) ? at->number : at->severity;
}

static struct interval value_of(const struct line_of *l, int step)
{
    return panel_value(l->ladder->panel, step, l->figure, EVERYBODY, LEVEL);
}

static bool is_share(const struct rungs_chart *s)
{
    return s->line[0].ladder->figure[s->line[0].figure].kind != TOTAL;
}

static double bound_of(const struct goal *g)
{
    return goal_is_share(g) ? g->at_least : g->at_most;
}

/* The height of the frame in the unit of the figure; all is drawn as a share of it. */
static double top_of(const struct rungs_chart *s)
{
    double most = s->goal >= 0 ? bound_of(ladder_goal(s->line[0].ladder, s->goal)) : 0;
    if (is_share(s))
        return 1;
    for (int i = 0; i < s->lines; i++)
        for (int step = first_step(s); step < s->line[i].ladder->steps; step++)
            most = fmax(most, value_of(&s->line[i], step).high);
    return most > 0 ? 1.12 * most : 1;
}

/* --- axes ------------------------------------------------------------------------ */

static void write_y(struct canvas *c, const struct rungs_chart *s, double top)
{
    double step = is_share(s) ? 0.2 : tic_step(top);
    canvas_put(c, "set yrange [0:1]\nset ytics ('0%s' 0)", is_share(s) ? " %%" : "");
    for (int i = 1; i * step <= top * 1.0001; i++) {
        char figure[32];
        figure_write(i * step * (is_share(s) ? 100 : 1),
                     step < 0.1                 ? 2
                     : step < 1 && !is_share(s) ? 1
                                                : 0,
                     figure);
        canvas_put(c, "set ytics add ('%s%s' %.6g)", figure, is_share(s) ? " %%" : "", i * step / top);
    }
}

static void x_says(const struct ladder *l, char text[HEADING_SIZE])
{
    const struct axis *x = &l->plan.stressor->axis;
    char key[STRESSOR_SIZE];
    say_name(x->key[0], STRESSOR_NAME, key, sizeof key);
    bool added = x->to.sign == '+' || x->to.sign == '-' || x->from.sign == '-';
    snprintf(text, HEADING_SIZE, "%s%.160s%s",
             x->to.sign == 'x' ? "Factor on "
             : added           ? "Added to "
                               : "",
             key, x->keys > 1 ? " and others" : "");
}

static void write_x(struct canvas *c, const struct rungs_chart *s)
{
    const struct ladder *l = s->line[0].ladder;
    double from = x_of(s, first_step(s)), to = x_of(s, l->steps - 1), air = 0.03 * (to - from);
    int each = l->steps > 12 ? 2 : 1;
    canvas_put(c, "set xrange [%.6g:%.6g]\nset xtics ('' %.6g) scale 0.6", from - air, to, from);
    for (int step = first_step(s); step < l->steps; step += each) {
        char name[STRESSOR_SIZE];
        say_id(l->step[step].name, l->steps > 7 ? 11 : 16, name, sizeof name);
        canvas_put(c, "set xtics add ('' %.6g)", x_of(s, step));
        canvas_label(c, (struct spot_on){"first", x_of(s, step), "graph", -0.04}, name,
                     "center textcolor rgb '" INK "' font 'Liberation Sans,13'");
    }
    if (on_axis(s)) {
        char says[HEADING_SIZE];
        x_says(l, says);
        canvas_label(c, (struct spot_on){"graph", 0.5, "graph", -0.1}, says,
                     "center textcolor rgb '" INK "' font 'Liberation Sans,14'");
    }
}

/* --- the goal and where it breaks ---------------------------------------------------- */

static void write_bound(struct canvas *c, const struct rungs_chart *s, double top)
{
    const struct goal *g = ladder_goal(s->line[0].ladder, s->goal);
    bool floor = goal_is_share(g);
    char figure[SAY_SIZE], text[2 * SAY_SIZE];
    double at = bound_of(g) / top;
    canvas_put(c,
               "set object 1 rect from graph 0,first %.5f to graph 1,first %.5f behind fc rgb '#F6E7DC' fs "
               "solid noborder",
               floor ? 0 : at, floor ? at : 1.0);
    canvas_put(
        c, "set arrow 1 from graph 0,first %.5f to graph 1,first %.5f nohead back lw 1.8 lc rgb '" VERM "'",
        at, at);
    if (floor)
        say_percent(g->at_least, 0, figure);
    else
        figure_write(g->at_most, g->of == GOAL_COST ? 0 : 2, figure);
    snprintf(text, sizeof text, "goal: at %s %s", floor ? "least" : "most", figure);
    canvas_label(c, (struct spot_on){"graph", 0.99, "first", at}, text,
                 floor ? "right offset 0,0.7 font 'Liberation Sans:Bold,13' textcolor rgb '#C25400' front"
                       : "right offset 0,-0.7 font 'Liberation Sans:Bold,13' textcolor rgb '#C25400' front");
}

static double place_of(const struct rungs_chart *s, double severity)
{
    const struct ladder *l = s->line[0].ladder;
    return on_axis(s) ? ladder_number(l, severity) : severity;
}

/* A grey band from where it may fail to where it surely does; rungs have nothing between them. */
static void write_break(struct canvas *c, const struct rungs_chart *s)
{
    const struct ladder *l = s->line[0].ladder;
    const struct break_point *p = &l->broken[s->goal].point;
    if (p->verdict != BREAKS || s->lines > 1)
        return;
    double low = place_of(s, p->severity.low),
           high = isnan(p->severity.high) ? x_of(s, l->steps - 1) : place_of(s, p->severity.high),
           at = place_of(s, p->severity.value);
    if (on_axis(s))
        canvas_put(c,
                   "set object 2 rect from first %.6g,graph 0 to first %.6g,graph 1 behind fc rgb '#C9C9C9' "
                   "fs solid noborder",
                   low, high);
    canvas_put(
        c,
        "set arrow 2 from first %.6g,graph 0 to first %.6g,graph 1 nohead back dt 2 lw 1.4 lc rgb '" INK "'",
        at, at);
    char place[STRESSOR_SIZE], text[SENTENCE];
    place_says(l, p->severity.value, place);
    snprintf(text, sizeof text, "breaks at %s", place);
    bool left = (at - x_of(s, first_step(s))) > 0.6 * (x_of(s, l->steps - 1) - x_of(s, first_step(s)));
    canvas_label(
        c, (struct spot_on){"first", at, "graph", 0.95}, text,
        left ? "right offset -0.8,0 font 'Liberation Sans:Bold,14' textcolor rgb '" INK "' front boxed"
             : "left offset 0.8,0 font 'Liberation Sans:Bold,14' textcolor rgb '" INK "' front boxed");
}

/* --- lines ------------------------------------------------------------------------------ */

static void write_lines(struct canvas *c, const struct rungs_chart *s, double top)
{
    for (int step = first_step(s); step < s->line[0].ladder->steps; step++) {
        double row[1 + 3 * LINES_MOST] = {x_of(s, step)};
        for (int i = 0; i < s->lines; i++) {
            struct interval v = value_of(&s->line[i], step);
            row[1 + 3 * i] = v.value / top;
            row[2 + 3 * i] = v.low / top;
            row[3 + 3 * i] = v.high / top;
        }
        canvas_data(c, 1 + 3 * s->lines, row);
    }
}

static void write_ends(struct canvas *c, const struct rungs_chart *s, double top)
{
    struct curve_end ends[LINES_MOST];
    int last = s->line[0].ladder->steps - 1;
    for (int i = 0; i < s->lines; i++) {
        struct interval first = value_of(&s->line[i], 0), v = value_of(&s->line[i], last);
        char calm[SAY_SIZE], end[SAY_SIZE];
        ends[i] = (struct curve_end){.height = v.value / top, .ink = looks[i].ink};
        say_id(s->line[i].name, 20, ends[i].name, sizeof ends[i].name);
        if (is_share(s)) {
            say_percent(first.value, 0, calm);
            say_percent(v.value, 0, end);
        } else {
            figure_write(first.value, 2, calm);
            figure_write(v.value, 2, end);
        }
        snprintf(ends[i].small, sizeof ends[i].small, "%.40s, calm %.40s", end, calm);
    }
    ends_write(c, ends, s->lines, x_of(s, last));
}

bool chart_rungs(const char *folder, const char *name, const struct rungs_chart *s, struct heading *h)
{
    struct canvas c = canvas_open(folder, name, 0.075, 0.79, 0.835, 0.235);
    struct provenance from = provenance_of_stress(s->stress);
    double top = top_of(s);
    canvas_heading(&c, h, &from);
    write_y(&c, s, top);
    write_x(&c, s);
    if (s->goal >= 0) {
        write_bound(&c, s, top);
        write_break(&c, s);
    }
    write_lines(&c, s, top);
    write_ends(&c, s, top);
    char plot[3000] = "";
    for (int i = 0; i < s->lines; i++) {
        size_t n = strlen(plot);
        snprintf(
            plot + n, sizeof plot - n,
            "%sDATA using 1:%d:%d with filledcurves lc rgb '%s' fs transparent solid 0.18 noborder notitle, "
            "DATA using 1:%d with lines lw 2.2 dt %s lc rgb '%s' notitle, "
            "DATA using 1:%d:%d:%d with yerrorbars pt %d ps 1.1 lw 1.2 lc rgb '%s' notitle",
            i ? ", " : "", 3 + 3 * i, 4 + 3 * i, looks[i].colour, 2 + 3 * i, looks[i].dash, looks[i].colour,
            2 + 3 * i, 3 + 3 * i, 4 + 3 * i, looks[i].point, looks[i].colour);
    }
    return canvas_plot(&c, plot);
}
