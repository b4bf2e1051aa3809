/* totals.h -- what a trial comes to: attacks, people, deaths, journeys, operations, money.
 */
#ifndef SIM_EVAC_TOTALS_H
#define SIM_EVAC_TOTALS_H

#include "mission.h"

/* Fills t->totals when the trial has ended. */
void count_totals(struct trial *t);

#endif
