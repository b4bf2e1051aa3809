/* prealert.h -- crews told at the first word, before anybody has decided.
 *
 * Where dispatch says so, those at home that could come make ready at once and stand to for a while. What is sent
 * meanwhile has that much less notice to move; what is not stands down again, and its crew has worked.
 */
#ifndef EVAC_PREALERT_H
#define EVAC_PREALERT_H

#include "mission.h"

/* The first word of so many people whom the request will ask for. */
void prealert_given(struct trial *t, struct request *r, int people, enum triage gravest);

/* One of the fleet is tasked: the number of the idle unit that has stood to longest, else the one that is sent anyway. */
int prealert_takes(struct trial *t, struct fleet *f);

/* How long the unit has stood to when it is tasked; it does so no more. */
int64_t prealert_used_ms(struct trial *t, struct unit *u);

/* The same of the next of the fleet to be sent; for policies. */
int64_t prealert_head_ms(const struct trial *t, int fleet);

/* Mean notice of the next of the fleet, less that; for policies. */
static inline int64_t mean_notice_ms(const struct trial *t, int fleet, bool dark)
{
    int64_t notice_ms = t->fleet[fleet].notice_ms[dark];
    int64_t left_ms = t->scenario->dispatch.pre_alert ? notice_ms - prealert_head_ms(t, fleet) : notice_ms;
    return left_ms > 0 ? left_ms : 0;
}

/* What a crew warned at `heard_ms` would have ahead when it is tasked then. */
static inline int64_t prealert_alone_ms(const struct trial *t, int64_t heard_ms, int64_t tasked_ms)
{
    const struct dispatch *d = &t->scenario->dispatch;
    return d->pre_alert && tasked_ms - heard_ms < d->stand_to_ms ? tasked_ms - heard_ms : 0;
}

#endif
