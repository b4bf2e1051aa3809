#include "stats/paired.h"

#include <math.h>

void paired_add(struct paired *p, int64_t ya, int64_t na, int64_t yb, int64_t nb)
{
    p->trials++;
    ratio_add(&p->a, ya, na);
    ratio_add(&p->b, yb, nb);
    p->yy += (wide)ya * yb;
    p->yn += (wide)ya * nb;
    p->ny += (wide)na * yb;
    p->nn += (wide)na * nb;
}

void paired_merge(struct paired *into, const struct paired *from)
{
    into->trials += from->trials;
    ratio_merge(&into->a, &from->a);
    ratio_merge(&into->b, &from->b);
    into->yy += from->yy;
    into->yn += from->yn;
    into->ny += from->ny;
    into->nn += from->nn;
}

/* Of the two ratios: the sum over trials of the products of their residuals, over n of a and n of b. */
static double covariance(const struct paired *p)
{
    double na = (double)p->a.n, nb = (double)p->b.n, of = (double)p->trials;
    double a = (double)p->a.y / na, b = (double)p->b.y / nb;
    double sum = (double)p->yy - b * (double)p->yn - a * (double)p->ny + a * b * (double)p->nn;
    return sum / (na * nb) * (of / (of - 1));
}

double paired_variance(const struct paired *p)
{
    if (p->trials < 2 || !p->a.n || !p->b.n)
        return NAN;
    double apart = ratio_variance(&p->a, p->trials) + ratio_variance(&p->b, p->trials);
    double variance = apart - 2 * covariance(p);
    /* What rounding leaves of sums that cancel is no spread. */
    return variance > 1e-12 * apart ? variance : 0;
}

/* Where hardly a trial differs, the spread seen is no measure of the doubt: two more people (deaths, units
 * of money) are taken to differ, one on each side. */
static double doubtful_variance(const struct paired *p)
{
    return paired_variance(p) + 2 / ((double)p->a.n * (double)p->b.n);
}

struct interval paired_difference(const struct paired *p, double level)
{
    if (!p->a.n || !p->b.n)
        return (struct interval){NAN, NAN, NAN};
    double value = (double)p->a.y / (double)p->a.n - (double)p->b.y / (double)p->b.n;
    double reach = student_quantile(level, (double)p->trials - 1) * sqrt(doubtful_variance(p));
    return (struct interval){value, value - reach, value + reach};
}

double paired_gain(const struct paired *p)
{
    double variance = paired_variance(p);
    if (!(variance > 0))
        return NAN;
    return (ratio_variance(&p->a, p->trials) + ratio_variance(&p->b, p->trials)) / variance;
}
