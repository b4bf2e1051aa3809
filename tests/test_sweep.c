/* test_sweep.c -- what a sweep finds is what is there. */
#include "test.h"

#include <math.h>
#include <stdlib.h>
#include "evidence.h"
#include "experiment/experiment.h"
#include "experiment/split.h"
#include "scenario/print.h"
#include "stats/regression.h"
#include "study.h"
#include "swept.h"

static const char known[] = "tests/theory/sweep.yaml";
static const char first[] = "scenarios/first.yaml";

#define COSTS                                                                                                \
    {                                                                                                        \
        "assets.north.cost_day=0:100", "assets.south.cost_day=0:200", "assets.east.cost_day=0:300"           \
    }

/* An interval's half is 2.04 standard errors (Student's t, 31 degrees of freedom). */
static struct estimate found(struct interval i)
{
    return (struct estimate){i.value, (i.high - i.low) / 2 / 2.04};
}

/* --- points ------------------------------------------------------------------------- */

TEST(a_variant_is_the_scenario_read_whole)
{
    static const char *const sets[SETS_MAX] = {"alert.delay=x1.5", "assets.helicopter.count=3",
                                               "attacks.*.rate=x2"};
    struct layers l = {.file = first};
    struct diag *d = diag_new();
    struct ground *g = ground_read(&l, d);
    struct scenario *variant = ground_scenario(g, sets, 3, "--vary", d), *whole = scenario_of(first, sets);
    CHECK(variant);
    CHECK_TEXT(scenario_print(variant, false, variant->arena), whole->text);
    scenario_free(variant);
    scenario_free(whole);
    ground_free(g);
    diag_free(d);
}

TEST(a_point_of_a_sweep_is_the_run_with_those_settings)
{
    static const struct swept_plan plan = {
        first, {"assets.helicopter.count=1:2", "alert.delay=x0.5:x4"}, LATIN, 6, 100, 2, 3};
    struct swept s = swept(&plan);
    for (int p = 0; p < s.sweep->points; p++) {
        const char *sets[SETS_MAX] = {
            arena_print(s.arena, "assets.helicopter.count=%s", s.sweep->point[p].value[0]),
            arena_print(s.arena, "alert.delay=%s", s.sweep->point[p].value[1])};
        struct scenario *alone = scenario_of(first, sets);
        struct study study = {.scenario = alone, .seed = 3, .trials = 100, .jobs = 1};
        struct results *r = experiment_run(&study);
        for (int f = 0; f < HEADLINES; f++) {
            struct curve c = tally_curve(r->tally, 0, headlines[f].milestone);
            struct ratio due = headlines[f].kind == IN_TIME
                                   ? curve_ratio(&c, milestones[headlines[f].milestone].target_ms)
                                   : r->tally->per_trial[headlines[f].total];
            CHECK_NEAR(sweep_value(s.sweep, p, f, -1), (double)due.y / (double)due.n, 1e-12);
        }
        results_free(r);
        scenario_free(alone);
    }
    swept_free(&s);
}

TEST(all_points_live_through_the_same_attacks)
{
    static const struct swept_plan plan = {first, {"assets.*.notice_day=x0.2:x3"}, SOBOL, 30, 64, 2, 1};
    struct swept s = swept(&plan);
    int hit = sweep_figure(s.scenario, "casualties"), n = s.sweep->figures;
    for (int p = 0; p < s.sweep->points; p++)
        for (int i = 0; i < SECTIONS; i++)
            CHECK_INT(s.sweep->sum[(p + 1) * n + hit].y.y[i], s.sweep->sum[hit].y.y[i]);
    swept_free(&s);
}

static void check_same(struct interval a, struct interval b)
{
    CHECK(a.value == b.value || (isnan(a.value) && isnan(b.value)));
    CHECK(a.low == b.low || (isnan(a.low) && isnan(b.low)));
    CHECK(a.high == b.high || (isnan(a.high) && isnan(b.high)));
}

static void check_alike(const struct swept *a, const struct swept *b, const char *figure)
{
    int f = sweep_figure(a->scenario, figure);
    struct effects x = effects_of(a->sweep, f, a->arena), y = effects_of(b->sweep, f, b->arena);
    CHECK_INT(x.n, y.n);
    for (int i = 0; i < x.n; i++)
        check_same(x.effect[i].of, y.effect[i].of);
    if (a->sweep->luck)
        check_same(split_of(a->sweep, f).share, split_of(b->sweep, f).share);
}

TEST(a_sweep_adds_up_the_same_on_any_number_of_workers)
{
    for (int d = 0; d < SWEEP_DESIGNS; d++) {
        struct swept_plan plan = {first,
                                  {"assets.helicopter.count=1:2", "attacks.ied.rate=x0.5:x2:0.5"},
                                  (enum sweep_design)d,
                                  0,
                                  70,
                                  1,
                                  5};
        if (d == BELIEFS)
            plan.vary[0] = "alert.delay=xlognormal(median 1, sigma 0.5)",
            plan.vary[1] = "attacks.ied.rate=gamma(from 7 events in 70000 km)";
        plan.rows = d == FACTORIAL || d == TORNADO ? 0 : 9;
        struct swept one = swept(&plan);
        plan.jobs = 3;
        struct swept three = swept(&plan);
        check_alike(&one, &three, "casualties");
        check_alike(&one, &three, "1");
        swept_free(&one);
        swept_free(&three);
    }
}

