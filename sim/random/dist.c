#include "random/dist.h"

#include <math.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_sf_gamma.h>

#include "dist_family.h"

/* --- quantiles and means: p holds the parameters in the order of the row --- */

static double uniform(const struct dist *x, double u)
{
    return x->p[0] + u * (x->p[1] - x->p[0]);
}

static double uniform_mean(const struct dist *x)
{
    return (x->p[0] + x->p[1]) / 2;
}

static double triangular(const struct dist *x, double u)
{
    double low = x->p[0], mode = x->p[1], high = x->p[2];
    if (u * (high - low) < mode - low)
        return low + sqrt(u * (high - low) * (mode - low));
    return high - sqrt((1 - u) * (high - low) * (high - mode));
}

static double triangular_mean(const struct dist *x)
{
    return (x->p[0] + x->p[1] + x->p[2]) / 3;
}

static double exponential(const struct dist *x, double u)
{
    return -x->p[0] * log1p(-u);
}

static double first_parameter(const struct dist *x)
{
    return x->p[0];
}

static double lognormal(const struct dist *x, double u)
{
    return x->p[0] * exp(x->p[1] * gsl_cdf_ugaussian_Pinv(u));
}

static double lognormal_mean(const struct dist *x)
{
    return x->p[0] * exp(x->p[1] * x->p[1] / 2);
}

/* p[2]: sigma. */
static void lognormal_by_mean_prepare(struct dist *x, struct arena *a)
{
    (void)a;
    x->p[2] = sqrt(log1p(x->p[1] * x->p[1]));
}

static double lognormal_by_mean(const struct dist *x, double u)
{
    return x->p[0] / sqrt(1 + x->p[1] * x->p[1]) * exp(x->p[2] * gsl_cdf_ugaussian_Pinv(u));
}

static double weibull(const struct dist *x, double u)
{
    return x->p[1] * pow(-log1p(-u), 1 / x->p[0]);
}

static double weibull_mean(const struct dist *x)
{
    return x->p[1] * gsl_sf_gamma(1 + 1 / x->p[0]);
}

static void gamma_prepare(struct dist *x, struct arena *a)
{
    x->table = gamma_table(x->p[1], a);
}

static double gamma_quantile(const struct dist *x, double u)
{
    return x->p[0] / x->p[1] * gamma_find(x->table, u);
}

/* p[2]: the share above 0, the part that is kept. */
static void normal_prepare(struct dist *x, struct arena *a)
{
    (void)a;
    x->p[2] = x->p[1] > 0 ? gsl_cdf_ugaussian_P(x->p[0] / x->p[1]) : 1;
}

static double normal(const struct dist *x, double u)
{
    return fmax(0, x->p[0] - x->p[1] * gsl_cdf_ugaussian_Pinv((1 - u) * x->p[2]));
}

static double normal_mean(const struct dist *x)
{
    double hazard = x->p[1] > 0 ? gsl_ran_ugaussian_pdf(x->p[0] / x->p[1]) / x->p[2] : 0;
    return x->p[0] + x->p[1] * hazard;
}

static double poisson_cdf(double k, const double *p)
{
    return p[0] > 0 ? gsl_cdf_poisson_P((unsigned)k, p[0]) : 1;
}

static double negative_binomial_cdf(double k, const double *p)
{
    return p[0] > 0 ? gsl_cdf_negative_binomial_P((unsigned)k, p[1] / (p[1] + p[0]), p[1]) : 1;
}

/* The failures before the first success. */
static double geometric_cdf(double k, const double *p)
{
    return p[0] > 0 ? -expm1((k + 1) * -log1p(1 / p[0])) : 1;
}

static void count_prepare(struct dist *x, struct arena *a)
{
    x->table = steps_of_counts(x->family->counts, x->p, a);
}

static double count_quantile(const struct dist *x, double u)
{
    int i = steps_find(x->table, u);
    return i < x->table->n ? steps_value(x->table, i) : count_reaching(x->family->counts, x->p, u);
}

static double listed(const struct dist *x, double u)
{
    return steps_value(x->table, steps_find(x->table, u));
}

