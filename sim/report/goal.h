/* goal.h -- goals of the scenario, held against what was found.
 */
#ifndef SIM_REPORT_GOAL_H
#define SIM_REPORT_GOAL_H

#include "evac/tally.h"
#include "say.h"

enum goal_state { GOAL_MET, GOAL_MISSED, GOAL_OPEN }; /* open: nobody it speaks of */

struct verdict {
    struct interval found; /* a share in time, or a mean per trial */
    enum goal_state state; /* of the value found ... */
    bool sure;             /* ... and the whole interval agrees */
};

enum { GOAL_SIZE = 240 };

struct verdict goal_verdict(const struct goal *g, const struct tally *t);

/* Of what was found otherwise than in a tally. */
struct verdict goal_verdict_of(const struct goal *g, struct interval found);

/* "80 % of T1 who need an operation in surgery within 2 h, in north" */
void goal_says(const struct goal *g, char text[GOAL_SIZE]);
/* "missed: 31 % (29-33)", "met, but not surely: ..." */
void verdict_says(const struct goal *g, struct verdict v, char text[GOAL_SIZE]);

#endif
