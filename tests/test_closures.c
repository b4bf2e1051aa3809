/* test_closures.c -- facilities that close, are lost, moved or relieved; and those that share a site. */
#include "test.h"

#include "base/unit.h"
#include "study.h"

/* At 08:00: loaded after 56 min, in the hospital at 81, its bay from 87 to 117, on the table to 177; then the capital. */
static const char pathway[] = "tests/theory/pathway.yaml";

#define SETS(...) ((const char *[SETS_MAX]){__VA_ARGS__})
#define POST      "facilities.post={site: aid_post, bays: 0, tables: 1, beds: 4}"

static struct stage played(const char *const sets[SETS_MAX])
{
    return stage_played(pathway, sets);
}

static double waited_min(const struct stage *s, int casualty, enum wait w)
{
    int64_t ms[WAITS];
    trial_waits(s->trial, casualty, ms);
    return (double)ms[w] / (double)MINUTES(1);
}

static void check_minutes(const char *const sets[SETS_MAX], enum moment m, double due)
{
    struct stage s = played(sets);
    CHECK_NEAR(stage_minutes_to(&s, 0, m), due, 0);
    stage_free(&s);
}

TEST(a_closed_facility_is_passed_over_while_it_is_closed)
{
    check_minutes(SETS(POST), M_FACILITY, 66);
    check_minutes(SETS(POST, "closures.lost={facility: post, from: \"day 1 08:10\"}"), M_FACILITY, 81);
    check_minutes(SETS(POST, "closures.lost={facility: post, from: \"day 1 08:10\", for: 40 min}"),
                  M_FACILITY, 66);
    check_minutes(SETS(POST, "facilities.post.closed=true"), M_FACILITY, 81);
}

TEST(when_all_are_closed_one_is_brought_to_the_nearest_all_the_same)
{
    struct stage s = played(SETS("closures.a={facility: hospital}", "closures.b={facility: capital}"));
    CHECK_NEAR(stage_minutes_to(&s, 0, M_FACILITY), 81, 0);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_SURGICAL_FACILITY), -1, 0);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_SURGERY), 117, 0);
    stage_free(&s);
}

TEST(who_finds_it_closed_at_the_door_is_sent_on_to_one_that_is_open)
{
    /* It closes while the helicopter is on its way: at the door at 81, decided at 97, fetched from 112 to 212. */
    struct stage s = played(SETS("closures.lost={facility: hospital, from: \"day 1 09:10\"}"));
    CHECK_NEAR(stage_minutes_to(&s, 0, M_FACILITY), 81, 0);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_SURGICAL_FACILITY), 302, 0);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_SURGERY), 312, 0);
    stage_free(&s);
}

TEST(those_inside_are_treated_on_or_leave_as_the_closure_says)
{
    /* At 09:40 he is in the bay. He stays: as ever. He leaves: after the bay, at 117, to be operated on in the capital. */
    check_minutes(SETS("closures.lost={facility: hospital, from: \"day 1 09:40\"}"), M_SURGERY, 117);
    struct stage s =
        played(SETS("closures.lost={facility: hospital, from: \"day 1 09:40\", patients: leave}"));
    CHECK_NEAR(stage_minutes_to(&s, 0, M_SURGERY), 117 + 10 + 15 + 90 + 10 + 90 + 10, 0);
    CHECK_NEAR(waited_min(&s, 0, WAIT_TRANSFER_DECISION), 10, 0);
    stage_free(&s);
    /* At 11:05 he is in bed, operated on, and to stay until 297: he leaves at once. */
    check_minutes(SETS("closures.lost={facility: hospital, from: \"day 1 11:05\", patients: leave}"),
                  M_ONWARD, 185 + 10 + 15 + 90 + 10);
    check_minutes(SETS("closures.lost={facility: hospital, from: \"day 1 11:05\"}"), M_ONWARD, 422);
}

TEST(while_teams_are_relieved_those_for_the_table_wait_or_are_sent_on)
{
    struct stage s =
        played(SETS("closures.relief={facility: hospital, from: \"day 1 09:50\", for: 60 min, of: surgery}"));
    CHECK_NEAR(stage_minutes_to(&s, 0, M_SURGERY), 170, 0);
    CHECK_NEAR(waited_min(&s, 0, WAIT_NO_TEAM), 53, 0);
    stage_free(&s);
    check_minutes(
        SETS("closures.relief={facility: hospital, from: \"day 1 09:50\", of: surgery, patients: leave}"),
        M_SURGERY, 342);
    /* From the scene one flies to where there is surgery, if there is any. */
    check_minutes(SETS(POST, "closures.relief={facility: post, of: surgery}"), M_FACILITY, 81);
}

