/* aims.h -- what must hold, and how sure we are of what we know.
 */
#ifndef SCENARIO_AIMS_H
#define SCENARIO_AIMS_H

#include "scenario/values.h"

/* What must hold, fixed before anything is run. */
// clang-format off
enum goal_of {
    GOAL_FIRST_AID, GOAL_RESUSCITATION, GOAL_SURGICAL_FACILITY, GOAL_SURGERY, /* shares in time */
    GOAL_DEATHS, GOAL_DELAY_DEATHS, GOAL_COST                                 /* totals of a trial */
};
// clang-format on
enum whose_goal { EVERYBODYS_GOAL, FIRST_AFFILIATION }; /* FIRST_AFFILIATION + UN, and so on */
struct goal {
    const char *id;
    int of;             /* enum goal_of */
    int64_t within_ms;  /* of a share: in time is so soon after wounding; 0: the target of 10-1-2 */
    double at_least;    /* of a share */
    double at_most;     /* of a total: its mean over trials */
    const char *sector; /* "": the whole mission */
    int people;         /* enum whose_goal: of these people alone */
};
static inline bool goal_is_share(const struct goal *g)
{
    return g->of <= GOAL_SURGERY;
}

/* How sure we are of the value of a key; see scenario/belief.h. Of factor and value one is "". */
struct belief {
    const char *id;
    const char *key;            /* "alert.delay" */
    const char *factor, *value; /* distributions, as written */
};

#endif
