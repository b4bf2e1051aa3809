#include "consent.h"

#include <stdlib.h>

#include "base/die.h"
#include "base/name.h"
#include "casualty_steps.h"
#include "clearance.h"
#include "eligibility.h"
#include "onward.h"
#include "question.h"
#include "request.h"

#define IN(way) (1u << (way))

/* --- the answer -------------------------------------------------------------------- */

static void question_goes_on(struct trial *t, struct question *q);

void consent_released(struct trial *t, struct casualty *c)
{
    casualty_step(t, c, RELEASED);
    line_join(&t->request[c->incident]->waiting, c);
}

/* What is shut stays so. */
static void open_ways(struct casualty *c, unsigned ways)
{
    unsigned denied = question_denied(c);
    c->barred &= ~ways | c->shut;
    if (c->barred && !(c->barred & ~denied))
        c->barred_by = WAIT_INELIGIBLE;
}

/* The ways of the question are open to those who may go by them. */
void consent_given(struct trial *t, struct question *q)
{
    question_step(t, q, AGREED_TO);
    for (struct casualty *c = question_next(t, q, 0); c; c = question_next(t, q, c->number + 1)) {
        open_ways(c, q->ways);
        if (c->state != AWAITING && eligibility_holds_up(t, c))
            continue;
        if (c->state == DECIDING)
            consent_released(t, c);
        else if (c->state == FOR_TRANSFER)
            onward_released(t, c);
        else if (q->incident < 0)
            dispatch_reviewed(t, 0);
    }
    if (q->incident >= 0)
        request_opened(t, t->request[q->incident]);
}

static int64_t takes_ms(const struct trial *t, const struct question *q)
{
    const struct authority *a = question_authority(t, q);
    bool dark = question_is_dark(t, q);
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
    question_step(t, q, TAKEN_UP);
    question_waits(t, q, WAIT_DECISION);
    occupy(t, d, +1);
    soon(t, takes_ms(t, q), answered, q->number, NULL);
}

static void cell_opened(struct trial *t, int cell);

static void wait_for_opening(struct trial *t, struct desks *d)
{
    int64_t now = agenda_now(t->agenda);
    for (struct question *q = d->first; q; q = q->behind)
        question_waits(t, q, WAIT_CELL_CLOSED);
    if (!booking_held(&d->opening))
        agenda_book(t->agenda, hours_open_from(&d->cell->hours, now) - now, cell_opened, (int)(d - t->cell),
                    &d->opening);
}

static void take_up_next(struct trial *t, struct desks *d)
{
    for (struct question *q; (q = d->first) && may_take_up(t, d);) {
        d->first = q->behind;
        if (question_next(t, q, 0))
            take_up(t, d, q);
        else
            question_step(t, q, OVERTAKEN);
    }
    if (d->first && !at_work(t, d))
        wait_for_opening(t, d);
}

static void cell_opened(struct trial *t, int cell)
{
    struct desks *d = &t->cell[cell];
    take_up_next(t, d);
    for (struct question *q = d->first; q; q = q->behind)
        question_waits(t, q, WAIT_CELL_BUSY);
}

static void come_to_cell(struct trial *t, struct desks *d, struct question *q)
{
    if (may_take_up(t, d)) {
        take_up(t, d, q);
        return;
    }
    question_step(t, q, QUEUED);
    stand_in_line(d, q);
    if (at_work(t, d))
        question_waits(t, q, WAIT_CELL_BUSY);
    else
        wait_for_opening(t, d);
}

/* --- from one authority to the next -------------------------------------------------------- */

static void answered(struct trial *t, int number)
{
    struct question *q = t->question[number];
    int cell = question_authority(t, q)->cell;
    question_step(t, q, ANSWERED);
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
    struct casualty *c = q->incident < 0 ? t->casualty[q->first] : NULL;
    return c && c->state == FOR_TRANSFER && q->ways == t->ways ? &c->next : NULL;
}

static void question_goes_on(struct trial *t, struct question *q)
{
    if (q->asked == q->to_ask) {
        if (t->host)
            clearance_asked(t, q);
        consent_given(t, q);
        return;
    }
    int cell = question_authority(t, q)->cell;
    if (cell >= 0) {
        come_to_cell(t, &t->cell[cell], q);
        return;
    }
    question_step(t, q, LAID_BEFORE);
    if (q->asked) /* they wait for the first already */
        question_waits(t, q, WAIT_DECISION);
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
    bool dark = s->consent.n && question_is_dark(t, q);
    for (int i = 0; i < s->consent.n; i++)
        if (fits(&s->consent.at[i], q, way, dark))
            return (struct chain){s->consent.at[i].ask.at, s->consent.at[i].ask.n};
    const int *alone = q->incident >= 0 ? &s->decision.scene : &s->decision.transfer;
    return (struct chain){alone, *alone >= 0};
}

static void raise(struct trial *t, struct question *q, unsigned ways, struct chain chain)
{
    q->ways = ways;
    q->ask = chain.ask;
    q->to_ask = chain.n;
    if (ways != t->ways)
        q->name = name_child(q->name, ways);
    question_goes_on(t, q);
}

/* One question, or one for each way where these have authorities of their own. */
static void ask(struct trial *t, struct question *q)
{
    struct chain air = chain_of(t, q, IN_THE_AIR);
    if (t->ways == IN(IN_THE_AIR) || !t->scenario->consent.n) {
        raise(t, q, t->ways, air);
        return;
    }
    struct chain ground = chain_of(t, q, ON_THE_ROAD);
    if (air.ask == ground.ask || t->ways == IN(ON_THE_ROAD)) {
        raise(t, q, t->ways, ground);
        return;
    }
    struct question *other = question_new(t, q);
    raise(t, q, IN(IN_THE_AIR), air);
    raise(t, other, IN(ON_THE_ROAD), ground);
}

void consent_asked_for_incident(struct trial *t, int incident)
{
    const struct incident *i = t->incident[incident];
    struct question *q = question_new(t, NULL);
    q->incident = incident;
    q->first = i->first;
    q->end = i->first + i->casualties;
    q->gravest = i->gravest;
    q->name = i->name;
    for (int n = q->first; n < q->end; n++) {
        struct casualty *c = t->casualty[n];
        if (c->state != DECIDING)
            continue;
        q->people++;
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
    struct question *q = question_new(t, NULL);
    q->incident = -1;
    q->first = c->number;
    q->end = c->number + 1;
    q->people = 1;
    q->gravest = c->wound.seen;
    q->name = name_child(c->name, (uint64_t)need);
    ask(t, q);
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
    t->host = t->scenario->host_nation.n > 0;
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
