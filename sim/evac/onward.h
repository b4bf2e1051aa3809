/* onward.h -- from one facility to another: for surgery, and for definitive care.
 */
#ifndef EVAC_ONWARD_H
#define EVAC_ONWARD_H

#include "mission.h"

/* Does another facility give what the casualty needs next? */
bool onward_possible(const struct trial *t, const struct casualty *c, enum need need);

/* To be transferred as soon as that is decided; holds a bed meanwhile if one is free. */
void onward_needed(struct trial *t, struct casualty *c, enum need need);

/* In a bed, operated on: to be transferred for definitive care once fit to travel. */
void onward_planned(struct trial *t, struct casualty *c);

#endif
