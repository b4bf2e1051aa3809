#include "test.h"

#include <math.h>
#include <stdlib.h>
#include <gsl/gsl_cdf.h>

#include "base/unit.h"
#include "random/dist.h"
#include "random/luck.h"
#include "stats/curve.h"

/* --- Student's interval, 30 trials at a time -------------------------------- */

enum { SMALL = 30, FINE = 1000000 };

static double student_coverage(const char *data, int64_t experiments)
{
    struct arena *a = arena_new();
    struct dist x;
    CHECK(!dist_read(data, PURE, a, &x));
    int64_t held = 0;
    for (int64_t i = 0; i < experiments; i++) {
        struct luck l = {1, (uint64_t)i};
        struct ratio r = {0};
        for (uint64_t k = 0; k < SMALL; k++)
            ratio_add(&r, llround(FINE * dist_quantile(&x, luck_uniform(&l, DRAW_STAY, 0, k))), 1);
        struct interval mean = ratio_per_trial(&r, SMALL, 0.95);
        held += mean.low <= FINE * dist_mean(&x) && FINE * dist_mean(&x) <= mean.high;
    }
    arena_free(a);
    return (double)held / (double)experiments;
}

TEST(students_interval_holds_the_mean_of_normal_data_and_less_often_of_skewed)
{
    const int64_t experiments = test_share(200000);
    const double error = sqrt(0.06 / (double)experiments);
    CHECK_NEAR(student_coverage("normal(mean 20, sd 1)", experiments), 0.950, 4 * error);
    CHECK_NEAR(student_coverage("exponential(1)", experiments), 0.926, 4 * error);
}

/* --- casualties who share their trial's luck --------------------------------- */

/* In a bad trial more are hit, help is slow, and the rare harm is less rare. */
static const struct state {
    double chance;
    const char *casualties, *delay;
    double mean_casualties, median_min, harm;
} states[] = {
    {0.7, "negative_binomial(3, 2)", "lognormal(60 min, 0.6)", 3, 60, 0.010},
    {0.3, "negative_binomial(8, 2)", "lognormal(150 min, 0.6)", 8, 150, 0.029},
};
enum { STATES = sizeof states / sizeof *states, CASUALTIES_MOST = 500 };
static const double reached = 0.9; /* the others are never */

/* A mean over casualties: states count as often as they have casualties. */
static double over_casualties(double (*of)(const struct state *s, double x), double x)
{
    double sum = 0, weights = 0;
    for (int i = 0; i < STATES; i++) {
        double weight = states[i].chance * states[i].mean_casualties;
        sum += weight * of(&states[i], x);
        weights += weight;
    }
    return sum / weights;
}

static double harmed(const struct state *s, double unused)
{
    (void)unused;
    return s->harm;
}

static double reached_by(const struct state *s, double minutes)
{
    return reached * gsl_cdf_lognormal_P(minutes, log(s->median_min), 0.6);
}

static double true_median_min(void)
{
    double low = 1, high = 1000;
    for (int i = 0; i < 60; i++)
        *(over_casualties(reached_by, (low + high) / 2) < 0.5 ? &low : &high) = (low + high) / 2;
    return low;
}

struct study {
    struct dist casualties[STATES], delay[STATES];
    struct bins bins;
    struct curve_cell *cells;
    struct needed needed;
    struct ratio harm;
};

static int by_time(const void *a, const void *b)
{
    const int64_t *s = a, *t = b;
    return (*s > *t) - (*s < *t);
}

static void run_trial(struct study *s, const struct luck *l)
{
    double u[4];
    int64_t at_ms[CASUALTIES_MOST], events = 0, harm = 0;
    luck_four(l, DRAW_ATTACK_SIZE, 0, 0, u);
    int state = u[0] < states[0].chance ? 0 : 1;
    int64_t n = dist_count(&s->casualties[state], u[1]);
    CHECK(n < CASUALTIES_MOST);
    for (int64_t i = 0; i < n; i++) {
        luck_four(l, DRAW_WOUND, (uint64_t)i, 0, u);
        harm += u[0] < states[state].harm;
        if (u[1] < reached)
            at_ms[events++] = dist_ms(&s->delay[state], u[2]);
    }
    qsort(at_ms, (size_t)events, sizeof *at_ms, by_time);
    for (int64_t k = 0; k < events; k++)
        curve_add(&s->cells[bins_find(&s->bins, at_ms[k])], k + 1, n);
    needed_add(&s->needed, n);
    ratio_add(&s->harm, harm, n);
}

