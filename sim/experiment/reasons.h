/* reasons.h -- where the minutes went, of those who need surgery, each wait apart.
 */
#ifndef EXPERIMENT_REASONS_H
#define EXPERIMENT_REASONS_H

#include "evac/trial.h"
#include "experiment/panel.h"

struct reasons; /* workspace, used again for every trial */

struct reasons *reasons_new(void);
void reasons_free(struct reasons *r); /* NULL is allowed */

/* Adds the waits of the trial just run to its section of both clocks. */
void reasons_add(struct reasons *r, struct clock_sums clock[CLOCKS], const struct trial *t, int section);

#endif
