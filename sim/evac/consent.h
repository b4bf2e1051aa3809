/* consent.h -- who must agree before somebody is fetched, and the desks at which it is dealt with.
 *
 * A question is asked for an incident, since one message tells of all of it and one launch serves it; or for a
 * casualty who needs another facility, since a transfer is arranged for a person. It goes from one authority to the
 * next. Where one sits in a cell the question takes a desk, or waits for one. Questions by air and on the ground are
 * two where the rules differ, asked at once: whatever is agreed may go.
 */
#ifndef EVAC_CONSENT_H
#define EVAC_CONSENT_H

#include "question.h"

/* A cell at work. */
struct desks {
    const struct duty_cell *cell;
    int busy;
    struct question *first; /* who waits for a desk, in order */
    struct booking opening;
};

void consent_set_up(struct trial *t);
void consent_cleared(struct trial *t); /* at the start of a trial */

/* Asks for those of an incident who have been heard of: whatever is agreed, they are released. */
void consent_asked_for_incident(struct trial *t, int incident);

/* Asks for a casualty's transfer, for `need`. */
void consent_asked_for_transfer(struct trial *t, struct casualty *c, enum need need);

/* Everybody who had to has agreed: whoever waits for it is released, by its ways. */
void consent_given(struct trial *t, struct question *q);

/* It may be fetched: it joins those of its incident who wait. */
void consent_released(struct trial *t, struct casualty *c);

/* Is the fleet agreed to for anybody in the line? And may it take this one? */
bool consent_allows_any(const struct trial *t, int fleet, const struct line *l);
static inline bool consent_allows(const struct asset *a, const struct casualty *c)
{
    return !(c->barred >> way_of(a) & 1);
}

#endif
