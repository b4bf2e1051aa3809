#include "onward.h"

#include <string.h>

#include "casualty_steps.h"
#include "closure.h"
#include "consent.h"
#include "destination.h"
#include "eligibility.h"
#include "hospital.h"
#include "icu.h"
#include "prealert.h"
#include "regulation.h"
#include "request.h"

bool onward_possible(const struct trial *t, const struct casualty *c, enum need need)
{
    for (int i = 0; i < t->hospitals; i++)
        if (destination_offers(t, c->facility, i, need))
            return true;
    return false;
}

bool onward_open(const struct trial *t, const struct casualty *c, enum need need)
{
    for (int i = 0; i < t->hospitals; i++)
        if (closure_lets_in(&t->hospital[i], need) && destination_offers(t, c->facility, i, need))
            return true;
    return false;
}

int onward_neighbour(const struct trial *t, const struct casualty *c, enum need need)
{
    const struct hospital *here = &t->hospital[c->facility];
    for (int i = 0; i < t->hospitals && here->facility->shares_site; i++) {
        const struct hospital *h = &t->hospital[i];
        if (h->facility->shares_site && h->place.site == here->place.site && closure_lets_in(h, need) &&
            destination_offers(t, c->facility, i, need) && !regulation_full(h, icu_needed_at(t, c, h)))
            return i;
    }
    return -1;
}

static void walked_over(struct trial *t, struct casualty *c, int facility)
{
    casualty_step(t, c, WALKED_OVER);
    hospital_gave_up_bed(t, c);
    c->carried_to = facility;
    c->legs++; /* a second bay is no repetition of the first */
    int64_t carry_ms = drawn_ms(t, &t->scenario->care.carry, DRAW_LOADING, c->name, c->legs);
    agenda_book(t->agenda, carry_ms, stretcher_arrived, c->number, &c->next);
}

void onward_referred(struct trial *t, struct casualty *c, struct request *r)
{
    casualty_step(t, c, REFERRED);
    line_join(&r->waiting, c);
    request_opened(t, r);
}

void onward_released(struct trial *t, struct casualty *c)
{
    struct request *r = regulation_request(t, c, (enum need)c->transfer_need);
    if (r) {
        onward_referred(t, c, r);
        return;
    }
    casualty_waits(t, c, WAIT_TRANSFER_NO_BED);
    line_join(&t->for_elsewhere, c);
}

void onward_needed(struct trial *t, struct casualty *c, enum need need)
{
    line_leave(c);
    if (c->injury.care >= DCS)
        agenda_cancel(t->agenda, &c->care); /* definitive care goes on elsewhere */
    int neighbour = onward_neighbour(t, c, need);
    casualty_step(t, c, HELD_FOR_TRANSFER);
    c->barred = c->shut = 0; /* what was still asked for the last leg is past */
    memset(c->leave_ms, 0, sizeof c->leave_ms);
    if (neighbour >= 0) {
        walked_over(t, c, neighbour);
        return;
    }
    hospital_lends_bed(t, c);
    if (t->selective && !eligibility_moves(t, c, need))
        return;
    c->transfer_need = (int)need;
    prealert_given(t, &t->hospital[c->facility].transfer[need], 1, c->wound.seen);
    consent_asked_for_transfer(t, c, need);
}

static void fit_to_travel(struct trial *t, int number)
{
    onward_needed(t, t->casualty[number], NEED_DEFINITIVE);
}

/* Whoever is on a ventilator may need longer. */
static int64_t fit_after_ms(const struct trial *t, const struct casualty *c)
{
    const struct facility *f = t->hospital[c->facility].facility;
    int64_t fit_ms = drawn_ms(t, &f->onward_after, DRAW_DEFINITIVE_CARE, c->name, 1);
    int64_t ventilated_ms = drawn_ms(t, &f->ventilated_after, DRAW_DEFINITIVE_CARE, c->name, 2);
    return ventilated_ms > fit_ms && wound_needs_ventilator(c->injury.class, &t->luck, c->name)
               ? ventilated_ms
               : fit_ms;
}

void onward_planned(struct trial *t, struct casualty *c)
{
    if (onward_possible(t, c, NEED_DEFINITIVE))
        soon(t, fit_after_ms(t, c), fit_to_travel, c->number, &c->next);
}
