/* test_wards.c -- beds: intensive care, the longest stay, and what happens when all are full. */
#include "test.h"

#include "base/unit.h"
#include "study.h"

/* One casualty, by helicopter to a hospital: in a bed after 177 min, fit to travel at 297, in the capital at 522. */
static const char pathway[] = "tests/theory/pathway.yaml";

#define SETS(...) ((const char *[SETS_MAX]){__VA_ARGS__})
#define TWO       "attacks.blast.casualties=2"
#define NEEDS_ICU "classes.wounded.icu=1", "classes.wounded.icu_stay=2 h"

static struct stage played(const char *const sets[SETS_MAX])
{
    return stage_played(pathway, sets);
}

static double hours_busy(const struct stage *s, const char *kind, const char *name)
{
    const struct frame *f = s->tally->frame;
    double hours = (double)(f->window.to_ms - f->window.from_ms) / (double)HOURS(1);
    return busy_mean(s->tally, resource_called(s->tally, kind, name)) * hours;
}

/* --- intensive care ----------------------------------------------------------------------- */

TEST(where_intensive_care_is_not_counted_any_bed_will_do)
{
    struct stage s = played(SETS(NEEDS_ICU)), plain = played(NULL);
    for (int m = 0; m < MOMENTS; m++)
        CHECK_NEAR(stage_minutes_to(&s, 0, (enum moment)m), stage_minutes_to(&plain, 0, (enum moment)m), 0);
    CHECK_NEAR(hours_busy(&s, "beds", "hospital"), hours_busy(&plain, "beds", "hospital"), 0);
    stage_free(&s);
    stage_free(&plain);
}

TEST(one_lies_in_intensive_care_as_long_as_it_is_needed_and_then_on_the_ward)
{
    /* Fit at 297, decided at 307, fetched at 422: two hours in intensive care from 177, the rest on the ward. */
    struct stage s = played(SETS(NEEDS_ICU, "facilities.hospital.icu=1"));
    CHECK_NEAR(hours_busy(&s, "icu", "hospital"), 2, 1e-9);
    CHECK_NEAR(hours_busy(&s, "beds", "hospital"), (422 - 297) / 60.0, 1e-6);
    stage_free(&s);
}

TEST(in_intensive_care_one_stays_while_the_ward_is_full)
{
    struct stage s = played(SETS(NEEDS_ICU, "facilities.hospital.icu=1", "facilities.hospital.beds=0"));
    CHECK_NEAR(hours_busy(&s, "icu", "hospital"), (422 - 177) / 60.0, 1e-6);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_BED), 177, 0);
    stage_free(&s);
}

TEST(who_finds_intensive_care_full_lies_on_the_ward_and_has_the_next_bed)
{
    /* Two are brought at 83, to one bay and one table: on the ward at 239 the second, until the first leaves at 299. */
    struct stage s = played(SETS(TWO, NEEDS_ICU, "facilities.hospital.icu=1", "classes.wounded.icu_stay=4 h",
                                 "facilities.hospital.onward_after=20 h"));
    CHECK_NEAR(stage_minutes_to(&s, 0, M_BED), 179, 0);
    CHECK_NEAR(stage_minutes_to(&s, 1, M_BED), 239, 0);
    /* The first from 179 to 419; the second from then until 479. */
    CHECK_NEAR(hours_busy(&s, "icu", "hospital"), 5, 1e-6);
    stage_free(&s);
}

TEST(want_of_intensive_care_multiplies_the_risk_of_definitive_care)
{
    int died[2] = {0, 0}, trials = 300;
    for (int counted = 0; counted < 2; counted++) {
        struct stage s = stage_of(pathway, SETS(NEEDS_ICU, "classes.wounded.def_risk=0.2",
                                                counted ? "facilities.hospital.icu=0" : "run.seed=1",
                                                "facilities.capital.icu=unlimited"));
        for (int n = 0; n < trials; n++) {
            stage_play(&s, 1, (uint64_t)n);
            died[counted] += trial_casualty(s.trial, 0)->outcome == DIED_OF_WOUNDS;
        }
        stage_free(&s);
    }
    /* 20 and 60 %, with 4 standard errors of 300. */
    CHECK_NEAR(died[0], 60, 28);
    CHECK_NEAR(died[1], 180, 34);
}

TEST(on_a_ventilator_one_is_fit_to_travel_later)
{
    struct stage s = played(SETS("classes.wounded.icu=1", "classes.wounded.ventilated=1",
                                 "facilities.hospital.ventilated_after=10 h"));
    CHECK_NEAR(stage_minutes_to(&s, 0, M_ONWARD), 422 + 480, 0);
    stage_free(&s);
}

/* --- the longest stay ------------------------------------------------------------------------ */