enum figure { MIDDLE_SHARE, MEDIAN, RARE_SHARE, FIGURES };

static void run_study(struct study *s, uint64_t seed, int64_t trials, struct interval figures[FIGURES])
{
    memset(s->cells, 0, (size_t)s->bins.count * sizeof *s->cells);
    s->needed = (struct needed){0};
    s->harm = (struct ratio){0};
    for (uint64_t i = 0; i < (uint64_t)trials; i++)
        run_trial(s, &(struct luck){seed, i});
    const struct curve c = {&s->bins, s->cells, 1, &s->needed, trials};
    figures[MIDDLE_SHARE] = curve_share(&c, HOURS(2), 0.95);
    figures[MEDIAN] = curve_quantile(&c, 0.5, 0.95);
    figures[RARE_SHARE] = ratio_share(&s->harm, trials, 0.95);
}

/* How often, of so many studies, each interval holds what a study without end would find. */
static void coverage(struct study *s, int64_t trials, int64_t studies, double held[FIGURES])
{
    const double truth[FIGURES] = {over_casualties(reached_by, 120), true_median_min() * (double)MINUTES(1),
                                   over_casualties(harmed, 0)};
    int64_t count[FIGURES] = {0};
    for (int64_t seed = 1; seed <= studies; seed++) {
        struct interval figures[FIGURES];
        run_study(s, (uint64_t)seed, trials, figures);
        for (int i = 0; i < FIGURES; i++)
            count[i] += figures[i].low <= truth[i] && truth[i] <= figures[i].high;
    }
    for (int i = 0; i < FIGURES; i++)
        held[i] = (double)count[i] / (double)studies;
    print_message("intervals over %4d trials hold: share %.3f, median %.3f, share near 2 %% %.3f\n",
                  (int)trials, held[MIDDLE_SHARE], held[MEDIAN], held[RARE_SHARE]);
}

TEST(nineteen_intervals_in_twenty_hold_the_truth_though_casualties_share_their_luck)
{
    struct arena *a = arena_new();
    struct study s = {.bins = bins_of(MINUTES(1), HOURS(24), HOURS(1), DAYS(30))};
    s.cells = calloc((size_t)s.bins.count, sizeof *s.cells);
    for (int i = 0; i < STATES; i++) {
        CHECK(!dist_read(states[i].casualties, PURE, a, &s.casualties[i]));
        CHECK(!dist_read(states[i].delay, TIME, a, &s.delay[i]));
    }
    const int64_t studies = test_share(1000);
    double held[FIGURES], few = 4 * (sqrt(0.05 / (double)studies) - sqrt(0.05 / 1000));
    coverage(&s, 160, studies, held);
    coverage(&s, 400, studies, held);
    coverage(&s, 1000, studies, held);
    CHECK_NEAR(held[MIDDLE_SHARE], 0.95, 0.02 + few);
    CHECK_NEAR(held[MEDIAN], 0.95, 0.02 + few);
    CHECK(held[RARE_SHARE] >= 0.92 - few && held[RARE_SHARE] <= 0.985 + few);
    free(s.cells);
    arena_free(a);
}

TEST(an_interval_that_took_casualties_for_independent_would_hold_the_truth_less_often)
{
    struct ratio clustered = {0};
    for (uint64_t i = 0; i < 1000; i++) {
        int64_t n = 1 + (int64_t)(i % 9);
        ratio_add(&clustered, luck_uniform(&(struct luck){1, i}, DRAW_WOUND, 0, 0) < 0.5 ? n : 0, n);
    }
    double p = (double)clustered.y / (double)clustered.n;
    CHECK(ratio_variance(&clustered, 1000) > 4 * p * (1 - p) / (double)clustered.n);
}
