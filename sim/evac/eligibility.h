/* eligibility.h -- for whom the mission does what, by whose people they are.
 *
 * Whoever is not eligible stays where they are and is handed to an outside provider after a while. Where it is decided
 * case by case they wait for that beside whatever else must be agreed. Everything goes by the category as seen then.
 */
#ifndef EVAC_ELIGIBILITY_H
#define EVAC_ELIGIBILITY_H

#include "mission.h"

void eligibility_set_up(struct trial *t);

/* Is that granted to somebody so grave, of these people? */
bool eligibility_grants(const struct trial *t, const struct casualty *c, enum grant g);

/* Those of an incident who have just been heard of: how many are not eligible, and step aside. Cases are opened. */
int eligibility_judged(struct trial *t, struct incident *i);

/* May it be moved on for that need? If not it steps aside; else its case is opened. */
bool eligibility_moves(struct trial *t, struct casualty *c, enum need need);

/* It is not eligible for what it needs next. */
void eligibility_refused(struct trial *t, struct casualty *c);

/* All else is ready: does its case hold it up? Then it goes on once that is decided. */
bool eligibility_holds_up(struct trial *t, struct casualty *c);

/* The gravest of them for whom there is an operation; TRIAGES: nobody. */
enum triage eligibility_gravest_for_surgery(const struct trial *t, const struct line *people);

#endif
