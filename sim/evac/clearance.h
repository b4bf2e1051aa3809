/* clearance.h -- the host nation: what it must be asked once the mission has agreed, and what it forbids.
 */
#ifndef EVAC_CLEARANCE_H
#define EVAC_CLEARANCE_H

#include "question.h"
#include "world/host_nation.h"

/* Of the ways of the question, those for which leave is needed go on as questions of their own; it keeps the others. */
void clearance_asked(struct trial *t, struct question *q);

/* May the fleet not go at all; or by daylight alone? For somebody as grave as that, as seen. */
bool clearance_bans(const struct trial *t, const struct request *r, int fleet, enum triage gravest);
bool clearance_bans_night(const struct trial *t, const struct request *r, int fleet, enum triage gravest);

#endif
