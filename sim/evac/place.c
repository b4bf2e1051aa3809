#include "place.h"

#include "casualty_steps.h"
#include "closure.h"
#include "icu.h"
#include "planned.h"
#include "regulation.h"
#include "surgeons.h"

struct kind_of_place {
    size_t capacity, busy, line, holders; /* members of facility and hospital */
    enum step queued, interrupted;
    event_fn *begins;
};

#define CARE(member) offsetof(struct facility, member)
#define HERE(member) offsetof(struct hospital, member)

/* Nobody is turned out of a bed. */
// clang-format off
static const struct kind_of_place places[FACILITY_RESOURCES] = {
    [BAYS]   = { CARE(bays),   HERE(bays_busy),   HERE(for_bay),   HERE(in_bay),   QUEUED_FOR_BAY,   BAY_INTERRUPTED,       bay_began },
    [TABLES] = { CARE(tables), HERE(tables_busy), HERE(for_table), HERE(on_table), QUEUED_FOR_TABLE, OPERATION_INTERRUPTED, operation_began },
    [BEDS]   = { CARE(beds),   HERE(beds_busy),   HERE(for_bed),   0,              QUEUED_FOR_BED,   STEPS,                 bed_taken },
};
// clang-format on

static int capacity(const struct hospital *h, int place)
{
    return *(const int *)((const char *)h->facility + places[place].capacity);
}

static int busy(const struct hospital *h, int place)
{
    return *(const int *)((const char *)h + places[place].busy);
}

static struct line *line_for(struct hospital *h, int place)
{
    return (struct line *)((char *)h + places[place].line);
}

/* Those who can be interrupted: kept only where somebody may be. */
static struct line *holders_of(struct hospital *h, int place)
{
    if (h->facility->queue != PREEMPT || !places[place].holders)
        return NULL;
    return (struct line *)((char *)h + places[place].holders);
}

struct hospital *hospital_of(struct trial *t, const struct casualty *c)
{
    return &t->hospital[c->facility];
}

static bool has_room(const struct hospital *h, int place)
{
    return capacity(h, place) == UNLIMITED || busy(h, place) < capacity(h, place);
}

/* Nothing more is begun there while the facility is given up, or does not operate. Beds are left as they can be. */
static bool is_stopped(const struct hospital *h, int place)
{
    return place == TABLES ? !hospital_operates(h) : place == BAYS && h->given_up;
}

bool place_is_free(const struct trial *t, const struct hospital *h, int place)
{
    if (!has_room(h, place) || is_stopped(h, place))
        return false;
    return place != TABLES || surgeons_ready(t, h);
}

void place_occupied(struct trial *t, struct hospital *h, int place, int by)
{
    *(int *)((char *)h + places[place].busy) += by;
    use_change(t, FACILITY_RESOURCES * h->number + place, by);
}

static void begin(struct trial *t, struct hospital *h, int place, struct casualty *c)
{
    struct line *holders = holders_of(h, place);
    if (holders)
        line_join(holders, c);
    if (place == TABLES && c->team == NO_TEAM)
        c->team = surgeons_began(t, h);
    places[place].begins(t, c->number);
}

/* --- interrupted, and gone on with ------------------------------------------------ */

int64_t place_takes_ms(struct trial *t, struct casualty *c, int64_t whole_ms)
{
    int64_t takes_ms = c->left_ms >= 0 ? c->left_ms : whole_ms;
    c->left_ms = -1;
    c->ends_ms = agenda_now(t->agenda) + takes_ms;
    return takes_ms;
}

void place_served(struct casualty *c)
{
    line_leave(c);
}

/* Who has such a place and can wait, if the newcomer cannot; or NULL. */
static struct casualty *gives_way(struct hospital *h, int place, const struct casualty *newcomer)
{
    struct line *holders = holders_of(h, place);
    struct casualty *least = holders && !is_stopped(h, place) ? line_last(holders) : NULL;
    return least && least->wound.seen > newcomer->wound.seen ? least : NULL;
}

static void interrupt(struct trial *t, struct hospital *h, int place, struct casualty *c)
{
    int64_t now = agenda_now(t->agenda);
    line_leave(c);
    agenda_cancel(t->agenda, &c->next);
    c->left_ms = c->ends_ms - now;
    if (booking_held(&c->care) && c->injury.care < DCS) {
        agenda_cancel(t->agenda, &c->care);
        c->control_left_ms = c->control_ms - now;
    }
    casualty_step(t, c, places[place].interrupted);
    line_return(line_for(h, place), c);
}

/* --- waiting for a table ----------------------------------------------------------- */

static void roster_changed(struct trial *t, int hospital)
{
    table_looked_at(t, &t->hospital[hospital]);
}

/* Where a table is free all the same, a team is waited for: until the roster or a rest brings one. */
static void expect_team(struct trial *t, struct hospital *h)
{
    bool never_short = h->facility->teams == TEAM_A_TABLE && !closures_any(t->scenario);
    if (never_short || !(h->for_table.count || h->list_left))
        return;
    enum wait cause = has_room(h, TABLES) ? WAIT_NO_TEAM : WAIT_TABLE_FULL;
    for (struct casualty *c = h->for_table.head; c; c = c->behind)
        if (c->wait != cause)
            casualty_waits(t, c, cause);
    int64_t now = agenda_now(t->agenda), from_ms = surgeons_ready_from(t, h);
    agenda_cancel(t->agenda, &h->roster);
    if (cause == WAIT_NO_TEAM && from_ms > now && from_ms != INT64_MAX)
        agenda_book(t->agenda, from_ms - now, roster_changed, h->number, &h->roster);
}

/* --- taken and left ------------------------------------------------------------------ */

void place_sought(struct trial *t, struct casualty *c, int place)
{
    struct hospital *h = hospital_of(t, c);
    struct casualty *lesser;
    if (place_is_free(t, h, place)) {
        place_occupied(t, h, place, +1);
        begin(t, h, place, c);
    } else if (h->facility->queue == NO_QUEUE) {
        casualty_left(t, c);
    } else if ((lesser = gives_way(h, place, c))) {
        interrupt(t, h, place, lesser);
        c->team = lesser->team;
        lesser->team = NO_TEAM;
        begin(t, h, place, c);
    } else {
        casualty_step(t, c, places[place].queued);
        line_join(line_for(h, place), c);
        if (place == TABLES)
            expect_team(t, h);
    }
}

static void serve_line(struct trial *t, struct hospital *h, int place)
{
    struct casualty *next;
    while ((next = line_for(h, place)->head) && place_is_free(t, h, place)) {
        line_leave(next);
        place_occupied(t, h, place, +1);
        begin(t, h, place, next);
    }
}

static void ward_bed_left(struct trial *t, struct hospital *h)
{
    if (h->icu_busy)
        icu_stepped_down(t, h);
    regulation_reviewed(t);
}

void bays_looked_at(struct trial *t, struct hospital *h)
{
    serve_line(t, h, BAYS);
}

void table_looked_at(struct trial *t, struct hospital *h)
{
    serve_line(t, h, TABLES);
    planned_went_on(t, h);
    expect_team(t, h);
}

void place_left(struct trial *t, struct hospital *h, int place, int team)
{
    place_occupied(t, h, place, -1);
    surgeons_ended(t, team);
    if (place == BEDS)
        ward_bed_left(t, h);
    if (place == TABLES)
        table_looked_at(t, h);
    else
        serve_line(t, h, place);
}
