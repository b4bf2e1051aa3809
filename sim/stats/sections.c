#include "stats/sections.h"

#include <math.h>

/* --- leaving one section out ------------------------------------------------- */

static double jackknife_variance(const double without[SECTIONS])
{
    double mean = 0, squares = 0;
    for (int i = 0; i < SECTIONS; i++)
        mean += without[i] / SECTIONS;
    for (int i = 0; i < SECTIONS; i++)
        squares += (without[i] - mean) * (without[i] - mean);
    return squares * (SECTIONS - 1) / SECTIONS;
}

static struct interval around(double whole, double variance, double level)
{
    double reach = student_quantile(level, SECTIONS - 1) * sqrt(variance);
    return (struct interval){whole, whole - reach, whole + reach};
}

struct interval jackknife(double whole, const double without[SECTIONS], double level)
{
    return around(whole, jackknife_variance(without), level);
}

/* --- quantiles ------------------------------------------------------------------ */

static int64_t all_but(const int64_t *of_section, int stride, int but)
{
    int64_t sum = 0;
    for (int i = 0; i < SECTIONS; i++)
        sum += i == but ? 0 : of_section[(int64_t)i * stride];
    return sum;
}

double sections_quantile(const struct sections *s, double p, int but)
{
    int bins = s->bins->count;
    double needed = (double)all_but(s->needed, 1, but), due = p * needed;
    int64_t below = 0;
    if (!(needed > 0))
        return NAN;
    for (int bin = 0; bin < bins - 1; bin++) {
        int64_t here = all_but(s->count + bin, bins, but);
        if (!here || (double)(below + here) < due) {
            below += here;
            continue;
        }
        if (bin == 0)
            return 0;
        double from = (double)bins_edge(s->bins, bin - 1), to = (double)bins_edge(s->bins, bin);
        return from + (to - from) * (due - (double)below) / (double)here;
    }
    return NAN;
}

struct interval sections_quantile_interval(const struct sections *s, double p, double level)
{
    double without[SECTIONS];
    for (int i = 0; i < SECTIONS; i++)
        without[i] = sections_quantile(s, p, i);
    return jackknife(sections_quantile(s, p, -1), without, level);
}

/* How far one more person moves the quantile. */
static double person_ms(const struct sections *s, double p)
{
    double n = (double)all_but(s->needed, 1, -1), further = sections_quantile(s, p + 1 / n, -1);
    return isnan(further) ? 0 : further - sections_quantile(s, p, -1);
}

struct interval sections_quantile_difference(const struct sections *a, const struct sections *b, double p,
                                             double level)
{
    double without[SECTIONS];
    for (int i = 0; i < SECTIONS; i++)
        without[i] = sections_quantile(a, p, i) - sections_quantile(b, p, i);
    double doubt = 2 * person_ms(a, p) * person_ms(b, p);
    return around(sections_quantile(a, p, -1) - sections_quantile(b, p, -1),
                  jackknife_variance(without) + doubt, level);
}

/* --- means ------------------------------------------------------------------------ */

static double mean_of(const struct sectioned_sum *y, const struct sectioned_sum *n, int but)
{
    int64_t people = all_but(n->y, 1, but);
    return people ? (double)all_but(y->y, 1, but) / (double)people : NAN;
}

struct interval sections_mean(const struct sectioned_sum *y, const struct sectioned_sum *n, double level)
{
    double without[SECTIONS];
    for (int i = 0; i < SECTIONS; i++)
        without[i] = mean_of(y, n, i);
    return jackknife(mean_of(y, n, -1), without, level);
}

struct interval sections_mean_difference(const struct sectioned_sum *ya, const struct sectioned_sum *na,
                                         const struct sectioned_sum *yb, const struct sectioned_sum *nb,
                                         double level)
{
    double without[SECTIONS];
    for (int i = 0; i < SECTIONS; i++)
        without[i] = mean_of(ya, na, i) - mean_of(yb, nb, i);
    return jackknife(mean_of(ya, na, -1) - mean_of(yb, nb, -1), without, level);
}
