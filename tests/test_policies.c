/* test_policies.c -- who is sent for whom, by the clock, and what that costs against a bound. */
#include "test.h"

#include "base/unit.h"
#include "study.h"

/* A light case at 08:00, 60 km east; a grave one at 08:20, 30 km north of where the helicopter is by then. */
static const char which_first[] = "tests/theory/divert.yaml";

#define SETS(...) ((const char *[SETS_MAX]){__VA_ARGS__})

/* Minutes from wounding; -1: never. */
static double after_min(const struct stage *s, int casualty, enum moment m)
{
    const struct casualty *c = trial_casualty(s->trial, casualty);
    return c->at[m] < 0 ? -1 : (double)(c->at[m] - c->at[M_WOUNDED]) / (double)MINUTES(1);
}

static void check_facility(struct stage s, double light, double grave)
{
    CHECK_NEAR(after_min(&s, 0, M_FACILITY), light, 0.01);
    CHECK_NEAR(after_min(&s, 1, M_FACILITY), grave, 0.01);
    stage_free(&s);
}

/* 10 of notice, 60 out, 6 to load, 60 to the hospital; 4 to unload, 10 to turn round; then the other. */
static const double out_and_back = 10 + 60 + 6 + 60, north_km = 31.6228;

TEST(without_diversion_the_graver_case_waits_until_the_helicopter_is_back)
{
    check_facility(stage_played(which_first, SETS(NULL)), out_and_back,
                   out_and_back - 20 + 4 + 10 + 10 + north_km + 6 + north_km);
}

TEST(a_helicopter_on_its_way_to_a_lighter_case_turns_to_a_graver_one)
{
    struct stage s = stage_played(which_first, SETS("dispatch.divert=true"));
    double back = 20 + 30 + 6 + north_km + 4 + 10;
    CHECK_NEAR(after_min(&s, 1, M_ON_SCENE), 30, 0.01);
    CHECK_INT(trial_sorties(s.trial), 3);
    CHECK_INT(trial_sortie(s.trial, 0)->casualties, 0);
    CHECK_INT(trial_casualty(s.trial, 0)->legs, 1);
    CHECK_NEAR(after_min(&s, 0, M_FACILITY), back + out_and_back, 0.01);
    stage_free(&s);
}

TEST(a_helicopter_still_making_ready_goes_to_the_graver_case_without_losing_its_notice)
{
    check_facility(
        stage_played(which_first, SETS("dispatch.divert=true", "assets.helicopter.notice_day=25 min")),
        25 + north_km + 6 + north_km + 4 + 10 + 25 + 60 + 6 + 60, 5 + north_km + 6 + north_km);
}

TEST(nothing_turns_away_from_a_case_as_grave)
{
    check_facility(stage_played(which_first, SETS("dispatch.divert=true", "attacks.light.mechanism=grave")),
                   out_and_back, out_and_back - 20 + 4 + 10 + 10 + north_km + 6 + north_km);
}

/* The graver of one scene may not be flown, the lighter may: the helicopter that makes ready for these stays with them. */
TEST(nothing_turns_for_somebody_graver_whom_it_may_not_carry)
{
    struct stage s =
        stage_of("tests/shown-control.yaml", SETS("dispatch.divert=true", "hazards.road=0.003 /km"));
    stage_play(&s, 1, 12);
    CHECK(trial_sorties(s.trial) < 1000);
    stage_free(&s);
}

TEST(with_a_reserve_the_last_helicopter_is_kept_for_the_grave)
{
    struct stage s = stage_played(which_first, SETS("dispatch.policy=reserve"));
    int64_t ms[WAITS];
    CHECK_NEAR(after_min(&s, 1, M_FACILITY), 10 + north_km + 6 + north_km, 0.01);
    CHECK_NEAR(after_min(&s, 0, M_FACILITY), -1, 0);
    trial_waits(s.trial, 0, ms);
    CHECK(ms[WAIT_KEPT_BACK] > DAYS(1));
    stage_free(&s);
    check_facility(stage_played(which_first, SETS("dispatch.policy=reserve", "assets.helicopter.count=2")),
                   out_and_back, 10 + north_km + 6 + north_km);
}

TEST(nearest_looks_at_the_way_alone_and_soonest_on_scene_at_the_notice_too)
{
#define SLOW_TO_LEAVE "assets.near={kind: helicopter, home: east, notice_day: 80 min, speed: 60 km/h}"
    struct stage s = stage_played(which_first, SETS("dispatch.policy=nearest", SLOW_TO_LEAVE));
    CHECK_NEAR(after_min(&s, 0, M_ON_SCENE), 80, 0);
    stage_free(&s);
    s = stage_played(which_first, SETS("dispatch.policy=soonest_on_scene", SLOW_TO_LEAVE));
    CHECK_NEAR(after_min(&s, 0, M_ON_SCENE), 70, 0);
    stage_free(&s);
}

TEST(one_casualty_alone_has_just_what_the_bound_says)
{
    struct stage s = stage_played("tests/theory/pathway.yaml", SETS("dispatch.regret=true"));
    CHECK_INT(s.tally->alone[FACILITY].n, 1);
    CHECK_INT(s.tally->regret[FACILITY].y, 0);
    CHECK_INT(s.tally->regret[SURGICAL_FACILITY].y, MINUTES(0));
    stage_free(&s);
}

TEST(two_who_want_one_helicopter_lose_what_one_of_them_waits)
{
    struct stage s = stage_played(which_first, SETS("dispatch.regret=true"));
    CHECK_INT(s.tally->alone[FACILITY].n, 2);
    CHECK_NEAR((double)s.tally->regret[FACILITY].y / (double)MINUTES(1), out_and_back - 20 + 4 + 10, 0.01);
    stage_free(&s);
}

static void more_than_the_bound(const char *policy)
{
    struct stage s = stage_of("tests/shown-means.yaml", SETS("dispatch.regret=true", policy));
    for (int i = 0; i < test_share(400); i++)
        stage_play(&s, 1, (uint64_t)i);
    CHECK(s.tally->regret[FACILITY].y > 0 && s.tally->regret[SURGICAL_FACILITY].y > 0);
    stage_free(&s);
}

TEST(every_policy_takes_longer_than_the_bound)
{
    more_than_the_bound("dispatch.policy=nearest");
    more_than_the_bound("dispatch.policy=soonest_on_scene");
    more_than_the_bound("dispatch.policy=soonest_care");
    more_than_the_bound("dispatch.policy=reserve");
}
