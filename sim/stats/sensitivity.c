#include "stats/sensitivity.h"

#include <math.h>
#include <stdint.h>
#include <gsl/gsl_cdf.h>

/* --- Sobol ----------------------------------------------------------------------- */

enum { BLOCKS = 32 };

struct outcomes {
    const double *y;
    int points, factors, factor;
    double centre; /* taken off before products, or they would drown in the mean */
};

struct indices {
    double first, total;
};

/* Of all points but those from `from` to before `to`. */
static struct indices indices_without(const struct outcomes *o, int from, int to)
{
    double sum = 0, squares = 0, first = 0, total = 0, n = o->points - (to - from);
    for (int p = 0; p < o->points; p++) {
        if (p >= from && p < to)
            continue;
        const double *row = &o->y[(int64_t)p * (o->factors + 2)];
        double a = row[0] - o->centre, b = row[1] - o->centre, mixed = row[2 + o->factor] - o->centre;
        sum += a + b;
        squares += a * a + b * b;
        first += b * (mixed - a);
        total += (a - mixed) * (a - mixed) / 2;
    }
    double variance = squares / (2 * n) - sum / (2 * n) * (sum / (2 * n));
    if (!(variance > 0))
        return (struct indices){NAN, NAN};
    return (struct indices){first / n / variance, total / n / variance};
}

static struct interval around(double value, double squares, int blocks, double level)
{
    double reach = student_quantile(level, blocks - 1) * sqrt(squares * (blocks - 1) / blocks);
    return (struct interval){value, value - reach, value + reach};
}

/* Blocks are runs of points: each run of a Sobol sequence is spread over the cube, every 32nd point is not. */
struct sobol_index sobol_index(const double *y, int points, int factors, int factor, double level)
{
    struct outcomes o = {y, points, factors, factor, 0};
    for (int p = 0; p < points; p++)
        o.centre += (y[(int64_t)p * (factors + 2)] + y[(int64_t)p * (factors + 2) + 1]) / (2.0 * points);
    int blocks = points < BLOCKS ? points : BLOCKS;
    struct indices all = indices_without(&o, 0, 0), left[BLOCKS] = {{0, 0}}, mean = {0, 0}, squares = {0, 0};
    for (int b = 0; b < blocks; b++) {
        left[b] = indices_without(&o, (int)((int64_t)points * b / blocks),
                                  (int)((int64_t)points * (b + 1) / blocks));
        mean.first += left[b].first / blocks;
        mean.total += left[b].total / blocks;
    }
    for (int b = 0; b < blocks; b++) {
        squares.first += (left[b].first - mean.first) * (left[b].first - mean.first);
        squares.total += (left[b].total - mean.total) * (left[b].total - mean.total);
    }
    return (struct sobol_index){around(all.first, squares.first, blocks, level),
                                around(all.total, squares.total, blocks, level)};
}

/* --- Morris ---------------------------------------------------------------------- */

static double effect_on(const double *x, const double *y, int factors, int factor)
{
    for (int row = 1; row <= factors; row++) {
        double moved = x[row * factors + factor] - x[(row - 1) * factors + factor];
        if (moved != 0)
            return (y[row] - y[row - 1]) / moved;
    }
    return NAN;
}

struct morris_measure morris_measure(const double *x, const double *y, int trajectories, int factors,
                                     int factor)
{
    struct morris_measure m = {0, 0, 0};
    double squares = 0;
    for (int t = 0; t < trajectories; t++) {
        int64_t row = (int64_t)t * (factors + 1);
        double effect = effect_on(&x[row * factors], &y[row], factors, factor), off = effect - m.mu;
        m.mu += off / (t + 1);
        squares += off * (effect - m.mu);
        m.mu_star += fabs(effect) / trajectories;
    }
    m.sigma = trajectories > 1 ? sqrt(squares / (trajectories - 1)) : NAN;
    return m;
}

/* --- luck and knowledge ------------------------------------------------------------ */

/* Six decimals, so that no processor's last bit reaches a result. */
static double rounded(double x)
{
    return round(x * 1e6) / 1e6;
}

/* Williams and Tukey: one limit, from the quantiles at p. */
static double knowledge_limit(double between, double within, int outer, int inner, double p)
{
    double df = outer - 1, rest = (double)outer * (inner - 1);
    double f = rounded(gsl_cdf_fdist_Pinv(p, df, rest)), chi2 = rounded(gsl_cdf_chisq_Pinv(p, df));
    return fmax(0, df * (between - within * f) / (inner * chi2));
}

struct spread spread_split(const double *mean, const double *variance, int outer, int inner, double level)
{
    double centre = 0, squares = 0, within = 0, rest = (double)outer * (inner - 1), tail = (1 - level) / 2;
    for (int o = 0; o < outer; o++) {
        within += variance[o] / outer;
        double off = mean[o] - centre;
        centre += off / (o + 1);
        squares += off * (mean[o] - centre);
    }
    double between = inner * squares / (outer - 1);
    struct interval luck = {within, within * rest / rounded(gsl_cdf_chisq_Pinv(1 - tail, rest)),
                            within * rest / rounded(gsl_cdf_chisq_Pinv(tail, rest))};
    struct interval knowledge = {fmax(0, (between - within) / inner),
                                 knowledge_limit(between, within, outer, inner, 1 - tail),
                                 knowledge_limit(between, within, outer, inner, tail)};
    return (struct spread){luck, knowledge};
}
