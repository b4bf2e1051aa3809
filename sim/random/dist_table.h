/* dist_table.h -- inverse distribution functions worked out once, when the scenario is read.
 *
 * Steps serve distributions over a list of values: a guide leads each uniform
 * near its value, so a draw costs the same however many there are. A gamma's
 * inverse is smooth in the normal quantile of u: its logarithm is kept at even
 * steps and interpolated in between.
 */
#ifndef RANDOM_DIST_TABLE_H
#define RANDOM_DIST_TABLE_H

#include "base/arena.h"

struct gamma_node;

struct dist_table {
    int n;
    const double *value;      /* rising; NULL: first, first + 1, ... */
    const double *weight;     /* as it was written; NULL: not a list */
    const double *cumulative; /* ends with 1, unless the values have no end in sight */
    const int *guide;
    int guides; /* a power of two, so that a share of it is exact */
    double first;
    const struct gamma_node *node;
};

/* P(at most k), with the parameters of the distribution. */
typedef double count_cdf_fn(double k, const double *p);

/* `value` must rise; both arrays must live as long as the table. */
const struct dist_table *steps_of_list(int n, const double *value, const double *weight, struct arena *a);
const struct dist_table *steps_of_counts(count_cdf_fn *cdf, const double *p, struct arena *a);

double steps_value(const struct dist_table *t, int i);
int steps_find(const struct dist_table *t, double u); /* n: beyond the table */

/* The smallest k with P(at most k) >= u, without a table. */
double count_reaching(count_cdf_fn *cdf, const double *p, double u);

/* Of the gamma distribution with scale 1. */
const struct dist_table *gamma_table(double shape, struct arena *a);
double gamma_find(const struct dist_table *t, double u);

#endif
