/* measures.h -- how each design measures its keys.
 */
#ifndef EXPERIMENT_MEASURES_H
#define EXPERIMENT_MEASURES_H

#include "experiment/effects.h"

/* From the figure as it is (value[0]) and at each point done (value[1 + point]) to the measures, in the order
 * of `effect`; without one of the groups of the design's rows, -1: with all. */
typedef void take_fn(const struct sweep *s, const double *value, int without, double *out);

struct measured {
    take_fn *take;
    int n, keys;
    struct effect *effect; /* [n], values still open */
    enum measure_of_key ranked_by;
    int rank_at, rank_stride; /* where that stands in `out`: rank_at + key * rank_stride */
    bool drawn;               /* the points are a sample of many */
};

/* n 0: nothing can be said from what is done. */
struct measured measured_of(const struct sweep *s, struct arena *a);

#endif
