/* split.h -- the spread of one period's outcome: bad luck, and not knowing.
 */
#ifndef EXPERIMENT_SPLIT_H
#define EXPERIMENT_SPLIT_H

#include "experiment/sweep.h"

/* Standard deviations of a trial's outcome (a share of those concerned, or a total): in all; if all beliefs
 * were settled, on average over them; of what would be expected, over the beliefs. The squares of the last two
 * add up to the square of the first. `known` is the part of the variance that is not knowing. */
struct split {
    struct interval all, luck, knowledge, share;
};

/* Of a sweep over BELIEFS. NAN: fewer than two draws or trials, or no spread. */
struct split split_of(const struct sweep *s, int figure);

#endif
