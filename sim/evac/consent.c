#include "consent.h"

#include <stdlib.h>

#include "base/die.h"
#include "base/name.h"
#include "casualty_steps.h"
#include "onward.h"
#include "request.h"

#define IN(state) (1u << (state))

enum question_step { QUEUED, TAKEN_UP, LAID_BEFORE, ANSWERED, AGREED_TO, OVERTAKEN };

// clang-format off
static const struct {
    unsigned            from;
    enum question_state to;
    const char         *says;
} course[] = {
    [QUEUED]      = { IN(RAISED),                                    WAITING_FOR_DESK, "waits for" },
    [TAKEN_UP]    = { IN(RAISED) | IN(WAITING_FOR_DESK),             AT_DESK,          "is taken up by" },
    [LAID_BEFORE] = { IN(RAISED),                                    WITH_AUTHORITY,   "is laid before" },
    [ANSWERED]    = { IN(AT_DESK) | IN(WITH_AUTHORITY),              RAISED,           "is agreed to by" },
    [AGREED_TO]   = { IN(RAISED),                                    SETTLED,          NULL },
    [OVERTAKEN]   = { IN(WAITING_FOR_DESK),                          SETTLED,          "is moot: nobody tells" },
};
// clang-format on

static const struct authority *authority_of(const struct trial *t, const struct question *q)
{
    return &t->scenario->authorities.at[q->ask[q->asked]];
}

/* Nothing else writes a question's state. */
static void take_step(struct trial *t, struct question *q, enum question_step s)
{
    must(t, course[s].from & IN(q->state));
    q->state = course[s].to;
    if (course[s].says && (t->scenario->cells.n || t->scenario->consent.n))
        TELL(t, "question %d %s %s", q->number + 1, course[s].says, authority_of(t, q)->id);
}

/* --- whom it is about ---------------------------------------------------------- */

/* Does the casualty still wait for this answer? */
static bool awaits(const struct casualty *c, const struct question *q)
{
    bool undecided = c->state == DECIDING || c->state == FOR_TRANSFER || c->state == AWAITING;
    return undecided && c->barred & q->ways &&
           (q->incident >= 0 ? c->facility < 0 : c->question <= q->number);
}

static struct casualty *next_who_awaits(const struct trial *t, const struct question *q, int from)
{
    int first = q->incident >= 0 ? t->incident[q->incident].first : q->casualty;
    int end = first + (q->incident >= 0 ? t->incident[q->incident].casualties : 1);
    for (int n = from > first ? from : first; n < end; n++)
        if (awaits(t->casualty[n], q))
            return t->casualty[n];
    return NULL;
}

/* Whoever may go another way already waits for a means; the cause is seen when none can come. */
static void they_wait(struct trial *t, const struct question *q, enum wait w)
{
    bool released = false;
    for (struct casualty *c = next_who_awaits(t, q, 0); c; c = next_who_awaits(t, q, c->number + 1)) {
        c->barred_by = w;
        if (c->state == AWAITING)
            released = true;
        else
            casualty_waits(t, c, w);
    }
    if (released)
        dispatch_reviewed(t, 0);
}

/* --- the answer -------------------------------------------------------------------- */

static void question_goes_on(struct trial *t, struct question *q);

static void may_be_fetched(struct trial *t, struct casualty *c)
{
    casualty_step(t, c, RELEASED);
    line_join(&t->request[c->incident]->waiting, c);
}

static void agreed(struct trial *t, struct question *q)
{
    take_step(t, q, AGREED_TO);
    for (struct casualty *c = next_who_awaits(t, q, 0); c; c = next_who_awaits(t, q, c->number + 1)) {
        c->barred &= ~q->ways;
        if (c->state == DECIDING)
            may_be_fetched(t, c);
        else if (c->state == FOR_TRANSFER)
            onward_released(t, c);
        else if (q->casualty >= 0)
            dispatch_reviewed(t, 0);
    }
    if (q->incident >= 0)
        request_opened(t, t->request[q->incident]);
}

static int site_of(const struct trial *t, const struct question *q)
{
    if (q->incident >= 0)
        return t->incident[q->incident].place.site;
    return t->hospital[t->casualty[q->casualty]->facility].facility->site;
}

