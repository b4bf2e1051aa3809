/* blood.h -- the stock of blood of a facility, where it is counted in units.
 *
 * Whoever needs blood is given all it needs at once, or waits: half a transfusion is counted as none. What comes
 * (from walking donors, who are called when the stock is short, or with the next supply) goes to the gravest
 * whose need it meets. Until then resuscitation is without blood, and so may the operation be.
 */
#ifndef EVAC_BLOOD_H
#define EVAC_BLOOD_H

#include "mission.h"

void blood_stocked(struct trial *t); /* at the start of a trial */

/* What resuscitation begins with here: DCR; or EFC, and it waits for blood, if there is any to wait for. */
enum care blood_level(struct trial *t, struct casualty *c);

/* It waits for blood no more. */
void blood_forgotten(struct casualty *c);

#endif
