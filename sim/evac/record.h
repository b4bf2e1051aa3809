/* record.h -- from a finished trial to the tallies.
 */
#ifndef EVAC_RECORD_H
#define EVAC_RECORD_H

#include "mission.h"

struct record; /* workspace, used again for every trial */

struct record *record_new(const struct frame *f);
void record_free(struct record *r);

/* Adds the trial to its tally. */
void record_trial(struct trial *t);

#endif