static double listed_mean(const struct dist *x)
{
    double sum = 0, weights = 0;
    for (int i = 0; i < x->table->n; i++) {
        sum += x->table->weight[i] * x->table->value[i];
        weights += x->table->weight[i];
    }
    return sum / weights;
}

// clang-format off
#define SCALED(name)  { name, true, 0, 1e12 }
#define COUNTED(name) { name, true, 0, 1e6 }
#define IN_ORDER(names) names " must be in rising order"

const struct dist_family dist_families[] = {
    { "uniform", BY_NAME, { SCALED("low"), SCALED("high") }, uniform, uniform_mean,
      .order = IN_ORDER("low and high"),
      .help = "uniform(low, high): anything between, equally likely" },
    { "triangular", BY_NAME, { SCALED("low"), SCALED("mode"), SCALED("high") }, triangular, triangular_mean,
      .order = IN_ORDER("low, mode and high"),
      .help = "triangular(low, mode, high): the least, the usual and the most" },
    { "exponential", BY_NAME, { SCALED("mean") }, exponential, first_parameter,
      .help = "exponential(mean): it may end at any moment, however long it has lasted" },
    { "lognormal", BY_NAME, { SCALED("median"), { "sigma", false, 0, 5 } }, lognormal, lognormal_mean,
      .help = "lognormal(median, sigma): most delays; two in three within a factor e^sigma of the median" },
    { "lognormal", BY_NAME, { SCALED("mean"), { "cv", false, 0, 1000 } }, lognormal_by_mean, first_parameter,
      .prepare = lognormal_by_mean_prepare,
      .help = "lognormal(mean, cv): the same by its mean and coefficient of variation" },
    { "weibull", BY_NAME, { { "shape", false, 0.05, 1000 }, SCALED("scale") }, weibull, weibull_mean,
      .help = "weibull(shape, scale): lifetimes; 63 % end before the scale" },
    { "gamma", BY_NAME, { SCALED("mean"), { "shape", false, 0.01, 1e5 } }, gamma_quantile, first_parameter,
      .prepare = gamma_prepare,
      .help = "gamma(mean, shape): a chain of steps, as many as the shape" },
    { "normal", BY_NAME, { SCALED("mean"), SCALED("sd") }, normal, normal_mean, .prepare = normal_prepare,
      .help = "normal(mean, sd): cut off at 0, and scaled up to make good for what is cut" },
    { "poisson", BY_NAME, { COUNTED("mean") }, count_quantile, first_parameter,
      .prepare = count_prepare, .counts = poisson_cdf,
      .help = "poisson(mean): a count of independent events" },
    { "geometric", BY_NAME, { COUNTED("mean") }, count_quantile, first_parameter,
      .prepare = count_prepare, .counts = geometric_cdf,
      .help = "geometric(mean): a count from 0, each a fixed factor rarer than the one before" },
    { "negative_binomial", BY_NAME, { COUNTED("mean"), { "size", false, 0.01, 1e6 } }, count_quantile,
      first_parameter, .prepare = count_prepare, .counts = negative_binomial_cdf,
      .help = "negative_binomial(mean, size): an uneven count; variance mean + mean^2 / size" },
    { "discrete", WEIGHTED, { SCALED(NULL) }, listed, listed_mean,
      .help = "discrete(value: weight, ...): one of these, as often as its weight says" },
    { "empirical", LISTED, { SCALED(NULL) }, listed, listed_mean,
      .help = "empirical(value, ...): one of these, each as likely as the others" },
    { 0 }
};
// clang-format on

const char *const dist_options[OPTIONS] = {"plus", "least", "most"};

const char *dist_family_help(int row)
{
    return dist_families[row].help;
}

/* --- draws ---------------------------------------------------------------- */

static double shifted(const struct dist *x, double u)
{
    return (x->family ? x->family->quantile(x, u) : x->p[0]) + x->plus;
}

static double clamped(const struct dist *x, double value)
{
    value = value > x->least ? value : x->least;
    return x->capped && value > x->most ? x->most : value;
}

