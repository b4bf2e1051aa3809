/* company.h -- who goes along: an aeromedical team aboard, an armed escort beside.
 *
 * They are taken when a unit is tasked, join it while it makes ready, and are free again when it is ready again.
 */
#ifndef EVAC_COMPANY_H
#define EVAC_COMPANY_H

#include "mission.h"

void company_set_up(struct trial *t);   /* once, before the fleets */
void company_gathered(struct trial *t); /* at the start of a trial: all are ready */
void company_free(struct trial *t);

/* What a unit of the fleet lacks now to be sent: WAIT_NO_MEDICS, WAIT_NO_ESCORT; WAITS: nothing. `later` learns when
 * that may change by itself. */
enum wait company_lacking(const struct trial *t, int fleet, const struct request *r, int64_t *later);

/* Whoever the unit needs for the request goes with it; how long until all have joined, warned `head_ms` before. */
int64_t company_joined(struct trial *t, struct unit *u, const struct request *r, int64_t head_ms);

/* Does the unit have with it whoever that other request needs? */
bool company_suffices(const struct trial *t, const struct unit *u, const struct request *r);

void company_left(struct trial *t, struct unit *u); /* it is at home again */

/* Mean time until the fleet's usual company has joined, 0 for one that goes alone; for policies. */
int64_t company_mean_ms(const struct trial *t, const struct asset *a);

/* The least that joining takes a casualty fetched as if alone, tasked then. */
int64_t company_alone_ms(const struct trial *t, const struct casualty *c, const struct request *r, int fleet,
                         int64_t tasked_ms);

#endif
