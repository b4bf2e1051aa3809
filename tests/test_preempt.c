/* test_preempt.c -- a graver case interrupts a lesser one: by the clock, and on any luck. */
#include "test.h"

#include "base/unit.h"
#include "study.h"

static const char broken_off[] = "tests/theory/preempt.yaml", queue[] = "tests/theory/priority-tables.yaml";

#define SETS(...) ((const char *[SETS_MAX]){__VA_ARGS__})

static struct stage played(const char *const sets[SETS_MAX])
{
    return stage_played(broken_off, sets);
}

/* Minutes from 08:00 of the first day to a moment; -1: it did not happen. */
static double minutes_at(const struct stage *s, int casualty, enum moment m)
{
    int64_t at_ms = trial_casualty(s->trial, casualty)->at[m];
    return at_ms < 0 ? -1 : (double)(at_ms - HOURS(8)) / (double)MINUTES(1);
}

TEST(who_is_interrupted_goes_on_where_it_was_left_and_before_others_of_its_category)
{
    struct stage s = played(NULL);
    /* 20 min of the first are done at 08:20; the second takes to 09:50; then 40 min are left; then the third. */
    CHECK_NEAR(minutes_at(&s, 0, M_SURGERY), 0, 0);
    CHECK_NEAR(minutes_at(&s, 1, M_SURGERY), 20, 0);
    CHECK_NEAR(minutes_at(&s, 1, M_SURGERY_DONE), 110, 0);
    CHECK_NEAR(minutes_at(&s, 0, M_SURGERY_DONE), 150, 0);
    CHECK_NEAR(minutes_at(&s, 2, M_SURGERY), 150, 0);
    CHECK_NEAR(minutes_at(&s, 2, M_SURGERY_DONE), 210, 0);
    CHECK_INT(tally_outcome(s.tally, 0, SURVIVED)->y, 3);
    stage_free(&s);
}

TEST(nobody_is_interrupted_where_the_queue_is_not_preempt)
{
    struct stage s = played(SETS("facilities.hospital.queue=priority"));
    CHECK_NEAR(minutes_at(&s, 0, M_SURGERY_DONE), 60, 0);
    CHECK_NEAR(minutes_at(&s, 1, M_SURGERY), 60, 0);
    stage_free(&s);
}

TEST(nobody_is_interrupted_while_a_table_is_free)
{
    struct stage s = played(SETS("facilities.hospital.tables=2"));
    CHECK_NEAR(minutes_at(&s, 0, M_SURGERY_DONE), 60, 0);
    CHECK_NEAR(minutes_at(&s, 1, M_SURGERY), 20, 0);
    CHECK_NEAR(minutes_at(&s, 2, M_SURGERY), 60, 0);
    stage_free(&s);
}

TEST(an_equal_case_interrupts_nobody)
{
    struct stage s = played(SETS("classes.light.triage=T1"));
    CHECK_NEAR(minutes_at(&s, 0, M_SURGERY_DONE), 60, 0);
    CHECK_NEAR(minutes_at(&s, 1, M_SURGERY), 60, 0);
    stage_free(&s);
}

/* Two lesser ones came at the same moment: of those it is the last begun who gives way, and all ends meet. */
TEST(events_of_one_moment_break_nothing)
{
    struct stage s = played(SETS("facilities.hospital.tables=2", "attacks.first.casualties=2",
                                 "attacks.second.casualties=2", "attacks.second.at=day 1 09:00"));
    /* At 09:00 the two end as the graver come: nobody is broken off before it is over. */
    for (int i = 0; i < 5; i++)
        CHECK(minutes_at(&s, i, M_SURGERY_DONE) >= 60);
    stage_free(&s);
    s = played(
        SETS("facilities.hospital.tables=2", "attacks.first.casualties=2", "attacks.second.at=day 1 08:00"));
    CHECK_NEAR(minutes_at(&s, 2, M_SURGERY), 0, 0);
    CHECK_NEAR(minutes_at(&s, 0, M_SURGERY_DONE), 60, 0);
    CHECK_NEAR(minutes_at(&s, 1, M_SURGERY_DONE), 120, 0);
    stage_free(&s);
}

