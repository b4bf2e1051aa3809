/* surgeons.h -- who operates: teams, their hours and their rest.
 *
 * Where a facility lists its teams, an operation needs one of them as well as a table. A team begins
 * within its hours only, and finishes what it began; after so much time at the table it rests.
 */
#ifndef EVAC_SURGEONS_H
#define EVAC_SURGEONS_H

#include "mission.h"

void surgeons_set_up(struct trial *t); /* once, when the hospitals are there */
void surgeons_rested(struct trial *t); /* at the start of a trial: all are fresh */

/* Could one begin now? Always, where teams come with the tables. */
bool surgeons_ready(const struct trial *t, const struct hospital *h);

/* The earliest moment at which one that does not operate could begin; INT64_MAX: all operate, or there are none. */
int64_t surgeons_ready_from(const struct trial *t, const struct hospital *h);

/* Who operates next: whoever has worked least since its last rest. NO_TEAM where teams come with the tables. */
enum { NO_TEAM = -1 };
int surgeons_began(struct trial *t, const struct hospital *h);
void surgeons_ended(struct trial *t, int team); /* idle for NO_TEAM */

#endif
