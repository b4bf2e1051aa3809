/* selection.h -- playing on until one plan is the best, or so near that it does not matter.
 */
#ifndef EXPERIMENT_SELECTION_H
#define EXPERIMENT_SELECTION_H

#include "experiment/comparison.h"

/* Plays batches of trials; arms that are surely not the best are dropped. Fills .selected. */
void selection_play(struct comparison *c);

#endif
