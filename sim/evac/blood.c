#include "blood.h"

#include "base/name.h"
#include "casualty_steps.h"
#include "place.h"

enum { DONOR_RESTS_D = 56 }; /* between two donations: the usual rule for whole blood */

static bool is_counted(const struct hospital *h)
{
    return h->facility->blood && h->facility->blood_units != UNLIMITED;
}

static int missing(const struct hospital *h)
{
    int gone = h->facility->blood_units - h->stock;
    return gone > 0 ? gone : 0;
}

/* The record knows what is missing of a full stock. */
static void stock_changed(struct trial *t, struct hospital *h, int by)
{
    int before = missing(h);
    h->stock += by;
    if (missing(h) != before)
        use_change(t, t->frame->blood_resource[h->number], missing(h) - before);
}

static void units_came(struct trial *t, struct hospital *h, int units)
{
    h->units_in += units;
    stock_changed(t, h, +units);
}

static void give(struct trial *t, struct hospital *h, struct casualty *c)
{
    c->units = c->units_needed;
    h->units_out += c->units;
    stock_changed(t, h, -c->units);
}

/* --- those who wait ------------------------------------------------------------------ */

/* It is still here, and an operation has not made it too late. */
static bool waits_here(const struct hospital *h, const struct casualty *c)
{
    return c->awaits_blood && c->facility == h->number && c->injury.care < DCR;
}

static void forget_others(struct trial *t, struct hospital *h)
{
    int left = 0;
    for (int i = 0; i < h->wanting; i++)
        if (waits_here(h, t->casualty[h->wants[i]]))
            h->wants[left++] = h->wants[i];
    h->wanting = left;
}

/* The gravest, and of these the first who came, whose need is met by what there is; or NULL. */
static struct casualty *next_served(const struct trial *t, const struct hospital *h)
{
    struct casualty *best = NULL;
    for (int i = 0; i < h->wanting; i++) {
        struct casualty *c = t->casualty[h->wants[i]];
        if (c->awaits_blood && c->units_needed <= h->stock && (!best || c->wound.seen < best->wound.seen))
            best = c;
    }
    return best;
}

static void serve(struct trial *t, struct hospital *h)
{
    struct casualty *c;
    forget_others(t, h);
    while ((c = next_served(t, h))) {
        give(t, h, c);
        blood_forgotten(c);
        TELL(t, "blood has come for casualty %d", c->number + 1);
        if (c->wait == WAIT_NO_BLOOD)
            casualty_waits(t, c, WAIT_IN_BAY);
        casualty_seen(t, c, DCR);
    }
    forget_others(t, h);
}

void blood_forgotten(struct casualty *c)
{
    c->awaits_blood = false;
}

/* --- where it comes from ---------------------------------------------------------------- */

static void donor_had_rest(struct trial *t, int hospital)
{
    t->hospital[hospital].donors++;
}

static void call_donors(struct trial *t, struct hospital *h);

static void donors_gave(struct trial *t, int hospital)
{
    struct hospital *h = &t->hospital[hospital];
    TELL(t, "%d walking donors have given blood at %s", h->donors_called, h->facility->id);
    for (int i = 0; i < h->donors_called; i++)
        agenda_book(t->agenda, DAYS(DONOR_RESTS_D), donor_had_rest, hospital, NULL);
    units_came(t, h, h->donors_called);
    h->donors_called = 0;
    serve(t, h);
    call_donors(t, h);
}

/* As many as are short for all who wait; the next call is made when these have given. */
static void call_donors(struct trial *t, struct hospital *h)
{
    int shortage = -h->stock;
    for (int i = 0; i < h->wanting; i++)
        shortage += t->casualty[h->wants[i]]->units_needed;
    if (h->donors_called || !h->donors || shortage <= 0)
        return;
    h->donors_called = shortage < h->donors ? shortage : h->donors;
    h->donors -= h->donors_called;
    uint64_t name = name_of("facility", h->facility->id);
    int64_t comes_ms = drawn_ms(t, &h->facility->donor_delay, DRAW_DONATION, name, h->donations++);
    agenda_book(t->agenda, comes_ms, donors_gave, h->number, NULL);
}

static void supply_came(struct trial *t, int hospital)
{
    struct hospital *h = &t->hospital[hospital];
    agenda_book(t->agenda, h->facility->blood_every_ms, supply_came, hospital, NULL);
    units_came(t, h, missing(h));
    serve(t, h);
}

void blood_stocked(struct trial *t)
{
    for (int i = 0; i < t->hospitals; i++) {
        struct hospital *h = &t->hospital[i];
        h->wanting = h->units_out = h->donors_called = h->donations = 0;
        h->donors = h->facility->donors;
        if (!is_counted(h))
            continue;
        h->stock = h->units_in = h->facility->blood_units;
        if (h->facility->blood_every_ms)
            agenda_book(t->agenda, h->facility->blood_every_ms, supply_came, i, NULL);
    }
}

/* --- at the bay ---------------------------------------------------------------------------- */

static void wait_for_blood(struct trial *t, struct hospital *h, struct casualty *c)
{
    GROW(h->wants, h->wanting, h->wants_room);
    h->wants[h->wanting++] = c->number;
    c->awaits_blood = true;
    TELL(t, "there is no blood for casualty %d", c->number + 1);
    forget_others(t, h);
    call_donors(t, h);
}

enum care blood_level(struct trial *t, struct casualty *c)
{
    struct hospital *h = hospital_of(t, c);
    if (!h->facility->blood || c->awaits_blood)
        return EFC;
    if (!is_counted(h) || c->injury.care >= DCR || booking_held(&c->blood))
        return DCR;
    if (!c->units_needed)
        c->units_needed = wound_blood_units(c->injury.class, &t->luck, c->name);
    if (c->units_needed > h->stock) {
        wait_for_blood(t, h, c);
        return EFC;
    }
    if (c->units_needed)
        give(t, h, c);
    return DCR;
}
