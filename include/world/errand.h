/* errand.h -- what a shared aircraft would do anyway: its other tasks, a function of aircraft and day.
 *
 * Each day holds candidates in rising height, each with a start, a length of its own and no thought of the wounded;
 * those lower than the number of tasks a day are flown. So more tasks, or longer ones, only add to the time away, and
 * nobody's tasks depend on how many other aircraft there are. Tasks that run into each other are one absence.
 */
#ifndef WORLD_ERRAND_H
#define WORLD_ERRAND_H

#include <stdbool.h>
#include "random/luck.h"
#include "scenario/scenario.h"

struct errand {
    int64_t from_ms, to_ms; /* to_ms: ready at home again */
};

/* The first task of the unit that begins after that moment; of those that begin at the same, the longest. False: it
 * has none before `until_ms`. */
bool errand_after(const struct asset *a, const struct luck *l, uint64_t unit, int64_t after_ms,
                  int64_t until_ms, struct errand *next);

#endif
