/* arm_sums.h -- what an arm of a panel adds up to besides its figures: curves, waits, times, queues.
 */
#ifndef EXPERIMENT_ARM_SUMS_H
#define EXPERIMENT_ARM_SUMS_H

#include "base/unit.h"
#include "evac/tally.h"
#include "stats/sections.h"

/* Where the minutes went, up to a day after wounding, of those who need surgery: until they are at a
 * surgical facility, and until incision; or until death. The waits add up to the whole. */
#define REASONS_UNTIL_MS HOURS(24)
enum reasons_clock { TO_ARRIVAL, TO_SURGERY, CLOCKS };
extern const enum milestone clock_milestone[CLOCKS];
struct clock_sums {
    struct sectioned_sum needed, waited[WAITS]; /* people; ms */
};

/* What people queue for; with tallies' resources, where a shock is seen. */
enum queue_for { QUEUE_ASSET, QUEUE_BAY, QUEUE_TABLE, QUEUE_BED, QUEUES };

struct arm_sums {
    struct tally *tally;               /* NULL unless .tallies */
    struct sections times[MILESTONES]; /* of RESUSCITATION, SURGICAL_FACILITY, SURGERY; with .sections */
    struct clock_sums clock[CLOCKS];   /* with .sections */
    struct occupancy queue[QUEUES];    /* with .queues: read by occupancy_hours; no levels */
    int queue_hours;
};

#endif
