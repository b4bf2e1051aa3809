/* bars.h -- rows of a chart with names on the left: sectors, resources.
 */
#ifndef REPORT_BARS_H
#define REPORT_BARS_H

#include "canvas.h"

enum { BAR_NAME = 24, BARS_SHOWN = 16 }; /* more would not be read */

/* The room names take on the left, as a share of the screen. */
double bars_margin(const char *const *names, int n);

/* Names beside rows n-1 (at the top) to 0, and the y axis that fits them; `first_bold`: the top row stands out. */
void bars_names(struct canvas *c, const char *const *names, int n, bool first_bold);

/* A round number of tic steps that covers `most`: about five to eight of 1, 2 or 5 times a power of ten. */
double tic_step(double most);

#endif
