#include "request.h"

/* How many stand ready that could come. */
static int ready_for(const struct trial *t, const struct request *r)
{
    int ready = 0;
    for (int f = 0; f < t->fleets; f++)
        ready += request_served_by(t, r, f, line_gravest(&r->waiting)) ? t->fleet[f].idle : 0;
    return ready;
}

bool policy_keeps_back(const struct trial *t, const struct request *r)
{
    const struct dispatch *d = &t->scenario->dispatch;
    int ready = d->policy == RESERVE ? ready_for(t, r) : 0;
    return ready > 0 && ready <= d->keep[line_gravest(&r->waiting)];
}

/* As soonest_care, but the last few that could come are kept for graver cases. Its weakness: where no more could come
 * than are kept, the lesser cases are never fetched; and those kept may never be needed. */
int64_t policy_reserve(const struct trial *t, const struct request *r, int fleet)
{
    return policy_keeps_back(t, r) ? NEVER_SENT : policy_soonest_care(t, r, fleet);
}
