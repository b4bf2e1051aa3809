/* test_upkeep.c -- what keeps units at home, by the clock. */
#include "test.h"

#include "base/name.h"
#include "base/unit.h"
#include "study.h"
#include "world/serviceable.h"

/* One helicopter; calls at 08:00 and 08:20. The first alone takes 140 min to the hospital's door. */
static const char calls[] = "tests/theory/divert.yaml";

#define SETS(...) ((const char *[SETS_MAX]){__VA_ARGS__})

static struct stage played(const char *const sets[SETS_MAX])
{
    return stage_played(calls, sets);
}

static double hours_of(const struct stage *s, int casualty, enum wait w)
{
    int64_t ms[WAITS];
    trial_waits(s->trial, casualty, ms);
    return (double)ms[w] / (double)HOURS(1);
}

/* Hours after 08:00 of the first day at which someone is given a unit. */
static double assigned_h(const struct stage *s, int casualty)
{
    return (double)(trial_casualty(s->trial, casualty)->at[M_ASSIGNED] - HOURS(8)) / (double)HOURS(1);
}

TEST(what_is_never_serviceable_is_never_sent)
{
    struct stage s = played(SETS("assets.helicopter.serviceable=0"));
    CHECK_INT(trial_sorties(s.trial), 0);
    CHECK_NEAR(hours_of(&s, 0, WAIT_UNFIT), 48, 0);
    stage_free(&s);
}

TEST(a_helicopter_is_serviceable_on_its_share_of_days_and_on_those_at_a_higher_share_too)
{
    struct asset low = {.serviceable = 0.6}, high = {.serviceable = 0.8};
    uint64_t name = name_child(name_of("asset", "mi8"), 0);
    int days = 0, n = 4000;
    for (int64_t day = 0; day < n; day++) {
        struct luck l = {1, (uint64_t)day % 7};
        bool fit = serviceable_on(&low, &l, name, day);
        CHECK(!fit || serviceable_on(&high, &l, name, day));
        days += fit;
    }
    CHECK_NEAR((double)days / n, 0.6, 0.03);
}

TEST(what_fails_before_the_call_is_sent_when_it_is_mended)
{
    struct stage s = played(SETS("assets.helicopter.fails_after=6 h", "assets.helicopter.repair=4 h"));
    CHECK_NEAR(hours_of(&s, 0, WAIT_UNFIT), 2, 0);
    CHECK_NEAR(assigned_h(&s, 1), 2,
               0); /* both at 10:00: the graver first, and the other of the same sortie's end */
    stage_free(&s);
}

TEST(what_fails_on_a_journey_finishes_it_and_is_mended_at_home)
{
    /* Fails at 09:00, on the way out; home at 10:16 and 10 min of turnaround and unloading each; then 24 h. */
    struct stage s = played(SETS("assets.helicopter.fails_after=9 h", "assets.helicopter.repair=24 h"));
    const struct sortie *first = trial_sortie(s.trial, 0);
    CHECK_INT(first->casualties, 1);
    CHECK_INT(trial_casualty(s.trial, 1)->at[M_ASSIGNED], first->home + MINUTES(10) + HOURS(24));
    stage_free(&s);
}

TEST(one_after_the_other_is_laid_up_for_maintenance)
{
    struct stage s =
        played(SETS("assets.helicopter.maintenance_every=8 h", "assets.helicopter.maintenance=3 h"));
    CHECK_NEAR(assigned_h(&s, 1), 3, 0);
    stage_free(&s);
    s = played(SETS("assets.helicopter.maintenance_every=16 h", "assets.helicopter.maintenance=3 h",
                    "assets.helicopter.count=2"));
    CHECK_NEAR(assigned_h(&s, 0), 0, 0);
    CHECK_NEAR(hours_of(&s, 1, WAIT_ASSET_BUSY), 130. / 60, 0);
    stage_free(&s);
}

TEST(a_crew_that_has_flown_its_hours_rests)
{
    struct stage s = played(SETS("assets.helicopter.work=2 h", "assets.helicopter.rest=8 h"));
    CHECK_NEAR(hours_of(&s, 1, WAIT_CREW_RESTS), 8, 0);
    stage_free(&s);
    s = played(SETS("assets.helicopter.work=3 h", "assets.helicopter.rest=8 h"));
    CHECK_NEAR(hours_of(&s, 1, WAIT_CREW_RESTS), 0, 0);
    stage_free(&s);
}

TEST(a_posture_says_how_soon_one_moves_off)
{
    struct stage s = played(SETS("assets.helicopter.posture_day=ready", "postures.ready={notice: 3 min}"));
    CHECK_INT(trial_sortie(s.trial, 0)->launched - trial_sortie(s.trial, 0)->assigned, MINUTES(3));
    stage_free(&s);
}

TEST(in_the_dark_some_land_at_lit_sites_alone)
{
#define NIGHT                                                                                                \
    "map.daylight=12:00-18:00", "assets.helicopter.night_landing=lit", "assets.helicopter.notice_night=10 min"
    struct stage s = played(SETS(NIGHT));
    CHECK_NEAR(hours_of(&s, 0, WAIT_DARK), 4 - 70. / 60, 1e-6); /* there at first light */
    stage_free(&s);
    s = played(SETS(NIGHT, "sites.east.lit=true"));
    CHECK_NEAR(hours_of(&s, 0, WAIT_DARK), 0, 0);
    stage_free(&s);
}
