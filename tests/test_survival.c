/* test_survival.c -- other models of survival behind the same interface, held to their published tables. */
#include "test.h"

#include <math.h>

#include "base/unit.h"
#include "study.h"
#include "world/injury.h"

/* The chance to live of one who has surgery at that minute, and no other care: exp of less the least tolerance that
 * survives it. */
static double lives(enum survival m, const struct class *c, int minutes)
{
    double low = 0, high = 20;
    for (int i = 0; i < 60; i++) {
        double mid = (low + high) / 2;
        struct injury wound;
        injury_begin(&wound, m, c, mid, true);
        bool alive =
            injury_death_ms(&wound) > MINUTES(minutes) && injury_treat(&wound, DCS, MINUTES(minutes));
        CHECK(!alive || injury_death_ms(&wound) == INT64_MAX);
        *(alive ? &high : &low) = mid;
    }
    return exp(-high);
}

/* So many with these scores, one every hour from the 30th minute on. */
static double survivors(const int score[6])
{
    double sum = 0;
    for (int i = 0; i < 6; i++)
        sum += lives(SACCO_RPM, &(struct class){.rpm = score[i]}, 30 + 60 * i);
    return sum;
}

TEST(saccos_six_casualties_survive_as_published_in_each_order)
{
    CHECK_NEAR(survivors((const int[]){5, 7, 8, 9, 10, 12}), 2.610, 0.0006);
    CHECK_NEAR(survivors((const int[]){12, 10, 9, 8, 7, 5}), 2.764, 0.0006);
    CHECK_NEAR(survivors((const int[]){8, 9, 10, 12, 7, 5}), 3.564, 0.0006);
    CHECK_NEAR(survivors((const int[]){12, 5, 7, 8, 9, 10}), 1.869, 0.0006);
}

TEST(the_logistic_by_priority_kills_the_shares_it_was_printed_with)
{
    static const int minutes[] = {20, 60, 120, 180};
    static const double first[] = {.134, .258, 1.05, 1.84}, second[] = {.078, .124, .333, .825};
    const struct class t1 = {.triage = T1}, t2 = {.triage = T2}, t3 = {.triage = T3};
    for (int i = 0; i < 4; i++) {
        CHECK_NEAR(100 * (1 - lives(PRIORITY_LOGISTIC, &t1, minutes[i])), first[i], 0.006);
        CHECK_NEAR(100 * (1 - lives(PRIORITY_LOGISTIC, &t2, minutes[i])), second[i], 0.0006);
        CHECK_NEAR(100 * (1 - lives(PRIORITY_LOGISTIC, &t3, minutes[i])), 0.1, 0.0006);
    }
}

TEST(under_every_model_death_comes_when_the_tolerance_is_used_up)
{
    const struct class c = {.rpm = 9, .triage = T1, .shape = 0.9, .scale_ms = MINUTES(200)};
    for (int m = INJURY_CLOCK; m <= PRIORITY_LOGISTIC; m++)
        for (int minute = 35; minute < 300; minute += 7) {
            double hazard = survival_hazard((enum survival)m, &c, MINUTES(minute));
            int64_t back_ms =
                llround(survival_ms((enum survival)m, &c, hazard)); /* the score may stand still */
            CHECK(back_ms <= MINUTES(minute) + 1000);
            CHECK_NEAR(survival_hazard((enum survival)m, &c, back_ms), hazard, 1e-6);
        }
}

TEST(under_every_model_no_survivor_would_have_died_of_immediate_care)
{
    for (int m = 0; m < 3; m++) {
        static const char *const models[] = {"survival=injury_clock", "survival=sacco_rpm",
                                             "survival=priority_logistic"};
        struct stage s = stage_of("tests/shown.yaml", (const char *[SETS_MAX]){models[m]});
        for (uint64_t n = 0; n < 60; n++)
            stage_play(&s, 1, n);
        CHECK_INT((int)s.tally->defects, 0);
        CHECK(s.tally->per_trial[DEATHS].y > 100);
        stage_free(&s);
    }
}

/* Deaths in so many trials under a model. */
static int deaths(const char *model, const char *plan)
{
    struct stage s =
        stage_of("scenarios/first.yaml", (const char *[SETS_MAX]){model, plan, "attacks.ied.rate=x20"});
    for (uint64_t n = 0; n < 200; n++)
        stage_play(&s, 1, n);
    int n = (int)s.tally->per_trial[DEATHS].y;
    stage_free(&s);
    return n;
}

/* Three helicopters that fly by night against none: if the order of such plans hung on the model, nothing could be said. */
TEST(all_three_models_of_survival_rank_two_clear_plans_alike)
{
    static const char *const models[] = {"survival=injury_clock", "survival=sacco_rpm",
                                         "survival=priority_logistic"};
    static const char with[] = "assets.*[kind: helicopter].night=true",
                      without[] = "assets.*[kind: helicopter].count=0";
    for (int m = 0; m < 3; m++)
        CHECK(deaths(models[m], with) < deaths(models[m], without));
}
