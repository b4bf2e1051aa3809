/* request.h -- who is to be fetched, and who is sent: dispatch.
 */
#ifndef EVAC_REQUEST_H
#define EVAC_REQUEST_H

#include "mission.h"

struct request request_of(const struct trial *t, const struct location *place, int incident, int facility,
                          enum need need);

/* Could any fleet ever serve it? */
bool request_reachable(struct trial *t, struct request *r);

/* Someone has joined its line. Whatever can be sent now is sent. */
void request_opened(struct trial *t, struct request *r);

/* Something is free again, or may move again: all open requests are looked at. */
void dispatch_reviewed(struct trial *t, int unused);

/* A day on which a season of the roads begins; books itself for the next. */
void roads_changed(struct trial *t, int day);

/* How long whoever decides takes, here and now. */
int64_t decision_ms(const struct trial *t, int authority, int site, uint64_t name);

/* A policy: the cost, in ms, of sending this fleet to that request; the least is sent. One file each. */
typedef int64_t policy_fn(const struct trial *t, const struct request *r, int fleet);
policy_fn policy_nearest, policy_soonest_care;

#endif
