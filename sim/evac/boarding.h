/* boarding.h -- who fits: litters and seats.
 */
#ifndef EVAC_BOARDING_H
#define EVAC_BOARDING_H

#include "mission.h"

/* Is there anyone in the line whom such a unit could carry? */
bool fleet_takes_any(const struct trial *t, int fleet, const struct line *l);

/* Those of its request who wait and for whom there is room are assigned to it. */
void unit_takes(struct trial *t, struct unit *u, struct request *r);

/* Those assigned to it, and not yet aboard, wait again. */
void unit_gives_up(struct trial *t, struct unit *u);

#endif
