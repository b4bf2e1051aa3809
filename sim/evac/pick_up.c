#include "pick_up.h"

#include "boarding.h"
#include "company.h"
#include "destination.h"
#include "fleet.h"
#include "request.h"

/* Both scenes; or transfers for the same, to the same facility where a bed is kept there. */
static bool are_alike(const struct request *r, const struct request *other)
{
    bool scene = r->incident >= 0, other_scene = other->incident >= 0;
    return scene == other_scene && (scene || (r->need == other->need && r->to == other->to));
}

/* Nobody is brought back to where a transfer took him from. */
static bool left_there(const struct line *aboard, int facility)
{
    for (const struct casualty *c = aboard->head; c; c = c->behind)
        if (c->facility == facility)
            return true;
    return false;
}

/* Those aboard, or those to be fetched too: whoever of them the choice of facility goes by. */
static const struct line *deciding(const struct trial *t, const struct request *r, const struct line *aboard)
{
    enum need theirs = destination_need(t, r, &r->waiting), ours = destination_need(t, r, aboard);
    if (theirs != ours)
        return theirs > ours ? &r->waiting : aboard;
    return line_gravest(&r->waiting) < line_gravest(aboard) ? &r->waiting : aboard;
}

/* From a pick-up to the door of a facility, NEVER_REACHED where there is none. */
static int64_t care_ms(const struct trial *t, const struct unit *u, struct carrier by,
                       const struct request *r, const struct line *people)
{
    int64_t cost_ms;
    int to = destination_find(t, by, r, people, dispatch_sees_queues(t), &cost_ms);
    return to < 0 || left_there(&u->aboard, to) ? NEVER_REACHED : destination_way_ms(t, by.fleet, r, to);
}

/* Until those aboard are at care by way of those who wait: there, until it is safe, loading at its mean, and on. */
static int64_t care_by_way_of_ms(const struct trial *t, const struct unit *u, const struct request *r,
                                 int64_t way_ms)
{
    const struct fleet *f = &t->fleet[u->fleet];
    int64_t now = agenda_now(t->agenda), there = now + way_ms, ready = request_ready_ms(t, r);
    int64_t on_ms = care_ms(t, u, (struct carrier){u->fleet, u->out_ms + way_ms, u->out.flown_ms + way_ms}, r,
                            deciding(t, r, &u->aboard));
    if (on_ms == NEVER_REACHED)
        return NEVER_REACHED;
    int64_t load_ms = f->load_ms + f->load_each_ms * unit_takes_more(t, u, &r->waiting);
    return (ready > there ? ready : there) - now + load_ms + on_ms;
}

/* Its way to them, or NEVER_REACHED where it may not go on to them or could not carry any. */
static int64_t could_come_ms(const struct trial *t, const struct unit *u, const struct request *r)
{
    enum triage gravest = line_gravest(&r->waiting);
    int64_t reach_ms = t->fleet[u->fleet].asset->reach_ms;
    if (r == u->request || !r->waiting.count || !are_alike(u->request, r) ||
        !request_served_by(t, r, u->fleet, gravest) || !company_suffices(t, u, r) ||
        !unit_takes_more(t, u, &r->waiting))
        return NEVER_REACHED;
    int64_t way_ms = fleet_travel_ms(t, u->fleet, r->season, &u->request->place, &r->place);
    if (way_ms == NEVER_REACHED || (reach_ms && way_ms > reach_ms))
        return NEVER_REACHED;
    return may_go_on(t, r, u->fleet, gravest, way_ms) ? way_ms : NEVER_REACHED;
}

struct pick_up pick_up_next(const struct trial *t, const struct unit *u)
{
    const struct dispatch *d = &t->scenario->dispatch;
    struct pick_up next = {NULL, 0};
    if (t->sortie[u->sortie].pick_ups >= d->pick_ups)
        return next;
    int64_t straight_ms =
        care_ms(t, u, (struct carrier){u->fleet, u->out_ms, u->out.flown_ms}, u->request, &u->aboard);
    int64_t latest_ms = straight_ms + d->detour_ms[line_gravest(&u->aboard)];
    for (int i = 0; i < t->opens; i++) {
        int64_t way_ms = could_come_ms(t, u, t->open[i]);
        int64_t by_way_ms =
            way_ms == NEVER_REACHED ? NEVER_REACHED : care_by_way_of_ms(t, u, t->open[i], way_ms);
        if (by_way_ms == NEVER_REACHED || by_way_ms > latest_ms || (next.request && by_way_ms == latest_ms))
            continue;
        latest_ms = by_way_ms;
        next = (struct pick_up){t->open[i], way_ms};
    }
    return next;
}
