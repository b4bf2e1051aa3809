/* leave.h -- when a fleet may set out: hours, daylight, weather, and what the host nation allows.
 */
#ifndef EVAC_LEAVE_H
#define EVAC_LEAVE_H

#include "mission.h"

/* The earliest moment from then on at which the fleet may set out for somebody as grave as that. */
int64_t may_leave_ms(const struct trial *t, const struct request *r, int fleet, enum triage gravest,
                     int64_t from_ms);

/* The same of one that would move from the place of one fleet to that of another, on no request. */
int64_t may_move_up_ms(const struct trial *t, int from, int to, int64_t way_ms, int64_t from_ms);

/* May one of the fleet that is out go on, now, to a place so far from where it is? */
bool may_go_on(const struct trial *t, const struct request *r, int fleet, enum triage gravest,
               int64_t way_ms);

/* Why it may not now, when it may not. */
enum wait leave_barred_by(const struct trial *t, const struct request *r, int fleet);

#endif
