/* compare_charts.h -- the charts of a comparison, each a row: its name and who draws it.
 */
#ifndef REPORT_COMPARE_CHARTS_H
#define REPORT_COMPARE_CHARTS_H

#include "canvas.h"
#include "experiment/comparison.h"

typedef bool compare_chart_fn(const char *folder, const char *name, const struct comparison *c,
                              struct heading *h);

struct compare_chart {
    const char *name;
    compare_chart_fn *write;
    bool of_models; /* drawn only where the plans were played under other models of survival */
};
extern const struct compare_chart compare_charts[]; /* ends with a name of NULL */

compare_chart_fn chart_differences; /* chart_differences.c */
compare_chart_fn chart_plans;       /* chart_plans.c */
compare_chart_fn chart_reasons;     /* chart_reasons.c */
compare_chart_fn chart_frontier;    /* chart_frontier.c */
compare_chart_fn chart_models;      /* chart_models.c */

#endif
