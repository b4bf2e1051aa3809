/* commander.h -- the commander on the ground, who has vehicles: drive, or wait to be fetched?
 *
 * Like those who dispatch, it knows places, means and light, and never a draw.
 */
#ifndef EVAC_COMMANDER_H
#define EVAC_COMMANDER_H

#include "mission.h"

/* People have been hit. Care that is near enough is driven to, whoever else may be coming. */
void commander_after_attack(struct trial *t, struct incident *i);

/* Nothing can be sent now for those who wait. True: an aircraft may be sent to where they are being driven. */
bool commander_moves(struct trial *t, struct request *r);

/* The longest way they would drive to care at all. */
int64_t commander_farthest_ms(const struct own_vehicles *v);

#endif
