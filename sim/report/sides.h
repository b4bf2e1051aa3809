/* sides.h -- panels side by side on one scale, a row for each plan: what it changes, with its interval.
 */
#ifndef REPORT_SIDES_H
#define REPORT_SIDES_H

#include "canvas.h"
#include "experiment/comparison.h"

enum { SIDES_MOST = 4 };

struct sides {
    int n;
    struct side {
        const char *title, *below, *colour;
        int full, hollow; /* gnuplot's markers: sure, and in doubt */
    } side[SIDES_MOST];
    const char *unit; /* below the axis */
    double least;     /* the scale reaches so far at least */
    int decimals;     /* of figures below 2 */
    struct interval (*of)(const struct comparison *c, int plan, int side); /* less the scenario as it is */
};

/* How many plans have room. */
int sides_plans(const struct comparison *c);

bool sides_draw(const char *folder, const char *name, const struct comparison *c, const struct sides *s,
                const struct heading *h);

#endif
