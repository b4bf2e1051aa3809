/* question.h -- may they be fetched? One question on its way from one who must agree to the next.
 */
#ifndef EVAC_QUESTION_H
#define EVAC_QUESTION_H

#include "mission.h"

enum question_state { RAISED, WAITING_FOR_DESK, AT_DESK, WITH_AUTHORITY, WITH_HOST, TURNED_DOWN, SETTLED };
enum question_step {
    QUEUED,
    TAKEN_UP,
    LAID_BEFORE,
    ANSWERED,
    AGREED_TO,
    OVERTAKEN,
    PUT_TO_HOST,
    CLEARED,
    REFUSED,
    SHUT
};

struct question {
    enum question_state state;
    int number, incident; /* incident: or -1, of a transfer */
    int first, end;       /* whom it may be about: casualties from one number to before the other */
    unsigned ways;        /* set of enum which_way */
    const int *ask;       /* authorities, one after the other */
    int asked, to_ask;    /* how many have been asked, of how many */
    int people;
    enum triage gravest; /* as seen */
    uint64_t name;       /* for draws */
    struct question *behind;
    const struct host_rule
        *host; /* once it is with the host nation; its own name there, and how often it was asked */
    uint64_t host_name;
    int times;
};

static inline enum which_way way_of(const struct asset *a)
{
    return a->kind == AMBULANCE ? ON_THE_ROAD : IN_THE_AIR;
}

/* The ways by which its people are not carried on this leg. */
static inline unsigned question_denied(const struct casualty *c)
{
    return c->denied[c->facility >= 0];
}

/* Just raised, with a number of its own: else like that one, or all zero. */
struct question *question_new(struct trial *t, const struct question *like);

/* The only writer of its state. */
void question_step(struct trial *t, struct question *q, enum question_step s);

const struct authority *question_authority(const struct trial *t, const struct question *q);
int question_site(const struct trial *t, const struct question *q); /* where they wait */
bool question_is_dark(const struct trial *t, const struct question *q);

/* Of those who still wait for its answer the first from that number on, or NULL. */
struct casualty *question_next(const struct trial *t, const struct question *q, int from);

/* Whoever waits for it waits for this; those who may go another way already, only when nothing can come. */
void question_waits(struct trial *t, const struct question *q, enum wait w);

#endif
