/* margin.h -- how far within its bound a goal is.
 */
#ifndef EXPERIMENT_MARGIN_H
#define EXPERIMENT_MARGIN_H

#include "scenario/scenario.h"
#include "stats/interval.h"

/* Above 0: it holds. */
static inline struct interval margin_of(const struct goal *g, struct interval found)
{
    if (goal_is_share(g))
        return (struct interval){found.value - g->at_least, found.low - g->at_least,
                                 found.high - g->at_least};
    return (struct interval){g->at_most - found.value, g->at_most - found.high, g->at_most - found.low};
}

#endif
