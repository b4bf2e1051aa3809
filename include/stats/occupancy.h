/* occupancy.h -- how many were busy, and when.
 *
 * Counts of time (ms) at each level, between `from` and `to`, and the mean level in
 * each hour since the scenario's start. A change of level costs O(1): the hourly
 * means are kept as differences and summed up when they are read.
 */
#ifndef STATS_OCCUPANCY_H
#define STATS_OCCUPANCY_H

#include <stdint.h>

enum { OCCUPANCY_LEVELS = 257 }; /* 0 to 255 exactly; the last is "256 or more" */

/* The window and the hours; one for all resources. */
struct occupancy_window {
    int64_t from_ms, to_ms;
    int hours; /* hours since the start until to_ms, rounded up */
};

/* What changes within an hour add up to, in all trials. */
struct occupied_hour {
    int64_t step; /* of level, by those of the hour before */
    int64_t part; /* level x ms within the hour, of its own */
};

/* Tallies of one resource: open data inside a tally, or zeroed memory. */
struct occupancy {
    int64_t *level_ms;          /* OCCUPANCY_LEVELS: time at each level, all trials */
    struct occupied_hour *hour; /* hours + 1 */
};

/* The level went from `level` to `level + by` at `now`, having been `level` since `since`. Returns how long that was
 * within the window. */
int64_t occupancy_change(struct occupancy *o, const struct occupancy_window *w, int level, int by,
                         int64_t since_ms, int64_t now_ms);

/* At the end of a trial: the level stood until the window closed (call with now >= to_ms is fine). */
void occupancy_close(struct occupancy *o, const struct occupancy_window *w, int level, int64_t since_ms);

/* Mean level in each hour over `trials` trials: mean[0 .. hours-1]. */
void occupancy_hours(const struct occupancy *o, const struct occupancy_window *w, int64_t trials,
                     double *mean);

#endif
