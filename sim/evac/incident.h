/* incident.h -- from the attack to the decision: people are hit, someone helps, someone hears.
 */
#ifndef EVAC_INCIDENT_H
#define EVAC_INCIDENT_H

#include "mission.h"

/* Books the attacks of a cell, and itself for the next. */
void cell_began(struct trial *t, int cell);

/* People of the evacuation are hit on a journey: the number of the incident. Whoever hears of it decides as of any. */
int evacuation_struck(struct trial *t, const struct strike *s, int mechanism, int64_t hit);

/* Does it lie so near to an open facility that they are carried there? */
bool incident_beside_facility(const struct trial *t, const struct incident *i);

/* By stretcher to the facility beside it. */
void incident_carries(struct trial *t, struct casualty *c);

/* Its message is through. */
void incident_heard(struct trial *t, int number);

#endif
