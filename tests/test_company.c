/* test_company.c -- aeromedical teams and armed escorts: none goes without, and one is with one unit. */
#include "test.h"

#include "base/unit.h"
#include "study.h"

/* Two calls, at 08:00 and 08:20. The first alone takes 150 min from tasked to ready again, after 10 of notice. */
static const char calls[] = "tests/theory/divert.yaml";

#define SETS(...)  ((const char *[SETS_MAX]){"assets.helicopter.count=2", __VA_ARGS__})
#define TEAM_OF(n) "assets.helicopter.team=always", "teams.flight={home: camp, joins: 25 min, count: " #n "}"

static struct stage played(const char *const sets[SETS_MAX])
{
    return stage_played(calls, sets);
}

static double waited_min(const struct stage *s, int casualty, enum wait w)
{
    int64_t ms[WAITS];
    trial_waits(s->trial, casualty, ms);
    return (double)ms[w] / (double)MINUTES(1);
}

static double notice_min(const struct stage *s, int sortie)
{
    const struct sortie *j = trial_sortie(s->trial, sortie);
    return (double)(j->launched - j->assigned) / (double)MINUTES(1);
}

TEST(a_helicopter_moves_off_when_it_is_ready_and_its_team_aboard)
{
    struct stage s = played(SETS(TEAM_OF(2)));
    CHECK_NEAR(notice_min(&s, 0), 25, 0);
    CHECK_NEAR(notice_min(&s, 1), 25, 0);
    stage_free(&s);
    s = played(SETS(TEAM_OF(2), "assets.helicopter.notice_day=40 min"));
    CHECK_NEAR(notice_min(&s, 0), 40, 0);
    stage_free(&s);
}

TEST(out_with_one_team_there_is_none_for_the_next)
{
    /* From 08:20 until the first is ready again: 25 + 60 + 6 + 60 + 4 + 10 after 08:00. */
    struct stage s = played(SETS(TEAM_OF(1)));
    CHECK_NEAR(waited_min(&s, 1, WAIT_NO_MEDICS), 165 - 20, 0);
    CHECK_NEAR(waited_min(&s, 1, WAIT_ASSET_BUSY), 0, 0);
    stage_free(&s);
}

TEST(a_team_goes_with_the_assets_of_its_own_home)
{
    struct stage s = played(SETS(TEAM_OF(1), "teams.flight.home=east"));
    CHECK_INT(trial_sorties(s.trial), 0);
    stage_free(&s);
}

TEST(out_of_its_hours_a_team_is_not_tasked)
{
    struct stage s = played(SETS(TEAM_OF(2), "teams.flight.hours=\"09:00-17:00\""));
    CHECK_NEAR(waited_min(&s, 0, WAIT_NO_MEDICS), 60, 0);
    CHECK_NEAR(waited_min(&s, 1, WAIT_NO_MEDICS), 40, 0);
    stage_free(&s);
}

TEST(an_escort_wanted_in_contact_is_wanted_until_contact_ends)
{
#define ESCORTED "assets.helicopter.escort=contact", "attacks.light.contact=50 min"
    struct stage s = played(SETS(ESCORTED));
    CHECK_NEAR(waited_min(&s, 0, WAIT_NO_ESCORT), 50, 0);
    CHECK_NEAR(waited_min(&s, 1, WAIT_NO_ESCORT), 0, 0);
    stage_free(&s);
    s = played(SETS(ESCORTED, "escorts.pair={home: camp, joins: 12 min}"));
    CHECK_NEAR(waited_min(&s, 0, WAIT_NO_ESCORT), 0, 0);
    CHECK_NEAR(notice_min(&s, 0), 12, 0);
    stage_free(&s);
}

TEST(a_helicopter_without_an_escort_does_not_turn_to_a_scene_that_needs_one)
{
    struct stage s = played(SETS("assets.helicopter.count=1", "dispatch.divert=true",
                                 "assets.helicopter.escort=contact", "attacks.grave.contact=50 min"));
    CHECK_INT(trial_sorties(s.trial), 2);
    stage_free(&s);
}

TEST(teams_and_escorts_move_no_attack_and_are_not_lost)
{
    struct stage s = stage_of("tests/shown-means.yaml", (const char *[SETS_MAX]){NULL});
    for (int i = 0; i < test_share(200); i++)
        stage_play(&s, 3, (uint64_t)i); /* conservation is checked in every trial */
    CHECK(busy_mean(s.tally, resource_called(s.tally, "aeromedical", "flight")) > 0);
    CHECK(busy_mean(s.tally, resource_called(s.tally, "escorts", "gunship")) > 0);
    stage_free(&s);
}
