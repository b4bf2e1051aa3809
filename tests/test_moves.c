/* test_moves.c -- facilities that move: by the clock, and as if one closed and another opened. */
#include "test.h"

#include "base/unit.h"
#include "study.h"

static const char pathway[] = "tests/theory/pathway.yaml", care[] = "tests/shown-care.yaml",
                  vehicles[] = "tests/shown-vehicles.yaml";

#define SETS(...) ((const char *[SETS_MAX]){__VA_ARGS__})
#define AGAIN(when)                                                                                          \
    "attacks.again={per: script, at: \"" when                                                                \
    "\", sites: [scene], casualties: 1, mechanism: any, contact: 0 min}"
#define MOVE(when, takes) "moves.jump={facility: hospital, at: \"" when "\", to: aid_post, takes: " takes "}"
#define FAR               "assets.helicopter.reach=0 h", "assets.helicopter.count=2" /* to the capital too */

static struct stage played(const char *const sets[SETS_MAX])
{
    return stage_played(pathway, sets);
}

static void check_minutes(const char *const sets[SETS_MAX], int casualty, enum moment m, double due)
{
    struct stage s = played(sets);
    CHECK_NEAR(stage_minutes_to(&s, casualty, m), due, 1e-3);
    stage_free(&s);
}

TEST(from_its_new_place_a_facility_is_nearer_or_farther)
{
    check_minutes(SETS(MOVE("day 1 06:00", "2 h")), 0, M_FACILITY, 66);
    check_minutes(SETS(MOVE("day 1 06:00", "2 h"), "moves.back={facility: hospital, at: \"day 1 08:10\", to: "
                                                   "hospital, takes: 10 min}"),
                  0, M_FACILITY, 81);
}

TEST(a_facility_is_packed_up_when_the_last_has_left)
{
    /* In the bay at 09:40, he is lifted for the capital at 10:33; that is seen at 10:40. The next is loaded at 11:46. */
    check_minutes(SETS(FAR, MOVE("day 1 09:40", "60 min"), AGAIN("day 1 10:50")), 1, M_FACILITY, 66);
    struct stage s = played(SETS(FAR, MOVE("day 1 09:40", "70 min"), AGAIN("day 1 10:50")));
    CHECK(stage_minutes_to(&s, 1, M_FACILITY) > 180);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_SURGERY), 153 + 90 + 6, 1e-3);
    stage_free(&s);
}

TEST(it_does_not_go_away_from_those_who_could_be_brought_nowhere_else)
{
    /* The helicopter is out since 08:30, and goes no farther than the hospital. */
    struct stage s = played(SETS(MOVE("day 1 08:40", "60 min"), AGAIN("day 2 08:00")));
    CHECK_NEAR(stage_minutes_to(&s, 0, M_FACILITY), 81, 1e-3);
    CHECK(stage_minutes_to(&s, 0, M_SURGERY) > 0);
    CHECK_NEAR(stage_minutes_to(&s, 1, M_FACILITY), 66, 1e-3);
    stage_free(&s);
}

/* Before, during and after. */
TEST(a_move_is_a_facility_that_closes_and_the_same_that_opens_elsewhere)
{
#define THREE                                                                                                \
    AGAIN("day 1 10:30"), "attacks.third={per: script, at: \"day 2 08:00\", sites: [scene], casualties: 2, " \
                          "mechanism: any, contact: 0 min}"
    struct stage a = played(SETS(FAR, THREE, MOVE("day 1 09:40", "60 min"))),
                 b = played(SETS(
                     FAR, THREE,
                     "closures.there={facility: hospital, from: \"day 1 09:40\", patients: leave}",
                     "closures.here={facility: post, for: 700 min}",
                     "facilities.post={site: aid_post, bays: 1, resuscitation: 30 min, tables: 1, beds: 4, "
                     "blood: true, onward_after: 120 min}"));
    CHECK_INT(trial_casualties(a.trial), 4);
    for (int i = 0; i < 4; i++)
        for (int m = 0; m < MOMENTS; m++)
            CHECK_INT(trial_casualty(a.trial, i)->at[m], trial_casualty(b.trial, i)->at[m]);
    CHECK_NEAR(stage_minutes_to(&a, 2, M_FACILITY), 68, 1e-3);
    CHECK(stage_minutes_to(&a, 2, M_ONWARD) > 0);
    stage_free(&a);
    stage_free(&b);
}

TEST(a_trial_begins_with_every_facility_where_it_was)
{
    struct stage s = stage_of(care, SETS("moves.jump.at=\"day 2 00:00\""));
    int64_t first[MOMENTS], died = 0;
    stage_play(&s, 2, 0);
    int people = trial_casualties(s.trial);
    for (int m = 0; m < MOMENTS; m++)
        first[m] = trial_casualty(s.trial, people / 2)->at[m];
    for (int i = 0; i < people; i++)
        died += trial_casualty(s.trial, i)->outcome <= DIED_OF_WOUNDS;
    stage_play(&s, 2, 1);
    stage_play(&s, 2, 0);
    CHECK_INT(trial_casualties(s.trial), people);
    for (int m = 0; m < MOMENTS; m++)
        CHECK_INT(trial_casualty(s.trial, people / 2)->at[m], first[m]);
    for (int i = 0; i < people; i++)
        died -= trial_casualty(s.trial, i)->outcome <= DIED_OF_WOUNDS;
    CHECK_INT(died, 0);
    stage_free(&s);
}

/* Every trial checks that nobody is lost, and no bed, blood or team (conservation.c). */
TEST(nobody_is_lost_while_facilities_move_about)
{
    const char *about =
        "moves={a: {facility: rear, at: \"day 2 00:00\", to: field, takes: 3 h}, b: {facility: hospital, "
        "at: \"day 3 00:00\", to: rear, takes: 5 h}, c: {facility: rear, at: \"day 3 06:00\", to: rear, "
        "takes: 1 "
        "h}, d: {facility: hospital, at: \"day 6 00:00\", to: camp, takes: 9 h}}";
    struct stage s = stage_of(care, SETS(about, "hazards.landing=0.05", "dispatch.divert=true",
                                         "facilities.hospital.when_full=divert"));
    for (uint64_t n = 0; n < 12; n++)
        stage_play(&s, 7, n);
    stage_free(&s);
    s = stage_of(
        vehicles,
        SETS("moves={a: {facility: hospital, at: \"day 3 00:00\", to: town, takes: 3 h}, b: {facility: "
             "hospital, at: \"day 5 00:00\", to: hill, takes: 1 h}}",
             "facilities.other={site: camp, bays: 1, tables: 1, beds: 9}", "facilities.post.site=town"));
    for (uint64_t n = 0; n < 12; n++)
        stage_play(&s, 7, n);
    stage_free(&s);
}
