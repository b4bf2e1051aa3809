/* unit.h -- helicopters, ambulances, aeroplanes: one journey after another.
 */
#ifndef EVAC_UNIT_H
#define EVAC_UNIT_H

#include "mission.h"

/* In a season of the roads. */
int64_t fleet_travel_ms(const struct trial *t, int fleet, int season, const struct location *from,
                        const struct location *to);

/* Does weather keep the fleet on the ground? And, for such a fleet, when it may fly between home and this site. */
bool unit_minds_weather(const struct trial *t, int fleet);
int64_t unit_flies_from_ms(const struct trial *t, int fleet, int site, int64_t at_ms);

/* Is there anyone in the line whom such a unit could carry? */
bool unit_takes_any(const struct trial *t, int fleet, const struct line *l);

/* An idle unit of the fleet is sent for the gravest of the request, as many as it carries. */
void unit_tasked(struct trial *t, int fleet, struct request *r);

/* Units still making ready that nobody waits for any more stay at home. */
void units_stand_down(struct trial *t);

#endif
