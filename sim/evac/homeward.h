/* homeward.h -- from where it was last, with nobody aboard, to ready again.
 */
#ifndef EVAC_HOMEWARD_H
#define EVAC_HOMEWARD_H

#include "mission.h"

/* Straight, `way_ms`, or by way of fuel where what it has left does not last for that. The unit has turned home. */
void homeward_began(struct trial *t, struct unit *u, const struct location *from, int64_t way_ms);

#endif