#define LIGHT                                                                                                \
    "classes.wounded.triage=T3", "classes.wounded.duty=true", "classes.wounded.stay=24 h",                   \
        "classes.wounded.operated=0", "dispatch.seek.T3=surgery"

TEST(who_may_be_held_no_longer_is_moved_to_where_one_may)
{
    /* In a bed at 117. Held for 10 h; decided and flown as ever: 225 min. Discharged a day after his first bed. */
    struct stage s = played(SETS(LIGHT, "facilities.hospital.hold=10 h"));
    CHECK_NEAR(stage_minutes_to(&s, 0, M_BED), 117, 0);
    CHECK_INT(trial_sorties(s.trial), 2);
    CHECK_INT(trial_sortie(s.trial, 1)->unloaded - HOURS(8), MINUTES(117 + 600 + 225));
    CHECK_NEAR(stage_minutes_to(&s, 0, M_DISCHARGED), 117 + 1440, 0);
    CHECK_INT(trial_casualty(s.trial, 0)->facility, 1);
    stage_free(&s);
}

TEST(nobody_is_moved_who_leaves_in_time_or_whom_nobody_may_hold_longer)
{
    static const char *const holds[] = {"facilities.hospital.hold=25 h", "facilities.hospital.hold=10 h"};
    for (int i = 0; i < 2; i++) {
        struct stage s = played(SETS(LIGHT, holds[i], i ? "facilities.capital.hold=9 h" : "run.seed=1"));
        CHECK_INT(trial_sorties(s.trial), 1);
        CHECK_NEAR(stage_minutes_to(&s, 0, M_DISCHARGED), 117 + 1440, 0);
        stage_free(&s);
    }
}

/* --- full ------------------------------------------------------------------------------------- */

#define FULL_CAPITAL                                                                                         \
    "facilities.capital.beds=1", "facilities.capital.when_full=divert", "classes.wounded.stay=5 d"

TEST(a_transfer_waits_in_its_bed_until_one_is_free_where_it_goes)
{
    struct stage s = played(SETS(TWO, FULL_CAPITAL));
    int first = stage_minutes_to(&s, 0, M_ONWARD) < stage_minutes_to(&s, 1, M_ONWARD) ? 0 : 1;
    double left = stage_minutes_to(&s, first, M_DISCHARGED);
    CHECK(left > 5 * 1440);
    /* Decided long before: notice 15, way 90, loading 10. */
    CHECK_NEAR(stage_minutes_to(&s, 1 - first, M_ONWARD), left + 115, 0);
    CHECK(hours_busy(&s, "beds", "hospital") > 24);
    stage_free(&s);
}

TEST(without_when_full_both_go_at_once)
{
    struct stage s = played(SETS(TWO, FULL_CAPITAL, "facilities.capital.when_full=take"));
    CHECK(stage_minutes_to(&s, 0, M_ONWARD) < 600 && stage_minutes_to(&s, 1, M_ONWARD) < 900);
    stage_free(&s);
}

TEST(who_dies_on_the_way_gives_back_the_bed_that_was_kept)
{
    struct stage s =
        stage_of(pathway, SETS(TWO, FULL_CAPITAL, "classes.wounded.scale=10 h", "classes.wounded.dcs=1"));
    int freed = 0;
    for (uint64_t n = 0; n < 60; n++) {
        stage_play(&s, 1, n);
        const struct casualty *a = trial_casualty(s.trial, 0), *b = trial_casualty(s.trial, 1);
        for (int i = 0; i < 2; i++, b = a, a = trial_casualty(s.trial, 1))
            freed += a->at[M_ONWARD] >= 0 && a->at[M_DIED] >= 0 && a->at[M_DEFINITIVE] < 0 &&
                     b->at[M_ONWARD] > a->at[M_DIED];
    }
    CHECK(freed > 0);
    stage_free(&s);
}

#define NEAR_FULL "facilities.near={site: aid_post, tables: 1, bays: 0, beds: 0, when_full: divert}"

TEST(a_full_facility_is_passed_over_unless_all_are_full)
{
    struct stage s = played(SETS(NEAR_FULL));
    CHECK_NEAR(stage_minutes_to(&s, 0, M_FACILITY), 81, 0);
    stage_free(&s);
    s = played(SETS(NEAR_FULL, "facilities.near.when_full=take"));
    CHECK_NEAR(stage_minutes_to(&s, 0, M_FACILITY), 66, 0);
    stage_free(&s);
    s = played(SETS(NEAR_FULL, "facilities.near.beds=4", "facilities.near.icu=0"));
    CHECK_NEAR(stage_minutes_to(&s, 0, M_FACILITY), 81, 0);
    stage_free(&s);
}
