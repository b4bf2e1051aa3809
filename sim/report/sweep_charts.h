/* sweep_charts.h -- the charts of a sweep, each a row: its name, the designs that have it, who draws it.
 */
#ifndef REPORT_SWEEP_CHARTS_H
#define REPORT_SWEEP_CHARTS_H

#include "canvas.h"
#include "sweep_reading.h"

typedef bool sweep_chart_fn(const char *folder, const char *name, const struct sweep_view *v,
                            struct heading *h);

struct sweep_chart {
    const char *name;
    bool (*wanted)(const struct sweep_view *v);
    sweep_chart_fn *write;
};
extern const struct sweep_chart sweep_charts[]; /* ends with a name of NULL */

sweep_chart_fn chart_tornado;  /* chart_tornado.c: one at a time */
sweep_chart_fn chart_swings;   /* chart_swings.c: from one end to the other, shares of the spread */
sweep_chart_fn chart_response; /* chart_response.c: the figure along one key */
sweep_chart_fn chart_heat;     /* chart_heat.c: over two keys */
sweep_chart_fn chart_morris;   /* chart_morris.c */
sweep_chart_fn chart_spread;   /* chart_spread.c: luck and not knowing */

#endif
