#include "prealert.h"
#include "request.h"

/* The one that is with them first: making ready and way out, at their means. Its weakness: it looks no farther than the
 * scene, and may send what is there first and brings them to a surgeon last. */
int64_t policy_soonest_on_scene(const struct trial *t, const struct request *r, int fleet)
{
    const struct fleet *f = &t->fleet[fleet];
    bool dark = area_is_dark(t->world->area, f->home.site, agenda_now(t->agenda));
    return mean_notice_ms(t, fleet, dark) + r->reach_ms[fleet];
}