double dist_quantile(const struct dist *x, double u)
{
    return clamped(x, shifted(x, u));
}

int64_t dist_ms(const struct dist *x, double u)
{
    const double ten_years =
        (double)DAYS(3652); /* beyond any trial, and small enough to be added to the time */
    double ms = dist_quantile(x, u);
    return whole_of(ms < ten_years ? ms : ten_years);
}

int64_t dist_count(const struct dist *x, double u)
{
    const double hair = 1e-9; /* 3 less the last bit is 3 */
    return (int64_t)floor(fmin(dist_quantile(x, u), 1e9) + hair);
}

/* --- the mean ------------------------------------------------------------- */

/* The share of draws below `value`. */
static double share_below(const struct dist *x, double value)
{
    double low = 0, high = 1;
    for (int i = 0; i < 52; i++) {
        double middle = (low + high) / 2;
        if (shifted(x, middle) < value)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* What the draws from share a to share b add to the mean; most points lie near
 * both ends, where an inverse may be steep. */
static double part_of_mean(const struct dist *x, double a, double b)
{
    enum { POINTS = 1 << 14 };
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
        double s = (i + 0.5) / POINTS;
        sum += shifted(x, a + (b - a) * s * s * (3 - 2 * s)) * 6 * s * (1 - s);
    }
    return sum / POINTS * (b - a);
}

/* Over the values themselves, as far as the table goes. */
static double mean_of_steps(const struct dist *x)
{
    double sum = 0, before = 0;
    for (int i = 0; i < x->table->n; i++) {
        sum += (x->table->cumulative[i] - before) * clamped(x, steps_value(x->table, i) + x->plus);
        before = x->table->cumulative[i];
    }
    return sum;
}

static bool has_all_steps(const struct dist *x)
{
    return x->table && x->table->cumulative && x->table->cumulative[x->table->n - 1] == 1;
}

double dist_mean(const struct dist *x)
{
    if (!x->family)
        return dist_quantile(x, 0.5);
    double below = share_below(x, x->least);
    if (below == 0 && !x->capped)
        return x->family->mean(x) + x->plus;
    if (has_all_steps(x))
        return mean_of_steps(x);
    double raised = below * x->least;
    if (!x->capped)
        return x->family->mean(x) + x->plus + raised - part_of_mean(x, 0, below);
    double within = fmax(below, share_below(x, x->most));
    return raised + part_of_mean(x, below, within) + (1 - within) * x->most;
}

/* --- relatives ------------------------------------------------------------ */

static const struct dist_table *scaled_list(const struct dist_table *t, double factor, struct arena *a)
{
    struct dist_table *scaled = arena_take(a, 1, sizeof *scaled);
    double *value = arena_take(a, (size_t)t->n, sizeof *value);
    for (int i = 0; i < t->n; i++)
        value[i] = t->value[i] * factor;
    *scaled = *t;
    scaled->value = value;
    return scaled;
}

/* GSL's functions converge for parameters that dist_read takes, and give up on others. */
static bool within_limits(const struct dist *x)
{
    const struct parameter *p = x->family->param;
    for (int i = 0; i < PARAMETERS && p[i].name; i++)
        if (!(x->p[i] >= p[i].least && x->p[i] <= p[i].most))
            return false;
    return true;
}

struct dist dist_scaled(const struct dist *x, double factor, struct arena *a)
{
    struct dist s = *x;
    s.plus *= factor;
    s.least *= factor;
    s.most *= factor;
    for (int i = 0; i < PARAMETERS; i++)
        if (!x->family || x->family->param[i].scaled)
            s.p[i] *= factor;
    if (x->family && x->family->form != BY_NAME)
        s.table = scaled_list(x->table, factor, a);
    else if (x->family && x->family->prepare && within_limits(&s))
        x->family->prepare(&s, a);
    return s;
}

struct dist dist_shifted(const struct dist *x, double by)
{
    struct dist s = *x;
    if (x->family)
        s.plus += by;
    else
        s.p[0] = fmax(0, x->p[0] + by);
    return s;
}
