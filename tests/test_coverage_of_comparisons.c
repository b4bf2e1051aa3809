/* test_coverage_of_comparisons.c -- how often what is said of plans is true of endless trials.
 *
 * Many small studies of one scenario under three plans, each on a seed of its own from 1, through the model as it is. The
 * truth comes from as many trials in one run on another seed.
 */
#include "test.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "evidence.h"
#include "experiment/comparison.h"
#include "scenario/read.h"

enum { ARMS = 4, TRIALS = 400, CLAIMS = 6 };

/* A third ambulance, a slower hospital that costs less, an ambulance that costs more and comes no sooner. */
static const char *const plans[ARMS][4] = {
    {"facilities.hospital.cost_hour=20", "assets.ambulance.cost_day=100"},
    {"facilities.hospital.cost_hour=20", "assets.ambulance.cost_day=100", "assets.ambulance.count=3"},
    {"facilities.hospital.cost_hour=20", "assets.ambulance.cost_day=80",
     "classes.wounded.operation=lognormal(mean 60 min, cv 0.4)"},
    {"facilities.hospital.cost_hour=20", "assets.ambulance.cost_day=130"},
};

static const char *const claims[CLAIMS] = {
    "paired difference of a share",
    "paired difference of a median",
    "paired difference of a cost",
    "all differences of a study at once (Bonferroni)",
    "no plan is called surely dominated that is not",
    "a share that hardly ever differs",
};

struct bench {
    struct arm arm[ARMS];
    double share[ARMS], median[ARMS], cost[ARMS]; /* the truth */
};

static struct comparison *study_of(const struct bench *b, uint64_t seed, int64_t trials, int jobs)
{
    struct comparison_plan p = {
        .arm = b->arm, .arms = ARMS, .seed = seed, .trials = trials, .by = "2_surgery", .jobs = jobs};
    return comparison_run(&p);
}

static void find_truth(struct bench *b, int64_t trials)
{
    const uint64_t far_seed = 1000000;
    struct comparison *c = study_of(b, far_seed, trials, 2);
    for (int a = 0; a < ARMS; a++) {
        b->share[a] = comparison_value(c, a, measure_called(c, "2_surgery")).value;
        b->median[a] = comparison_value(c, a, measure_called(c, "median_surgery")).value;
        b->cost[a] = comparison_value(c, a, measure_called(c, "cost")).value;
    }
    comparison_free(c);
}

static bool holds(struct interval i, double truth)
{
    return i.low <= truth && truth <= i.high;
}

static bool truly_dominated(const struct bench *b, int arm)
{
    for (int a = 0; a < ARMS; a++)
        if (a != arm && b->cost[a] <= b->cost[arm] && b->share[a] >= b->share[arm] - 1e-9)
            return true;
    return false;
}

/* Which of the claims about a study hold. */
static void look(const struct bench *b, const struct comparison *c, int64_t held[CLAIMS])
{
    const int share = measure_called(c, "2_surgery"), median = measure_called(c, "median_surgery"),
              cost = measure_called(c, "cost");
    bool all = true, fair = true;
    for (int a = 1; a < ARMS; a++) {
        double level = level_with_baseline(c);
        all = all && holds(comparison_difference(c, a, 0, share, level), b->share[a] - b->share[0]) &&
              holds(comparison_difference(c, a, 0, median, level), b->median[a] - b->median[0]);
    }
    for (int a = 0; a < ARMS; a++)
        fair = fair && (dominated_by(c, a, true) < 0 || truly_dominated(b, a));
    held[0] += holds(comparison_difference(c, 2, 0, share, 0.95), b->share[2] - b->share[0]);
    held[1] += holds(comparison_difference(c, 2, 0, median, 0.95), b->median[2] - b->median[0]);
    held[2] += holds(comparison_difference(c, 2, 0, cost, 0.95), b->cost[2] - b->cost[0]);
    held[3] += all;
    held[4] += fair;
    held[5] += holds(comparison_difference(c, 1, 0, share, 0.95), b->share[1] - b->share[0]);
}

TEST(what_is_said_of_plans_is_true_nineteen_times_in_twenty)
{
    const int studies = evidence_batches(1000, 300);
    struct bench b = {0};
    int64_t held[CLAIMS] = {0};
    for (int a = 0; a < ARMS; a++) {
        const char *sets[SETS_MAX] = {NULL};
        for (int i = 0; plans[a][i]; i++)
            sets[i] = plans[a][i];
        b.arm[a] = (struct arm){"plan", scenario_of("tests/theory/coverage.yaml", sets)};
    }
    find_truth(&b, (int64_t)studies * TRIALS);
    for (int seed = 1; seed <= studies; seed++) {
        struct comparison *c = study_of(&b, (uint64_t)seed, TRIALS, 1);
        look(&b, c, held);
        comparison_free(c);
    }
    for (int i = 0; i < CLAIMS; i++) {
        /* Claims that are meant to hold more often than 95 % are held to that alone. */
        bool at_least = i >= 3;
        double share = (double)held[i] / studies, expected = at_least && share > 0.95 ? share : 0.95;
        struct claim claim = {"Comparisons, 400 trials", claims[i], expected, 0.02};
        evidence_check_counted(&claim, share, studies, 1000);
    }
    for (int a = 0; a < ARMS; a++)
        scenario_free((struct scenario *)b.arm[a].scenario);
}
