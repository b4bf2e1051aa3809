/* fit.h -- which distribution a sample of times may come from, and how sure that is.
 *
 * By maximum likelihood, among families of the scenario language; the smallest AICc
 * wins (Hurvich & Tsai 1989, Biometrika 76:297). How far the scale may be off is the
 * sigma of a lognormal factor about 1, so wide that its central 95 % covers the true
 * scale in about 95 of 100 samples, however small: Student's t stands in for the normal.
 */
#ifndef STATS_FIT_H
#define STATS_FIT_H

#include <stdbool.h>

enum fit_family { FIT_EXPONENTIAL, FIT_LOGNORMAL, FIT_GAMMA, FIT_WEIBULL, FIT_FAMILIES };

enum {
    FIT_LEAST = 3,  /* fewer times say nothing of a distribution */
    FIT_CHOICE = 10 /* fewer do not tell the families apart: lognormal then, as most delays are */
};

struct fit {
    enum fit_family family;
    int n;
    double p[2]; /* exponential: mean; lognormal: median, sigma; gamma: mean, shape; weibull: shape, scale */
    double aicc; /* infinite where n is too small for it */
    double spread; /* sigma of the factor on the scale (mean, median, mean, scale) */
};

/* `x` are above 0 and not all the same; n at least FIT_LEAST. */
struct fit fit_family(enum fit_family f, int n, const double *x);

/* All of them, the best first; with fewer than FIT_CHOICE the lognormal leads whatever its AICc. */
void fit_all(int n, const double *x, struct fit fits[FIT_FAMILIES]);

/* Are they, to a millionth, one and the same value? */
bool fit_constant(int n, const double *x);

/* The value below which a share p of the sample lies, linear between the points (Hyndman & Fan's type 7);
 * `sorted` rises. */
double sample_quantile(int n, const double *sorted, double p);

#endif
