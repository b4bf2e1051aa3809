/* sensitivity.h -- which factors matter, and whether luck or want of knowledge spreads an outcome.
 */
#ifndef STATS_SENSITIVITY_H
#define STATS_SENSITIVITY_H

#include "stats/interval.h"

/* Shares of the variance of the outcomes y of design_saltelli's rows: of a factor alone (Saltelli et al.
 * 2010, table 2 b) and with all it acts through (Jansen 1999). Intervals: jackknife over up to 32 blocks
 * of points. NAN where nothing varies. At least two points. */
struct sobol_index {
    struct interval first, total;
};
struct sobol_index sobol_index(const double *y, int points, int factors, int factor, double level);

/* Elementary effects of a factor over the rows x and outcomes y of design_morris: mean, mean size
 * (Campolongo, Cariboni, Saltelli 2007) and spread (NAN for one trajectory). */
struct morris_measure {
    double mu, mu_star, sigma;
};
struct morris_measure morris_measure(const double *x, const double *y, int trajectories, int factors,
                                     int factor);

/* Second-order Monte Carlo: `outer` draws of what is believed, each with `inner` trials of luck, at least
 * two of both. Variance of a trial's outcome by luck and by knowledge; one-way random effects. The value
 * for knowledge is free of the bias by luck and never below 0. Intervals: chi-squared; Williams and
 * Tukey for knowledge (Searle 1971, Linear Models, 9.9), for normal effects. */
struct spread {
    struct interval luck, knowledge;
};
struct spread spread_split(const double *mean, const double *variance, int outer, int inner, double level);

#endif
