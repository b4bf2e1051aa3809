/* errand.h -- aircraft that other tasks take away, and how they are called back.
 *
 * One at home when a task begins leaves, unless it stands to, or somebody waits whom it could fetch; the task of one
 * that is out for the wounded, or not fit, falls to others. Called back, it comes home first: it is not fitted out for
 * the wounded.
 */
#ifndef EVAC_ERRAND_H
#define EVAC_ERRAND_H

#include "mission.h"

bool asset_is_shared(const struct asset *a);

void errands_expected(struct trial *t); /* at the start of a trial, when all are at home */

/* Nothing free can be sent for these: those away on other tasks are asked for, as many as would carry them. */
void errands_recalled(struct trial *t, struct request *r);

/* WAIT_RETASKING or WAIT_ELSEWHERE where one has been called back for these, else WAITS. */
enum wait errand_cause(const struct trial *t, const struct request *r);

#endif
