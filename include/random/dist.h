/* dist.h -- distributions, each a row: its name, its parameters, its quantile function.
 *
 * A draw is one uniform through an inverse distribution function, so it is
 * monotone in the uniform and in its parameters. Slow inverses (gamma, Poisson,
 * negative binomial) are tabulated when the scenario is read.
 *
 * Written in a scenario as a plain quantity ("15 min") or as a named one:
 *     lognormal(median 15 min, sigma 0.5)      lognormal(mean 15 min, cv 0.5)
 *     negative_binomial(mean 1.3, size 1.2, plus 1, most 14)
 *     discrete(1: 0.5, 2: 0.3, 4: 0.15, 10: 0.05)       empirical(12 min, 15 min, 40 min)
 * Any family takes the optional "plus" (a shift), "least" and "most" (clamped
 * in that order after the shift).
 */
#ifndef RANDOM_DIST_H
#define RANDOM_DIST_H

#include <stdint.h>
#include "base/arena.h"
#include "base/unit.h"

struct dist_family; /* a row of the table in dist.c */

/* All zero: the constant 0. Parameters are in the inner unit of the key's
 * dimension (ms for times). `table`, if any, lives in the arena given to dist_read. */
struct dist {
    const struct dist_family *family;
    double p[3];
    double plus, least, most; /* most 0 means no upper limit was given (see `capped`) */
    int capped;
    const struct dist_table *table;
};

/* Reads `text` in dimension `d` (TIME, PURE, ...). Returns NULL when it went
 * well, else the complaint, ready to print after the key, in `a`. */
const char *dist_read(const char *text, enum dimension d, struct arena *a, struct dist *out);

/* Writes it so that dist_read gives the same distribution again. */
char *dist_write(const struct dist *x, enum dimension d, struct arena *a);

/* The same distribution with all that carries its unit multiplied (x1.5) or with
 * `by` added to its shift (+20 min). Beyond the limits of its family it can be
 * written, and is refused when that is read, but not drawn from. */
struct dist dist_scaled(const struct dist *x, double factor, struct arena *a);
struct dist dist_shifted(const struct dist *x, double by);

double dist_quantile(const struct dist *x, double u); /* u in (0,1) */
int64_t dist_ms(const struct dist *x, double u);      /* rounded to whole ms, never below 0 */
int64_t dist_count(const struct dist *x, double u);   /* rounded down, never below 0 */
double dist_mean(const struct dist *x); /* exact for unclamped families, else numerically; inner unit */

/* Is it always the same value? Then 1, and no draw is needed. */
static inline int dist_is_constant(const struct dist *x)
{
    return !x->family;
}

/* One row of the reference: "lognormal(median, sigma) or lognormal(mean, cv)". NULL after the last. */
const char *dist_family_help(int row);

#endif
