#include "errand.h"

#include "boarding.h"
#include "request.h"
#include "unit.h"
#include "world/errand.h"

static const struct sharing *sharing_of(const struct trial *t, const struct unit *u)
{
    return &t->fleet[u->fleet].asset->shared;
}

bool asset_is_shared(const struct asset *a)
{
    return a->shared.tasks > 0 && a->count > 0;
}

/* --- away, and back ---------------------------------------------------------------- */

static void errand_over(struct trial *t, int number)
{
    struct unit *u = &t->unit[number];
    agenda_cancel(t->agenda, &u->approval);
    u->recall = NOT_RECALLED;
    u->recalled_for = NULL;
    unit_back_from_errand(t, number);
}

static void is_back_at(struct trial *t, struct unit *u, int64_t at_ms)
{
    agenda_cancel(t->agenda, &u->next);
    u->back_ms = at_ms;
    agenda_book(t->agenda, at_ms - agenda_now(t->agenda), errand_over, u->number, &u->next);
}

static void expect_errand(struct trial *t, struct unit *u, int64_t after_ms);

static void errand_due(struct trial *t, int number)
{
    struct unit *u = &t->unit[number];
    int64_t now = agenda_now(t->agenda), to_ms = u->due.to_ms;
    if (u->state == AT_HOME && !u->stands_to && !requests_want(t, u)) {
        unit_left_on_errand(t, number);
        u->left_ms = now;
        is_back_at(t, u, to_ms);
    } else if (u->state == ELSEWHERE && u->recall != RECALLED && to_ms > u->back_ms) {
        is_back_at(t, u, to_ms);
    }
    expect_errand(t, u, now);
}

/* After the follow-up of those counted nothing matters any more. */
static void expect_errand(struct trial *t, struct unit *u, int64_t after_ms)
{
    int64_t until_ms = t->to_ms + t->scenario->run.follow_up_ms, now = agenda_now(t->agenda);
    if (errand_after(t->fleet[u->fleet].asset, &t->luck, u->name, after_ms, until_ms, &u->due))
        agenda_book(t->agenda, u->due.from_ms - now, errand_due, u->number, NULL);
}

void errands_expected(struct trial *t)
{
    for (int i = 0; i < t->units; i++)
        if (asset_is_shared(t->fleet[t->unit[i].fleet].asset))
            expect_errand(t, &t->unit[i], -1);
}

/* --- called back ---------------------------------------------------------------------- */

static int64_t least_of(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* How long it would take home from where it is then: no longer than it has been out. */
static int64_t way_home_ms(const struct trial *t, const struct unit *u, int64_t then_ms)
{
    return least_of(least_of(then_ms - u->left_ms, sharing_of(t, u)->farthest_ms), u->back_ms - then_ms);
}

static void recall_approved(struct trial *t, int number)
{
    struct unit *u = &t->unit[number];
    int64_t now = agenda_now(t->agenda);
    if (!u->recalled_for->waiting.count) {
        u->recall = NOT_RECALLED;
        u->recalled_for = NULL;
        return;
    }
    u->recall = RECALLED;
    TELL(t, "%s %d is called back from another task", t->fleet[u->fleet].asset->id, u->in_asset + 1);
    is_back_at(t, u, now + way_home_ms(t, u, now));
    dispatch_reviewed(t, 0);
}

static void ask_for(struct trial *t, struct unit *u, struct request *r)
{
    const struct casualty *c = r->waiting.head;
    u->recall = RECALL_ASKED;
    u->recalled_for = r;
    TELL(t, "%s %d is asked for, away on another task", t->fleet[u->fleet].asset->id, u->in_asset + 1);
    int64_t approval_ms = drawn_ms(t, &sharing_of(t, u)->approval, DRAW_RETASKING, c->name, c->legs);
    agenda_book(t->agenda, approval_ms, recall_approved, u->number, &u->approval);
}

/* When it could be with them, called back now; INT64_MAX: it may not be, or would be home before that by itself. */
static int64_t there_ms(const struct trial *t, const struct unit *u, const struct request *r)
{
    int64_t now = agenda_now(t->agenda);
    enum triage gravest = line_gravest(&r->waiting);
    if (u->state != ELSEWHERE || u->recall != NOT_RECALLED || (int)gravest >= sharing_of(t, u)->recall ||
        !request_served_by(t, r, u->fleet, gravest) || !fleet_takes_any(t, u->fleet, &r->waiting) ||
        may_leave_ms(t, r, u->fleet, gravest, now) > now)
        return INT64_MAX;
    int64_t then_ms = now + whole_of(dist_mean(&sharing_of(t, u)->approval));
    if (then_ms >= u->back_ms)
        return INT64_MAX;
    int64_t home_ms = then_ms + way_home_ms(t, u, then_ms);
    return home_ms < u->back_ms ? home_ms + r->reach_ms[u->fleet] : INT64_MAX;
}

/* Room in those called back for these already. */
static int room_on_its_way(const struct trial *t, const struct request *r)
{
    int room = 0;
    for (int i = 0; i < t->units; i++)
        if (t->unit[i].state == ELSEWHERE && t->unit[i].recalled_for == r)
            room += t->fleet[t->unit[i].fleet].room;
    return room;
}

static struct unit *soonest_there(const struct trial *t, const struct request *r)
{
    struct unit *soonest = NULL;
    int64_t least_ms = INT64_MAX;
    for (int i = 0; i < t->units; i++) {
        int64_t ms = there_ms(t, &t->unit[i], r);
        if (ms < least_ms) {
            least_ms = ms;
            soonest = &t->unit[i];
        }
    }
    return soonest;
}

void errands_recalled(struct trial *t, struct request *r)
{
    for (int room = room_on_its_way(t, r); room < r->waiting.count;) {
        struct unit *u = soonest_there(t, r);
        if (!u)
            return;
        ask_for(t, u, r);
        room += t->fleet[u->fleet].room;
    }
}

enum wait errand_cause(const struct trial *t, const struct request *r)
{
    enum wait cause = WAITS;
    for (int i = 0; i < t->units && t->shared; i++) {
        const struct unit *u = &t->unit[i];
        if (u->recall == NOT_RECALLED || u->recalled_for != r)
            continue;
        if (u->recall == RECALLED)
            return WAIT_ELSEWHERE;
        cause = WAIT_RETASKING;
    }
    return cause;
}
