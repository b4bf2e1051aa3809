/* chart_rungs.h -- figures along a ladder: a line with its band for each plan, or each goal.
 */
#ifndef REPORT_CHART_RUNGS_H
#define REPORT_CHART_RUNGS_H

#include "canvas.h"
#include "experiment/stress.h"

enum { LINES_MOST = 5 }; /* more would not be told apart */

struct line_of { /* a figure of a ladder; all ladders of a chart are of one stressor */
    const struct ladder *ladder;
    int figure;
    const char *name;
};

struct rungs_chart {
    const struct stress *stress;
    const struct line_of *line;
    int lines;
    int goal; /* whose bound and break point are drawn; -1: none */
};

bool chart_rungs(const char *folder, const char *name, const struct rungs_chart *s, struct heading *h);

/* The two charts of a stressor: its ladder (a line a plan), and how often a period misses each goal.
 * `first` is the first of its ladders, `n` how many plans it was climbed under. */
bool chart_ladder(const char *folder, const char *name, const struct stress *s, int first, int n,
                  struct heading *h);
bool chart_fragility(const char *folder, const char *name, const struct stress *s, int first,
                     struct heading *h);

/* Their titles. */
void ladders_title(const struct stress *s, int first, int n, char text[HEADING_SIZE]);
void fragility_title(const struct ladder *l, char text[HEADING_SIZE]);

#endif
