/* sections.h -- intervals for what no sum of squares can give: differences of quantiles, of waits.
 *
 * Trials are dealt into 32 sections by their number, and each section keeps its own
 * histogram and sums. A figure is read from all sections together; its interval from
 * the same figure with one section left out at a time (the delete-a-group jackknife:
 * Shao and Wu 1989, Annals of Statistics 17:1176), Student's t with 31 degrees of
 * freedom. Two alternatives on the same luck leave out the same trials, so what they
 * share cancels. All integers: merging is exact.
 */
#ifndef STATS_SECTIONS_H
#define STATS_SECTIONS_H

#include <stdint.h>
#include "stats/curve.h"
#include "stats/interval.h"

enum { SECTIONS = 32 };

static inline int section_of(int64_t trial)
{
    return (int)(trial % SECTIONS);
}

/* When something happened, of those who needed it: a curve for each section. */
struct sections {
    const struct bins *bins;
    int64_t *count;  /* [SECTIONS][bins->count] */
    int64_t *needed; /* [SECTIONS] */
};

/* Time by which a share p has had it, ms, linear within its bin; without section `but` (-1: with all).
 * NAN: not reached. */
double sections_quantile(const struct sections *s, double p, int but);

/* The jackknife: `whole` from all sections, `without[i]` with section i left out. NAN anywhere
 * leaves the interval open. Also for any difference of two such figures. */
struct interval jackknife(double whole, const double without[SECTIONS], double level);

struct interval sections_quantile_interval(const struct sections *s, double p, double level);
/* a - b; with the doubt of two more people, one on each side, as in paired.h. */
struct interval sections_quantile_difference(const struct sections *a, const struct sections *b, double p,
                                             double level);

/* Sums in sections: (sum of y) / (sum of n) and differences of it. */
struct sectioned_sum {
    int64_t y[SECTIONS];
};
struct interval sections_mean(const struct sectioned_sum *y, const struct sectioned_sum *n, double level);
struct interval sections_mean_difference(const struct sectioned_sum *ya, const struct sectioned_sum *na,
                                         const struct sectioned_sum *yb, const struct sectioned_sum *nb,
                                         double level);

#endif
