/* regression.h -- the straight plane nearest to some points: least squares, with + - x / alone.
 */
#ifndef STATS_REGRESSION_H
#define STATS_REGRESSION_H

#include <stdbool.h>

/* y = a + slope[0] x[0] + slope[1] x[1] + ... over `rows` points, x[row * columns + column], leaving out
 * those with `left_out` (NULL: none). `explained` is the share of the spread of y that the plane follows.
 * False: too few points, or columns that say the same. */
bool regression_fit(const double *x, const double *y, const bool *left_out, int rows, int columns,
                    double *slope, double *explained);

#endif
