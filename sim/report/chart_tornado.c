/* chart_tornado.c -- each key alone, to its low end and to its high one. */
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

/* The value of the key stands at the end of its bar, beyond the interval. */
static void write_end(struct canvas *c, const struct sweep_view *v, int key, bool high, double y)
{
    struct interval i = scaled(v, key, high ? AT_HIGH : AT_LOW);
    bool right = i.value >= 0;
    char label[SAY_SIZE];
    double x = right ? fmax(i.high, 0) : fmin(i.low, 0);
    say_name(vary_short_end(&v->sweep->plan.key[key], high, v->arena), 22, label, sizeof label);
    canvas_label(c, ON_AXES(x, y), label,
                 right ? "left offset 0.7,0 font 'Liberation Sans,12' textcolor rgb '" INK "' front"
                       : "right offset -0.7,0 font 'Liberation Sans,12' textcolor rgb '" INK "' front");
}

static void write_bars(struct canvas *c, const struct sweep_view *v, const struct key_rows *r,
                       double reach[2])
{
    for (int high = 0; high < 2; high++) {
        canvas_data(c, 6, (double[]){NAN, NAN, NAN, NAN, NAN, NAN}); /* gnuplot wants at least one line */
        for (int n = 0; n < r->n; n++) {
            struct interval i = scaled(v, r->key[n], high ? AT_HIGH : AT_LOW);
            double y = r->n - 1 - n + (high ? -0.19 : 0.19);
            if (isnan(i.value))
                continue;
            canvas_data(c, 6, (double[]){i.value, y, fmin(i.value, 0), fmax(i.value, 0), i.low, i.high});
            write_end(c, v, r->key[n], high, y);
            reach[0] = fmin(reach[0], i.low);
            reach[1] = fmax(reach[1], i.high);
        }
        canvas_next_block(c);
    }
}

static void write_legend(struct canvas *c)
{
    static const char *const says[] = {"key at its low end", "key at its high end"};
    for (int high = 0; high < 2; high++) {
        double x = 0.028 + 0.20 * high;
        canvas_put(
            c,
            "set object %d rect at screen %.3f,0.845 size screen 0.014,0.022 front fc rgb '%s' fs solid 1 "
            "border rgb '" BLUE "'",
            high + 1, x, high ? BLUE : "white");
        canvas_label(c, ON_SCREEN(x + 0.012, 0.845), says[high],
                     "left font 'Liberation Sans,13' textcolor rgb '" INK "'");
    }
}

static struct heading words(const struct sweep_view *v, const struct key_rows *r)
{
    struct heading h = {0};
    const struct figure *f = &v->sweep->figure[v->by];
    char base[SAY_SIZE];
    title_of_sweep(v, h.title);
    figure_says(f, v->sweep->value[v->by], base);
    snprintf(h.subtitle, sizeof h.subtitle,
             "Change of %s%s, from %s, when one key goes to an end of its range", subject_of(v),
             f->kind == TOTAL ? " a trial" : ", in points", base);
    note_of_sweep(v, "One key at a time: what keys do together does not show.", h.note);
    snprintf(h.alt, sizeof h.alt,
             "Tornado chart of %d keys, the strongest at the top: the change in %s at both ends of each. %s.",
             r->n, f->says, h.title);
    for (int i = 0; i < r->n && i < 3; i++) {
        char low[SAY_SIZE], high[SAY_SIZE];
        size_t n = strlen(h.alt);
        shift_says(f, effect_of(&v->effects[v->by], r->key[i], AT_LOW), low);
        shift_says(f, effect_of(&v->effects[v->by], r->key[i], AT_HIGH), high);
        snprintf(h.alt + n, sizeof h.alt - n, " %s: %s at the low end, %s at the high end.", r->name[i], low,
                 high);
    }
    return h;
}

bool chart_tornado(const char *folder, const char *name, const struct sweep_view *v, struct heading *h)
{
    struct key_rows r;
    double reach[2] = {0, 0};
    key_rows_read(&r, v);
    struct canvas c = canvas_open(folder, name, bars_margin(r.name, r.n), 0.96, 0.80, 0.215);
    *h = words(v, &r);
    struct provenance from = provenance_of_sweep(v->sweep);
    canvas_heading(&c, h, &from);
    bars_names(&c, r.name, r.n, false);
    write_legend(&c);
    write_bars(&c, v, &r, reach);
    axis_of_changes(&c, reach[0], reach[1], false);
    return canvas_plot(
        &c,
        "DATA index 0 using 1:2:3:4:($2-0.16):($2+0.16) with boxxyerror fs solid 1 noborder lc rgb "
        "'white' notitle, "
        "DATA index 0 using 1:2:3:4:($2-0.16):($2+0.16) with boxxyerror fs empty lw 1.6 lc rgb '" BLUE
        "' notitle, "
        "DATA index 1 using 1:2:3:4:($2-0.16):($2+0.16) with boxxyerror fs solid 1 lw 1.6 lc rgb '" BLUE
        "' notitle, "
        "for [i=0:1] DATA index i using 1:2:5:6 with xerrorbars pt 7 ps 0.3 lw 1.6 lc rgb '" INK "' notitle");
}
