/* test_theory_beds.c -- beds without limit: how many are taken, when steady and while they fill. */
#include "test.h"

#include <math.h>
#include <stdio.h>

#include "base/unit.h"
#include "evidence.h"

static const char beds[] = "tests/theory/occupancy.yaml";

static double share_above(const struct occupancy *o, int least)
{
    double above = 0, all = 0;
    for (int level = 0; level < OCCUPANCY_LEVELS; level++) {
        all += (double)o->level_ms[level];
        above += level > least ? (double)o->level_ms[level] : 0;
    }
    return above / all;
}

static double variance_of(const struct occupancy *o, double mean)
{
    double squares = 0, all = 0;
    for (int level = 0; level < OCCUPANCY_LEVELS; level++) {
        all += (double)o->level_ms[level];
        squares += (level - mean) * (level - mean) * (double)o->level_ms[level];
    }
    return squares / all;
}

/* Around the known mean, so that a short batch is no less sure of it than a long one. */
static void measure_levels(const struct found *f, double figures[FIGURES])
{
    int place = resource_called(f->tally, "beds", "hospital");
    const struct occupancy *o = &f->tally->busy[place];
    figures[0] = busy_mean(f->tally, place);
    figures[1] = variance_of(o, 12);
    figures[2] = share_above(o, 16);
    figures[3] = share_above(o, 20);
}

TEST(beds_without_limit_are_taken_as_poisson_says_whatever_the_stay)
{
    static const struct {
        const char *says, *stay;
        int figures, batches; /* the far tail needs the most trials: once is enough */
    } stays[] = {{"exponential", "classes.patient.stay=exponential(mean 3 d)", 4, 24000},
                 {"lognormal(cv 1)", "classes.patient.stay=lognormal(mean 3 d, cv 1)", 3, 4200}};
    static const char *const names[] = {"mean", "variance", "P(N > 16)", "P(N > 20)"};
    static const double expected[] = {12, 12, 0.101291, 0.011598};
    for (int i = 0; i < 2; i++) {
        struct study_plan p = {.file = beds,
                               .sets = {stays[i].stay},
                               .measure = measure_levels,
                               .batches = evidence_batches(stays[i].batches, 40),
                               .trials = 4};
        struct estimate found[FIGURES];
        study_play(&p, found);
        for (int n = 0; n < stays[i].figures; n++) {
            char which[80];
            snprintf(which, sizeof which, "4 a day, %s stay of 3 d: %s", stays[i].says, names[n]);
            evidence_check(&(struct claim){"A3 M/G/inf, beds", which, expected[n], expected[n] / 100},
                           found[n]);
        }
    }
}

/* --- from empty ------------------------------------------------------------------- */

enum { AFTER_1_D, AFTER_3_D, AFTER_6_D, MOMENTS_SEEN };
static const int hour_seen[MOMENTS_SEEN] = {24, 72, 144};

static void measure_hours(const struct found *f, double figures[FIGURES])
{
    double mean[400];
    const struct occupancy_window *w = &f->tally->frame->window;
    assert_true(w->hours <= 400);
    occupancy_hours(&f->tally->busy[resource_called(f->tally, "beds", "hospital")], w, f->tally->trials,
                    mean);
    for (int i = 0; i < MOMENTS_SEEN; i++) /* at the full hour: between the hour before and the one after */
        figures[i] = (mean[hour_seen[i] - 1] + mean[hour_seen[i]]) / 2;
}

static void check_filling(const char *says, const char *stay, const double expected[MOMENTS_SEEN])
{
    struct study_plan p = {.file = beds,
                           .sets = {stay, "run.warm_up=0 d", "run.horizon=10 d"},
                           .measure = measure_hours,
                           .batches = evidence_batches(400, 30),
                           .trials = 200};
    struct estimate found[FIGURES];
    study_play(&p, found);
    for (int i = 0; i < MOMENTS_SEEN; i++) {
        char which[80];
        snprintf(which, sizeof which, "from empty, %s stay of 3 d: mean after %d h", says, hour_seen[i]);
        evidence_check(&(struct claim){"A3 M/G/inf, beds", which, expected[i], expected[i] / 100}, found[i]);
    }
}

TEST(beds_fill_from_empty_as_the_stays_say)
{
    check_filling("exponential", "classes.patient.stay=exponential(mean 3 d)",
                  (double[]){12 * (1 - exp(-1. / 3)), 7.585447, 12 * (1 - exp(-2))});
    /* 4t up to 12; around 72 h the two half hours give 12 - 1/4 x 4/24 */
    check_filling("fixed", "classes.patient.stay=3 d", (double[]){4, 12 - 1. / 24, 12});
}
