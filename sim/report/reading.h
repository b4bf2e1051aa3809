/* reading.h -- figures read from the tallies, for tables, texts and charts alike.
 */
#ifndef REPORT_READING_H
#define REPORT_READING_H

#include <stdbool.h>
#include "evac/tally.h"

#define LEVEL 0.95 /* of every interval in the results */

/* Below these an interval may cover less often than it says. */
enum { TRIALS_ENOUGH = 400, EVENTS_ENOUGH = 20, ALIKE_ENOUGH = 100 };

/* Of those who needed a milestone, the share who had it by its target. */
struct portion {
    struct interval of;
    int64_t reached, needed, trials;
    bool few; /* too few trials, or too few who were in time or who were not */
};
struct portion share_in_time(const struct tally *t, int group, enum milestone m);
struct portion share_of_outcome(const struct tally *t, int group, int outcome);

/* Those who ever reached it. */
int64_t reached_ever(const struct tally *t, int group, enum milestone m);

/* Mean ms per casualty who needed the milestone; NAN when nobody did. */
double mean_wait_ms(const struct tally *t, int group, enum milestone m, enum wait w);
double mean_phase_ms(const struct tally *t, int group, enum milestone m, enum phase p);
double mean_total_ms(const struct tally *t, int group, enum milestone m);

int64_t deaths(const struct tally *t, int group);

/* Use of a resource over the horizon. Levels above the last that is kept count as that. */
struct use {
    double mean_busy;
    double share;    /* of the capacity; NAN when that is unlimited or 0 */
    double all_busy; /* share of time with none free; NAN likewise */
};
struct use use_of(const struct tally *t, int resource);

/* The group of a dimension with the lowest (`worst`) or highest share in time for a milestone,
 * among those who needed it at all; -1: none. */
int group_extreme(const struct tally *t, const char *dimension, enum milestone m, bool worst);

/* Do their intervals leave no doubt which is lower? */
bool clearly_lower(struct interval a, struct interval b);

/* The phase that takes longest on the way to a milestone; PHASES when nobody needed it. */
enum phase slowest_phase(const struct tally *t, int group, enum milestone m);

#endif
