/* planned.h -- the list of the day: operations known beforehand, one after the other on one table.
 *
 * A case begins when a table and a team are free and nobody who was wounded waits for them; it is
 * not broken off. What has not begun by the end of the list's hours is put off.
 */
#ifndef EVAC_PLANNED_H
#define EVAC_PLANNED_H

#include "mission.h"

void planned_expected(struct trial *t); /* at the start of a trial: books the first day's lists */

/* The next case of the list, if there is one and it may begin. */
void planned_went_on(struct trial *t, struct hospital *h);

#endif
