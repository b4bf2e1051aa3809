/* fleet.h -- what all helicopters, ambulances or aeroplanes of one kind and home have in common.
 */
#ifndef EVAC_FLEET_H
#define EVAC_FLEET_H

#include "mission.h"

/* In a season of the roads. */
int64_t fleet_travel_ms(const struct trial *t, int fleet, int season, const struct location *from,
                        const struct location *to);

/* Does weather keep the fleet on the ground? And, for such a fleet, when it may fly between home and this site. */
bool fleet_minds_weather(const struct trial *t, int fleet);
int64_t fleet_flies_from_ms(const struct trial *t, int fleet, int site, int64_t at_ms);

#endif
