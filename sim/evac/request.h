/* request.h -- who is to be fetched, and who is sent: dispatch.
 */
#ifndef EVAC_REQUEST_H
#define EVAC_REQUEST_H

#include "leave.h"

/* In zeroed memory. */
void request_begin(const struct trial *t, struct request *r, const struct location *place, int incident,
                   int facility, enum need need);

/* Could the fleet, or any, ever serve it, for somebody as grave as that? */
bool request_served_by(const struct trial *t, const struct request *r, int fleet, enum triage gravest);
/* Does somebody wait whom the unit could fetch, if it were let? */
bool requests_want(const struct trial *t, const struct unit *u);
bool request_reachable(struct trial *t, struct request *r, enum triage gravest);

/* Its people are, or would be, at that place: its ways are reckoned from there. */
void request_moved(struct trial *t, struct request *r, const struct location *place);

/* When its people can be loaded, as far as is known: contact is over, or they are at the landing site. */
static inline int64_t request_ready_ms(const struct trial *t, const struct request *r)
{
    return r->ready_ms ? r->ready_ms : r->incident < 0 ? 0 : t->incident[r->incident]->safe_ms;
}

/* Someone has joined its line. Whatever can be sent now is sent. */
void request_opened(struct trial *t, struct request *r);

/* Something is free again, or may move again: all open requests are looked at. */
void dispatch_reviewed(struct trial *t, int unused);

/* A day on which a season of the roads begins; books itself for the next. */
void roads_changed(struct trial *t, int day);

/* A policy: the cost, in ms, of sending this fleet to that request; the least is sent, NEVER_SENT never.
 * It knows means, never draws. One file each. */
typedef int64_t policy_fn(const struct trial *t, const struct request *r, int fleet);
policy_fn policy_nearest, policy_soonest_on_scene, policy_soonest_care, policy_reserve;
#define NEVER_SENT INT64_MAX

/* Does the policy keep all that are free, and could come, for graver cases? */
bool policy_keeps_back(const struct trial *t, const struct request *r);

/* Is the facility chosen with its queue in mind? */
bool dispatch_sees_queues(const struct trial *t);

#endif
