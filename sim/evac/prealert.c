#include "prealert.h"

#include "post.h"
#include "request.h"
#include "unit.h"
#include "upkeep.h"

static void tell_of(const struct trial *t, const struct unit *u, const char *says)
{
    TELL(t, "%s %d %s", t->fleet[u->fleet].asset->id, u->in_asset + 1, says);
}

static int64_t stands_no_more(struct trial *t, struct unit *u)
{
    agenda_cancel(t->agenda, &u->stand_down);
    u->stands_to = false;
    use_change(t, alerted_resource(t, u->fleet), -1);
    return agenda_now(t->agenda) - u->warned_ms;
}

/* Warned in vain: the time was work all the same. */
static void stood_down(struct trial *t, int number)
{
    struct unit *u = &t->unit[number];
    int64_t stood_ms = stands_no_more(t, u);
    tell_of(t, u, "stands down");
    posts_look(t);
    if (!t->fleet[u->fleet].groundable)
        return;
    upkeep_tasked(t, u, stood_ms);
    upkeep_came_home(t, u);
    if (u->grounds & CREW_RESTS)
        unit_grounded(t, number, CREW_RESTS);
}

/* It makes ready, or stays ready for longer. */
static void is_warned(struct trial *t, struct unit *u)
{
    int64_t now = agenda_now(t->agenda);
    if (!u->stands_to) {
        u->stands_to = true;
        u->warned_ms = now;
        use_change(t, alerted_resource(t, u->fleet), +1);
        tell_of(t, u, "is warned and stands to");
    }
    u->asked_ms = now;
    agenda_cancel(t->agenda, &u->stand_down);
    agenda_book(t->agenda, t->scenario->dispatch.stand_to_ms, stood_down, u->number, &u->stand_down);
}

static bool could_come(const struct trial *t, const struct unit *u, const struct request *r,
                       enum triage gravest)
{
    int64_t now = agenda_now(t->agenda);
    return u->state == AT_HOME && request_served_by(t, r, u->fleet, gravest) &&
           may_leave_ms(t, r, u->fleet, gravest, now) < now + t->scenario->dispatch.stand_to_ms;
}

static int64_t there_ms(const struct trial *t, const struct unit *u, const struct request *r)
{
    const struct fleet *f = &t->fleet[u->fleet];
    return f->notice_ms[area_is_dark(t->world->area, f->home.site, agenda_now(t->agenda))] +
           r->reach_ms[u->fleet];
}

/* Of those that could come and have not been asked, the first there; NULL: none. */
static struct unit *first_there(struct trial *t, const struct request *r, enum triage gravest)
{
    struct unit *first = NULL;
    for (int i = 0; i < t->units; i++) {
        struct unit *u = &t->unit[i];
        bool asked = u->stands_to && u->asked_ms == agenda_now(t->agenda);
        if (!asked && could_come(t, u, r, gravest) && (!first || there_ms(t, u, r) < there_ms(t, first, r)))
            first = u;
    }
    return first;
}

void prealert_given(struct trial *t, struct request *r, int people, enum triage gravest)
{
    const struct dispatch *d = &t->scenario->dispatch;
    if (!d->pre_alert || !d->stand_to_ms || !request_reachable(t, r, gravest))
        return;
    for (struct unit *u; people > 0 && (u = first_there(t, r, gravest));) {
        is_warned(t, u);
        people -= d->pre_alert == ALERT_FIRST ? t->fleet[u->fleet].room : 0;
    }
}

/* Where among the idle the next to be sent stands: the last, unless another has stood to for longer. */
static int next_of(const struct trial *t, const struct fleet *f)
{
    int next = f->idle - 1;
    for (int i = f->idle - 1; i >= 0; i--) {
        const struct unit *u = &t->unit[f->idle_unit[i]], *best = &t->unit[f->idle_unit[next]];
        if (u->stands_to && (!best->stands_to || u->warned_ms < best->warned_ms))
            next = i;
    }
    return next;
}

int prealert_takes(struct trial *t, struct fleet *f)
{
    int place = next_of(t, f), number = f->idle_unit[place];
    for (f->idle--; place < f->idle; place++)
        f->idle_unit[place] = f->idle_unit[place + 1];
    return number;
}

int64_t prealert_used_ms(struct trial *t, struct unit *u)
{
    return u->stands_to ? stands_no_more(t, u) : 0;
}

int64_t prealert_head_ms(const struct trial *t, int fleet)
{
    const struct fleet *f = &t->fleet[fleet];
    const struct unit *u = f->idle ? &t->unit[f->idle_unit[next_of(t, f)]] : NULL;
    return u && u->stands_to ? agenda_now(t->agenda) - u->warned_ms : 0;
}
