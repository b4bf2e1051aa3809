#include "test.h"

#include <math.h>
#include <stdio.h>
#include <gsl/gsl_cdf.h>

#include "random/dist.h"
#include "random/luck.h"

static struct dist read_as(const char *text, enum dimension d, struct arena *a)
{
    struct dist x = {0};
    const char *wrong = dist_read(text, d, a, &x);
    if (wrong)
        print_error("%s: %s\n", text, wrong);
    CHECK(!wrong);
    return x;
}

/* One of each family, and of each way to bend it. */
static const char *const samples[] = {
    "3",
    "uniform(2, 5)",
    "uniform(0, 1, plus -0.5)",
    "triangular(1, 2, 7)",
    "triangular(2, 2, 2)",
    "exponential(3)",
    "exponential(0)",
    "exponential(3, least 1, most 10)",
    "lognormal(median 3, sigma 0.5)",
    "lognormal(mean 3, cv 0.7)",
    "lognormal(median 3, sigma 1.5, most 20)",
    "lognormal(median 3, sigma 0)",
    "weibull(shape 1.5, scale 3)",
    "weibull(shape 0.7, scale 3, plus 1)",
    "gamma(mean 3, shape 0.3)",
    "gamma(mean 3, shape 2.5)",
    "gamma(mean 3, shape 400, least 3)",
    "normal(mean 3, sd 1)",
    "normal(mean 1, sd 3)",
    "normal(mean 1, sd 0)",
    "poisson(3.7)",
    "poisson(0)",
    "poisson(20000)",
    "geometric(2.5)",
    "geometric(0)",
    "negative_binomial(1.3, 1.2)",
    "negative_binomial(mean 1.3, size 1.2, plus 1, most 14)",
    "negative_binomial(mean 100000, size 0.05)",
    "discrete(1: 0.5, 2: 0.3, 4: 0.15, 10: 0.05)",
    "discrete(4: 3, 0.1: 1, 7: 0, 4: 2)",
    "empirical(5, 3, 8, 3, 1)",
    "empirical(5, 3, 8, plus 0.1, least 4)",
};
enum { SAMPLES = sizeof samples / sizeof *samples };

TEST(distributions_rise_with_luck)
{
    struct arena *a = arena_new();
    for (int i = 0; i < SAMPLES; i++) {
        struct dist x = read_as(samples[i], PURE, a);
        double before = dist_quantile(&x, 0x1p-53);
        CHECK(before >= 0);
        for (int k = 1; k < 20000; k++) {
            double now = dist_quantile(&x, k / 20000.0);
            CHECK(now >= before);
            before = now;
        }
        CHECK(isfinite(dist_quantile(&x, 1 - 0x1p-53)) && dist_quantile(&x, 1 - 0x1p-53) >= before);
    }
    arena_free(a);
}

TEST(distributions_are_written_as_they_are_read)
{
    struct arena *a = arena_new();
    for (int i = 0; i < SAMPLES; i++) {
        struct dist x = read_as(samples[i], PURE, a);
        const char *text = dist_write(&x, PURE, a);
        struct dist y = read_as(text, PURE, a);
        for (double u = 0.0005; u < 1; u += 0.001)
            CHECK(dist_quantile(&x, u) == dist_quantile(&y, u));
        CHECK_TEXT(dist_write(&y, PURE, a), text);
    }
    struct dist x = read_as(" lognormal ( 15min ,sigma 0.5, most 2 h,plus 90 s ) ", TIME, a);
    CHECK_TEXT(dist_write(&x, TIME, a), "lognormal(median 15 min, sigma 0.5, plus 90 s, most 2 h)");
    x = read_as("empirical(40 min, 12 min, 1.5 h)", TIME, a);
    CHECK_TEXT(dist_write(&x, TIME, a), "empirical(12 min, 40 min, 90 min)");
    arena_free(a);
}

