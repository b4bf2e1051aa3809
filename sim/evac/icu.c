#include "icu.h"

#include "base/die.h"
#include "casualty_steps.h"
#include "hospital.h"
#include "place.h"
#include "regulation.h"
#include "surgeons.h"

void icu_set_up(struct trial *t)
{
    for (int i = 0; i < t->hospitals; i++)
        if (icu_counted(&t->hospital[i]))
            t->hospital[i].in_icu = must_alloc((size_t)t->hospital[i].facility->icu, sizeof(int));
}

static bool is_free(const struct hospital *h)
{
    return h->icu_busy < h->facility->icu;
}

/* From its first bed on it is needed for so long, wherever the casualty lies. */
static int64_t needed_until_ms(const struct trial *t, const struct casualty *c)
{
    int64_t from_ms = c->at[M_BED] < 0 ? agenda_now(t->agenda) : c->at[M_BED];
    return from_ms + drawn_ms(t, &c->injury.class->icu_stay, DRAW_STAY, c->name, 1);
}

bool icu_needed(const struct trial *t, const struct casualty *c)
{
    return icu_needed_at(t, c, &t->hospital[c->facility]);
}

bool icu_needed_at(const struct trial *t, const struct casualty *c, const struct hospital *h)
{
    return icu_counted(h) && wound_needs_icu(c->injury.class, &t->luck, c->name) &&
           agenda_now(t->agenda) < needed_until_ms(t, c);
}

static void count(struct trial *t, struct hospital *h, int by)
{
    h->icu_busy += by;
    use_change(t, t->frame->icu_resource[h->number], by);
}

/* --- in ----------------------------------------------------------------------------- */

static void need_ended(struct trial *t, int number)
{
    icu_stepped_down(t, hospital_of(t, t->casualty[number]));
}

bool icu_entered(struct trial *t, struct casualty *c)
{
    struct hospital *h = hospital_of(t, c);
    if (!is_free(h))
        return false;
    line_leave(c);
    h->in_icu[h->icu_busy] = c->number;
    count(t, h, +1);
    c->in_icu = true;
    c->injury.no_icu = false;
    casualty_step(t, c, TAKEN_TO_ICU);
    if (c->in_bed) {
        c->in_bed = false;
        place_left(t, h, BEDS, NO_TEAM);
    }
    int64_t left_ms = needed_until_ms(t, c) - agenda_now(t->agenda);
    agenda_book(t->agenda, left_ms, need_ended, c->number, &c->icu);
    return true;
}

void icu_awaited(struct trial *t, struct casualty *c)
{
    c->injury.no_icu = true;
    casualty_waits(t, c, WAIT_ICU_FULL);
    line_join(&hospital_of(t, c)->for_icu, c);
}

/* --- out ---------------------------------------------------------------------------- */

/* The gravest who waits, on the ward or for any bed at all; whose need is over waits no more. */
static struct casualty *next_in(struct trial *t, struct hospital *h)
{
    struct casualty *c, *other = h->for_bed.head;
    while ((c = h->for_icu.head) && !icu_needed(t, c)) {
        line_leave(c);
        casualty_waits(t, c, WAIT_IN_BED);
    }
    while (other && !icu_needed(t, other))
        other = other->behind;
    return !c || (other && line_ranks_before(other, c)) ? other : c;
}

static void give_to_next(struct trial *t, struct hospital *h)
{
    struct casualty *c;
    while (is_free(h) && (c = next_in(t, h))) {
        bool from_ward = c->in_bed;
        icu_entered(t, c);
        if (!from_ward)
            hospital_bedded(t, c);
    }
}

static void give_up(struct trial *t, struct casualty *c)
{
    struct hospital *h = hospital_of(t, c);
    agenda_cancel(t->agenda, &c->icu);
    c->in_icu = false;
    for (int i = 0; i < h->icu_busy; i++)
        if (h->in_icu[i] == c->number)
            h->in_icu[i] = h->in_icu[h->icu_busy - 1];
    count(t, h, -1);
    regulation_reviewed(t);
}

void icu_left(struct trial *t, struct casualty *c)
{
    give_up(t, c);
    give_to_next(t, hospital_of(t, c));
}

void icu_stepped_down(struct trial *t, struct hospital *h)
{
    for (int i = 0; i < h->icu_busy; i++) {
        struct casualty *c = t->casualty[h->in_icu[i]];
        if (!place_is_free(t, h, BEDS))
            return;
        if (icu_needed(t, c))
            continue;
        TELL(t, "casualty %d leaves intensive care for the ward", c->number + 1);
        c->in_bed = true;
        place_occupied(t, h, BEDS, +1);
        give_up(t, c);
        i = -1; /* who came after it has moved up */
    }
    give_to_next(t, h);
}
