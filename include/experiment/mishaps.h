/* mishaps.h -- trials that are not in the sums: cut short by an interrupt, or broken.
 *
 * A trial that breaks (too many events, a check that does not hold) costs that trial alone; what is
 * left is a partial result, and says which trials to look at.
 */
#ifndef EXPERIMENT_MISHAPS_H
#define EXPERIMENT_MISHAPS_H

#include <stdbool.h>
#include <stdint.h>
#include "evac/trial.h"

enum { MISHAPS_TOLD = 5, MISHAPS_MOST = 20, MISHAP_SIZE = 400 };

struct mishaps {
    int64_t unplayed; /* trials of blocks that were begun: thrown away, or never begun */
    int64_t broken;   /* trials */
    bool defects;     /* some broke by a defect of ours; else by the limits of a trial */
    struct mishap {   /* the first ones, by number */
        int64_t trial;
        char trouble[MISHAP_SIZE];
    } told[MISHAPS_TOLD];
};

/* Notes how the trial ended; false: stop here, for it is to end, or too many break. */
bool mishaps_note(struct mishaps *m, enum ending ending, int64_t trial, const struct trial *t);
void mishaps_merge(struct mishaps *into, const struct mishaps *from);
int64_t mishaps_left_out(const struct mishaps *m); /* trials, in all */

#endif
