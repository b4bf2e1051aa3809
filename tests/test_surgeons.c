/* test_surgeons.c -- who operates: teams, their hours and rest, and the list of planned surgery. */
#include "test.h"

#include "base/unit.h"
#include "scenario/read.h"
#include "study.h"
#include "world/planned.h"

/* At one table: a light one at 08:00 and at 08:40, 60 min each; a grave one at 08:20, 90 min. */
static const char camp[] = "tests/theory/preempt.yaml";

#define SETS(...) ((const char *[SETS_MAX]){"facilities.hospital.queue=priority", __VA_ARGS__})
#define LISTED    "facilities.hospital.teams=listed"

static struct stage played(const char *const sets[SETS_MAX])
{
    return stage_played(camp, sets);
}

/* Minutes after 08:00 of the first day at which a casualty is on the table; -1: never. */
static double on_table_min(const struct stage *s, int casualty)
{
    int64_t at_ms = trial_casualty(s->trial, casualty)->at[M_SURGERY];
    return at_ms < 0 ? -1 : (double)(at_ms - HOURS(8)) / (double)MINUTES(1);
}

static double waited_min(const struct stage *s, int casualty, enum wait w)
{
    int64_t ms[WAITS];
    trial_waits(s->trial, casualty, ms);
    return (double)ms[w] / (double)MINUTES(1);
}

static void check_on_table(struct stage s, double first, double second, double third)
{
    CHECK_NEAR(on_table_min(&s, 0), first, 0);
    CHECK_NEAR(on_table_min(&s, 1), second, 0);
    CHECK_NEAR(on_table_min(&s, 2), third, 0);
    stage_free(&s);
}

TEST(a_table_with_a_team_at_all_hours_needs_no_list_of_teams)
{
    check_on_table(played(SETS("facilities.hospital.teams=with_tables")), 0, 60, 150);
    check_on_table(played(SETS(LISTED, "surgical_teams.only={facility: hospital}")), 0, 60, 150);
}

TEST(two_tables_and_one_team_make_one_operation_at_a_time)
{
    struct stage s =
        played(SETS(LISTED, "facilities.hospital.tables=2", "surgical_teams.only={facility: hospital}"));
    CHECK_NEAR(waited_min(&s, 1, WAIT_NO_TEAM), 40, 0);
    CHECK_NEAR(waited_min(&s, 1, WAIT_TABLE_FULL), 0, 0);
    check_on_table(s, 0, 60, 150);
}

TEST(two_teams_share_one_table)
{
    struct stage s = played(SETS(LISTED, "surgical_teams.pair={facility: hospital, count: 2}"));
    CHECK_NEAR(waited_min(&s, 1, WAIT_TABLE_FULL), 40, 0);
    CHECK_NEAR(waited_min(&s, 1, WAIT_NO_TEAM), 0, 0);
    check_on_table(s, 0, 60, 150);
}

TEST(out_of_its_hours_a_team_begins_nothing_and_finishes_what_it_began)
{
    /* The grave one first at 09:00, the light one at 10:30; the last begins before 11:30 or on the next day. */
    struct stage s = played(SETS(LISTED, "surgical_teams.day={facility: hospital, hours: \"09:00-11:30\"}"));
    CHECK_NEAR(waited_min(&s, 0, WAIT_NO_TEAM), 60 + 0, 0);
    CHECK_NEAR(waited_min(&s, 0, WAIT_TABLE_FULL), 90, 0);
    check_on_table(s, 150, 60, 25 * 60);
    check_on_table(played(SETS(LISTED, "surgical_teams.day={facility: hospital, hours: \"09:00-11:31\"}")),
                   150, 60, 210);
}

TEST(day_and_night_teams_relieve_each_other)
{
    check_on_table(played(SETS(LISTED, "surgical_teams.day={facility: hospital, hours: \"06:00-08:10\"}",
                               "surgical_teams.night={facility: hospital, hours: \"08:10-06:00\"}",
                               "facilities.hospital.tables=2")),
                   0, 20, 110);
}

TEST(a_team_that_has_worked_its_hours_rests_before_it_begins_again)
{
    /* 60 min at the table are enough: 4 h of rest from 09:00, then the grave one; 4 h from 14:30; then the last. */
    struct stage s =
        played(SETS(LISTED, "surgical_teams.only={facility: hospital, work: 60 min, rest: 4 h}"));
    CHECK_NEAR(waited_min(&s, 1, WAIT_TABLE_FULL), 40, 0);
    CHECK_NEAR(waited_min(&s, 1, WAIT_NO_TEAM), 240, 0);
    check_on_table(s, 0, 300, 300 + 90 + 240);
    /* With 61 min the second is begun at once, and the rest comes after it. */
    check_on_table(played(SETS(LISTED, "surgical_teams.only={facility: hospital, work: 61 min, rest: 4 h}")),
                   0, 60, 150 + 240);
}

