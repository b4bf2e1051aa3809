/* test_fit.c -- distributions found again in samples of them. */
#include "test.h"

#include <math.h>
#include <stdlib.h>
#include "base/arena.h"
#include "random/dist.h"
#include "random/luck.h"
#include "stats/fit.h"

enum { SAMPLE_MOST = 4000 };

// clang-format off
static const struct {
    const char *text;
    double p[2];
} truths[FIT_FAMILIES] = {
    [FIT_EXPONENTIAL] = { "exponential(mean 20 min)",              { 20, 0 } },
    [FIT_LOGNORMAL]   = { "lognormal(median 12 min, sigma 0.8)",   { 12, 0.8 } },
    [FIT_GAMMA]       = { "gamma(mean 30 min, shape 4)",           { 30, 4 } },
    [FIT_WEIBULL]     = { "weibull(shape 3, scale 45 min)",        { 3, 45 } },
};
// clang-format on

/* `n` draws in minutes; `study` names them. */
static void draw(enum fit_family f, int study, int n, double *x)
{
    struct arena *a = arena_new();
    struct dist d;
    assert_null(dist_read(truths[f].text, TIME, a, &d));
    struct luck luck = {99, (uint64_t)study};
    for (int i = 0; i < n; i++)
        x[i] = dist_quantile(&d, luck_uniform(&luck, DRAW_ALERT, (uint64_t)f, (uint64_t)i)) / MINUTES(1);
    arena_free(a);
}

TEST(each_family_gives_its_parameters_back)
{
    double x[SAMPLE_MOST];
    for (int f = 0; f < FIT_FAMILIES; f++) {
        draw((enum fit_family)f, 0, SAMPLE_MOST, x);
        struct fit fit = fit_family((enum fit_family)f, SAMPLE_MOST, x);
        for (int i = 0; i < (f == FIT_EXPONENTIAL ? 1 : 2); i++)
            CHECK_NEAR(fit.p[i], truths[f].p[i], 0.05 * truths[f].p[i]);
    }
}

/* No other parameters of the family are likelier: that is what the fit promises, whatever the sample. */
TEST(no_parameters_beside_the_fitted_ones_are_likelier)
{
    double x[40], sum = 0, logs = 0, powers = 0, moved = 0;
    draw(FIT_GAMMA, 1, 40, x);
    struct fit weibull = fit_family(FIT_WEIBULL, 40, x), gamma = fit_family(FIT_GAMMA, 40, x);
    for (int i = 0; i < 40; i++) {
        sum += x[i] / 40;
        logs += log(x[i]) / 40;
        powers += pow(x[i] / weibull.p[1], weibull.p[0]) / 40;
        moved += pow(x[i] / weibull.p[1], weibull.p[0]) * log(x[i] / weibull.p[1]) / 40;
    }
    CHECK_NEAR(gamma.p[0], sum, 1e-9);
    CHECK_NEAR(powers, 1, 1e-6);                                              /* d/d scale */
    CHECK_NEAR(1 / weibull.p[0] + logs - log(weibull.p[1]) - moved, 0, 1e-6); /* d/d shape */
    double k = gamma.p[1], h = 1e-5 * k;                                      /* d/d shape of gamma */
    CHECK_NEAR(log(k / sum) + 1 + logs - (lgamma(k + h) - lgamma(k - h)) / (2 * h) - 1, 0, 1e-6);
}

TEST(with_many_times_the_family_they_came_from_is_chosen)
{
    double x[SAMPLE_MOST];
    struct fit fits[FIT_FAMILIES];
    for (int f = 0; f < FIT_FAMILIES; f++) {
        draw((enum fit_family)f, 2, SAMPLE_MOST, x);
        fit_all(SAMPLE_MOST, x, fits);
        CHECK_INT(fits[0].family, f);
        CHECK(fits[0].aicc < fits[1].aicc);
    }
}

TEST(few_times_are_lognormal_whatever_fits_better)
{
    double x[FIT_CHOICE];
    struct fit fits[FIT_FAMILIES];
    for (int study = 0; study < 50; study++)
        for (int n = FIT_LEAST; n < FIT_CHOICE; n++) {
            draw(FIT_EXPONENTIAL, study, n, x);
            fit_all(n, x, fits);
            CHECK_INT(fits[0].family, FIT_LOGNORMAL);
        }
}

/* The share of studies of n times in which the central 95 % of the belief holds the true scale. */
static double coverage(enum fit_family f, int n, int studies)
{
    double x[SAMPLE_MOST];
    int held = 0, scale = f == FIT_WEIBULL ? 1 : 0;
    for (int study = 0; study < studies; study++) {
        draw(f, study, n, x);
        struct fit fit = fit_family(f, n, x);
        held += fabs(log(fit.p[scale] / truths[f].p[scale])) <= 1.959964 * fit.spread;
    }
    return (double)held / studies;
}

/* In 1,000 studies 95 % means 950 give or take 21, 3 standard errors. A family other than the lognormal is
 * chosen from FIT_CHOICE times on only. */
TEST(beliefs_hold_the_truth_as_often_as_they_say)
{
    int studies = 1000;
    double error = 3 * sqrt(0.95 * 0.05 / studies);
    for (int f = 0; f < FIT_FAMILIES; f++)
        for (int n = f == FIT_LOGNORMAL ? FIT_LEAST : FIT_CHOICE; n <= 160; n *= 2)
            CHECK_NEAR(coverage((enum fit_family)f, n, studies), 0.95, error);
}

TEST(quantiles_of_a_sample_lie_between_its_points)
{
    double x[] = {1, 2, 4, 8, 16};
    CHECK_NEAR(sample_quantile(5, x, 0.5), 4, 1e-12);
    CHECK_NEAR(sample_quantile(5, x, 0.9), 12.8, 1e-12);
    CHECK_NEAR(sample_quantile(5, x, 1), 16, 1e-12);
    CHECK_NEAR(sample_quantile(1, x, 0.9), 1, 1e-12);
    CHECK(!fit_constant(5, x));
    CHECK(fit_constant(1, x));
}