static int64_t takes_ms(const struct trial *t, const struct question *q)
{
    const struct authority *a = authority_of(t, q);
    bool dark = area_is_dark(t->world->area, site_of(t, q), agenda_now(t->agenda));
    int64_t takes = drawn_ms(t, dark ? &a->night : &a->day, DRAW_DECISION, q->name, 2 * q->asked);
    if (q->people > 1)
        takes += (q->people - 1) * drawn_ms(t, &a->each, DRAW_DECISION, q->name, 2 * q->asked + 1);
    return takes;
}

/* --- desks ---------------------------------------------------------------------------- */

static void answered(struct trial *t, int number);

static bool goes_before(const struct desks *d, const struct question *q, const struct question *other)
{
    return d->cell->queue == PRIORITY && q->gravest < other->gravest;
}

static void stand_in_line(struct desks *d, struct question *q)
{
    struct question **at = &d->first;
    while (*at && !goes_before(d, q, *at))
        at = &(*at)->behind;
    q->behind = *at;
    *at = q;
}

static bool at_work(const struct trial *t, const struct desks *d)
{
    return hours_open(&d->cell->hours, agenda_now(t->agenda));
}

static bool may_take_up(const struct trial *t, const struct desks *d)
{
    return at_work(t, d) && (d->cell->desks == UNLIMITED || d->busy < d->cell->desks);
}

static void occupy(struct trial *t, struct desks *d, int by)
{
    d->busy += by;
    use_change(t, t->frame->first_cell + (int)(d - t->cell), by);
}

static void take_up(struct trial *t, struct desks *d, struct question *q)
{
    take_step(t, q, TAKEN_UP);
    they_wait(t, q, WAIT_DECISION);
    occupy(t, d, +1);
    soon(t, takes_ms(t, q), answered, q->number, NULL);
}

static void cell_opened(struct trial *t, int cell);

static void wait_for_opening(struct trial *t, struct desks *d)
{
    int64_t now = agenda_now(t->agenda);
    for (struct question *q = d->first; q; q = q->behind)
        they_wait(t, q, WAIT_CELL_CLOSED);
    if (!booking_held(&d->opening))
        agenda_book(t->agenda, hours_open_from(&d->cell->hours, now) - now, cell_opened, (int)(d - t->cell),
                    &d->opening);
}

static void take_up_next(struct trial *t, struct desks *d)
{
    for (struct question *q; (q = d->first) && may_take_up(t, d);) {
        d->first = q->behind;
        if (next_who_awaits(t, q, 0))
            take_up(t, d, q);
        else
            take_step(t, q, OVERTAKEN);
    }
    if (d->first && !at_work(t, d))
        wait_for_opening(t, d);
}

static void cell_opened(struct trial *t, int cell)
{
    struct desks *d = &t->cell[cell];
    take_up_next(t, d);
    for (struct question *q = d->first; q; q = q->behind)
        they_wait(t, q, WAIT_CELL_BUSY);
}

static void come_to_cell(struct trial *t, struct desks *d, struct question *q)
{
    if (may_take_up(t, d)) {
        take_up(t, d, q);
        return;
    }
    take_step(t, q, QUEUED);
    stand_in_line(d, q);
    if (at_work(t, d))
        they_wait(t, q, WAIT_CELL_BUSY);
    else
        wait_for_opening(t, d);
}

/* --- from one authority to the next -------------------------------------------------------- */

static void answered(struct trial *t, int number)
{
    struct question *q = t->question[number];
    int cell = authority_of(t, q)->cell;
    take_step(t, q, ANSWERED);
    q->asked++;
    if (cell >= 0) {
        occupy(t, &t->cell[cell], -1);
        take_up_next(t, &t->cell[cell]);
    }
    question_goes_on(t, q);
}

/* Who dies while a transfer of his alone is with an authority takes the question with him. */
static struct booking *undo_of(struct trial *t, const struct question *q)
{
    struct casualty *c = q->casualty >= 0 ? t->casualty[q->casualty] : NULL;
    return c && c->state == FOR_TRANSFER && q->ways == t->ways ? &c->next : NULL;
}

static void question_goes_on(struct trial *t, struct question *q)
{
    if (q->asked == q->to_ask) {
        agreed(t, q);
        return;
    }
    int cell = authority_of(t, q)->cell;
    if (cell >= 0) {
        come_to_cell(t, &t->cell[cell], q);
        return;
    }
    take_step(t, q, LAID_BEFORE);
    they_wait(t, q, WAIT_DECISION);
    soon(t, takes_ms(t, q), answered, q->number, undo_of(t, q));
}

