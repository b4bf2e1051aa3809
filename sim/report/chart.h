/* chart.h -- charts, drawn by gnuplot.
 */
#ifndef REPORT_CHART_H
#define REPORT_CHART_H

#include <stdbool.h>
#include "experiment/experiment.h"

/* Draws all charts of `r` into folder/charts, in place of those there. False when not all
 * could be drawn: why is on stderr, scripts and data are kept. */
bool charts_draw(const char *folder, const struct results *r);

#endif
