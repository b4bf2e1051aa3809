#include "upkeep.h"

#include "request.h"
#include "unit.h"
#include "world/serviceable.h"

static const struct asset *asset_of(const struct trial *t, const struct unit *u)
{
    return t->fleet[u->fleet].asset;
}

static bool may_fail(const struct asset *a)
{
    return dist_mean(&a->fails_after) > 0;
}

bool asset_groundable(const struct asset *a)
{
    return a->serviceable < 1 || may_fail(a) || a->maintenance_every_ms || a->work_ms;
}

/* --- fit for the day ---------------------------------------------------------------- */

static void day_began(struct trial *t, int entry)
{
    int64_t day = agenda_now(t->agenda) / DAYS(1);
    for (int i = 0; i < t->units; i++) {
        struct unit *u = &t->unit[i];
        if (t->fleet[u->fleet].entry != entry)
            continue;
        if (serviceable_on(asset_of(t, u), &t->luck, u->name, day))
            unit_cleared(t, i, NOT_SERVICEABLE);
        else
            unit_grounded(t, i, NOT_SERVICEABLE);
    }
    agenda_book(t->agenda, DAYS(1), day_began, entry, NULL);
}

/* --- failure and repair -------------------------------------------------------------- */

static void unit_failed(struct trial *t, int number);

static void expect_failure(struct trial *t, struct unit *u)
{
    int64_t after_ms = drawn_ms(t, &asset_of(t, u)->fails_after, DRAW_FAILURE, u->name, 2 * u->failures);
    agenda_book(t->agenda, after_ms, unit_failed, u->number, NULL);
}

/* Of those that failed and are at home the one that has waited longest; NULL: none waits. */
static struct unit *next_to_mend(struct trial *t, int entry)
{
    struct unit *next = NULL;
    for (int i = 0; i < t->units; i++) {
        struct unit *u = &t->unit[i];
        if (t->fleet[u->fleet].entry == entry && u->state == UNFIT && u->grounds & FAILED &&
            !u->being_mended && (!next || u->failed_ms < next->failed_ms))
            next = u;
    }
    return next;
}

static void unit_mended(struct trial *t, int number);

void upkeep_mends(struct trial *t, int fleet)
{
    const struct fleet *f = &t->fleet[fleet];
    int *mending = &t->pool[f->entry].mending;
    for (struct unit *u; *mending < f->asset->repair_crews && (u = next_to_mend(t, f->entry));) {
        ++*mending;
        u->being_mended = true;
        use_change(t, mending_resource(t, fleet), +1);
        int64_t mend_ms = drawn_ms(t, &f->asset->repair, DRAW_FAILURE, u->name, 2 * u->failures + 1);
        agenda_book(t->agenda, mend_ms, unit_mended, u->number, NULL);
    }
}

static void unit_mended(struct trial *t, int number)
{
    struct unit *u = &t->unit[number];
    t->pool[t->fleet[u->fleet].entry].mending--;
    use_change(t, mending_resource(t, u->fleet), -1);
    u->being_mended = false;
    u->failures++;
    expect_failure(t, u);
    unit_cleared(t, number, FAILED);
    upkeep_mends(t, u->fleet);
}

static void unit_failed(struct trial *t, int number)
{
    struct unit *u = &t->unit[number];
    u->failed_ms = agenda_now(t->agenda);
    unit_grounded(t, number, FAILED);
    upkeep_mends(t, u->fleet);
}

/* --- maintenance ------------------------------------------------------------------------ */

static void maintenance_ended(struct trial *t, int number)
{
    unit_cleared(t, number, LAID_UP);
}

static void maintenance_began(struct trial *t, int number)
{
    const struct asset *a = asset_of(t, &t->unit[number]);
    agenda_book(t->agenda, a->maintenance_ms, maintenance_ended, number, NULL);
    agenda_book(t->agenda, a->maintenance_every_ms, maintenance_began, number, NULL);
    unit_grounded(t, number, LAID_UP);
}

/* --- tired crews ------------------------------------------------------------------------- */

void upkeep_tasked(struct trial *t, struct unit *u, int64_t before_ms)
{
    const struct asset *a = asset_of(t, u);
    u->tasked_ms = agenda_now(t->agenda) - before_ms;
    if (a->work_ms && u->tasked_ms - u->free_since_ms >= a->rest_ms)
        u->worked_ms = 0;
}

static void crew_rested(struct trial *t, int number)
{
    unit_cleared(t, number, CREW_RESTS);
}

void upkeep_came_home(struct trial *t, struct unit *u)
{
    const struct asset *a = asset_of(t, u);
    u->free_since_ms = agenda_now(t->agenda);
    u->worked_ms += u->free_since_ms - u->tasked_ms;
    if (!a->work_ms || u->worked_ms < a->work_ms)
        return;
    u->grounds |= CREW_RESTS;
    agenda_book(t->agenda, a->rest_ms, crew_rested, u->number, NULL);
}

/* --- all of it ------------------------------------------------------------------------------ */

enum wait upkeep_cause(const struct trial *t, const struct request *r)
{
    enum wait cause = WAIT_ASSET_BUSY;
    for (int i = 0; i < t->units && (t->groundable || t->shared); i++) {
        const struct unit *u = &t->unit[i];
        if (!request_served_by(t, r, u->fleet, line_gravest(&r->waiting)))
            continue;
        if (u->state < UNFIT || u->state == RELOCATING)
            return WAIT_ASSET_BUSY;
        if (u->state == ELSEWHERE)
            cause = WAIT_ELSEWHERE;
        else if (cause != WAIT_UNFIT && cause != WAIT_ELSEWHERE)
            cause = u->grounds == CREW_RESTS ? WAIT_CREW_RESTS : WAIT_UNFIT;
    }
    return cause;
}

static void expect_maintenance(struct trial *t, const struct unit *u)
{
    const struct asset *a = asset_of(t, u);
    int64_t first_ms = a->maintenance_every_ms * (u->in_asset + 1) / a->count;
    agenda_book(t->agenda, first_ms, maintenance_began, u->number, NULL);
}

void upkeep_began(struct trial *t)
{
    for (int i = 0; i < t->scenario->assets.n; i++) {
        t->pool[i].mending = 0;
        if (t->scenario->assets.at[i].serviceable < 1)
            day_began(t, i);
    }
    for (int i = 0; i < t->units && t->groundable; i++) {
        struct unit *u = &t->unit[i];
        u->free_since_ms = -asset_of(t, u)->rest_ms;
        if (may_fail(asset_of(t, u)))
            expect_failure(t, u);
        if (asset_of(t, u)->maintenance_every_ms)
            expect_maintenance(t, u);
    }
}
