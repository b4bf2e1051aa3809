/* test_yardstick.c -- the benchmark's model in the scenario language, against the same model by hand in C. */
#include "test.h"

#include <math.h>
#include <stdio.h>

#include "base/unit.h"
#include "evidence.h"

/* Of 1,000,000 trials of tests/yardstick/yardstick.c, seed 1: `yardstick 1000000`, with more digits. */
enum { BY_HAND = 1000000 };

enum {
    ARRIVALS,
    ARRIVAL_MIN,
    BY_85,
    BY_86,
    BY_110,
    BY_111,
    OPERATED,
    SURGERY_MIN,
    BY_101,
    BY_102,
    BY_205,
    BY_207,
    PLAYED,
    GONE
};

static void count_by(double minutes, const int whole[4], double *sums)
{
    for (int i = 0; i < 4; i++)
        sums[i] += floor(minutes) <= whole[i];
}

static void watch(const struct trial *t, double sums[SUMS])
{
    for (int i = 0; i < trial_casualties(t); i++) {
        const struct casualty *c = trial_casualty(t, i);
        double arrival = (double)(c->at[M_FACILITY] - c->at[M_WOUNDED]) / (double)MINUTES(1);
        sums[ARRIVALS]++;
        sums[ARRIVAL_MIN] += arrival;
        count_by(arrival, (int[]){85, 86, 110, 111}, sums + BY_85);
        if (c->at[M_SURGERY] < 0)
            continue;
        double surgery = (double)(c->at[M_SURGERY] - c->at[M_WOUNDED]) / (double)MINUTES(1);
        sums[OPERATED]++;
        sums[SURGERY_MIN] += surgery;
        count_by(surgery, (int[]){101, 102, 205, 207}, sums + BY_101);
    }
    sums[PLAYED]++;
    sums[GONE] += trial_sorties(t);
}

enum { PER_TRIAL = 5, QUANTILES = 8 };

static void measure(const struct found *f, double figures[FIGURES])
{
    const double *s = f->sums;
    figures[0] = s[ARRIVAL_MIN] / s[ARRIVALS];
    figures[1] = s[SURGERY_MIN] / s[OPERATED];
    figures[2] = s[GONE] / s[PLAYED];
    figures[3] = s[OPERATED] / s[PLAYED];
    figures[4] = s[ARRIVALS] / s[PLAYED];
    for (int i = 0; i < 4; i++) {
        figures[PER_TRIAL + i] = s[BY_85 + i] / s[ARRIVALS];
        figures[PER_TRIAL + 4 + i] = s[BY_101 + i] / s[OPERATED];
    }
}

TEST(the_yardsticks_model_in_the_scenario_language_agrees_with_it_by_hand)
{
    static const char *const names[PER_TRIAL] = {"wounded to hospital, mean, min",
                                                 "wounded to surgery, mean, min", "sorties a trial",
                                                 "operations a trial", "casualties a trial"};
    static const double by_hand[PER_TRIAL] = {88.880951, 125.064960, 27.588539, 36.015984, 60.031287};
    struct study_plan p = {.file = "scenarios/yardstick.yaml",
                           .watch = watch,
                           .measure = measure,
                           .batches = evidence_batches(1000, 60),
                           .trials = 100};
    struct estimate found[FIGURES];
    study_play(&p, found);
    double both = sqrt(1 + (double)p.batches * p.trials / BY_HAND); /* the reference is sampled, too */
    for (int i = 0; i < PER_TRIAL; i++) {
        found[i].error *= both;
        evidence_check(&(struct claim){"Yardstick, by hand in C", names[i], by_hand[i], by_hand[i] / 100},
                       found[i]);
    }
    /* Medians 86 and 102, 90 % within 111 and 206 to 207: shares at the minute before and at the minute. */
    static const double share[QUANTILES] = {.5, .5, .9, .9, .5, .5, .9, .9};
    for (int i = 0; i < QUANTILES; i++) {
        double off = found[PER_TRIAL + i].value - share[i], slack = 4 * both * found[PER_TRIAL + i].error;
        CHECK(i % 2 ? off >= -slack : off < slack);
    }
}
