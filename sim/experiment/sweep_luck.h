/* sweep_luck.h -- single trials of every point: how much of their spread is luck, how much not knowing.
 *
 * Every draw of the beliefs lives through the same trials, so an outcome has a row (the draw) and a
 * column (the trial). What two trials of one draw share, on average, beyond what two trials of two draws
 * share, is what comes of not knowing; the rest of the spread is luck. All of it is sums of whole numbers.
 */
#ifndef EXPERIMENT_SWEEP_LUCK_H
#define EXPERIMENT_SWEEP_LUCK_H

#include <stdint.h>
#include "experiment/sweep.h"

struct sweep_luck *luck_new(int figures, int64_t trials, int turn);
void luck_free(struct sweep_luck *l); /* NULL is allowed */

/* Outcomes are counted from here, the value as it is: so that squares stay small. */
void luck_centre(struct sweep_luck *l, int figure, double value, bool total);

/* A trial of the point at place `slot` of the turn: a share of those concerned, or a total. */
void luck_hear(struct sweep_luck *l, int slot, int figure, int64_t trial, int64_t y, int64_t n, bool total);
void luck_keep(struct sweep_luck *l, int points); /* the turn is over */

#endif
