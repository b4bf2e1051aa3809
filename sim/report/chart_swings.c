/* chart_swings.c -- how much goes with each key: a bar from 0, or of a whole. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "key_rows.h"
#include "sweep_charts.h"

/* What the designs show: one bar a key, or a hollow one behind for what it does together with others. */
static const struct shown {
    bool share; /* of a whole, in percent */
    enum measure_of_key solid, hollow;
    const char *subtitle, *note;
} shown[SWEEP_DESIGNS] = {
    [FACTORIAL] = {false, SWING, SWING,
                   "Change of %s between the levels of a key, on average over the others",
                   "From the level with the least to the one with the most, in the order of the levels."},
    [LATIN] = {false, SWING, SWING, "Change of %s from the low end of a key to its high end, along a plane",
               "A plane is laid through all points by least squares."},
    [SOBOL] = {false, SWING, SWING, "Change of %s from the low end of a key to its high end, along a plane",
               "A plane is laid through all points by least squares."},
    [INDICES] = {true, FIRST, ALL_ORDERS,
                 "Share of the variance of %s between points that has to do with each key",
                 "Sobol indices. Solid: the key alone; hollow: with all it does together with others."},
    [BELIEFS] = {true, FIRST, FIRST, "Share of each belief in what is not known of %s",
                 "Along a plane through the draws of the beliefs."},
};

static const struct shown *shown_of(const struct sweep_view *v)
{
    return &shown[v->sweep->plan.design];
}

static double within_one(double x)
{
    return x < 0 ? 0 : x > 1 ? 1 : x;
}

static struct interval scaled(const struct sweep_view *v, int key, enum measure_of_key m)
{
    struct interval i = effect_of(&v->effects[v->by], key, m);
    double scale = scale_of_figure(&v->sweep->figure[v->by]);
    if (shown_of(v)->share) /* nothing is less than none, or more than all */
        return (struct interval){100 * within_one(i.value), 100 * within_one(i.low),
                                 100 * within_one(i.high)};
    return (struct interval){i.value * scale, i.low * scale, i.high * scale};
}

static void write_size(struct canvas *c, const struct sweep_view *v, int key, double y)
{
    char label[SAY_SIZE];
    struct interval i = scaled(v, key, shown_of(v)->hollow), solid = scaled(v, key, shown_of(v)->solid);
    bool right = i.value >= 0;
    if (shown_of(v)->share)
        say_percent(i.value / 100, 0, label);
    else
        figure_write(i.value, i.high - i.low < 1.5 ? 1 : 0, label);
    double x = right ? fmax(i.high, solid.high) : fmin(i.low, solid.low);
    canvas_label(c, ON_AXES(x, y), label,
                 right ? "left offset 0.7,0 font 'Liberation Sans:Bold,13' textcolor rgb '" INK "' front"
                       : "right offset -0.7,0 font 'Liberation Sans:Bold,13' textcolor rgb '" INK "' front");
}

static void write_bars(struct canvas *c, const struct sweep_view *v, const struct key_rows *r,
                       double reach[2])
{
    for (int solid = 0; solid < 2; solid++) {
        canvas_data(c, 6, (double[]){NAN, NAN, NAN, NAN, NAN, NAN}); /* gnuplot wants at least one line */
        for (int n = 0; n < r->n; n++) {
            struct interval i = scaled(v, r->key[n], solid ? shown_of(v)->solid : shown_of(v)->hollow);
            bool both = shown_of(v)->solid != shown_of(v)->hollow;
            double y = r->n - 1 - n + (!both ? 0 : solid ? -0.2 : 0.2);
            if (isnan(i.value))
                continue;
            canvas_data(c, 6, (double[]){i.value, y, fmin(i.value, 0), fmax(i.value, 0), i.low, i.high});
            reach[0] = fmin(reach[0], i.low);
            reach[1] = fmax(reach[1], i.high);
        }
        canvas_next_block(c);
    }
    for (int n = 0; n < r->n; n++)
        write_size(c, v, r->key[n], r->n - 1 - n);
}

static struct heading words(const struct sweep_view *v, const struct key_rows *r)
{
    struct heading h = {0};
    const struct figure *f = &v->sweep->figure[v->by];
    char what[SAY_SIZE];
    snprintf(what, sizeof what, "%.80s%s", subject_of(v),
             f->kind == TOTAL     ? " a trial"
             : shown_of(v)->share ? ""
                                  : " (points)");
    title_of_sweep(v, h.title);
    snprintf(h.subtitle, sizeof h.subtitle, shown_of(v)->subtitle, what);
    note_of_sweep(v, shown_of(v)->note, h.note);
    snprintf(h.alt, sizeof h.alt, "Bars of %d keys, the strongest at the top. %s. %s.", r->n, h.subtitle,
             h.title);
    for (int i = 0; i < r->n && i < 3; i++) {
        char size[SAY_SIZE];
        size_t n = strlen(h.alt);
        rank_says(v, r->key[i], size);
        snprintf(h.alt + n, sizeof h.alt - n, " %s: %s.", r->name[i], size);
    }
    return h;
}

bool chart_swings(const char *folder, const char *name, const struct sweep_view *v, struct heading *h)
{
    struct key_rows r;
    double reach[2] = {0, 0};
    key_rows_read(&r, v);
    struct canvas c = canvas_open(folder, name, bars_margin(r.name, r.n), 0.96, 0.84, 0.215);
    *h = words(v, &r);
    struct provenance from = provenance_of_sweep(v->sweep);
    canvas_heading(&c, h, &from);
    bars_names(&c, r.name, r.n, false);
    write_bars(&c, v, &r, reach);
    axis_of_changes(&c, reach[0], shown_of(v)->share ? 100 : reach[1], shown_of(v)->share);
    return canvas_plot(
        &c,
        "DATA index 0 using 1:2:3:4:($2-0.17):($2+0.17) with boxxyerror fs empty lw 1.6 lc rgb '" BLUE
        "' notitle, "
        "DATA index 1 using 1:2:3:4:($2-0.17):($2+0.17) with boxxyerror fs solid 1 lw 1.6 lc rgb '" BLUE
        "' notitle, "
        "for [i=0:1] DATA index i using 1:2:5:6 with xerrorbars pt 7 ps 0.3 lw 1.8 lc rgb '" INK "' notitle");
}
