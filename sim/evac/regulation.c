#include "regulation.h"

#include <string.h>

#include "base/die.h"
#include "casualty_steps.h"
#include "closure.h"
#include "destination.h"
#include "icu.h"
#include "onward.h"
#include "request.h"

static size_t pairs(const struct trial *t)
{
    return (size_t)t->hospitals * (size_t)t->hospitals * NEEDS;
}

void regulation_set_up(struct trial *t)
{
    for (int i = 0; i < t->hospitals; i++)
        t->regulates |= t->hospital[i].facility->when_full == DIVERT || closures_any(t->scenario);
    if (t->regulates)
        t->regulated = must_alloc(pairs(t), sizeof(struct request *));
}

void regulation_cleared(struct trial *t)
{
    t->for_elsewhere = (struct line){0};
    t->regulating = (struct booking){0};
    if (t->regulates)
        memset(t->regulated, 0, pairs(t) * sizeof(struct request *));
}

void regulation_changes_ways(struct trial *t, int hospital,
                             void change(struct trial *t, struct request *r, int hospital))
{
    for (size_t i = 0; t->regulates && i < pairs(t); i++)
        if (t->regulated[i])
            change(t, t->regulated[i], hospital);
}

/* What is asked for from one facility to another for one need. */
static struct request *request_between(struct trial *t, int from, int to, enum need need)
{
    struct request **r = &t->regulated[(from * t->hospitals + to) * NEEDS + (int)need];
    if (!*r) {
        *r = arena_take(t->arena, 1, sizeof **r);
        request_begin(t, *r, &t->hospital[from].place, -1, from, need);
        (*r)->to = to;
    }
    return *r;
}

/* --- beds to promise ----------------------------------------------------------------- */

static bool is_short(int busy, int promised, int of)
{
    return of != UNLIMITED && busy + promised >= of;
}

bool regulation_full(const struct hospital *h, bool icu)
{
    if (h->facility->when_full == TAKE)
        return false;
    if (icu && icu_counted(h))
        return is_short(h->icu_busy, h->icu_promised, h->facility->icu);
    return is_short(h->beds_busy, h->beds_promised, h->facility->beds);
}

static void promise(struct trial *t, struct casualty *c, int hospital)
{
    struct hospital *h = &t->hospital[hospital];
    c->promised = hospital;
    c->promised_icu = icu_needed_at(t, c, h);
    h->icu_promised += c->promised_icu;
    h->beds_promised += !c->promised_icu;
}

void regulation_kept(struct trial *t, struct casualty *c)
{
    if (c->promised < 0)
        return;
    struct hospital *h = &t->hospital[c->promised];
    h->icu_promised -= c->promised_icu;
    h->beds_promised -= !c->promised_icu;
    c->promised = -1;
    regulation_reviewed(t);
}

/* --- where to -------------------------------------------------------------------------- */

struct request *regulation_request(struct trial *t, struct casualty *c, enum need need)
{
    struct request *best = NULL, *nearest_full = NULL;
    bool closed = false;
    if (!t->regulates)
        return &t->hospital[c->facility].transfer[need];
    for (int i = 0; i < t->hospitals; i++) {
        struct hospital *h = &t->hospital[i];
        if (!destination_offers(t, c->facility, i, need))
            continue;
        struct request *r = request_between(t, c->facility, i, need);
        if (!request_reachable(t, r, c->wound.seen))
            continue;
        if (!closure_lets_in(h, need)) {
            closed = true;
            continue;
        }
        struct request **of = regulation_full(h, icu_needed_at(t, c, h)) ? &nearest_full : &best;
        if (!*of || r->air_m[i] < (*of)->air_m[(*of)->to])
            *of = r;
    }
    if (!best && nearest_full && need == NEED_SURGERY)
        best = nearest_full;
    if (best)
        promise(t, c, best->to);
    return best || nearest_full || closed ? best : &t->hospital[c->facility].transfer[need];
}

static void beds_were_looked_at(struct trial *t, int unused)
{
    (void)unused;
    for (struct casualty *c = t->for_elsewhere.head, *next; c; c = next) {
        next = c->behind;
        struct request *r = regulation_request(t, c, (enum need)c->transfer_need);
        if (!r)
            continue;
        line_leave(c);
        onward_referred(t, c, r);
    }
}

/* Once all that happens at this moment has happened. */
void regulation_reviewed(struct trial *t)
{
    if (t->for_elsewhere.count && !booking_held(&t->regulating))
        agenda_book(t->agenda, 0, beds_were_looked_at, 0, &t->regulating);
}
