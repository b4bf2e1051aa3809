/* chart_frontier.c -- what care costs: plans as points, the frontier a line, dominated plans hollow. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "bars.h"
#include "compare_charts.h"
#include "compare_reading.h"

enum { POINTS = 24 };

struct point_on {
    int arm, by; /* by: dominated by this arm, -1: on the frontier */
    struct interval cost, care;
};

struct frontier {
    int n;
    struct point_on point[POINTS];
    bool share, up;  /* care is a share; more of it is better */
    bool costs;      /* anything costs anything */
    double scale[2]; /* of the figures in data: thousands, per cent */
    const char *money;
};

static struct frontier read_frontier(const struct comparison *c)
{
    struct frontier f = {.n = c->plan.arms < POINTS ? c->plan.arms : POINTS};
    const struct measure *m = &c->measure[c->by];
    double most = 0;
    for (int i = 0; i < f.n; i++) {
        struct interval cost = comparison_value(c, i, measure_called(c, "cost"));
        f.point[i] = (struct point_on){i, dominated_by(c, i, false), cost, comparison_value(c, i, c->by)};
        most = fmax(most, cost.high);
    }
    f.costs = most > 0;
    f.share = m->unit == PORTION_OF_PEOPLE;
    f.up = m->more_is_better;
    f.scale[0] = most >= 2e6 ? 1e-6 : most >= 2e3 ? 1e-3 : 1;
    f.money = most >= 2e6 ? "millions" : most >= 2e3 ? "thousands" : "units";
    f.scale[1] = f.share ? 100 : 1;
    return f;
}

static int dearer(const void *a, const void *b)
{
    double x = ((const struct point_on *)a)->cost.value, y = ((const struct point_on *)b)->cost.value;
    return (x > y) - (x < y);
}

/* Blocks of data: the frontier in order of cost, then those dominated. */
static void write_data(struct canvas *c, struct frontier *f)
{
    qsort(f->point, (size_t)f->n, sizeof *f->point, dearer);
    for (int dominated = 0; dominated < 2; dominated++) {
        canvas_data(c, 6, (double[]){NAN, NAN, NAN, NAN, NAN, NAN});
        for (int i = 0; i < f->n; i++) {
            const struct point_on *p = &f->point[i];
            if ((p->by >= 0) != (dominated == 1))
                continue;
            canvas_data(c, 6,
                        (double[]){p->cost.value * f->scale[0], p->care.value * f->scale[1],
                                   p->cost.low * f->scale[0], p->cost.high * f->scale[0],
                                   p->care.low * f->scale[1], p->care.high * f->scale[1]});
        }
        canvas_next_block(c);
    }
}

struct range {
    double low, high;
};

static struct range range_of(const struct frontier *f, bool cost)
{
    struct range r = {HUGE_VAL, -HUGE_VAL};
    for (int i = 0; i < f->n; i++) {
        const struct interval *v = cost ? &f->point[i].cost : &f->point[i].care;
        r.low = fmin(r.low, isnan(v->low) ? v->value : v->low);
        r.high = fmax(r.high, isnan(v->high) ? v->value : v->high);
    }
    if (!(r.low <= r.high)) /* nobody needed it: an empty field */
        r = (struct range){0, 1};
    double air = fmax((r.high - r.low) * 0.2, fmax(fabs(r.high) * 0.02, 1e-9)),
           scale = f->scale[cost ? 0 : 1];
    return (struct range){fmax(0, r.low - air) * scale, (r.high + air) * scale};
}

