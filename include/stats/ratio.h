/* ratio.h -- a share or a mean per casualty, with the trial as the unit.
 *
 * Casualties of one trial share their luck, so they are not independent. Each
 * trial adds y (a sum or a count) over n (casualties); the estimate is sum y /
 * sum n and its variance the delta method's over trials (cluster-robust).
 * All sums are exact integers: merging is associative and commutative.
 */
#ifndef STATS_RATIO_H
#define STATS_RATIO_H

#include <stdint.h>
#include "stats/interval.h"

__extension__ typedef __int128 wide;

struct ratio {
    int64_t y, n, with; /* with: trials in which n > 0 */
    wide yy, yn, nn;
};

void ratio_add(struct ratio *r, int64_t y,
               int64_t n); /* one trial; n = 0 adds nothing but y must then be 0 */
void ratio_merge(struct ratio *into, const struct ratio *from);

/* Delta-method variance of sum y / sum n over `trials` trials (those with n = 0
 * included), never below 0; NAN with fewer than two trials or n = 0. */
double ratio_variance(const struct ratio *r, int64_t trials);

/* A mean in units of y: Student's t with trials - 1 degrees of freedom. */
struct interval ratio_mean(const struct ratio *r, int64_t trials, double level);

/* A share, y <= n: Wilson's interval with the effective number p(1-p)/var; with
 * no variance, the number of trials that had anybody. Within [0,1]. */
struct interval ratio_share(const struct ratio *r, int64_t trials, double level);

/* A mean per trial: y over trials, and its spread between trials (n is the trial count). */
struct interval ratio_per_trial(const struct ratio *r, int64_t trials, double level);

#endif
