/* fleet.h -- what all helicopters, ambulances or aeroplanes of one kind that stand at one place have in common.
 */
#ifndef EVAC_FLEET_H
#define EVAC_FLEET_H

#include "mission.h"

/* The next of the trial: those of the asset that stand at that site. After the companies. */
void fleet_set_up(struct trial *t, int entry, int site);

/* In a season of the roads. */
int64_t fleet_travel_ms(const struct trial *t, int fleet, int season, const struct location *from,
                        const struct location *to);

/* Does weather keep the fleet on the ground? And, for such a fleet, when it may fly between its place and this site. */
bool fleet_minds_weather(const struct trial *t, int fleet);
int64_t fleet_flies_from_ms(const struct trial *t, int fleet, int site, int64_t at_ms);

#endif
