/* upkeep.h -- what keeps units at home: unfit days, failures and repair, maintenance, tired crews.
 *
 * A unit out on a journey finishes it; what grounds it takes hold when it is home.
 */
#ifndef EVAC_UPKEEP_H
#define EVAC_UPKEEP_H

#include "mission.h"

/* May one of them ever be unfit, or its crew tired? */
bool asset_groundable(const struct asset *a);

void upkeep_began(struct trial *t); /* at the start of a trial, when all are at home */

void upkeep_tasked(struct trial *t, struct unit *u, int64_t before_ms); /* it has made ready so long before */
void upkeep_came_home(struct trial *t, struct unit *u);                 /* before it stands ready */

void upkeep_mends(struct trial *t, int fleet); /* those that failed and are at home, as far as crews go */

/* Where none that could come is out on a journey: WAIT_ELSEWHERE, WAIT_UNFIT, WAIT_CREW_RESTS; else WAIT_ASSET_BUSY. */
enum wait upkeep_cause(const struct trial *t, const struct request *r);

#endif
