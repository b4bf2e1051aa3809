/* test_select.c -- the best is chosen as often as promised. */
#include "test.h"

#include <math.h>
#include <gsl/gsl_cdf.h>
#include "random/luck.h"
#include "stats/breakpoint.h"
#include "stats/ratio.h"
#include "stats/select.h"

TEST(the_constants_are_those_of_kim_and_nelson)
{
    CHECK_NEAR(selection_eta(5, 0.05, 10), 0.634967, 1e-6);
    CHECK_NEAR(selection_h2(5, 0.05, 10), 11.429411, 1e-5);
}

enum { SYSTEMS = 5 };

/* Five normal systems with standard deviation 10; the first leads by 2. What they share has this correlation. */
static int choose(uint64_t seed, double correlation, int64_t *observations)
{
    struct selection *s = selection_new(SYSTEMS, 2, 0.05, 10, true);
    while (selection_best(s) < 0) {
        double x[SYSTEMS];
        struct luck l = {seed, (uint64_t)selection_rounds(s)};
        double shared = gsl_cdf_ugaussian_Pinv(luck_uniform(&l, DRAW_WOUND, 99, 0));
        for (int i = 0; i < SYSTEMS; i++) {
            double own = gsl_cdf_ugaussian_Pinv(luck_uniform(&l, DRAW_WOUND, (uint64_t)i, 0));
            x[i] = (i == 0 ? 2 : 0) + 10 * (sqrt(correlation) * shared + sqrt(1 - correlation) * own);
        }
        *observations += selection_left(s);
        selection_observe(s, x);
    }
    int best = selection_best(s);
    selection_free(s);
    return best;
}

static void check_selection(double correlation, double observations_due)
{
    const int studies = (int)test_share(1000) < 200 ? 200 : (int)test_share(1000);
    int correct = 0;
    int64_t observations = 0;
    for (int seed = 1; seed <= studies; seed++)
        correct += choose((uint64_t)seed, correlation, &observations) == 0;
    double mean = (double)observations / studies;
    print_message("    correlation %.1f: right in %.3f, %.0f observations\n", correlation,
                  (double)correct / studies, mean);
    CHECK((double)correct / studies >= 0.94);
    CHECK_NEAR(mean, observations_due, 0.15 * observations_due);
}

TEST(the_best_of_five_is_chosen_nineteen_times_in_twenty)
{
    check_selection(0, 1000);
}

TEST(shared_luck_saves_four_observations_of_five)
{
    check_selection(0.8, 205);
}

TEST(where_less_is_better_the_smallest_is_chosen)
{
    struct selection *s = selection_new(2, 0.5, 0.05, 5, false);
    for (int r = 0; selection_best(s) < 0 && r < 1000; r++)
        selection_observe(s, (const double[]){10 + r % 3, 8 + r % 2});
    CHECK_INT(selection_best(s), 1);
    selection_free(s);
}

TEST(ocba_allocates_as_published)
{
    const double mean[] = {1.2, 2.1, 3.4, 4.87, 6.05}, variance[] = {3.3, 2, 4.5, 5.3, 6.9};
    const int64_t done[] = {12, 6, 5, 5, 4}, due[] = {48, 38, 11, 2, 1};
    int64_t add[SYSTEMS];
    ocba_allocate(SYSTEMS, mean, variance, done, 100, false, add);
    for (int i = 0; i < SYSTEMS; i++)
        CHECK_INT(add[i], due[i]);
}

/* --- break points ------------------------------------------------------------------- */

/* In `trials` trials each succeeds with a chance that falls from 0.9 to 0.3; the goal is 0.6: it breaks at one half. */
static struct interval margin_at(uint64_t seed, int trials, double severity)
{
    int successes = 0;
    for (int i = 0; i < trials; i++)
        successes += luck_uniform(&(struct luck){seed, (uint64_t)i}, DRAW_WOUND, 3, 0) < 0.9 - 0.6 * severity;
    struct ratio r = {
        .y = successes, .n = trials, .with = trials, .yy = successes, .yn = successes, .nn = trials};
    struct interval share = ratio_share(&r, trials, 0.95);
    return (struct interval){share.value - 0.6, share.low - 0.6, share.high - 0.6};
}

static struct break_point search(uint64_t seed, int trials)
{
    struct break_search s = break_search_new(4, 1.0 / 512);
    for (double severity; break_search_next(&s, &severity);)
        break_search_told(&s, severity, margin_at(seed, trials, severity));
    return break_search_found(&s);
}

TEST(a_break_point_lies_within_its_interval_for_nineteen_seeds_in_twenty)
{
    int held = 0;
    for (uint64_t seed = 1; seed <= 400; seed++) {
        struct break_point b = search(seed, 500);
        CHECK_INT(b.verdict, BREAKS);
        CHECK(b.severity.low <= b.severity.value && b.severity.value <= b.severity.high);
        held += b.severity.low <= 0.5 && 0.5 <= b.severity.high;
    }
    print_message("    %d of 400\n", held);
    CHECK(held >= 367 && held <= 393);
}

TEST(what_never_fails_and_what_fails_already_is_said_plainly)
{
    const struct interval good = {0.2, 0.1, 0.3}, doubtful = {0.05, -0.1, 0.2}, bad = {-0.2, -0.3, -0.1},
                          none = {NAN, NAN, NAN};
    struct interval holds[] = {good, good, doubtful}, fails[] = {bad, bad, bad},
                    breaks[] = {good, doubtful, bad}, nobody[] = {none, none, none};
    CHECK_INT(break_rungs(holds, 3).verdict, NEVER_BREAKS);
    CHECK_NEAR(break_rungs(holds, 3).severity.low, 2, 0);
    CHECK(isnan(break_rungs(holds, 3).severity.high));
    CHECK_INT(break_rungs(fails, 3).verdict, FAILS_ALREADY);
    CHECK_INT(break_rungs(breaks, 3).verdict, BREAKS);
    CHECK_NEAR(break_rungs(breaks, 3).severity.value, 2, 0);
    CHECK_NEAR(break_rungs(breaks, 3).severity.low, 1, 0);
    CHECK_INT(break_rungs(nobody, 3).verdict, NO_MARGIN);
}
