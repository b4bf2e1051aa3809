/* chart_morris.c -- how far each key moves the figure, and how much that depends on the others. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "key_rows.h"
#include "sweep_charts.h"

static struct interval scaled(const struct sweep_view *v, int key, enum measure_of_key m)
{
    struct interval i = effect_of(&v->effects[v->by], key, m);
    double scale = scale_of_figure(&v->sweep->figure[v->by]);
    return (struct interval){i.value * scale, i.low * scale, i.high * scale};
}

static void write_points(struct canvas *c, const struct sweep_view *v, const struct key_rows *r,
                         double most[2])
{
    for (int n = 0; n < r->n; n++) {
        struct interval size = scaled(v, r->key[n], MU_STAR);
        double sigma = scaled(v, r->key[n], SIGMA).value;
        canvas_data(c, 4, (double[]){size.value, sigma, fmax(size.low, 0), size.high});
        most[0] = fmax(most[0], size.high);
        most[1] = fmax(most[1], sigma);
    }
}

/* Names beside the points, none on top of another: each looks for a free height. */
static void write_names(struct canvas *c, const struct sweep_view *v, const struct key_rows *r,
                        const double most[2])
{
    double at[BARS_SHOWN][2];
    for (int n = 0; n < r->n; n++) {
        double x = scaled(v, r->key[n], MU_STAR).value,
               y = scaled(v, r->key[n], SIGMA).value + 0.035 * most[1];
        for (int o = 0; o < n; o++)
            if (fabs(at[o][1] - y) < 0.05 * most[1] && fabs(at[o][0] - x) < 0.3 * most[0]) {
                y = at[o][1] + 0.055 * most[1];
                o = -1;
            }
        at[n][0] = x;
        at[n][1] = y;
        canvas_label(c, ON_AXES(x, y), r->name[n],
                     x > 0.75 * most[0]
                         ? "right offset 0.5,0 font 'Liberation Sans,13' textcolor rgb '" INK "' front"
                         : "left offset 0.5,0 font 'Liberation Sans,13' textcolor rgb '" INK "' front");
    }
}

static struct heading words(const struct sweep_view *v, const struct key_rows *r)
{
    struct heading h = {0};
    title_of_sweep(v, h.title);
    snprintf(h.subtitle, sizeof h.subtitle,
             "Effect on %s of taking a key all its way, from many starting places", subject_of(v));
    note_of_sweep(v,
                  "Elementary effects (Morris). Above the dashed line, a key's effect depends more on the "
                  "others, or bends, than it is large.",
                  h.note);
    snprintf(h.alt, sizeof h.alt,
             "Points of %d keys: mean size of the effect across, its spread upwards. %s.", r->n, h.title);
    for (int i = 0; i < r->n && i < 3; i++) {
        char size[SAY_SIZE], sigma[32];
        size_t n = strlen(h.alt);
        rank_says(v, r->key[i], size);
        figure_write(scaled(v, r->key[i], SIGMA).value, 1, sigma);
        snprintf(h.alt + n, sizeof h.alt - n, " %s: %s, sigma %s.", r->name[i], size, sigma);
    }
    return h;
}

bool chart_morris(const char *folder, const char *name, const struct sweep_view *v, struct heading *h)
{
    struct key_rows r;
    double most[2] = {0, 0};
    key_rows_read(&r, v);
    struct canvas c = canvas_open(folder, name, 0.085, 0.955, 0.85, 0.215);
    *h = words(v, &r);
    struct provenance from = provenance_of_sweep(v->sweep);
    canvas_heading(&c, h, &from);
    write_points(&c, v, &r, most);
    most[0] = most[0] > 0 ? most[0] : 1;
    most[1] = most[1] > 0 ? most[1] : 1;
    write_names(&c, v, &r, most);
    const char *unit = v->sweep->figure[v->by].kind == TOTAL ? "" : ", points";
    int decimals = tic_step(most[0]) < 1 ? 1 : 0, upward = tic_step(most[1]) < 1 ? 1 : 0;
    canvas_put(&c, "set xrange [0:%.6g]\nset yrange [0:%.6g]\nset grid xtics ytics", 1.08 * most[0],
               1.25 * most[1]);
    canvas_put(&c, "set xtics %.6g\nset ytics %.6g\nset format x '%%.%df'\nset format y '%%.%df'",
               tic_step(most[0]), tic_step(most[1]), decimals, upward);
    canvas_put(&c, "set xlabel 'Mean size of the effect (mu*)%s' textcolor rgb '" INK "'", unit);
    canvas_put(&c, "set ylabel 'Spread of the effect (sigma)%s' textcolor rgb '" INK "'", unit);
    return canvas_plot(&c, "x with lines dt 2 lw 1.2 lc rgb '" MID "' notitle, "
                           "DATA using 1:2:3:4 with xerrorbars pt 7 ps 1.3 lw 1.6 lc rgb '" BLUE "' notitle");
}