/* --- known answers: the cost is a sum, or a product --------------------------------------- */

TEST(sobol_indices_of_a_sum_are_the_shares_of_its_variance)
{
    static const struct swept_plan plan = {known, COSTS, INDICES, 512, 2, 2, 1};
    static const char *const figures[] = {"first order, 1 of 14", "first order, 4 of 14",
                                          "first order, 9 of 14"};
    struct swept s = swept(&plan);
    for (int k = 0; k < 3; k++) {
        double due = (k + 1) * (k + 1) / 14.0;
        struct interval alone = swept_effect(&s, "cost", k, FIRST),
                        all = swept_effect(&s, "cost", k, ALL_ORDERS);
        CHECK_NEAR(alone.value, due, 0.02);
        CHECK_NEAR(all.value, due, 0.02);
        CHECK(alone.low <= due && due <= alone.high && all.low <= due && due <= all.high);
        evidence_check(&(struct claim){"Sobol indices through a sweep", figures[k], due, 0.1}, found(alone));
    }
    swept_free(&s);
}

/* Y = a X1 X2 of independent X has V = E[X1^2] E[X2^2] - (m1 m2)^2, of it m2^2 v1 with X1 alone. */
TEST(sobol_indices_of_a_product_tell_what_two_keys_do_together)
{
    static const struct swept_plan plan = {
        known,   {"assets.north.count=1:3", "assets.north.cost_day=1000:3000", "assets.south.cost_day=0:1"},
        INDICES, 512,
        2,       2,
        1};
    double m1 = 2, v1 = 2 / 3.0, m2 = 2000, v2 = 2000.0 * 2000 / 12;
    double v = (v1 + m1 * m1) * (v2 + m2 * m2) - m1 * m1 * m2 * m2, s1 = m2 * m2 * v1 / v,
           s2 = m1 * m1 * v2 / v;
    struct swept s = swept(&plan);
    CHECK_NEAR(swept_effect(&s, "cost", 0, FIRST).value, s1, 0.03);
    CHECK_NEAR(swept_effect(&s, "cost", 1, FIRST).value, s2, 0.03);
    CHECK_NEAR(swept_effect(&s, "cost", 0, ALL_ORDERS).value, 1 - s2, 0.03);
    CHECK_NEAR(swept_effect(&s, "cost", 1, ALL_ORDERS).value, 1 - s1, 0.03);
    CHECK(swept_effect(&s, "cost", 2, ALL_ORDERS).value < 1e-6);
    evidence_check(
        &(struct claim){"Sobol indices through a sweep", "a product, total of a key", 1 - s2, 0.16},
        found(swept_effect(&s, "cost", 0, ALL_ORDERS)));
    swept_free(&s);
}

/* One ambulance costs a key's value for each of 28 days. */
TEST(every_design_finds_the_slopes_of_a_sum)
{
    static const enum sweep_design designs[] = {TORNADO, LATIN, SOBOL, MORRIS};
    static const enum measure_of_key measures[] = {SWING, SWING, SWING, MU_STAR};
    for (int d = 0; d < 4; d++) {
        struct swept_plan plan = {known, COSTS, designs[d], 0, 2, 2, 1};
        struct swept s = swept(&plan);
        for (int k = 0; k < 3; k++)
            CHECK_NEAR(swept_effect(&s, "cost", k, measures[d]).value, 2800.0 * (k + 1), 2);
        if (designs[d] == MORRIS)
            CHECK(swept_effect(&s, "cost", 2, SIGMA).value < 2);
        if (designs[d] == LATIN || designs[d] == SOBOL)
            CHECK_NEAR(swept_effect(&s, "cost", -1, EXPLAINED).value, 1, 1e-6);
        swept_free(&s);
    }
}

TEST(a_factorial_measures_each_key_on_average_over_the_others)
{
    static const struct swept_plan plan = {
        known,
        {"assets.north.count=1:3", "assets.north.cost_day=1000:3000:1000", "assets.south.cost_day=0,500"},
        FACTORIAL,
        0,
        2,
        2,
        1};
    struct swept s = swept(&plan);
    CHECK_INT(s.sweep->points, 18);
    CHECK_NEAR(swept_effect(&s, "cost", 0, SWING).value, 28 * 2000 * 2, 1); /* mean cost 2000, two more */
    CHECK_NEAR(swept_effect(&s, "cost", 1, SWING).value, 28 * 2 * 2000, 1);
    CHECK_NEAR(swept_effect(&s, "cost", 2, SWING).value, 28 * 500, 1);
    CHECK_NEAR(swept_effect(&s, "cost", 1, AT_LEVEL).value, -28 * 2 * 1000, 1); /* its first level */
    swept_free(&s);
}