TEST(who_dies_while_interrupted_leaves_nothing_behind)
{
    /* The clock of the light one runs out at some time within its long interruption, and its table is no longer its. */
    struct stage s = stage_of(broken_off, SETS("classes.light.scale=60 min", "classes.grave.operation=24 h"));
    int died = 0;
    for (uint64_t n = 0; n < 40; n++) {
        stage_play(&s, 1, n);
        int64_t at_ms = trial_casualty(s.trial, 0)->at[M_DIED];
        died += at_ms > HOURS(8) + MINUTES(20);
        CHECK_NEAR(minutes_at(&s, 1, M_SURGERY), 20, 0);
        CHECK_NEAR(minutes_at(&s, 1, M_SURGERY_DONE), 20 + 24 * 60, 0);
    }
    CHECK(died > 5);
    stage_free(&s);
}

TEST(the_time_until_bleeding_is_controlled_stands_still_while_interrupted)
{
    /* Controlled after 30 min: 20 are done at 08:20 and the last 10 follow from 09:50. From 10:00 nothing harms the
     * light one any more, and until then all do not. */
    struct stage s = stage_of(broken_off, SETS("classes.light.scale=100 min", "classes.light.dcs=0"));
    for (uint64_t n = 0; n < 40; n++) {
        stage_play(&s, 1, n);
        const struct casualty *c = trial_casualty(s.trial, 0);
        double untreated = c->wound.tolerance * 100;
        CHECK((c->outcome == DIED_OF_WOUNDS) == (untreated <= 120));
        if (c->outcome == DIED_OF_WOUNDS)
            CHECK_NEAR(minutes_at(&s, 0, M_DIED), untreated, 1e-3);
    }
    stage_free(&s);
}

TEST(a_bay_is_left_to_a_graver_case_too)
{
    struct stage s = played(SETS("facilities.hospital.bays=1", "facilities.hospital.resuscitation=30 min"));
    /* Resuscitated from 08:00; the graver from 08:20 to 08:50; the last 10 min to 09:00; the third to 09:30. */
    CHECK_NEAR(minutes_at(&s, 1, M_RESUSCITATION), 20, 0);
    CHECK_NEAR(minutes_at(&s, 1, M_SURGERY), 50, 0);
    CHECK_NEAR(minutes_at(&s, 2, M_RESUSCITATION), 60, 0);
    stage_free(&s);
}

/* --- on any luck ----------------------------------------------------------------------- */

#define MANY                                                                                                 \
    "facilities.hospital.queue=preempt", "facilities.hospital.tables=3", "attacks.call.rate=3/h",            \
        "run.horizon=20 d", "run.warm_up=0 d", "run.cool_down=0 d"

/* Whoever is gravest never knows that lesser cases were there. */
TEST(the_gravest_are_operated_on_as_if_nobody_else_were_there)
{
    static const char *const lesser = "attacks.lesser={per: site_year, rate: 2/h, sites: [camp], casualties: "
                                      "3, mechanism: lesser, contact: 0 min}";
    static const char *const mix = "mechanisms.any.classes={first: 1}",
                             *const others = "mechanisms.lesser={classes: {second: 0.5, third: 0.5}}";
    struct stage alone = stage_of(queue, SETS(MANY, mix)),
                 crowd = stage_of(queue, SETS(MANY, mix, others, lesser));
    for (uint64_t n = 0; n < 4; n++) {
        stage_play(&alone, 1, n);
        stage_play(&crowd, 1, n);
        int met = 0;
        for (int i = 0; i < trial_casualties(crowd.trial); i++) {
            const struct casualty *c = trial_casualty(crowd.trial, i);
            if (c->wound.seen != T1)
                continue;
            const struct casualty *same = trial_casualty(alone.trial, met++);
            CHECK(c->name == same->name);
            CHECK(c->at[M_SURGERY] == same->at[M_SURGERY] &&
                  c->at[M_SURGERY_DONE] == same->at[M_SURGERY_DONE]);
        }
        CHECK_INT(met, trial_casualties(alone.trial));
    }
    stage_free(&alone);
    stage_free(&crowd);
}

TEST(time_never_runs_back_for_anybody_who_is_interrupted)
{
    struct stage s = stage_of(queue, SETS(MANY, "attacks.call.casualties=2"));
    for (uint64_t n = 0; n < 3; n++) {
        stage_play(&s, 1, n);
        for (int i = 0; i < trial_casualties(s.trial); i++) {
            const struct casualty *c = trial_casualty(s.trial, i);
            if (c->at[M_SURGERY_DONE] < 0)
                continue;
            CHECK(c->at[M_WOUNDED] <= c->at[M_SURGERY] && c->at[M_SURGERY] <= c->at[M_SURGERY_DONE]);
            CHECK(c->at[M_SURGERY_DONE] <= c->at[M_BED] && c->left_ms == -1);
        }
    }
    stage_free(&s);
}
