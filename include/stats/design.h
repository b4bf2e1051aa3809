/* design.h -- at which points to look: experimental designs.
 *
 * Points lie in the unit cube, row after row of `factors` numbers, in memory of the caller's.
 * What is random is drawn by name, so a design is a function of its seed.
 */
#ifndef STATS_DESIGN_H
#define STATS_DESIGN_H

#include <stdbool.h>
#include <stdint.h>
#include "random/luck.h"

enum { DESIGN_FACTORS_MOST = 40 };

/* Whose draws: entities from `entity` on, one a factor (Latin) or one a trajectory (Morris). */
struct design_draws {
    struct luck luck;
    enum purpose purpose;
    uint64_t entity;
};

/* Every combination of levels, the last factor's changing fastest: how many, and the row-th. */
int64_t design_factorial_rows(const int *levels, int factors);
void design_factorial(const int *levels, int factors, int64_t row, int *level);

/* Latin hypercube (McKay, Beckman, Conover 1979): in each factor one point in each of `rows` cells,
 * in its middle or anywhere within. */
void design_latin(const struct design_draws *d, int rows, int factors, bool centred, double *x);

/* Sobol's sequence without the zero point: GSL. At most DESIGN_FACTORS_MOST factors. */
void design_sobol(int rows, int factors, double *x);

/* 1 + 2 factors rows: the base, then each factor alone low and high. */
void design_one_at_a_time(const double *base, const double *low, const double *high, int factors, double *x);

/* Morris 1991, Technometrics 33:161. (factors + 1) rows a trajectory; each row moves one factor by
 * levels / 2 / (levels - 1). `levels` is even. */
void design_morris(const struct design_draws *d, int trajectories, int factors, int levels, double *x);

/* Saltelli et al. 2010, Computer Physics Communications 181:259, on Sobol's sequence. (factors + 2) rows
 * a base point: A, B, then A with factor i from B. At most DESIGN_FACTORS_MOST / 2 factors. */
void design_saltelli(int points, int factors, double *x);

#endif
