/* failure.h -- where a goal fails, and how it came to that.
 */
#ifndef EXPERIMENT_FAILURE_H
#define EXPERIMENT_FAILURE_H

#include <stdbool.h>
#include "evac/pathway.h"
#include "stats/breakpoint.h"

enum { ROUTE_WAITS = 3 };

/* How a goal came to fail: what took the minutes, and what was full, there against the calm. */
struct failure_route {
    const char *at;           /* looked at this value or rung; NULL: nothing was looked at */
    enum milestone milestone; /* minutes until it, of those who need it */
    double total_ms;          /* more, a head */
    int waits;                /* shown: those that grew most */
    enum wait wait[ROUTE_WAITS];
    double more_ms[ROUTE_WAITS];
    const char *kind, *name; /* the resource that filled most; NULL: none did */
    double full_calm, full;  /* share of the time with none of it free */
    bool queue;              /* it is what the wait that grew most is for */
};

struct broken {               /* one goal */
    struct break_point point; /* severity: of the axis, or number of the step */
    struct failure_route route;
};

#endif