/* The average over even steps of u knows nothing of the formula for the mean. */
TEST(means_are_the_average_over_all_luck)
{
    struct arena *a = arena_new();
    for (int i = 0; i < SAMPLES; i++) {
        struct dist x = read_as(samples[i], PURE, a);
        enum { STEPS = 100000 };
        double sum = 0, mean = dist_mean(&x);
        for (int k = 0; k < STEPS; k++) { /* closer steps towards 1, where long tails are */
            double s = (k + 0.5) / STEPS;
            sum += dist_quantile(&x, 1 - s * s) * 2 * s;
        }
        CHECK_NEAR(mean, sum / STEPS, 1e-4 * mean);
    }
    arena_free(a);
}

static double uniform_P(double x, double low, double high)
{
    return gsl_cdf_flat_P(x, low, high);
}
static double exponential_P(double x, double mean, double unused)
{
    (void)unused;
    return gsl_cdf_exponential_P(x, mean);
}
static double lognormal_P(double x, double median, double sigma)
{
    return gsl_cdf_lognormal_P(x, log(median), sigma);
}
static double lognormal_by_mean_P(double x, double mean, double cv)
{
    double variance = log(1 + cv * cv);
    return gsl_cdf_lognormal_P(x, log(mean) - variance / 2, sqrt(variance));
}
static double weibull_P(double x, double shape, double scale)
{
    return gsl_cdf_weibull_P(x, scale, shape);
}
static double gamma_P(double x, double mean, double shape)
{
    return gsl_cdf_gamma_P(x, shape, mean / shape);
}
static double normal_P(double x, double mean, double sd)
{
    double cut = gsl_cdf_gaussian_P(-mean, sd);
    return (gsl_cdf_gaussian_P(x - mean, sd) - cut) / (1 - cut);
}
static double triangular_P(double x, double low, double high) /* mode a quarter of the way */
{
    double mode = low + (high - low) / 4;
    if (x < mode)
        return (x - low) * (x - low) / ((high - low) * (mode - low));
    return 1 - (high - x) * (high - x) / ((high - low) * (high - mode));
}

static const struct {
    const char *text;
    double (*share_to)(double x, double p, double q);
    double p, q;
} continuous[] = {
    {"uniform(2, 5)", uniform_P, 2, 5},
    {"exponential(3)", exponential_P, 3, 0},
    {"lognormal(median 3, sigma 0.5)", lognormal_P, 3, 0.5},
    {"lognormal(mean 3, cv 0.7)", lognormal_by_mean_P, 3, 0.7},
    {"weibull(shape 1.5, scale 3)", weibull_P, 1.5, 3},
    {"weibull(scale 3, shape 0.7)", weibull_P, 0.7, 3},
    {"gamma(mean 3, shape 0.3)", gamma_P, 3, 0.3},
    {"gamma(mean 3, shape 2.5)", gamma_P, 3, 2.5},
    {"gamma(mean 3, shape 4000)", gamma_P, 3, 4000},
    {"normal(mean 3, sd 1)", normal_P, 3, 1},
    {"normal(mean 1, sd 3)", normal_P, 1, 3},
    {"triangular(1, 2, 5)", triangular_P, 1, 5},
};

TEST(quantiles_undo_their_distribution_functions)
{
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof continuous / sizeof *continuous; i++) {
        struct dist x = read_as(continuous[i].text, PURE, a);
        for (double u = 0.0001; u < 1; u += 0.0001)
            CHECK_NEAR(continuous[i].share_to(dist_quantile(&x, u), continuous[i].p, continuous[i].q), u,
                       1e-8);
    }
    arena_free(a);
}

/* Draws by name, sorted into 200 equally likely cells by GSL's own functions: chi-squared. */
TEST(draws_by_name_are_distributed_as_they_should_be)
{
    enum { CELLS = 200, DRAWS = 100000 };
    struct arena *a = arena_new();
    const struct luck luck = {20261123, 1};
    for (size_t i = 0; i < sizeof continuous / sizeof *continuous; i++) {
        struct dist x = read_as(continuous[i].text, PURE, a);
        double count[CELLS] = {0}, sum = 0;
        for (uint64_t n = 0; n < DRAWS; n++) {
            double value = dist_quantile(&x, luck_uniform(&luck, DRAW_STAY, i, n));
            count[(int)(continuous[i].share_to(value, continuous[i].p, continuous[i].q) * CELLS)]++;
        }
        for (int k = 0; k < CELLS; k++)
            sum += pow(count[k] - DRAWS / CELLS, 2) / (DRAWS / CELLS);
        double surprise = gsl_cdf_chisq_Q(sum, CELLS - 1);
        CHECK(surprise > 1e-4 && surprise < 1 - 1e-4);
    }
    arena_free(a);
}

