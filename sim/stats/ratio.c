#include "stats/ratio.h"

#include <math.h>

#include "wilson.h"

void ratio_add(struct ratio *r, int64_t y, int64_t n)
{
    r->y += y;
    r->n += n;
    r->with += n > 0;
    r->yy += (wide)y * y;
    r->yn += (wide)y * n;
    r->nn += (wide)n * n;
}

void ratio_merge(struct ratio *into, const struct ratio *from)
{
    into->y += from->y;
    into->n += from->n;
    into->with += from->with;
    into->yy += from->yy;
    into->yn += from->yn;
    into->nn += from->nn;
}

/* The sum over trials of (y - share n) squared. What rounding leaves of sums
 * that cancel is no spread: taken for one, it would make an interval of no width. */
static double squared_residuals(const struct ratio *r, double share)
{
    double yy = (double)r->yy, cross = 2 * share * (double)r->yn, nn = share * share * (double)r->nn;
    double sum = yy - cross + nn;
    return sum > 1e-14 * (yy + fabs(cross) + nn) ? sum : 0;
}

double ratio_variance(const struct ratio *r, int64_t trials)
{
    if (trials < 2 || r->n == 0)
        return NAN;
    double n = (double)r->n, of = (double)trials;
    return squared_residuals(r, (double)r->y / n) / (n * n) * (of / (of - 1));
}

struct interval ratio_mean(const struct ratio *r, int64_t trials, double level)
{
    if (r->n == 0)
        return (struct interval){NAN, NAN, NAN};
    double mean = (double)r->y / (double)r->n;
    double reach = student_quantile(level, (double)trials - 1) * sqrt(ratio_variance(r, trials));
    return (struct interval){mean, mean - reach, mean + reach};
}

static struct interval wilson(double share, double n, double z)
{
    double zz = z * z, centre = (share + zz / (2 * n)) / (1 + zz / n);
    double reach = z / (1 + zz / n) * sqrt(share * (1 - share) / n + zz / (4 * n * n));
    double low = share > 0 ? fmax(0, centre - reach) : 0;
    double high = share < 1 ? fmin(1, centre + reach) : 1;
    return (struct interval){share, low, high};
}

struct interval wilson_share(const struct ratio *r, int64_t trials, double z)
{
    if (r->n == 0)
        return (struct interval){NAN, NAN, NAN};
    double share = (double)r->y / (double)r->n, variance = ratio_variance(r, trials);
    if (isnan(variance))
        return (struct interval){share, NAN, NAN};
    return wilson(share, variance > 0 ? share * (1 - share) / variance : (double)r->with, z);
}

struct interval ratio_share(const struct ratio *r, int64_t trials, double level)
{
    return wilson_share(r, trials, normal_quantile(level));
}

struct interval ratio_per_trial(const struct ratio *r, int64_t trials, double level)
{
    struct ratio of_trials = {.y = r->y, .n = trials, .with = trials, .yy = r->yy, .yn = r->y, .nn = trials};
    return ratio_mean(&of_trials, trials, level);
}
