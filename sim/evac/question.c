#include "question.h"

#include "casualty_steps.h"
#include "request.h"

#define IN(state) (1u << (state))

// clang-format off
static const struct {
    unsigned            from;
    enum question_state to;
    const char         *says;
    bool                to_host;
} course[] = {
    [QUEUED]      = { IN(RAISED),                                    WAITING_FOR_DESK, "waits for",              false },
    [TAKEN_UP]    = { IN(RAISED) | IN(WAITING_FOR_DESK),             AT_DESK,          "is taken up by",         false },
    [LAID_BEFORE] = { IN(RAISED),                                    WITH_AUTHORITY,   "is laid before",         false },
    [ANSWERED]    = { IN(AT_DESK) | IN(WITH_AUTHORITY),              RAISED,           "is agreed to by",        false },
    [AGREED_TO]   = { IN(RAISED),                                    SETTLED,          NULL,                     false },
    [OVERTAKEN]   = { IN(WAITING_FOR_DESK),                          SETTLED,          "is moot: nobody tells",  false },
    [PUT_TO_HOST] = { IN(RAISED) | IN(TURNED_DOWN),                  WITH_HOST,        "is put to",              true },
    [CLEARED]     = { IN(WITH_HOST),                                 RAISED,           "is cleared by",          true },
    [REFUSED]     = { IN(WITH_HOST),                                 TURNED_DOWN,      "is refused by",          true },
    [SHUT]        = { IN(TURNED_DOWN),                               SETTLED,          "is not put again to",    true },
};
// clang-format on

const struct authority *question_authority(const struct trial *t, const struct question *q)
{
    return &t->scenario->authorities.at[q->ask[q->asked]];
}

void question_step(struct trial *t, struct question *q, enum question_step s)
{
    must(t, course[s].from & IN(q->state));
    q->state = course[s].to;
    if (course[s].to_host)
        TELL(t, "question %d %s the host nation", q->number + 1, course[s].says);
    else if (course[s].says && (t->scenario->cells.n || t->scenario->consent.n))
        TELL(t, "question %d %s %s", q->number + 1, course[s].says, question_authority(t, q)->id);
}

struct question *question_new(struct trial *t, const struct question *like)
{
    GROW(t->question, t->questions, t->question_room);
    struct question *q = arena_take(t->arena, 1, sizeof *q);
    if (like)
        *q = *like;
    q->number = t->questions;
    return t->question[t->questions++] = q;
}

int question_site(const struct trial *t, const struct question *q)
{
    if (q->incident >= 0)
        return t->incident[q->incident]->place.site;
    return t->hospital[t->casualty[q->first]->facility].place.site;
}

bool question_is_dark(const struct trial *t, const struct question *q)
{
    return area_is_dark(t->world->area, question_site(t, q), agenda_now(t->agenda));
}

/* Does the casualty still wait for this answer? */
static bool awaits(const struct casualty *c, const struct question *q)
{
    bool undecided = c->state == DECIDING || c->state == FOR_TRANSFER || c->state == AWAITING;
    return undecided && c->barred & ~question_denied(c) & q->ways &&
           (q->incident >= 0 ? c->facility < 0 : c->question <= q->number);
}

struct casualty *question_next(const struct trial *t, const struct question *q, int from)
{
    for (int n = from > q->first ? from : q->first; n < q->end; n++)
        if (awaits(t->casualty[n], q))
            return t->casualty[n];
    return NULL;
}

/* The cause is seen when none can come. */
void question_waits(struct trial *t, const struct question *q, enum wait w)
{
    bool released = false;
    for (struct casualty *c = question_next(t, q, 0); c; c = question_next(t, q, c->number + 1)) {
        c->barred_by = w;
        if (c->state == AWAITING)
            released = true;
        else if (c->by_case != HOLDS_UP)
            casualty_waits(t, c, w);
    }
    if (released)
        dispatch_reviewed(t, 0);
}
