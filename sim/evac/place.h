/* place.h -- bays, tables and beds: taken, waited for and left alike.
 *
 * Where the queue is `preempt`, a graver case takes the place of the least grave that has one, the
 * last begun of these; whoever is interrupted waits before all others of its category, and goes on
 * where it was left.
 */
#ifndef EVAC_PLACE_H
#define EVAC_PLACE_H

#include "mission.h"

struct hospital *hospital_of(struct trial *t, const struct casualty *c);

bool place_is_free(const struct trial *t, const struct hospital *h, int place);

/* Takes a place, or queues for one, or is handed to an outside provider. */
void place_sought(struct trial *t, struct casualty *c, int place);

/* How long it takes: what was left when it was interrupted, else `whole_ms`. */
int64_t place_takes_ms(struct trial *t, struct casualty *c, int64_t whole_ms);

/* It is over; the place is still held. */
void place_served(struct casualty *c);

/* A place is left, by a team if it was a table; the next in line has it. */
void place_left(struct trial *t, struct hospital *h, int place, int team);
void bays_looked_at(struct trial *t, struct hospital *h);
void table_looked_at(struct trial *t, struct hospital *h);

/* Takes, or gives back, without a line. */
void place_occupied(struct trial *t, struct hospital *h, int place, int by);

/* hospital.c: what happens when the casualty has the place. */
event_fn bay_began, operation_began, bed_taken;

#endif
