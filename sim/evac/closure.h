/* closure.h -- facilities that close, or stop operating, for a time: lost, moved, relieved.
 */
#ifndef EVAC_CLOSURE_H
#define EVAC_CLOSURE_H

#include "mission.h"

void closures_expected(struct trial *t); /* at the start of a trial */

/* It begins to hold, and does no more. */
void closure_in_force(struct trial *t, const struct closure *c);
void closure_over(struct trial *t, const struct closure *c);

/* Is any facility ever closed, or does it move? */
static inline bool closures_any(const struct scenario *s)
{
    return s->closures.n > 0 || s->moves.n > 0;
}

/* It takes people from outside. */
static inline bool hospital_open(const struct hospital *h)
{
    return !h->closed;
}

/* Those inside can be operated on. */
static inline bool hospital_operates(const struct hospital *h)
{
    return h->surgical && !h->no_surgery && !h->given_up;
}

/* Those for an operation wait for it here. */
static inline bool hospital_keeps(const struct hospital *h)
{
    return h->surgical && !h->sends_on;
}

/* Those from outside, for this need. */
static inline bool closure_lets_in(const struct hospital *h, enum need need)
{
    return !h->closed && (need != NEED_SURGERY || hospital_operates(h));
}

/* What somebody needs next who is, or would be, in a facility that does no more. */
enum need closure_need(const struct trial *t, const struct casualty *c);

#endif
