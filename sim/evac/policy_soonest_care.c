#include "destination.h"
#include "request.h"

/* The one that brings the gravest to the needed care soonest: making ready, way out, loading, way to care and the
 * queue there, at their means. Its weakness: it is greedy, and may spend the only fast asset on a case that could wait. */
int64_t policy_soonest_care(const struct trial *t, const struct request *r, int fleet)
{
    const struct fleet *f = &t->fleet[fleet];
    bool dark = area_is_dark(t->world->area, f->home.site, agenda_now(t->agenda));
    int64_t to_care_ms;
    if (destination_find(t, fleet, r, &r->waiting, true, &to_care_ms) < 0)
        return INT64_MAX - 1;
    int people = r->waiting.count, room = f->asset->litters + f->asset->seats;
    return f->notice_ms[dark] + r->reach_ms[fleet] + f->load_ms +
           f->load_each_ms * (people < room ? people : room) + to_care_ms;
}
