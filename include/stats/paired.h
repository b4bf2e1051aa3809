/* paired.h -- two alternatives on the same luck, and how sure their difference is.
 *
 * In every trial each side adds y over n, as in ratio.h. Because both sides meet
 * the same trial, their errors cancel in part: the variance of the difference of
 * the two ratios takes the products between the sides into account (delta method
 * over trials). All sums are exact integers, so merging is associative and commutative.
 */
#ifndef STATS_PAIRED_H
#define STATS_PAIRED_H

#include "stats/ratio.h"

struct paired {
    int64_t trials;
    struct ratio a, b;
    wide yy, yn, ny, nn; /* y of a x y of b, y of a x n of b, ... */
};

void paired_add(struct paired *p, int64_t ya, int64_t na, int64_t yb, int64_t nb); /* one trial */
void paired_merge(struct paired *into, const struct paired *from);

/* Variance of the difference a - b, never below 0; NAN with fewer than two trials or nobody on a side. */
double paired_variance(const struct paired *p);

/* a - b, in units of y: Student's t with trials - 1 degrees of freedom. Shares: plain, not in points.
 * To the variance that of two more units of y is added, one that differs on each side, after Bonett and
 * Price (2012, J Educ Behav Stat 37:479): without it, plans that differ in one trial of a thousand would
 * be called equal for sure by most studies of a few hundred. */
struct interval paired_difference(const struct paired *p, double level);

/* How many times larger the variance were if each side had luck of its own; NAN where the difference
 * has no variance. */
double paired_gain(const struct paired *p);

#endif
