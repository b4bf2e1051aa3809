/* recovery.h -- how long queues, beds and readiness take to be normal again after a shock.
 *
 * The shocked mission and the calm live through the same trials, so hour by hour the mean
 * of one less that of the other is the work of the shock alone. It is over when that excess
 * has fallen below a tenth of its peak for good, within the horizon. Trials come in 32 batches
 * for the interval (jackknife).
 */
#ifndef EXPERIMENT_RECOVERY_H
#define EXPERIMENT_RECOVERY_H

#include "experiment/panel.h"
#include "experiment/ladder.h"

enum watched { /* queues first, in their order */
               WATCHED_BEDS = QUEUES,
               WATCHED_ICU,
               WATCHED_TABLES,
               WATCHED_BAYS,
               WATCHED_ASSETS,
               WATCHED
};
extern const char *const watched_says[WATCHED]; /* "waiting for an asset" */

struct recovered {
    bool clear;            /* there is an excess beyond doubt at its peak */
    struct interval peak;  /* more than in the calm, at the worst hour */
    int peak_hour;         /* since the shock */
    struct interval hours; /* since the shock; NAN: not within the horizon */
};

struct recovery {
    const struct ladder *ladder;
    int step;
    int64_t shock_ms; /* since the scenario's start */
    struct recovered of[WATCHED];
    bool whole;
};

/* NULL: the step of the ladder brings no attack at a given moment that the calm has not, within the horizon. */
struct recovery *recovery_play(const struct ladder *l, int step);
void recovery_free(struct recovery *r); /* NULL is allowed */

#endif
