/* eligibility.h -- for whom the mission does what, by whose people they are.
 */
#ifndef SCENARIO_ELIGIBILITY_H
#define SCENARIO_ELIGIBILITY_H

#include "scenario/values.h"

/* What may be granted or not; each is for so many of the gravest categories as seen: 0 none, 1 T1 ... 4 all. */
enum grant { GRANT_AIR, GRANT_GROUND, GRANT_ADMITTED, GRANT_SURGERY, GRANT_TRANSFER, GRANTS };

struct eligibility {
    const char *id; /* one of the affiliations */
    int granted[GRANTS];
    int precedence;            /* 0: before those of the same category with 1, and so on */
    struct dist decision;      /* heard of to decided, case by case */
    struct dist outside_after; /* not eligible to handed to an outside provider */
};
enum { PRECEDENCE_MOST = 3 };

#endif
