/* test_paired.c -- differences on the same luck, held to what can be reckoned by hand. */
#include "test.h"

#include <math.h>
#include "random/luck.h"
#include "stats/paired.h"
#include "stats/sections.h"

/* Three trials: a has 1 of 2, 0 of 1, 3 of 3; b has 1 of 2, 1 of 1, 1 of 3. */
static struct paired small_study(void)
{
    struct paired p = {0};
    paired_add(&p, 1, 2, 1, 2);
    paired_add(&p, 0, 1, 1, 1);
    paired_add(&p, 3, 3, 1, 3);
    return p;
}

TEST(a_paired_difference_is_that_of_the_ratios)
{
    struct paired p = small_study();
    CHECK_NEAR(paired_difference(&p, 0.95).value, 4.0 / 6 - 3.0 / 6, 1e-12);
}

/* Residuals of a: 1 - 2 x 2/3, 0 - 2/3, 3 - 2; of b: 0, 1/2, -1/2. Their differences, squared and summed, over 6 x 6, x 3/2. */
TEST(its_variance_is_that_of_the_residuals_of_each_trial)
{
    struct paired p = small_study();
    const double a[] = {1 - 4.0 / 3, -2.0 / 3, 1}, b[] = {0, 0.5, -0.5};
    double squares = 0;
    for (int i = 0; i < 3; i++)
        squares += (a[i] - b[i]) * (a[i] - b[i]);
    CHECK_NEAR(paired_variance(&p), squares / 36 * 1.5, 1e-12);
}

TEST(what_two_arms_share_leaves_no_variance)
{
    struct paired p = {0};
    for (int i = 0; i < 50; i++)
        paired_add(&p, i % 3, 3, i % 3, 3);
    CHECK(paired_variance(&p) == 0);
    CHECK(paired_difference(&p, 0.95).value == 0);
    CHECK_NEAR(paired_difference(&p, 0.95).high, 2.0096 * sqrt(2) / 150, 1e-5); /* but two people's doubt */
    CHECK(isnan(paired_gain(&p)));
}

TEST(paired_sums_merge_in_any_order)
{
    struct paired all = small_study(), first = {0}, second = {0};
    paired_add(&second, 1, 2, 1, 2);
    paired_add(&first, 0, 1, 1, 1);
    paired_add(&first, 3, 3, 1, 3);
    paired_merge(&second, &first);
    CHECK_INT(second.trials, all.trials);
    CHECK(second.yy == all.yy && second.yn == all.yn && second.ny == all.ny && second.nn == all.nn);
    CHECK(second.a.yy == all.a.yy && second.b.yn == all.b.yn);
}

TEST(an_arm_with_nobody_has_no_difference)
{
    struct paired p = {0};
    paired_add(&p, 0, 0, 1, 2);
    paired_add(&p, 0, 0, 1, 2);
    CHECK(isnan(paired_difference(&p, 0.95).value));
}

/* --- how often intervals hold the truth ----------------------------------------------- */

/* A trial: one to four casualties with a common luck, each in time with a chance that depends on it. */
static void play(struct luck l, int64_t n[2], int64_t y[2])
{
    double u[4];
    luck_four(&l, DRAW_WOUND, 1, 0, u);
    n[0] = n[1] = 1 + (int64_t)(4 * u[0] * u[0]);
    y[0] = y[1] = 0;
    for (int i = 0; i < n[0]; i++) {
        double v[4];
        luck_four(&l, DRAW_WOUND, 2, (uint64_t)i, v);
        double bad = 0.5 * u[1] + 0.5 * v[0];
        y[0] += bad < 0.45;
        y[1] += bad < 0.5 + 0.1 * (v[1] - 0.5);
    }
}

