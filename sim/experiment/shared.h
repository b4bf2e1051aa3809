/* shared.h -- which casualties of a trial every arm has: by name, for they are the same people.
 */
#ifndef EXPERIMENT_SHARED_H
#define EXPERIMENT_SHARED_H

#include "evac/trial.h"

struct shared; /* workspace, used again for every trial */

struct shared *shared_new(int arms);
void shared_free(struct shared *s); /* NULL is allowed */

/* Looks at the trials just run, `playing[0 .. n-1]`, of the same number. */
void shared_find(struct shared *s, const struct trial *const *playing, int n);

/* For each casualty of the nth of them: has every arm this one? NULL: every arm has them all. */
const bool *shared_of(const struct shared *s, int n);

#endif
