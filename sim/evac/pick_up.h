/* pick_up.h -- one more scene on the same journey.
 *
 * A unit that has loaded, and has room left, may go on to others who wait: to those for whom the people aboard
 * come to care least later, and no later than the gravest of them may be made to bear. Like dispatch it knows
 * means and never a draw.
 */
#ifndef EVAC_PICK_UP_H
#define EVAC_PICK_UP_H

#include "mission.h"

struct pick_up {
    struct request *request; /* NULL: it leaves for care */
    int64_t way_ms;          /* from where it is */
};

/* For a unit where it has loaded, with people aboard. */
struct pick_up pick_up_next(const struct trial *t, const struct unit *u);

#endif
