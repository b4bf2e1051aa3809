/* stress.h -- how much a mission bears, and what breaks it: every part of a stress test, played.
 */
#ifndef EXPERIMENT_STRESS_H
#define EXPERIMENT_STRESS_H

#include "experiment/experiment.h"
#include "experiment/ladder.h"
#include "experiment/losses.h"
#include "experiment/mends.h"
#include "experiment/recovery.h"
#include "experiment/shocks.h"

struct under {        /* a plan that is stressed, or the scenario as it is */
    const char *plan; /* "": as it is */
    const struct layers *layers;
};

struct stress_plan {
    const struct under *under; /* losses, two shocks and recovery are looked at for the last */
    int unders;
    const struct stressor *const *stressor;
    int stressors;
    bool suite;                                 /* whatever applies of these; else each of them must */
    const char *const *mend, *const *mend_name; /* plans that may mend: files, and their names */
    int mends;
    uint64_t seed;
    int64_t trials;
    double tolerance; /* of break points on an axis */
    int places;       /* of an axis */
    bool without_each;
    bool two_shocks;     /* the first two stressors together */
    int64_t loss_trials; /* the most */
    int jobs;
    bool progress;
};

struct skipped {
    const char *stressor, *why;
};

struct stress {
    struct stress_plan plan;
    struct scenario *calm; /* of the last under */
    int ladders;           /* of each stressor that applies, under each plan */
    struct ladder **ladder;
    int skips;
    struct skipped *skipped;
    int recoveries; /* of every rung that brings a shock at a given moment */
    struct recovery **recovery;
    struct shocks *shocks;  /* NULL: not asked for */
    struct losses *losses;  /* NULL: not asked for */
    struct mends *mends[2]; /* in the calm, and under the stress that costs most; NULL likewise */
    enum status status;
    struct mishaps mishaps; /* of all arms */
    int interrupted_by;
    double wall_s, cpu_s;
    struct arena *arena;
};

struct stress *stress_run(const struct stress_plan *p);
/* The ladder whose last step costs the largest share in surgery within 2 h, of those where this is clear; -1: none. */
int stress_costliest(const struct stress *s);
void stress_free(struct stress *s); /* NULL is allowed */

#endif
