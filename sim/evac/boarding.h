/* boarding.h -- who fits: litters, seats, and how many of the gravest can be treated aboard.
 */
#ifndef EVAC_BOARDING_H
#define EVAC_BOARDING_H

#include "mission.h"

struct room { /* still free; t1: so many of the gravest may yet be taken */
    int litters, seats, t1;
};

/* Takes a place, if there is one. */
bool room_takes(struct room *r, const struct casualty *c);

/* The most that such an asset carries, in any layout. */
int asset_room(const struct trial *t, const struct asset *a);

/* Is there anyone in the line whom such a unit could carry? */
bool fleet_takes_any(const struct trial *t, int fleet, const struct line *l);

/* Anyone graver than all it was sent for, whom this one could carry in their place? Under way it stays fitted out as it is. */
bool unit_takes_graver(const struct trial *t, const struct unit *u, const struct line *l);

/* How many of the line fit in beside those it carries. */
int unit_takes_more(const struct trial *t, const struct unit *u, const struct line *l);

/* It is fitted out for those of the request who wait: for most of the gravest, then for most of the next. */
void unit_fitted(const struct trial *t, struct unit *u, const struct request *r);

/* Those of its request who wait and for whom there is room are assigned to it. */
void unit_takes(struct trial *t, struct unit *u, struct request *r);

/* Those assigned to it, and not yet aboard, wait again. */
void unit_gives_up(struct trial *t, struct unit *u);

/* They are aboard. */
void unit_boards(struct unit *u);

#endif