static double poisson_P(double k, double mean, double unused)
{
    (void)unused;
    return gsl_cdf_poisson_P((unsigned)k, mean);
}
static double geometric_P(double k, double mean, double unused)
{
    (void)unused;
    return gsl_cdf_geometric_P((unsigned)k + 1, 1 / (1 + mean)); /* GSL counts the success too */
}
static double negative_binomial_P(double k, double mean, double size)
{
    return gsl_cdf_negative_binomial_P((unsigned)k, size / (size + mean), size);
}

/* The smallest count that has a share of u or more at or below it. */
TEST(counts_are_those_that_the_share_of_luck_reaches)
{
    static const struct {
        const char *text;
        double (*share_to)(double k, double p, double q);
        double p, q;
    } counts[] = {
        {"poisson(0.05)", poisson_P, 0.05, 0},
        {"poisson(3.7)", poisson_P, 3.7, 0},
        {"poisson(20000)", poisson_P, 20000, 0},
        {"geometric(2.5)", geometric_P, 2.5, 0},
        {"geometric(100000)", geometric_P, 100000, 0},
        {"negative_binomial(1.3, 1.2)", negative_binomial_P, 1.3, 1.2},
        {"negative_binomial(200000, 0.1)", negative_binomial_P, 200000, 0.1},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        struct dist x = read_as(counts[i].text, PURE, a);
        for (double u = 0.00017; u < 1; u += 0.001) {
            double k = (double)dist_count(&x, u);
            CHECK(counts[i].share_to(k, counts[i].p, counts[i].q) >= u - 1e-12);
            CHECK(k == 0 || counts[i].share_to(k - 1, counts[i].p, counts[i].q) <= u + 1e-12);
        }
    }
    arena_free(a);
}

TEST(lists_give_each_value_its_share)
{
    struct arena *a = arena_new();
    struct dist x = read_as("discrete(10: 0.05, 1: 0.5, 2: 0.3, 7: 0, 4: 0.15)", PURE, a);
    const double at[] = {0.001, 0.499, 0.501, 0.799, 0.801, 0.949, 0.951, 0.999};
    const double value[] = {1, 1, 2, 2, 4, 4, 10, 10};
    for (int i = 0; i < 8; i++)
        CHECK(dist_quantile(&x, at[i]) == value[i]);
    x = read_as("empirical(40 min, 12 min, 15 min)", TIME, a);
    CHECK_INT(dist_ms(&x, 0.333), MINUTES(12));
    CHECK_INT(dist_ms(&x, 0.334), MINUTES(15));
    CHECK_INT(dist_ms(&x, 0.667), MINUTES(40));
    arena_free(a);
}

/* The inverse that the table stands for, found by halving. */
static double gamma_inverse(double z, double shape)
{
    double low = -1000, high = 20; /* logarithms */
    for (int i = 0; i < 80; i++) {
        double x = exp((low + high) / 2);
        bool below = z < 0 ? gsl_cdf_gamma_P(x, shape, 1) < gsl_cdf_ugaussian_P(z)
                           : gsl_cdf_gamma_Q(x, shape, 1) > gsl_cdf_ugaussian_Q(z);
        *(below ? &low : &high) = (low + high) / 2;
    }
    return exp((low + high) / 2);
}

TEST(tabulated_gamma_is_within_a_millionth)
{
    static const double shapes[] = {0.05, 0.1, 0.5, 1, 1.7, 3, 10, 300, 1e5};
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        char text[64];
        snprintf(text, sizeof text, "gamma(mean 1, shape %g)", shapes[i]);
        struct dist x = read_as(text, PURE, a);
        for (double z = -6.013; z < 6; z += 0.171) { /* luck of one in a thousand million, either way */
            double should = gamma_inverse(z, shapes[i]) / shapes[i];
            CHECK_NEAR(dist_quantile(&x, gsl_cdf_ugaussian_P(z)) / should, 1, 1e-6);
        }
    }
    arena_free(a);
}
