/* chart_spread.c -- of one period's outcome, what is luck and what is not knowing. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "bars.h"
#include "key_rows.h"
#include "sweep_charts.h"

struct figures_shown {
    int n, figure[BARS_SHOWN];
    const char *name[BARS_SHOWN];
};

/* Those that vary at all. */
static struct figures_shown read_figures(const struct sweep_view *v)
{
    struct figures_shown s = {0};
    for (int f = 0; f < v->sweep->figures && s.n < BARS_SHOWN; f++)
        if (!isnan(v->split[f].share.value)) {
            s.figure[s.n] = f;
            s.name[s.n++] = v->sweep->figure[f].says;
        }
    return s;
}

static void write_bars(struct canvas *c, const struct sweep_view *v, const struct figures_shown *s)
{
    canvas_data(c, 4, (double[]){NAN, NAN, NAN, NAN}); /* gnuplot wants at least one line */
    for (int n = 0; n < s->n; n++) {
        struct interval share = v->split[s->figure[n]].share;
        char label[SAY_SIZE];
        double y = s->n - 1 - n;
        canvas_data(c, 4, (double[]){100 * share.value, y, 100 * share.low, 100 * share.high});
        say_percent(share.value, share.value < 0.0095 && share.value > 0 ? 1 : 0, label);
        canvas_label(c, ON_AXES(100.0, y), label,
                     "left offset 0.8,0 font 'Liberation Sans:Bold,13' textcolor rgb '" INK "'");
    }
}

static void write_legend(struct canvas *c)
{
    static const char *const says[] = {"not knowing the keys believed in", "luck of one period"};
    for (int i = 0; i < 2; i++) {
        double x = 0.028 + 0.31 * i;
        canvas_put(c,
                   "set object %d rect at screen %.3f,0.845 size screen 0.014,0.022 front fc rgb '%s' fs "
                   "solid 1 border "
                   "rgb '" BLUE "'",
                   i + 1, x, i ? "white" : BLUE);
        canvas_label(c, ON_SCREEN(x + 0.012, 0.845), says[i],
                     "left font 'Liberation Sans,13' textcolor rgb '" INK "'");
    }
    canvas_label(c, ON_SCREEN(0.965, 0.845), "not knowing",
                 "right font 'Liberation Sans,13' textcolor rgb '" INK "'");
}

static struct heading words(const struct sweep_view *v, const struct figures_shown *s)
{
    struct heading h = {0};
    split_says(v, h.title);
    snprintf(h.subtitle, sizeof h.subtitle,
             "Variance of what one period brings (the horizon of a trial), in two parts");
    note_of_sweep(v,
                  "Beliefs are drawn at every point. A longer period or more of them would shrink the luck, "
                  "not the rest.",
                  h.note);
    snprintf(h.alt, sizeof h.alt, "Bars of %d figures, each split into not knowing and luck. %s.", s->n,
             h.title);
    for (int i = 0; i < s->n && i < 4; i++) {
        char share[SAY_SIZE];
        size_t n = strlen(h.alt);
        say_share(v->split[s->figure[i]].share, share);
        snprintf(h.alt + n, sizeof h.alt - n, " %s: %s.", s->name[i], share);
    }
    return h;
}

bool chart_spread(const char *folder, const char *name, const struct sweep_view *v, struct heading *h)
{
    struct figures_shown s = read_figures(v);
    struct canvas c = canvas_open(folder, name, bars_margin(s.name, s.n), 0.90, 0.80, 0.215);
    *h = words(v, &s);
    struct provenance from = provenance_of_sweep(v->sweep);
    canvas_heading(&c, h, &from);
    bars_names(&c, s.name, s.n ? s.n : 1, false);
    write_legend(&c);
    write_bars(&c, v, &s);
    canvas_put(&c, "set xrange [0:100]\nset xtics ('0 %%%%' 0, '25 %%%%' 25, '50 %%%%' 50, '75 %%%%' 75, "
                   "'100 %%%%' 100)");
    return canvas_plot(
        &c,
        "DATA using 1:2:(0):(100):($2-0.3):($2+0.3) with boxxyerror fs empty lw 1.4 lc rgb '" BLUE
        "' notitle, "
        "DATA using 1:2:(0):1:($2-0.3):($2+0.3) with boxxyerror fs solid 1 lw 1.4 lc rgb '" BLUE "' notitle, "
        "DATA using 1:2:3:4 with xerrorbars pt 7 ps 0.3 lw 1.8 lc rgb '" INK "' notitle");
}
