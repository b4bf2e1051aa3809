/* route.h -- what took the minutes and what filled, in one arm of a panel against its first.
 */
#ifndef EXPERIMENT_ROUTE_H
#define EXPERIMENT_ROUTE_H

#include "experiment/ladder.h"

/* The panel keeps tallies and sections. `at` is left to the caller. */
void route_between(struct failure_route *r, const struct panel *p, int arm, const struct goal *g);

#endif
