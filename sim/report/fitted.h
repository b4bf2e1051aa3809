/* fitted.h -- a log of evacuations, key by key.
 */
#ifndef REPORT_FITTED_H
#define REPORT_FITTED_H

#include "canvas.h"
#include <stdio.h>
#include "report/fitting.h"
#include "step.h"

/* One key: its times, and what was made of them. */
struct fitted {
    const struct sample *observed;
    const char *dist;               /* as the key takes it; NULL: too few times */
    const char *why;                /* in words */
    double spread;                  /* sigma of the belief; 0: all times were the same */
    const char *belief;             /* the id of the belief about it */
    const struct sample *simulated; /* NULL: not simulated, or it did not happen */
};

struct fitting {
    struct arena *arena;
    const struct scenario *scenario;
    const char *file, *authority;
    int rows, n;
    struct fitted *at;
    bool compared; /* with what a run under the overlay gave */
    FILE *to;      /* its rows, in memory */
    char *simulated;
    size_t simulated_size;
};

/* The chart "steps": observed times as points, the run under the overlay as lines. */
bool chart_steps(const char *folder, const char *name, const struct fitting *f, const struct provenance *p,
                 struct heading *h);

#endif