/* Names stand beside their points, on the side with more room; one that would lie on another moves up or down. */
static void write_names(struct canvas *canvas, const struct frontier *f, const struct comparison *c,
                        struct range x, struct range y)
{
    double height[POINTS];
    for (int i = 0; i < f->n; i++) {
        const struct point_on *p = &f->point[i];
        char name[PLAN_NAME_SIZE];
        double at = p->cost.value * f->scale[0], apart = 0.05 * (y.high - y.low);
        height[i] = p->care.value * f->scale[1];
        if (isnan(height[i]))
            continue;
        for (int j = 0; j < i; j++)
            if (fabs(at - f->point[j].cost.value * f->scale[0]) < 0.25 * (x.high - x.low) &&
                fabs(height[i] - height[j]) < apart)
                height[i] = height[j] + (height[i] < height[j] ? -apart : apart);
        plan_says(c, p->arm, name);
        canvas_label(canvas, ON_AXES(at, height[i]), name,
                     at > (x.low + x.high) / 2 ? "right offset -1.4,0 front textcolor rgb '" INK "'"
                                               : "left offset 1.4,0 front textcolor rgb '" INK "'");
    }
}

static struct heading words(const struct comparison *c, const struct frontier *f)
{
    struct heading h = {0};
    int dominated = 0, last = 0;
    char name[PLAN_NAME_SIZE];
    for (int i = 0; i < f->n; i++)
        if (f->point[i].by >= 0) {
            dominated++;
            last = f->point[i].arm;
        }
    plan_says(c, last, name);
    if (!f->costs)
        snprintf(h.title, sizeof h.title, "No costs are given, so care cannot be weighed against them");
    else if (dominated == 1)
        snprintf(h.title, sizeof h.title, "%s%s: another costs no more and does no worse",
                 dominated_by(c, last, true) >= 0 ? "Not worth its cost: " : "Hardly worth its cost: ", name);
    else if (dominated)
        snprintf(h.title, sizeof h.title,
                 "%d of %d are not worth their cost: others cost no more and do no worse", dominated, f->n);
    else
        snprintf(h.title, sizeof h.title, "Each buys better care for more money: none is dominated");
    snprintf(h.subtitle, sizeof h.subtitle,
             "%s%s against cost, each a mean of one trial with its 95 %% interval",
             f->share ? "Per cent " : "", c->measure[c->by].says);
    snprintf(h.note, sizeof h.note,
             "Filled, on the line: nothing here costs no more and does no worse. Hollow: dominated. Costs "
             "are those the "
             "scenario and the plans give (cost_day, cost_hour).");
    snprintf(h.alt, sizeof h.alt,
             "Points of cost against care for %d plans. %s. As it is: cost %.0f, care %.3f.", f->n, h.title,
             comparison_value(c, 0, measure_called(c, "cost")).value, comparison_value(c, 0, c->by).value);
    return h;
}

bool chart_frontier(const char *folder, const char *name, const struct comparison *c, struct heading *h)
{
    struct frontier f = read_frontier(c);
    struct canvas canvas = canvas_open(folder, name, 0.085, 0.955, 0.835, 0.235);
    struct provenance from = provenance_of_comparison(c);
    struct range x = range_of(&f, true), y = range_of(&f, false);
    *h = words(c, &f);
    canvas_heading(&canvas, h, &from);
    write_data(&canvas, &f);
    write_names(&canvas, &f, c, x, y);
    canvas_put(&canvas, "set xrange [%.6g:%.6g]\nset yrange [%.6g:%.6g]%s", x.low, x.high, y.low, y.high,
               f.up ? "" : " reverse");
    canvas_put(&canvas, "set xtics %.6g\nset ytics %.6g\nset format x '%%g'\nset format y '%%g%s'",
               tic_step(x.high - x.low), tic_step(y.high - y.low), f.share ? " %%" : "");
    canvas_put(&canvas, "set xlabel 'Cost of a trial, %s' textcolor rgb '" INK "'", f.money);
    return canvas_plot(
        &canvas,
        "DATA index 0 using 1:2 with lines lw 1.6 dt 2 lc rgb '" BLUE "' notitle, "
        "DATA index 0 using 1:2:3:4:5:6 with xyerrorbars pt 7 ps 1.5 lw 1.6 lc rgb '" BLUE "' notitle, "
        "DATA index 1 using 1:2:3:4:5:6 with xyerrorbars pt 6 ps 1.5 lw 1.6 lc rgb '" VERM "' notitle");
}
