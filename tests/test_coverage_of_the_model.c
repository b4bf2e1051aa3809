/* test_coverage_of_the_model.c -- how often the intervals of a study hold what endless trials would give.
 *
 * Many small studies of one scenario, each on a seed of its own from 1, through the model as it is: casualties
 * come in clusters, and wait for each other. The truth comes from as many trials, in one run on another seed.
 */
#include "test.h"

#include <math.h>
#include <stdio.h>

#include "base/unit.h"
#include "evidence.h"

enum { MIDDLE, MEDIAN, RARE, KINDS_OF_FIGURE };

/* What must hold at the last of the sizes; the others are shown beside it. */
static const struct {
    const char *says;
    double expected, tolerance;
} figure[KINDS_OF_FIGURE] = {
    [MIDDLE] = {"a share near the middle", 0.95, 0.02},
    [MEDIAN] = {"a median", 0.95, 0.02},
    [RARE] = {"a share near 2 %", 0.9525, 0.0325},
};

enum { SIZES = 3, TRIALS = 1000 };
static const int size[SIZES] = {160, 400, TRIALS};

struct coverage {
    int64_t held[SIZES][KINDS_OF_FIGURE];
    double
        effective[SIZES]; /* trials that would tell as much if all had as many casualties; sum over studies */
};

static void measure(const struct tally *t, struct interval found[KINDS_OF_FIGURE])
{
    const struct curve surgery = tally_curve(t, 0, SURGERY), resuscitation = tally_curve(t, 0, RESUSCITATION);
    found[MIDDLE] = curve_share(&surgery, HOURS(2), 0.95);
    found[MEDIAN] = curve_quantile(&surgery, 0.5, 0.95);
    found[RARE] = curve_share(&resuscitation, HOURS(1), 0.95);
}

static void measure_truth(struct stage *s, int64_t trials, double truth[KINDS_OF_FIGURE])
{
    const uint64_t far_seed = 1000000;
    struct interval found[KINDS_OF_FIGURE];
    for (int64_t i = 0; i < trials; i++)
        stage_play(s, far_seed, (uint64_t)i);
    measure(s->tally, found);
    for (int k = 0; k < KINDS_OF_FIGURE; k++)
        truth[k] = found[k].value;
    print_message("    the truth, of %d trials: %.4f, %.2f min, %.4f\n", (int)trials, truth[MIDDLE],
                  truth[MEDIAN] / (double)MINUTES(1), truth[RARE]);
}

static void look(const struct tally *t, const double truth[KINDS_OF_FIGURE], int at, struct coverage *c)
{
    struct interval found[KINDS_OF_FIGURE];
    const struct needed *n = tally_needed(t, 0, SURGERY);
    measure(t, found);
    for (int k = 0; k < KINDS_OF_FIGURE; k++)
        c->held[at][k] += found[k].low <= truth[k] && truth[k] <= found[k].high;
    c->effective[at] += (double)n->n * (double)n->n / (double)n->nn;
}

/* A study of fewer trials is the beginning of one of more. */
static void play_study(struct stage *s, uint64_t seed, const double truth[KINDS_OF_FIGURE],
                       struct coverage *c)
{
    tally_free(s->tally);
    s->tally = tally_new(s->frame);
    for (int i = 0, at = 0; at < SIZES; at++) {
        for (; i < size[at]; i++)
            stage_play(s, seed, (uint64_t)i);
        look(s->tally, truth, at, c);
    }
}

static void check_coverage(const struct coverage *c, int studies)
{
    for (int at = 0; at < SIZES; at++)
        for (int k = 0; k < KINDS_OF_FIGURE; k++) {
            char which[80];
            double held = (double)c->held[at][k] / studies;
            snprintf(which, sizeof which, "%d trials, as good as %.0f alike: %s", size[at],
                     c->effective[at] / studies, figure[k].says);
            struct claim claim = {"Coverage of 95 % intervals", which, figure[k].expected,
                                  figure[k].tolerance};
            if (size[at] < TRIALS)
                claim.tolerance = 1; /* shown, not claimed */
            evidence_check_counted(&claim, held, studies, 1000);
        }
}

TEST(nineteen_intervals_of_the_model_in_twenty_hold_the_truth)
{
    const int studies = evidence_batches(1000, 400);
    struct stage s = stage_of("tests/theory/coverage.yaml", NULL);
    struct coverage c = {{{0}}, {0}};
    double truth[KINDS_OF_FIGURE];
    measure_truth(&s, (int64_t)studies * TRIALS, truth);
    for (int seed = 1; seed <= studies; seed++)
        play_study(&s, (uint64_t)seed, truth, &c);
    check_coverage(&c, studies);
    stage_free(&s);
}
