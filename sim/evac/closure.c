#include "closure.h"

#include "casualty_steps.h"
#include "onward.h"
#include "place.h"
#include "regulation.h"

#define IN(state) (1u << (state))

enum need closure_need(const struct trial *t, const struct casualty *c)
{
    bool ladder = c->wound.operation || !c->injury.class->duty;
    if (ladder && c->injury.care < DCS && c->at[M_SURGERY] < 0 && onward_possible(t, c, NEED_SURGERY))
        return NEED_SURGERY;
    if (!c->injury.class->duty && c->injury.care == DCS && onward_possible(t, c, NEED_DEFINITIVE))
        return NEED_DEFINITIVE;
    return NEED_RESUSCITATION; /* any facility */
}

/* Whoever waits, or lies in a bed, is to leave; who is in a bay or on a table is done with first. */
static void leave(struct trial *t, struct casualty *c, unsigned from)
{
    enum need need = closure_need(t, c);
    if (!(from & IN(c->state)) || !onward_possible(t, c, need))
        return;
    agenda_cancel(t->agenda, &c->next);
    onward_needed(t, c, need);
}

static void all_leave(struct trial *t, int hospital, unsigned from)
{
    for (int i = 0; i < t->casualties; i++)
        if (t->casualty[i]->facility == hospital)
            leave(t, t->casualty[i], from);
}

static void counts(struct hospital *h, const struct closure *c, int by)
{
    if (c->of == CLOSED_SURGERY)
        h->no_surgery += by;
    else
        h->closed += by;
    if (c->patients == LEAVE) {
        h->sends_on += by;
        h->given_up += c->of == CLOSED_ALL ? by : 0;
    }
}

void closure_in_force(struct trial *t, const struct closure *c)
{
    struct hospital *h = &t->hospital[c->facility];
    TELL(t, "%s %s", h->facility->id, c->of == CLOSED_SURGERY ? "operates no more" : "is closed");
    counts(h, c, +1);
    if (c->patients == LEAVE)
        all_leave(t, c->facility,
                  c->of == CLOSED_SURGERY ? IN(FOR_TABLE)
                                          : IN(FOR_BAY) | IN(FOR_TABLE) | IN(FOR_BED) | IN(IN_BED));
    table_looked_at(t, h);
}

void closure_over(struct trial *t, const struct closure *c)
{
    struct hospital *h = &t->hospital[c->facility];
    TELL(t, "%s %s", h->facility->id, c->of == CLOSED_SURGERY ? "operates again" : "is open again");
    counts(h, c, -1);
    bays_looked_at(t, h);
    table_looked_at(t, h);
    regulation_reviewed(t);
}

static void closure_began(struct trial *t, int number)
{
    closure_in_force(t, &t->scenario->closures.at[number]);
}

static void closure_ended(struct trial *t, int number)
{
    closure_over(t, &t->scenario->closures.at[number]);
}

void closures_expected(struct trial *t)
{
    for (int i = 0; i < t->hospitals; i++) {
        struct hospital *h = &t->hospital[i];
        h->closed = h->no_surgery = h->given_up = h->sends_on = 0;
    }
    for (int i = 0; i < t->scenario->closures.n; i++) {
        const struct closure *c = &t->scenario->closures.at[i];
        agenda_book(t->agenda, c->from_ms, closure_began, i, NULL);
        if (c->for_ms)
            agenda_book(t->agenda, c->from_ms + c->for_ms, closure_ended, i, NULL);
    }
}
