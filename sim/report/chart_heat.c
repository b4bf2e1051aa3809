/* chart_heat.c -- the figure over two keys: a cell for each pair of levels. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "key_rows.h"
#include "sweep_charts.h"

enum { STOPS = 9, LABELLED_MOST = 12, WORDS_MOST = 24 };

/* Cividis, dark to light: made for every kind of colour vision, and as good in grey. */
static const int stops[STOPS][3] = {{0, 34, 78},     {26, 56, 111},   {66, 78, 108},
                                    {93, 99, 110},   {124, 123, 120}, {156, 147, 119},
                                    {189, 173, 109}, {224, 202, 86},  {254, 232, 56}};

struct shade {
    int red, green, blue;
    bool dark; /* white words are read on it */
};

static struct shade shade_of(double place)
{
    double at = fmin(fmax(place, 0), 1) * (STOPS - 1);
    int low = at < STOPS - 1 ? (int)at : STOPS - 2, of[3];
    for (int i = 0; i < 3; i++)
        of[i] = (int)lround(stops[low][i] + (at - low) * (stops[low + 1][i] - stops[low][i]));
    return (struct shade){of[0], of[1], of[2], 0.2126 * of[0] + 0.7152 * of[1] + 0.0722 * of[2] < 118};
}

static struct interval value_at(const struct sweep_view *v, int point)
{
    struct interval i = v->sweep->value[(point + 1) * v->sweep->figures + v->by];
    double scale = scale_of_figure(&v->sweep->figure[v->by]);
    return (struct interval){i.value * scale, i.low * scale, i.high * scale};
}

static void range_of(const struct sweep_view *v, double range[2])
{
    range[0] = INFINITY;
    range[1] = -INFINITY;
    for (int p = 0; p < v->sweep->done; p++) {
        double value = value_at(v, p).value;
        range[0] = isnan(value) ? range[0] : fmin(range[0], value);
        range[1] = isnan(value) ? range[1] : fmax(range[1], value);
    }
}

static void write_cells(struct canvas *c, const struct sweep_view *v, const double range[2])
{
    const struct vary *key = v->sweep->plan.key;
    bool labelled = key[0].levels <= LABELLED_MOST && key[1].levels <= LABELLED_MOST;
    const struct figure *f = &v->sweep->figure[v->by];
    int decimals = f->kind == TOTAL ? decimals_of_figure(f, 0) : range[1] - range[0] < 5 ? 1 : 0;
    for (int p = 0; p < v->sweep->done; p++) {
        double value = value_at(v, p).value, span = range[1] - range[0];
        struct shade s = shade_of(span > 0 ? (value - range[0]) / span : 0.5);
        int x = sweep_level(v->sweep, p, 0), y = sweep_level(v->sweep, p, 1);
        char figure[32];
        if (isnan(value))
            continue;
        canvas_data(c, 3, (double[]){x, y, s.red * 65536.0 + s.green * 256 + s.blue});
        figure_write(value, decimals, figure);
        if (labelled)
            canvas_label(c, ON_AXES(x, y), figure,
                         s.dark ? "center font 'Liberation Sans,14' textcolor rgb 'white' front"
                                : "center font 'Liberation Sans,14' textcolor rgb '" INK "' front");
    }
}

/* The words of the levels; of many, some. */
static void write_levels(struct canvas *c, const struct vary *k, bool across)
{
    int every = 1 + (k->levels - 1) / WORDS_MOST;
    for (int l = 0; l < k->levels; l += every) {
        char label[SAY_SIZE];
        say_name(k->level[l], 14, label, sizeof label);
        canvas_label(
            c, across ? (struct spot_on){"first", l, "graph", 0} : (struct spot_on){"graph", 0, "first", l},
            label,
            across ? "center offset 0,-0.9 font 'Liberation Sans,13' textcolor rgb '" INK "'"
                   : "right offset -0.7,0 font 'Liberation Sans,13' textcolor rgb '" INK "'");
    }
}

static struct heading words(const struct sweep_view *v, const double range[2])
{
    struct heading h = {0};
    const struct figure *f = &v->sweep->figure[v->by];
    char across[KEY_SIZE], up[KEY_SIZE], low[32], high[32];
    key_says(v, 0, across);
    key_says(v, 1, up);
    figure_write(range[0], decimals_of_figure(f, 1), low);
    figure_write(range[1], decimals_of_figure(f, 1), high);
    title_of_sweep(v, h.title);
    snprintf(h.subtitle, sizeof h.subtitle, "%s%s%s; across: %s, upwards: %s",
             f->kind == TOTAL ? f->says : "Share ", f->kind == TOTAL ? " a trial" : f->says,
             f->kind == TOTAL ? "" : ", in percent", across, up);
    note_of_sweep(v, "Dark is low, bright is high. Intervals of the cells are in points.csv.", h.note);
    snprintf(h.alt, sizeof h.alt, "Heat map of %s over %s and %s. %s. Lowest cell: %s; highest: %s.", f->says,
             across, up, h.title, low, high);
    return h;
}

bool chart_heat(const char *folder, const char *name, const struct sweep_view *v, struct heading *h)
{
    double range[2];
    char across[KEY_SIZE], up[KEY_SIZE];
    const struct vary *key = v->sweep->plan.key;
    struct canvas c = canvas_open(folder, name, 0.16, 0.96, 0.83, 0.215);
    struct provenance from = provenance_of_sweep(v->sweep);
    range_of(v, range);
    *h = words(v, range);
    canvas_heading(&c, h, &from);
    write_cells(&c, v, range);
    key_says(v, 0, across);
    key_says(v, 1, up);
    canvas_put(&c, "set xrange [-0.5:%.1f]\nset yrange [-0.5:%.1f]", key[0].levels - 0.5,
               key[1].levels - 0.5);
    canvas_put(&c, "unset xtics\nunset ytics\nunset border\nunset grid");
    write_levels(&c, &key[0], true);
    write_levels(&c, &key[1], false);
    canvas_label(&c, ON_SCREEN(0.56, 0.135), across,
                 "center font 'Liberation Sans,14' textcolor rgb '" INK "'");
    canvas_label(&c, ON_SCREEN(0.02, 0.855), up, "left font 'Liberation Sans,14' textcolor rgb '" INK "'");
    return canvas_plot(
        &c, "DATA using 1:2:($1-0.49):($1+0.49):($2-0.485):($2+0.485):3 with boxxyerror fs solid 1 noborder "
            "lc rgb variable notitle");
}
