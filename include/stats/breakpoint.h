/* breakpoint.h -- at what severity a margin falls below nought, and how surely.
 *
 * The caller plays the same trials at each severity asked for, so the margin found there
 * comes with its interval and hardly jumps from one severity to the next. The break point
 * is where the margin first crosses nought; its interval lies between where the interval's
 * lower and upper limits do (the confidence band, inverted): for a margin that falls, it
 * holds the truth as often as the interval of the margin does.
 */
#ifndef STATS_BREAKPOINT_H
#define STATS_BREAKPOINT_H

#include <stdbool.h>
#include "stats/interval.h"

enum { BREAK_POINTS_MOST = 128 };

struct break_search { /* open data; from break_search_new */
    double tolerance; /* of severity */
    int grid, n;
    double severity[BREAK_POINTS_MOST]; /* in rising order, with the margins found there */
    struct interval margin[BREAK_POINTS_MOST];
};

/* Severities from 0 to 1; looks first at `grid` + 1 of them, evenly apart, then halves to `tolerance`. */
struct break_search break_search_new(int grid, double tolerance);

/* Which severity to look at next; false: enough is known. */
bool break_search_next(const struct break_search *s, double *severity);
void break_search_told(struct break_search *s, double severity, struct interval margin);

enum break_verdict { BREAKS, FAILS_ALREADY, NEVER_BREAKS, NO_MARGIN };
struct break_point {
    enum break_verdict verdict;
    struct interval severity; /* low 0: may fail from the start; high NAN: may never fail on this axis */
};
struct break_point break_search_found(const struct break_search *s);

/* The same over rungs in rising order of severity, the first being calm: value is the first rung that
 * fails, low the first that may, high the first that surely does; NAN: none. */
struct break_point break_rungs(const struct interval *margin, int rungs);

#endif
