#include "stats/breakpoint.h"

#include <math.h>

/* The three curves whose crossings matter. */
enum curve_of { LOWER, VALUE, UPPER, CURVES };

static double height(const struct interval *m, int curve)
{
    return curve == LOWER ? m->low : curve == VALUE ? m->value : m->high;
}

struct break_search break_search_new(int grid, double tolerance)
{
    return (struct break_search){.tolerance = tolerance, .grid = grid};
}

void break_search_told(struct break_search *s, double severity, struct interval margin)
{
    int at = s->n++;
    for (; at > 0 && s->severity[at - 1] > severity; at--) {
        s->severity[at] = s->severity[at - 1];
        s->margin[at] = s->margin[at - 1];
    }
    s->severity[at] = severity;
    s->margin[at] = margin;
}

/* The first place where the curve is below nought, or n. */
static int first_below(const struct interval *margin, int n, int curve)
{
    int at = 0;
    while (at < n && !(height(&margin[at], curve) < 0))
        at++;
    return at;
}

bool break_search_next(const struct break_search *s, double *severity)
{
    if (s->n <= s->grid) {
        *severity = s->n / (double)s->grid;
        return true;
    }
    for (int curve = 0; curve < CURVES && s->n < BREAK_POINTS_MOST; curve++) {
        int at = first_below(s->margin, s->n, curve);
        if (at == 0 || at == s->n || s->severity[at] - s->severity[at - 1] <= s->tolerance)
            continue;
        *severity = (s->severity[at] + s->severity[at - 1]) / 2;
        return true;
    }
    return false;
}

/* Where the line between the last that holds and the first that fails meets nought. */
static double crossing(const struct break_search *s, int curve)
{
    int at = first_below(s->margin, s->n, curve);
    if (at == s->n)
        return NAN;
    if (at == 0)
        return 0;
    double above = height(&s->margin[at - 1], curve), below = height(&s->margin[at], curve);
    double share = isnan(above) ? 1 : above / (above - below);
    return s->severity[at - 1] + share * (s->severity[at] - s->severity[at - 1]);
}

static enum break_verdict verdict_of(const struct interval *margin, int n, int first)
{
    bool any = false;
    for (int i = 0; i < n; i++)
        any = any || !isnan(margin[i].value);
    return !any ? NO_MARGIN : first == 0 ? FAILS_ALREADY : first == n ? NEVER_BREAKS : BREAKS;
}

struct break_point break_search_found(const struct break_search *s)
{
    return (struct break_point){
        .verdict = verdict_of(s->margin, s->n, first_below(s->margin, s->n, VALUE)),
        .severity = {crossing(s, VALUE), crossing(s, LOWER), crossing(s, UPPER)},
    };
}

static double rung_below(const struct interval *margin, int rungs, int curve)
{
    int at = first_below(margin, rungs, curve);
    return at == rungs ? NAN : (double)at;
}

struct break_point break_rungs(const struct interval *margin, int rungs)
{
    return (struct break_point){
        .verdict = verdict_of(margin, rungs, first_below(margin, rungs, VALUE)),
        .severity = {rung_below(margin, rungs, VALUE), rung_below(margin, rungs, LOWER),
                     rung_below(margin, rungs, UPPER)},
    };
}
