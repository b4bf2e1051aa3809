#include "test.h"

#include <math.h>

#include "stats/ratio.h"

struct pair {
    int64_t y, n;
};

static const struct pair trials[] = {{3, 4}, {0, 0}, {1, 7}, {0, 2}, {5, 5}, {0, 0}, {2, 6}, {9, 11}};
enum { TRIALS = sizeof trials / sizeof *trials };

static struct ratio added(const struct pair *p, int n)
{
    struct ratio r = {0};
    for (int i = 0; i < n; i++)
        ratio_add(&r, p[i].y, p[i].n);
    return r;
}

static struct ratio merged(struct ratio a, struct ratio b)
{
    ratio_merge(&a, &b);
    return a;
}

static bool same(struct ratio a, struct ratio b)
{
    return a.y == b.y && a.n == b.n && a.with == b.with && a.yy == b.yy && a.yn == b.yn && a.nn == b.nn;
}

/* The delta method as it stands in the book (Cochran 1977, Sampling Techniques, 2.11 and 3.12). */
static double cluster_variance(const struct pair *p, int count)
{
    double y = 0, n = 0, squares = 0;
    for (int i = 0; i < count; i++) {
        y += (double)p[i].y;
        n += (double)p[i].n;
    }
    for (int i = 0; i < count; i++)
        squares += pow((double)p[i].y - y / n * (double)p[i].n, 2);
    double mean_n = n / count;
    return squares / (count - 1) / (count * mean_n * mean_n);
}

TEST(a_ratio_varies_as_its_trials_do)
{
    struct ratio r = added(trials, TRIALS);
    CHECK_NEAR(ratio_variance(&r, TRIALS), cluster_variance(trials, TRIALS), 1e-15);
    struct interval mean = ratio_mean(&r, TRIALS, 0.95);
    CHECK_NEAR(mean.value, 20.0 / 35, 1e-15);
    double reach = 2.364624 * sqrt(cluster_variance(trials, TRIALS)); /* Student, 7 degrees of freedom */
    CHECK_NEAR(mean.high - mean.value, reach, 1e-12);
    CHECK_NEAR(mean.value - mean.low, reach, 1e-12);
}

TEST(ratios_add_up_in_any_order)
{
    struct ratio a = added(trials, 3), b = added(trials + 3, 2), c = added(trials + 5, TRIALS - 5);
    CHECK(same(merged(merged(a, b), c), merged(a, merged(b, c))));
    CHECK(same(merged(c, merged(b, a)), added(trials, TRIALS)));
}

TEST(sums_of_months_in_milliseconds_stay_exact)
{
    const int64_t month_ms = INT64_C(2629800000), people = 1000;
    struct ratio r = {0};
    for (int i = 0; i < 1000; i++)
        ratio_add(&r, people * (month_ms + i), people);
    CHECK_NEAR(ratio_mean(&r, 1000, 0.95).value, (double)month_ms + 499.5, 1e-6);
    wide squares = 0;
    for (int i = 0; i < 1000; i++)
        squares += (wide)(people * (month_ms + i)) * (people * (month_ms + i));
    CHECK(r.yy == squares);
}

/* Wilson's bounds are the shares p for which the estimate lies just z standard errors off. */
static void check_wilson(struct interval i, double n)
{
    const double z = 1.959964, bound[] = {i.low, i.high};
    for (int k = 0; k < 2; k++)
        CHECK_NEAR(fabs(i.value - bound[k]), z * sqrt(bound[k] * (1 - bound[k]) / n), 1e-9);
}

TEST(a_share_has_wilsons_interval_for_the_effective_number)
{
    struct ratio r = added(trials, TRIALS);
    double p = 20.0 / 35, n = p * (1 - p) / cluster_variance(trials, TRIALS);
    struct interval share = ratio_share(&r, TRIALS, 0.95);
    CHECK_NEAR(share.value, p, 1e-15);
    CHECK(share.low < p && p < share.high);
    check_wilson(share, n);
}

TEST(nobody_or_everybody_is_known_as_well_as_there_are_trials_with_anybody)
{
    struct ratio none = {0}, all = {0};
    for (int i = 0; i < 30; i++) {
        ratio_add(&none, 0, i < 20 ? 7 : 0);
        ratio_add(&all, i < 20 ? 7 : 0, i < 20 ? 7 : 0);
    }
    struct interval share = ratio_share(&none, 30, 0.95);
    CHECK(share.value == 0 && share.low == 0);
    CHECK_NEAR(share.high, 0.161125, 1e-6); /* z*z / (20 + z*z) */
    share = ratio_share(&all, 30, 0.95);
    CHECK(share.value == 1 && share.high == 1);
    CHECK_NEAR(share.low, 1 - 0.161125, 1e-6);
}

TEST(the_same_share_in_every_trial_is_no_certainty)
{
    struct ratio r = {0};
    for (int i = 1; i <= 40; i++)
        ratio_add(&r, i, 3 * i); /* a third, which no double holds */
    CHECK(ratio_variance(&r, 40) == 0);
    check_wilson(ratio_share(&r, 40, 0.95), 40);
}

TEST(without_people_or_with_one_trial_there_is_no_interval)
{
    struct ratio r = {0};
    ratio_add(&r, 0, 0);
    CHECK(isnan(ratio_share(&r, 1, 0.95).value) && isnan(ratio_mean(&r, 1, 0.95).value));
    CHECK(isnan(ratio_variance(&r, 1)));
    ratio_add(&r, 1, 2);
    CHECK(ratio_share(&r, 1, 0.95).value == 0.5 && isnan(ratio_share(&r, 1, 0.95).low));
    CHECK(ratio_mean(&r, 1, 0.95).value == 0.5 && isnan(ratio_mean(&r, 1, 0.95).high));
}

TEST(a_mean_per_trial_counts_the_empty_trials)
{
    struct ratio r = added(trials, TRIALS);
    struct interval mean = ratio_per_trial(&r, TRIALS, 0.95);
    double squares = 0;
    for (int i = 0; i < TRIALS; i++)
        squares += pow((double)trials[i].y - 2.5, 2);
    CHECK_NEAR(mean.value, 2.5, 1e-15);
    CHECK_NEAR(mean.high - 2.5, 2.364624 * sqrt(squares / (TRIALS - 1) / TRIALS), 1e-12);
}

TEST(quantiles_are_those_of_the_tables)
{
    CHECK(normal_quantile(0.95) == 1.959964);
    CHECK(normal_quantile(0.99) == 2.575829);
    CHECK(student_quantile(0.95, 29) == 2.045230);
    CHECK(student_quantile(0.95, 1) == 12.706205);
    CHECK(isnan(student_quantile(0.95, 0)));
}
