/* fit.c -- maximum likelihood, family by family. */
#include "stats/fit.h"

#include <math.h>
#include <stdlib.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_psi.h>
#include "stats/interval.h"

/* What all families need of a sample. */
struct sample {
    int n;
    const double *x;
    double mean, mean_log, sd_log, most_log; /* sd: over n - 1 */
};

static struct sample sample_of(int n, const double *x)
{
    struct sample s = {.n = n, .x = x, .most_log = -INFINITY};
    double squares = 0;
    for (int i = 0; i < n; i++) {
        s.mean += x[i] / n;
        s.mean_log += log(x[i]) / n;
        s.most_log = fmax(s.most_log, log(x[i]));
    }
    for (int i = 0; i < n; i++)
        squares += pow(log(x[i]) - s.mean_log, 2);
    s.sd_log = sqrt(squares / (n - 1));
    return s;
}

/* Each gives parameters and spread, and returns the log-likelihood. */
typedef double fit_fn(const struct sample *s, struct fit *f);

/* A mean of n exponentials is gamma; the spread is that of its logarithm. */
static double fit_exponential(const struct sample *s, struct fit *f)
{
    f->p[0] = s->mean;
    f->spread = sqrt(gsl_sf_psi_1(s->n));
    return -s->n * (log(s->mean) + 1);
}

/* Sigma as it is reported does without the n of the likelihood: that one is too small on average. */
static double fit_lognormal(const struct sample *s, struct fit *f)
{
    double likeliest = s->sd_log * sqrt((s->n - 1.0) / s->n);
    f->p[0] = exp(s->mean_log);
    f->p[1] = s->sd_log;
    f->spread = s->sd_log / sqrt(s->n);
    return -s->n * (s->mean_log + log(likeliest) + 0.5 * log(2 * M_PI) + 0.5);
}

/* log k - psi(k) = log mean - mean log: Minka's start, then Newton. */
static double gamma_shape(double gap)
{
    double k = (3 - gap + sqrt((gap - 3) * (gap - 3) + 24 * gap)) / (12 * gap);
    for (int i = 0; i < 20; i++) {
        double step = (log(k) - gsl_sf_psi(k) - gap) / (1 / k - gsl_sf_psi_1(k));
        k = fmin(fmax(k - step, k / 2), k * 2);
    }
    return fmin(fmax(k, 0.01), 1e5); /* what the language takes */
}

static double fit_gamma(const struct sample *s, struct fit *f)
{
    double k = gamma_shape(fmax(log(s->mean) - s->mean_log, 1e-9)), theta = s->mean / k;
    f->p[0] = s->mean;
    f->p[1] = k;
    f->spread =
        1 / sqrt(fmax(s->n - 3, 1) * k); /* the shape is fitted n / (n - 3) too large: Cox & Snell 1968 */
    return s->n * ((k - 1) * s->mean_log - k - k * log(theta) - gsl_sf_lngamma(k));
}

/* What must be 0 at the likeliest shape; rises with it. */
static double weibull_score(const struct sample *s, double k)
{
    double sum = 0, weighted = 0;
    for (int i = 0; i < s->n; i++) {
        double y = log(s->x[i]) - s->most_log, power = exp(k * y);
        sum += power;
        weighted += power * y;
    }
    return weighted / sum - (s->mean_log - s->most_log) - 1 / k;
}

static double weibull_shape(const struct sample *s)
{
    double low = log(0.05), high = log(1000.0); /* what the language takes */
    for (int i = 0; i < 50; i++) {
        double middle = (low + high) / 2;
        if (weibull_score(s, exp(middle)) < 0)
            low = middle;
        else
            high = middle;
    }
    return exp(low);
}

static double fit_weibull(const struct sample *s, struct fit *f)
{
    double k = weibull_shape(s), sum = 0;
    for (int i = 0; i < s->n; i++)
        sum += exp(k * (log(s->x[i]) - s->most_log));
    double log_scale = s->most_log + log(sum / s->n) / k;
    const double inflated = 1 + 6 / (M_PI * M_PI) * pow(1 - M_EULER, 2); /* the shape is not known either */
    const double too_large = 1 + 1.38 / s->n; /* so is a fitted shape on average: Thoman, Bain & Antle 1969 */
    f->p[0] = k;
    f->p[1] = exp(log_scale);
    f->spread = sqrt(inflated / s->n) / k * too_large;
    return s->n * (log(k) - k * log_scale + (k - 1) * s->mean_log - 1);
}

// clang-format off
static const struct {
    fit_fn *fit;
    int parameters;
} families[FIT_FAMILIES] = {
    [FIT_EXPONENTIAL] = { fit_exponential, 1 },
    [FIT_LOGNORMAL]   = { fit_lognormal,   2 },
    [FIT_GAMMA]       = { fit_gamma,       2 },
    [FIT_WEIBULL]     = { fit_weibull,     2 },
};
// clang-format on

static struct fit fit_sample(enum fit_family family, const struct sample *s)
{
    struct fit f = {.family = family, .n = s->n};
    double k = families[family].parameters, rest = s->n - k - 1;
    double log_likelihood = families[family].fit(s, &f);
    f.aicc = rest > 0 ? 2 * k - 2 * log_likelihood + 2 * k * (k + 1) / rest : INFINITY;
    if (family != FIT_EXPONENTIAL)
        f.spread *= student_quantile(0.95, s->n - 1) / normal_quantile(0.95);
    return f;
}

struct fit fit_family(enum fit_family family, int n, const double *x)
{
    struct sample s = sample_of(n, x);
    return fit_sample(family, &s);
}

static int by_aicc(const void *left, const void *right)
{
    const struct fit *a = left, *b = right;
    bool few = a->n < FIT_CHOICE;
    if (few && (a->family == FIT_LOGNORMAL || b->family == FIT_LOGNORMAL))
        return a->family == FIT_LOGNORMAL ? -1 : 1;
    if (a->aicc != b->aicc)
        return a->aicc < b->aicc ? -1 : 1;
    return (int)a->family - (int)b->family;
}

void fit_all(int n, const double *x, struct fit fits[FIT_FAMILIES])
{
    struct sample s = sample_of(n, x);
    for (int f = 0; f < FIT_FAMILIES; f++)
        fits[f] = fit_sample((enum fit_family)f, &s);
    qsort(fits, FIT_FAMILIES, sizeof *fits, by_aicc);
}

bool fit_constant(int n, const double *x)
{
    double least = x[0], most = x[0];
    for (int i = 1; i < n; i++) {
        least = fmin(least, x[i]);
        most = fmax(most, x[i]);
    }
    return most - least <= 1e-6 * most;
}

double sample_quantile(int n, const double *sorted, double p)
{
    double at = p * (n - 1);
    int below = (int)at;
    return below + 1 < n ? sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]) : sorted[n - 1];
}