TEST(an_operation_begun_before_is_finished)
{
    check_minutes(SETS("closures.lost={facility: hospital, from: \"day 1 10:00\", patients: leave}"),
                  M_SURGERY_DONE, 177);
}

TEST(closures_that_overlap_last_as_long_as_any_of_them)
{
    check_minutes(SETS("closures.a={facility: hospital, from: \"day 1 09:30\", for: 60 min, of: surgery}",
                       "closures.b={facility: hospital, from: \"day 1 09:50\", for: 80 min, of: surgery}"),
                  M_SURGERY, 190);
}

TEST(a_transfer_waits_for_a_closed_facility_to_open)
{
    /* Fit at 297 and decided at 307; the capital is closed to 700. */
    struct stage s = played(SETS("closures.strike={facility: capital, for: 1180 min}"));
    CHECK_NEAR(stage_minutes_to(&s, 0, M_ONWARD), 700 + 115, 0);
    stage_free(&s);
}

TEST(a_move_is_a_facility_that_closes_and_another_that_opens)
{
    const char *there = "closures.there={facility: hospital, from: \"day 1 09:00\", patients: leave}",
               *not_yet = "closures.here={facility: post, for: 9 h}";
    check_minutes(SETS(POST, not_yet), M_FACILITY, 81);
    check_minutes(SETS(POST, there, not_yet, "attacks.blast.at=day 1 10:00"), M_FACILITY, 66);
}

/* --- one site ------------------------------------------------------------------------------ */

#define THEATRE "facilities.theatre={site: hospital, bays: 0, tables: 1, beds: 4, shares_site: true}"

TEST(between_facilities_that_share_a_site_one_is_walked_over)
{
    struct stage s = played(SETS(THEATRE, "facilities.hospital.tables=0",
                                 "facilities.hospital.shares_site=true", "dispatch.seek.T1=resuscitation"));
    CHECK_NEAR(stage_minutes_to(&s, 0, M_RESUSCITATION), 87, 0);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_SURGERY), 122, 0);
    CHECK_NEAR(waited_min(&s, 0, WAIT_TRANSFER_MOVING), 5, 0);
    CHECK_NEAR(waited_min(&s, 0, WAIT_TRANSFER_DECISION), 0, 0);
    stage_free(&s);
}

TEST(facilities_that_do_not_share_need_an_asset_between_them)
{
    struct stage s = played(SETS(THEATRE, "facilities.hospital.tables=0", "dispatch.seek.T1=resuscitation"));
    CHECK(stage_minutes_to(&s, 0, M_SURGERY) > 122);
    stage_free(&s);
}

TEST(who_finds_the_table_taken_is_walked_to_a_free_one_next_door)
{
    struct stage s =
        played(SETS(THEATRE, "facilities.hospital.shares_site=true", "attacks.blast.casualties=3"));
    /* Two are brought at 83: the bay to 119 and to 149, the table to 179, the second walks over. */
    CHECK_NEAR(stage_minutes_to(&s, 0, M_SURGERY), 119, 0);
    CHECK_NEAR(stage_minutes_to(&s, 1, M_SURGERY), 154, 0);
    stage_free(&s);
}

TEST(a_category_seen_anew_in_the_bay_is_the_true_one_from_then_on)
{
    struct stage plain = played(SETS("triage.T1={T2: 1}", "dispatch.seek.T2=surgery")),
                 anew = played(SETS("triage.T1={T2: 1}", "dispatch.seek.T2=surgery",
                                    "facilities.hospital.retriage=true"));
    CHECK_INT(trial_casualty(plain.trial, 0)->wound.seen, T2);
    CHECK_INT(trial_casualty(anew.trial, 0)->wound.seen, T1);
    CHECK_NEAR(stage_minutes_to(&anew, 0, M_SURGERY), stage_minutes_to(&plain, 0, M_SURGERY), 0);
    stage_free(&plain);
    stage_free(&anew);
}
