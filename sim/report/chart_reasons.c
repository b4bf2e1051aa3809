/* chart_reasons.c -- where a plan saves minutes, and where it loses some: bars to both sides of nought. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "bars.h"
#include "base/unit.h"
#include "compare_charts.h"
#include "compare_reading.h"
#include "phase_paint.h"

struct split { /* of one plan: minutes less (below 0) or more in each phase */
    double min[PHASES], total, low, high;
};

struct splits {
    int plans;
    struct split of[BARS_SHOWN];
    const char *name[BARS_SHOWN];
    bool shown[PHASES];
    double least, most;
};

static double minutes(double ms)
{
    return ms / (double)MINUTES(1);
}

static struct split split_of(const struct comparison *c, int arm)
{
    struct split s = {{0}, 0, 0, 0};
    struct interval total = total_difference(c, arm, TO_SURGERY);
    for (int p = 0; p < PHASES; p++)
        s.min[p] = minutes(phase_difference(c, arm, TO_SURGERY, (enum phase)p).value);
    s.total = minutes(total.value);
    s.low = minutes(total.low);
    s.high = minutes(total.high);
    return s;
}

static struct splits read_splits(const struct comparison *c)
{
    struct splits s = {.plans = c->plan.arms - 1 < BARS_SHOWN ? c->plan.arms - 1 : BARS_SHOWN};
    for (int i = 0; i < s.plans; i++) {
        double less = 0, more = 0;
        s.of[i] = split_of(c, i + 1);
        s.name[i] = c->plan.arm[i + 1].name;
        for (int p = 0; p < PHASES; p++) {
            s.shown[p] = s.shown[p] || fabs(s.of[i].min[p]) >= 0.05;
            less += fmin(0, s.of[i].min[p]);
            more += fmax(0, s.of[i].min[p]);
        }
        s.least = fmin(s.least, fmin(less, s.of[i].low));
        s.most = fmax(s.most, fmax(more, s.of[i].high));
    }
    double width = fmax(s.most - s.least, 1);
    s.least -= 0.12 * width;
    s.most += 0.12 * width;
    return s;
}

/* Savings stack to the left of nought, losses to the right, in the order of the way. */
static void write_plan(struct canvas *c, const struct splits *s, int i)
{
    double less = 0, more = 0, y = s->plans - 1 - i;
    char text[SAY_SIZE], style[160];
    for (int p = 0; p < PHASES; p++) {
        double min = s->of[i].min[p], from = min < 0 ? less : more, to = from + min;
        if (min == 0 || isnan(min))
            continue;
        *(min < 0 ? &less : &more) = to;
        canvas_data(c, 5, (double[]){p, y, from, to, 0.34});
        figure_write(fabs(min), 0, text);
        snprintf(style, sizeof style, "center front font 'Liberation Sans,12' textcolor rgb '%s'",
                 phase_paint[p].ink);
        if (fabs(min) > 0.012 * (double)(strlen(text) + 1) * (s->most - s->least))
            canvas_label(c, ON_AXES((from + to) / 2, y), text, style);
    }
    figure_write(s->of[i].total, fabs(s->of[i].total) < 10 ? 1 : 0, text);
    canvas_label(c, ON_AXES(s->of[i].total < 0 ? less : more, y), text,
                 s->of[i].total < 0
                     ? "right offset -0.7,0 font 'Liberation Sans:Bold,14' textcolor rgb '" INK "'"
                     : "left offset 0.7,0 font 'Liberation Sans:Bold,14' textcolor rgb '" INK "'");
}

/* The phase in which most is saved. */
static int most_saved(const struct split *s)
{
    int most = 0;
    for (int p = 1; p < PHASES; p++)
        if (s->min[p] < s->min[most])
            most = p;
    return most;
}

static struct heading words(const struct comparison *c, const struct splits *s)
{
    struct heading h = {0};
    int best = 0;
    char name[PLAN_NAME_SIZE], all[32], part[32];
    for (int i = 1; i < s->plans; i++)
        if (s->of[i].total < s->of[best].total)
            best = i;
    const struct split *of = &s->of[best];
    int phase = most_saved(of);
    plan_says(c, best + 1, name);
    figure_write(fabs(of->total), 0, all);
    figure_write(fabs(of->min[phase]), 0, part);
    if (of->high < 0)
        snprintf(h.title, sizeof h.title, "%s saves %s min on the way to surgery, most in: %s (%s min)", name,
                 all, phase_says[phase], part);
    else
        snprintf(h.title, sizeof h.title, "No plan clearly saves minutes on the way to surgery");
    snprintf(h.subtitle, sizeof h.subtitle,
             "Mean minutes saved (left) or lost in each step up to a day after wounding, T1 who need an "
             "operation");
    snprintf(h.note, sizeof h.note,
             "Against the scenario as it is, on the same trials; the steps of a plan add up to the figure "
             "beside it. Who "
             "dies waits no longer, so a plan that saves lives may add minutes.");
    snprintf(
        h.alt, sizeof h.alt,
        "Bars of the minutes that each of %d plans saves or loses in each step from wounding to surgery. %s. "
        "Total of that plan: %.1f min (%.1f to %.1f).",
        s->plans, h.title, of->total, of->low, of->high);
    return h;
}

bool chart_reasons(const char *folder, const char *name, const struct comparison *c, struct heading *h)
{
    struct splits s = read_splits(c);
    struct canvas canvas = canvas_open(folder, name, bars_margin(s.name, s.plans), 0.965, 0.735, 0.235);
    struct provenance from = provenance_of_comparison(c);
    *h = words(c, &s);
    canvas_heading(&canvas, h, &from);
    canvas_put(&canvas, "set xrange [%.6g:%.6g]\nset xtics %.6g", s.least, s.most,
               tic_step(s.most - s.least));
    canvas_put(&canvas, "set xlabel 'Minutes against the scenario as it is' textcolor rgb '" INK "'");
    canvas_put(&canvas,
               "set arrow 1 from first 0,graph 0 to first 0,graph 1 nohead front lw 1.4 lc rgb '" INK "'");
    bars_names(&canvas, s.name, s.plans, false);
    phase_legend(&canvas, s.shown);
    for (int i = 0; i < s.plans; i++)
        write_plan(&canvas, &s, i);
    canvas_data(&canvas, 5, (double[]){-1, -9, 0, 0, 0}); /* gnuplot wants at least one line */
    phase_colours(&canvas);
    return canvas_plot(&canvas, PHASE_BOXES);
}
