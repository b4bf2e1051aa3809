/* crew.h -- workers who take blocks of trials in turn, each on a thread of its own.
 */
#ifndef EXPERIMENT_CREW_H
#define EXPERIMENT_CREW_H

#include <stdbool.h>
#include <stdint.h>
#include "progress.h"

enum { BLOCK = 64 }; /* trials in a block */

/* Plays a block: number `block` of this call, to be added up in the worker's own sums. False: the crew stops. */
typedef bool block_fn(void *worker, int64_t block);

struct crew {
    int jobs;
    void **worker; /* [jobs]: what each of them adds up in */
    block_fn *play;
    struct progress *progress; /* shown by the first of them; NULL: none */
};

/* Plays blocks `first` to `end` - 1 and returns the end of what was played: earlier only when an
 * interrupt came or a worker stopped, and then without a gap between blocks. */
int64_t crew_play(const struct crew *c, int64_t first, int64_t end);

#endif