TEST(a_second_team_works_while_the_first_rests)
{
    check_on_table(played(SETS(LISTED, "surgical_teams.pair={facility: hospital, count: 2, work: 60 min}")),
                   0, 60, 150 + 6 * 60 + 30);
}

TEST(without_a_team_a_table_makes_no_surgical_facility)
{
    struct stage s = played(SETS(LISTED, "surgical_teams.none here={facility: hospital, count: 0}"));
    CHECK_NEAR(on_table_min(&s, 1), -1, 0);
    CHECK(trial_casualty(s.trial, 1)->at[M_SURGICAL_FACILITY] < 0);
    CHECK(trial_casualty(s.trial, 1)->at[M_FACILITY] >= 0);
    stage_free(&s);
}

TEST(where_graver_cases_interrupt_they_take_over_the_team)
{
    struct stage s = played(SETS(LISTED, "surgical_teams.only={facility: hospital}",
                                 "facilities.hospital.tables=2", "facilities.hospital.queue=preempt"));
    CHECK_NEAR(on_table_min(&s, 1), 20, 0);
    CHECK(trial_casualty(s.trial, 0)->at[M_SURGERY_DONE] == HOURS(10) + MINUTES(30));
    stage_free(&s);
}

/* --- planned surgery ------------------------------------------------------------------------ */

TEST(a_planned_operation_holds_a_table_and_is_not_broken_off)
{
    /* It begins at 08:00, before the first attack; then the grave one, the light ones, and the second of the list. */
    check_on_table(played(SETS("facilities.hospital.planned={cases: 2, time: 2 h}")), 120 + 90, 120,
                   210 + 60);
    check_on_table(played(SETS("facilities.hospital.planned={cases: 2, time: 2 h}",
                               "facilities.hospital.queue=preempt")),
                   120 + 90, 120, 210 + 60);
}

TEST(nobody_who_was_wounded_waits_for_the_rest_of_a_list)
{
    check_on_table(played(SETS("facilities.hospital.planned={cases: 5, from: \"08:01\", time: 2 h}")), 0, 60,
                   150);
}

TEST(what_of_a_list_has_not_begun_by_its_end_is_put_off)
{
    /* 5 of 2 h from 06:00: the second ends at 10:00. Until 07:59 only one begins. */
    check_on_table(played(SETS("facilities.hospital.planned={cases: 5, from: \"06:00\", time: 110 min}")),
                   100 + 90, 100, 250);
    check_on_table(
        played(
            SETS("facilities.hospital.planned={cases: 5, from: \"06:00\", until: \"07:30\", time: 110 min}")),
        0, 60, 150);
}

TEST(a_list_needs_a_team_too)
{
    /* On duty from 08:30: the wounded who wait by then go first, and the list after them. */
    check_on_table(played(SETS(LISTED, "surgical_teams.late={facility: hospital, hours: \"08:30-23:00\"}",
                               "facilities.hospital.planned={cases: 1, from: \"06:00\", time: 3 h}")),
                   120, 30, 180);
    check_on_table(played(SETS(LISTED, "surgical_teams.early={facility: hospital, hours: \"07:00-23:00\"}",
                               "facilities.hospital.planned={cases: 1, from: \"06:00\", time: 3 h}")),
                   120 + 90, 120, 270);
}

static void check_same_lists(const struct facility *one, const struct facility *other)
{
    int cases = 0;
    for (uint64_t trial = 0; trial < 5; trial++)
        for (int64_t day = 0; day < 30; day++) {
            struct luck l = {7, trial};
            CHECK_INT(planned_cases(one, &l, day), planned_cases(other, &l, day));
            CHECK_INT(planned_ms(one, &l, day, 1), planned_ms(other, &l, day, 1));
            cases += planned_cases(one, &l, day);
        }
    CHECK(cases > 150 * 0.6 * 0.6 && cases < 150 * 0.6 * 1.4);
}

TEST(the_lists_of_a_facility_are_the_same_whatever_else_is_planned)
{
#define LIST "facilities.hospital.planned={cases: poisson(mean 0.6)}"
    struct scenario *a = scenario_of(camp, SETS(LIST)),
                    *b = scenario_of(
                        camp, SETS(LIST, "facilities.another={site: camp}", "facilities.hospital.tables=3"));
    check_same_lists(&a->facilities.at[0], &b->facilities.at[0]);
    scenario_free(a);
    scenario_free(b);
}
