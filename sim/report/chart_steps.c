/* chart_steps.c -- a mission's own times against those of the run under the overlay fitted to them. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "fitted.h"
#include "say.h"
#include "stats/fit.h"

enum { SHOWN = 6, CURVE = 100, POINTS = 400 };

static const char *const colours[SHOWN] = {BLUE, VERM, GREEN, ORANGE, PURPLE, SKY};

/* The steps with most times; fewer lines are read, more are not. */
static int choose(const struct fitting *f, const struct fitted *shown[SHOWN])
{
    int n = 0;
    for (int i = 0; i < f->n; i++) {
        const struct fitted *x = &f->at[i];
        int at = n < SHOWN ? n++ : SHOWN;
        for (; at > 0 && shown[at - 1]->observed->n < x->observed->n; at--)
            if (at < SHOWN)
                shown[at] = shown[at - 1];
        if (at < SHOWN)
            shown[at] = x;
    }
    return n;
}

/* Both as points of their distribution function: sample quantiles. */
static void write_curve(struct canvas *c, const struct sample *x, int most)
{
    int n = !x ? 0 : x->n < most ? x->n : most;
    for (int i = 0; i < n; i++) {
        double p = (i + 0.5) / n;
        canvas_data(c, 2, (double[]){fmax(sample_quantile(x->n, x->ms, p) / (double)MINUTES(1), 0.1), p});
    }
    if (!n)
        canvas_data(c, 2, (double[]){NAN, NAN});
    canvas_next_block(c);
}

/* Apart by more than chance would have it: the median of one beyond the band that the other's number allows
 * (binomial, 95 %). */
static bool apart(const struct fitted *x)
{
    if (!x->simulated || !x->simulated->n)
        return false;
    double off = 1.96 * 0.5 / sqrt(x->observed->n),
           median = sample_quantile(x->simulated->n, x->simulated->ms, 0.5);
    return median < sample_quantile(x->observed->n, x->observed->ms, fmax(0, 0.5 - off)) ||
           median > sample_quantile(x->observed->n, x->observed->ms, fmin(1, 0.5 + off));
}

static struct heading words(const struct fitted *const shown[SHOWN], int n)
{
    struct heading h = {0};
    const struct fitted *worst = NULL;
    int off = 0;
    char name[SAY_SIZE];
    for (int i = 0; i < n; i++)
        if (apart(shown[i])) {
            off++;
            worst = worst ? worst : shown[i];
        }
    say_name(worst ? worst->observed->key : "", 40, name, sizeof name);
    if (off)
        snprintf(h.title, sizeof h.title, "%d of %d steps are simulated otherwise than observed: %s%s", off,
                 n, name, off > 1 ? " and others" : "");
    else
        snprintf(h.title, sizeof h.title, "The simulated median of each step lies within what was observed");
    snprintf(h.subtitle, sizeof h.subtitle,
             "Share of times no longer than so many minutes; points: observed, lines: simulated");
    snprintf(h.note, sizeof h.note,
             "A step is off when its simulated median lies outside the 95 %% interval of the observed one.%s",
             n == SHOWN ? " The steps with most times are shown." : "");
    snprintf(h.alt, sizeof h.alt, "Distribution functions of %d steps, observed and simulated. %s.", n,
             h.title);
    return h;
}

static void write_key(struct canvas *c, const struct fitted *x, int i)
{
    char text[SAY_SIZE], name[SAY_SIZE], style[120];
    say_name(x->observed->key, 40, name, sizeof name);
    snprintf(text, sizeof text, "%.80s (%d)", name, x->observed->n);
    snprintf(style, sizeof style, "left font 'Liberation Sans:Bold,12' textcolor rgb '%s' front", colours[i]);
    canvas_label(c, (struct spot_on){"graph", 0.02, "graph", 0.96 - 0.05 * i}, text, style);
}

bool chart_steps(const char *folder, const char *name, const struct fitting *f, const struct provenance *p,
                 struct heading *h)
{
    const struct fitted *shown[SHOWN];
    int n = choose(f, shown);
    struct canvas c = canvas_open(folder, name, 0.07, 0.96, 0.85, 0.18);
    *h = words(shown, n);
    canvas_heading(&c, h, p);
    canvas_put(&c, "set logscale x\nset yrange [0:1]\nset ytics ('0 %%%%' 0, '50 %%%%' 0.5, '90 %%%%' 0.9, "
                   "'100 %%%%' 1)");
    canvas_put(&c, "set xtics ('0.1' 0.1, 1, 2, 5, 10, 20, '30' 30, '1 h' 60, '2 h' 120, '4 h' 240, '8 h' "
                   "480, '1 d' 1440)");
    char plot[2000] = "";
    for (int i = 0; i < n; i++) {
        write_curve(&c, shown[i]->observed, POINTS);
        write_curve(&c, shown[i]->simulated, CURVE);
        write_key(&c, shown[i], i);
        size_t length = strlen(plot);
        snprintf(
            plot + length, sizeof plot - length,
            "%sDATA index %d using 1:2 with points pt 7 ps 0.7 lc rgb '%s' notitle, DATA index %d using 1:2 "
            "with lines lw 2 lc rgb '%s' notitle",
            i ? ", " : "", 2 * i, colours[i], 2 * i + 1, colours[i]);
    }
    return canvas_plot(&c, plot);
}