TEST(nineteen_paired_intervals_in_twenty_hold_the_truth)
{
    const int studies = (int)test_share(1000) < 250 ? 250 : (int)test_share(1000);
    const int trials = 200;
    struct paired all = {0};
    for (int64_t i = 0; i < 400000; i++) {
        int64_t n[2], y[2];
        play((struct luck){999, (uint64_t)i}, n, y);
        paired_add(&all, y[1], n[1], y[0], n[0]);
    }
    double truth = paired_difference(&all, 0.95).value;
    int held = 0;
    for (int s = 1; s <= studies; s++) {
        struct paired p = {0};
        for (int i = 0; i < trials; i++) {
            int64_t n[2], y[2];
            play((struct luck){(uint64_t)s, (uint64_t)i}, n, y);
            paired_add(&p, y[1], n[1], y[0], n[0]);
        }
        struct interval d = paired_difference(&p, 0.95);
        held += d.low <= truth && truth <= d.high;
    }
    CHECK_NEAR((double)held / studies, 0.95, 4 * sqrt(0.95 * 0.05 / studies));
    CHECK(paired_gain(&all) > 3);
}

/* --- sections ---------------------------------------------------------------------------- */

enum { BINS_MOST = 256 };
struct histogram {
    struct sections s;
    int64_t count[SECTIONS * BINS_MOST], needed[SECTIONS];
};

static void open_histogram(struct histogram *h, const struct bins *b)
{
    memset(h, 0, sizeof *h);
    h->s = (struct sections){b, h->count, h->needed};
}

static void happened(struct histogram *h, int64_t trial, int64_t ms)
{
    int section = section_of(trial);
    h->needed[section]++;
    if (ms >= 0)
        h->count[section * h->s.bins->count + bins_find(h->s.bins, ms)]++;
}

TEST(a_quantile_of_all_sections_is_that_of_the_whole)
{
    static struct histogram h;
    struct bins b = bins_of(1000, 100000, 1000, 100000);
    open_histogram(&h, &b);
    for (int64_t i = 0; i < 1000; i++)
        happened(&h, i, i * 100); /* one every tenth of a second */
    CHECK_NEAR(sections_quantile(&h.s, 0.5, -1), 50000, 200);
    CHECK_NEAR(sections_quantile(&h.s, 0.9, -1), 90000, 200);
}

TEST(a_quantile_that_too_few_reach_is_not_reached)
{
    static struct histogram h;
    struct bins b = bins_of(1000, 100000, 1000, 100000);
    open_histogram(&h, &b);
    for (int64_t i = 0; i < 100; i++)
        happened(&h, i, i < 60 ? 5000 : -1);
    CHECK(!isnan(sections_quantile(&h.s, 0.5, -1)));
    CHECK(isnan(sections_quantile(&h.s, 0.9, -1)));
}

static int64_t exponential_ms(double u, double mean_ms)
{
    return (int64_t)(-mean_ms * log(u));
}

/* Medians of exponential times with means of 20 and 30 s on the same luck: the difference is 10 s x ln 2. */
TEST(nineteen_intervals_in_twenty_hold_the_difference_of_two_medians)
{
    static struct histogram a, b;
    const int studies = (int)test_share(1000) < 250 ? 250 : (int)test_share(1000);
    struct bins bins = bins_of(1000, 200000, 1000, 200000);
    double truth = 10000 * log(2);
    int held = 0;
    for (int s = 1; s <= studies; s++) {
        open_histogram(&a, &bins);
        open_histogram(&b, &bins);
        for (int64_t i = 0; i < 2000; i++) {
            double u = luck_uniform(&(struct luck){(uint64_t)s, (uint64_t)i}, DRAW_WOUND, 7, 0);
            happened(&a, i, exponential_ms(u, 30000));
            happened(&b, i, exponential_ms(u, 20000));
        }
        struct interval d = sections_quantile_difference(&a.s, &b.s, 0.5, 0.95);
        held += d.low <= truth && truth <= d.high;
    }
    CHECK_NEAR((double)held / studies, 0.95, 4 * sqrt(0.95 * 0.05 / studies) + 0.01);
}