TEST(swings_of_a_tornado_are_differences_of_its_points)
{
    static const struct swept_plan plan = {
        first, {"assets.*.notice_day=x0.2:x4", "alert.delay=x0.5:x4"}, TORNADO, 0, 640, 2, 1};
    struct swept s = swept(&plan);
    int f = sweep_figure(s.scenario, "2_arrival"), n = s.sweep->figures;
    for (int k = 0; k < 2; k++) {
        struct interval low = swept_effect(&s, "2_arrival", k, AT_LOW),
                        due = s.sweep->difference[(1 + 2 * k) * n + f];
        CHECK_NEAR(low.value, due.value, 1e-12);
        /* Two ways to the same interval: the delta method, and leaving out sections. */
        CHECK_NEAR(low.high - low.low, due.high - due.low, 0.6 * (due.high - due.low));
        CHECK_NEAR(swept_effect(&s, "2_arrival", k, SWING).value,
                   swept_effect(&s, "2_arrival", k, AT_HIGH).value - low.value, 1e-12);
    }
    swept_free(&s);
}

/* --- luck and not knowing ----------------------------------------------------------------------- */

/* Deaths are Poisson; the rate is believed from 7 events in as long as the period. Then the mean and the
 * variance of what is expected are both 7.5: half of the variance is luck. */
TEST(the_spread_of_a_poisson_count_splits_into_luck_and_not_knowing)
{
    static const struct swept_plan plan = {
        known, {"attacks.blast.rate=gamma(from 7 events in 28 days)"}, BELIEFS, 256, 200, 2, 1};
    struct swept s = swept(&plan);
    struct split split = split_of(s.sweep, sweep_figure(s.scenario, "deaths"));
    CHECK(split.share.low <= 0.5 && 0.5 <= split.share.high);
    CHECK_NEAR(split.share.value, 0.5, 0.06);
    CHECK_NEAR(split.luck.value * split.luck.value, 7.5, 0.8);
    CHECK_NEAR(split.knowledge.value * split.knowledge.value, 7.5, 1.2);
    CHECK_NEAR(split.luck.value * split.luck.value + split.knowledge.value * split.knowledge.value,
               split.all.value * split.all.value, 1e-6);
    CHECK(isnan(split_of(s.sweep, sweep_figure(s.scenario, "cost")).share.value));
    evidence_check(
        &(struct claim){"Luck and not knowing", "share of not knowing in a Poisson count", 0.5, 0.2},
        found(split.share));
    swept_free(&s);
}

TEST(a_belief_that_nothing_depends_on_is_all_luck)
{
    static const struct swept_plan plan = {known, {"alert.delay=uniform(1 min, 2 min)"}, BELIEFS, 40, 100, 1,
                                           1};
    struct swept s = swept(&plan);
    struct split split = split_of(s.sweep, sweep_figure(s.scenario, "deaths"));
    CHECK_NEAR(split.share.value, 0, 0.001);
    swept_free(&s);
}

/* The truth, one half, lies within the interval about as often as it says. */
TEST(the_split_is_covered_by_its_interval)
{
    int64_t studies = test_share(200), holds = 0;
    for (int64_t i = 0; i < studies; i++) {
        struct swept_plan plan = {known,
                                  {"attacks.blast.rate=gamma(from 7 events in 28 days)"},
                                  BELIEFS,
                                  64,
                                  64,
                                  2,
                                  100 + (uint64_t)i};
        struct swept s = swept(&plan);
        struct split split = split_of(s.sweep, sweep_figure(s.scenario, "deaths"));
        holds += split.share.low <= 0.5 && 0.5 <= split.share.high;
        swept_free(&s);
    }
    evidence_check_counted(
        &(struct claim){"Luck and not knowing", "95 % intervals that hold the truth", 0.95, 0.05},
        (double)holds / (double)studies, (int)studies, 200);
}

/* --- the straight plane ------------------------------------------------------------------------- */

TEST(a_plane_is_found_again_and_a_column_that_says_the_same_is_refused)
{
    double x[20][3], y[20], slope[3], explained;
    for (int i = 0; i < 20; i++) {
        x[i][0] = i;
        x[i][1] = (i * 7) % 5;
        x[i][2] = (i * 3) % 11;
        y[i] = 4 + 2 * x[i][0] - 3 * x[i][1] + 0.5 * x[i][2];
    }
    CHECK(regression_fit(x[0], y, NULL, 20, 3, slope, &explained));
    CHECK_NEAR(slope[0], 2, 1e-9);
    CHECK_NEAR(slope[1], -3, 1e-9);
    CHECK_NEAR(slope[2], 0.5, 1e-9);
    CHECK_NEAR(explained, 1, 1e-9);
    CHECK(!regression_fit(x[0], y, NULL, 4, 3, slope, &explained));
    for (int i = 0; i < 20; i++)
        x[i][2] = 3 * x[i][0];
    CHECK(!regression_fit(x[0], y, NULL, 20, 3, slope, &explained));
}
