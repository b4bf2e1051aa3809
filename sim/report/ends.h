/* ends.h -- names at the right ends of curves, kept apart from each other.
 */
#ifndef REPORT_ENDS_H
#define REPORT_ENDS_H

#include "canvas.h"
#include "say.h"

struct curve_end {
    double height;                            /* where the curve ends, 0 to 1 of the y axis */
    char name[SAY_SIZE], small[2 * SAY_SIZE]; /* in bold, and a line below it */
    const char *ink;
};

/* On axes whose y runs from 0 to 1 and whose right end is at `x`. Sorts them by height. */
void ends_write(struct canvas *c, struct curve_end *end, int n, double x);

#endif
