/* regulation.h -- medical regulating: which facility keeps a bed for a transfer.
 *
 * It matters where some facility says `when_full: divert`. A transfer is then sent to a facility that
 * has a bed to promise, the nearest; while every one within reach is full, it waits where it is, and
 * its bed is not free for the next. For surgery nobody waits for a bed.
 */
#ifndef EVAC_REGULATION_H
#define EVAC_REGULATION_H

#include "mission.h"

void regulation_set_up(struct trial *t);
void regulation_cleared(struct trial *t); /* at the start of a trial */

/* The request that the casualty joins; NULL: it waits for a bed elsewhere, until onward_referred. */
struct request *regulation_request(struct trial *t, struct casualty *c, enum need need);

/* A promise is over: it is there, or will not come. Idle where none was made. */
void regulation_kept(struct trial *t, struct casualty *c);

/* A bed somewhere is free. */
void regulation_reviewed(struct trial *t);

/* A facility has moved: `change` is called for each request between two facilities. */
void regulation_changes_ways(struct trial *t, int hospital,
                             void change(struct trial *t, struct request *r, int hospital));

/* No bed to promise to such a casualty; `icu`: it takes one of intensive care. */
bool regulation_full(const struct hospital *h, bool icu);

#endif
