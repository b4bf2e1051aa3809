/* effects.h -- what a sweep says of its keys: how far each moves a figure, and how surely.
 *
 * Every measure is a function of the figures at the points, so its interval comes from the same
 * function with a section of the trials left out at a time (luck), and, where points are drawn,
 * with a run of the design's rows left out at a time (the draw); the two variances are added.
 */
#ifndef EXPERIMENT_EFFECTS_H
#define EXPERIMENT_EFFECTS_H

#include "experiment/sweep.h"

enum measure_of_key {
    AT_LOW,     /* the figure with the key at its low end, less as it is: TORNADO */
    AT_HIGH,    /* at its high end */
    AT_LEVEL,   /* mean over all points of that level, less the mean over all: FACTORIAL */
    SWING,      /* from the low end to the high one; of levels, from the smallest mean to the largest */
    EXPLAINED,  /* how much of the spread between points a plane follows; of all keys together */
    MU,         /* mean of the elementary effects: MORRIS */
    MU_STAR,    /* of their sizes */
    SIGMA,      /* their standard deviation */
    FIRST,      /* share of the variance that goes with the key alone: INDICES, BELIEFS */
    ALL_ORDERS, /* share that it has a part in: INDICES */
    MEASURES_OF_KEYS
};
extern const char *const measure_ids[MEASURES_OF_KEYS];

struct effect {
    int key, level; /* key -1: all together; level -1 but for AT_LEVEL */
    enum measure_of_key measure;
    struct interval of;
};

struct effects {
    int n;
    struct effect *effect;
    enum measure_of_key ranked_by;
    int keys;              /* ranked: all, or those that are done */
    int *order;            /* [keys] the strongest first */
    struct interval *lead; /* [keys] by how much the strongest leads each, in size of what is ranked by */
};

/* What can be said from the points that are done. All of it lives in `a`. */
struct effects effects_of(const struct sweep *s, int figure, struct arena *a);

/* NAN: not reckoned. */
struct interval effect_of(const struct effects *e, int key, enum measure_of_key measure);

#endif
