/* alone.h -- a bound: every casualty served as if alone.
 *
 * By the best asset and to the best facility, with no queue anywhere, after the same decision and on the draws of
 * the casualty's own first journey. What a policy takes longer is its regret.
 */
#ifndef EVAC_ALONE_H
#define EVAC_ALONE_H

#include "mission.h"

/* Wounding to the milestone, FACILITY or SURGICAL_FACILITY, of someone fetched from the scene; INT64_MAX: never. */
int64_t alone_ms(const struct trial *t, const struct casualty *c, enum milestone m);

/* The trial just lived is added to the tally. */
void record_regret(struct trial *t);

#endif
