#include "destination.h"
#include "prealert.h"
#include "request.h"

/* Counts as a day's delay: whoever leads to a lesser care than is needed goes only when nobody else may. */
#define LESSER_CARE_MS DAYS(1)

static int64_t shortfall_ms(const struct trial *t, const struct request *r, int facility)
{
    bool surgery = destination_need(t, r, &r->waiting) == NEED_SURGERY;
    return surgery && !t->hospital[facility].surgical ? LESSER_CARE_MS : 0;
}

/* The one that brings the gravest to the needed care soonest: making ready, way out, loading, way to care and the
 * queue there, at their means. Its weakness: it is greedy, and may spend the only fast asset on a case that could wait. */
int64_t policy_soonest_care(const struct trial *t, const struct request *r, int fleet)
{
    const struct fleet *f = &t->fleet[fleet];
    bool dark = area_is_dark(t->world->area, f->home.site, agenda_now(t->agenda));
    int64_t to_care_ms;
    int facility = destination_find(t, carrier_from_home(r, fleet), r, &r->waiting, true, &to_care_ms);
    if (facility < 0)
        return NEVER_SENT - 1;
    int people = r->waiting.count, room = f->room;
    return mean_notice_ms(t, fleet, dark) + r->reach_ms[fleet] + f->load_ms +
           f->load_each_ms * (people < room ? people : room) + to_care_ms + shortfall_ms(t, r, facility);
}
