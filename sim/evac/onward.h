/* onward.h -- from one facility to another: for surgery, for definitive care, and to be held longer.
 */
#ifndef EVAC_ONWARD_H
#define EVAC_ONWARD_H

#include "mission.h"

/* Does another facility give what the casualty needs next? */
bool onward_possible(const struct trial *t, const struct casualty *c, enum need need);

/* And is it open now? */
bool onward_open(const struct trial *t, const struct casualty *c, enum need need);

/* To be transferred as soon as that is decided; holds a bed meanwhile if one is free. */
void onward_needed(struct trial *t, struct casualty *c, enum need need);

/* One on the same site, with which it shares, that gives it and takes it; or -1. */
int onward_neighbour(const struct trial *t, const struct casualty *c, enum need need);

/* It may go, as one of the request's. */
void onward_referred(struct trial *t, struct casualty *c, struct request *r);

/* Its transfer is agreed to: it is asked for, or waits for a bed elsewhere. */
void onward_released(struct trial *t, struct casualty *c);

/* In a bed, operated on: to be transferred for definitive care once fit to travel. */
void onward_planned(struct trial *t, struct casualty *c);

#endif
