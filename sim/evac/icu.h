/* icu.h -- intensive care: beds of their own, where a facility counts them.
 *
 * Whoever needs it and finds none free lies on the ward and waits; whoever needs it no longer goes
 * to the ward as soon as there is a bed. Where a facility does not count them, any bed will do.
 */
#ifndef EVAC_ICU_H
#define EVAC_ICU_H

#include "mission.h"

void icu_set_up(struct trial *t);

static inline bool icu_counted(const struct hospital *h)
{
    return h->facility->icu != UNLIMITED;
}

/* Does it need intensive care here and now? */
bool icu_needed(const struct trial *t, const struct casualty *c);

/* The same at some facility, where it is not yet. */
bool icu_needed_at(const struct trial *t, const struct casualty *c, const struct hospital *h);

/* Takes a bed there if one is free: from treatment, or from a bed of the ward. */
bool icu_entered(struct trial *t, struct casualty *c);
void icu_awaited(struct trial *t, struct casualty *c); /* on the ward meanwhile */
void icu_left(struct trial *t, struct casualty *c);    /* the next who waits has it */

/* A bed of the ward is free: who needs intensive care no longer comes first. */
void icu_stepped_down(struct trial *t, struct hospital *h);

#endif