/* --- who is to be asked ------------------------------------------------------------------- */

struct chain {
    const int *ask;
    int n;
};

static bool fits(const struct consent_rule *r, const struct question *q, enum which_way way, bool dark)
{
    return (int)q->gravest >= r->from && (int)q->gravest <= r->to &&
           (r->light == ANY_LIGHT || dark == (r->light == BY_NIGHT)) &&
           (r->leg == ANY_LEG || (q->incident >= 0) == (r->leg == SCENE_LEG)) &&
           (r->means == ANY_WAY || r->means == AIR_WAY + (int)way);
}

static struct chain chain_of(const struct trial *t, const struct question *q, enum which_way way)
{
    const struct scenario *s = t->scenario;
    bool dark = s->consent.n && area_is_dark(t->world->area, site_of(t, q), agenda_now(t->agenda));
    for (int i = 0; i < s->consent.n; i++)
        if (fits(&s->consent.at[i], q, way, dark))
            return (struct chain){s->consent.at[i].ask.at, s->consent.at[i].ask.n};
    const int *alone = q->incident >= 0 ? &s->decision.scene : &s->decision.transfer;
    return (struct chain){alone, *alone >= 0};
}

static void raise(struct trial *t, struct question q, unsigned ways, struct chain chain)
{
    GROW(t->question, t->questions, t->question_room);
    q.number = t->questions;
    q.ways = ways;
    q.ask = chain.ask;
    q.to_ask = chain.n;
    if (ways != t->ways)
        q.name = name_child(q.name, ways);
    struct question *raised = t->question[t->questions++] = arena_take(t->arena, 1, sizeof q);
    *raised = q;
    question_goes_on(t, raised);
}

static void ask(struct trial *t, struct question q)
{
    struct chain air = chain_of(t, &q, IN_THE_AIR), ground = chain_of(t, &q, ON_THE_ROAD);
    if (air.ask == ground.ask || t->ways != (IN(IN_THE_AIR) | IN(ON_THE_ROAD))) {
        raise(t, q, t->ways, t->ways == IN(ON_THE_ROAD) ? ground : air);
        return;
    }
    raise(t, q, IN(IN_THE_AIR), air);
    raise(t, q, IN(ON_THE_ROAD), ground);
}

void consent_asked_for_incident(struct trial *t, int incident)
{
    const struct incident *i = &t->incident[incident];
    struct question q = {.incident = incident, .casualty = -1, .gravest = T4, .name = i->name};
    for (int n = i->first; n < i->first + i->casualties; n++) {
        struct casualty *c = t->casualty[n];
        if (c->state != DECIDING)
            continue;
        q.people++;
        q.gravest = c->wound.seen < q.gravest ? c->wound.seen : q.gravest;
        c->barred = t->ways;
        c->barred_by = WAIT_DECISION;
    }
    ask(t, q);
}

void consent_asked_for_transfer(struct trial *t, struct casualty *c, enum need need)
{
    c->barred = t->ways;
    c->barred_by = WAIT_DECISION;
    c->question = t->questions;
    ask(t, (struct question){.incident = -1,
                             .casualty = c->number,
                             .people = 1,
                             .gravest = c->wound.seen,
                             .name = name_child(c->name, (uint64_t)need)});
}

bool consent_allows_any(const struct trial *t, int fleet, const struct line *l)
{
    for (const struct casualty *c = l->head; c; c = c->behind)
        if (consent_allows(t->fleet[fleet].asset, c))
            return true;
    return false;
}

/* --- the trial's own ------------------------------------------------------------------------ */

void consent_set_up(struct trial *t)
{
    t->cell = must_alloc((size_t)t->scenario->cells.n, sizeof *t->cell);
    for (int i = 0; i < t->scenario->assets.n; i++)
        if (t->scenario->assets.at[i].count > 0)
            t->ways |= IN(way_of(&t->scenario->assets.at[i]));
    if (!t->ways)
        t->ways = IN(IN_THE_AIR);
}

void consent_cleared(struct trial *t)
{
    t->questions = 0;
    for (int i = 0; i < t->scenario->cells.n; i++)
        t->cell[i] = (struct desks){.cell = &t->scenario->cells.at[i]};
}
