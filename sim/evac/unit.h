/* unit.h -- helicopters, ambulances, aeroplanes: one journey after another.
 */
#ifndef EVAC_UNIT_H
#define EVAC_UNIT_H

#include "mission.h"

/* An idle unit of the fleet is sent for the gravest of the request, as many as it carries. */
void unit_tasked(struct trial *t, int fleet, struct request *r);

/* A unit making ready or on its way out is sent to this request instead, `way_ms` from where it is. */
void unit_diverted(struct trial *t, int number, struct request *r, int64_t way_ms);

/* Something keeps it at home, from when it is there; or does no more. */
void unit_grounded(struct trial *t, int number, enum ground why);
void unit_cleared(struct trial *t, int number, enum ground why);

/* Other tasks take it away from home, and it is back from them. */
void unit_left_on_errand(struct trial *t, int number);
void unit_back_from_errand(struct trial *t, int number);

/* It moves from its post to that of another fleet of its asset, and stands there once it has come all the way. */
void unit_left_for_post(struct trial *t, int number, int fleet, int64_t way_ms);

/* Units still making ready that nobody waits for any more stay at home. */
void units_stand_down(struct trial *t);

#endif
