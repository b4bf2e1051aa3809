/* charts.h -- the charts, each a row: its name and who draws it.
 */
#ifndef REPORT_CHARTS_H
#define REPORT_CHARTS_H

#include <stdbool.h>
#include "canvas.h"
#include "experiment/experiment.h"

/* Writes script, data and words of a chart into `folder`. `h` is given back for the image's own words. */
typedef bool chart_fn(const char *folder, const char *name, const struct results *r, struct heading *h);

chart_fn chart_times;   /* chart_times.c */
chart_fn chart_phases;  /* chart_phases.c */
chart_fn chart_sectors; /* chart_sectors.c */
chart_fn chart_use;     /* chart_use.c */
chart_fn chart_map;     /* chart_map.c */

#endif
