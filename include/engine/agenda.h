/* agenda.h -- what happens next.
 *
 * The agenda is the simulation's diary: the present moment, and everything
 * booked for later. Events booked for the same moment happen in the order
 * they were booked, so a trial depends on its scenario and seed alone.
 */
#ifndef ENGINE_AGENDA_H
#define ENGINE_AGENDA_H

#include <stdbool.h>
#include <stdint.h>

struct agenda;
struct trial; /* the model's own; the agenda hands it on and never looks */

/* Called when it has happened to `who`; named in the past tense. */
typedef void event_fn(struct trial *t, int who);

/* A booking that may have to be undone. It lives with whoever may undo it, at
 * an address that does not move while it is booked; the agenda keeps it true.
 * All zero: nothing is booked. */
struct booking {
    int slot;
};

struct agenda *agenda_new(void);
void agenda_free(struct agenda *a); /* NULL is allowed */
void agenda_clear(
    struct agenda *a); /* time 0, nothing booked; bookings still held must be zeroed by their owners */

int64_t agenda_now(const struct agenda *a);    /* ms since the scenario's start */
int64_t agenda_events(const struct agenda *a); /* how many have happened since agenda_clear */

int64_t agenda_at_once(
    const struct agenda *a); /* how many have happened since time last passed: to find a loop */

/* Books `happened` for `delay_ms` from now; the delay is not negative.
 * `undo` may be NULL; a booking already held is an error. Beyond 34 years or 16,777,216 bookings
 * since agenda_clear nothing is booked, and agenda_full says why. */
void agenda_book(struct agenda *a, int64_t delay_ms, event_fn *happened, int who, struct booking *undo);
void agenda_cancel(struct agenda *a, struct booking *b); /* idle if not booked */
const char *agenda_full(const struct agenda *a);         /* why no more can be booked; NULL: it can */

static inline bool booking_held(const struct booking *b)
{
    return b->slot != 0;
}

/* Lets the next event happen if it is due by `end_ms`; false when none is. */
bool agenda_step(struct agenda *a, struct trial *t, int64_t end_ms);

/* Lets time pass until `end_ms`. */
void agenda_run(struct agenda *a, struct trial *t, int64_t end_ms);

#endif
