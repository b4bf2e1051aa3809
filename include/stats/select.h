/* select.h -- which of several alternatives is best, with a guarantee.
 *
 * KN: Kim and Nelson 2001, ACM TOMACS 11:251, fully sequential, indifference zone. Every
 * alternative gives one observation a round, on the same luck if one likes; those surely not
 * the best drop out. Where the best leads by `delta` or more, the one left is the best with
 * probability 1 - alpha at least, for normal observations.
 *
 * OCBA: Chen, Lin, Yucesan and Chick 2000, Discrete Event Dynamic Systems 10:251: where more
 * observations tell most about who is best.
 */
#ifndef STATS_SELECT_H
#define STATS_SELECT_H

#include <stdbool.h>
#include <stdint.h>

struct selection;

/* `first`: observations of each before anybody may drop out, at least 2. */
struct selection *selection_new(int systems, double delta, double alpha, int first, bool more_is_better);
void selection_free(struct selection *s); /* NULL is allowed */

/* One observation of each system still in (those out are not read), by the number of the system. */
void selection_observe(struct selection *s, const double *x);

bool selection_in(const struct selection *s, int system);
int selection_left(const struct selection *s);       /* how many are in */
int64_t selection_rounds(const struct selection *s); /* observations so far */

/* The best, once it is decided; -1 before. */
int selection_best(const struct selection *s);

/* The constants of the procedure, for a check: eta, and h squared. */
double selection_eta(int systems, double alpha, int first);
double selection_h2(int systems, double alpha, int first);

/* How many of `more` observations each should get: `add[0 .. systems-1]`, from means, variances and
 * observations done so far. The smallest mean is best, unless `more_is_better`. */
void ocba_allocate(int systems, const double *mean, const double *variance, const int64_t *done, int64_t more,
                   bool more_is_better, int64_t *add);

#endif
