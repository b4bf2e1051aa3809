/* test_evac_pathway.c -- small scripted scenarios in which every time is fixed: the way by the clock. */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/unit.h"
#include "study.h"

static const char pathway[] = "tests/theory/pathway.yaml";

#define SETS(...) ((const char *[SETS_MAX]){__VA_ARGS__})

static struct stage played(const char *const sets[SETS_MAX])
{
    struct stage s = stage_played(pathway, sets);
    CHECK_INT(s.tally->defects, 0);
    return s;
}

/* Minutes from wounding to a moment; -1: it did not happen. */
static double waited_min(const struct stage *s, int casualty, enum wait w)
{
    int64_t ms[WAITS];
    trial_waits(s->trial, casualty, ms);
    return (double)ms[w] / (double)MINUTES(1);
}

static enum outcome outcome_of(const struct stage *s, int casualty)
{
    return trial_casualty(s->trial, casualty)->outcome;
}

/* The phases of one casualty add up to its time to surgery, or to its end. */
static void check_adds_up(const struct stage *s, int casualty, int64_t whole_ms)
{
    int64_t ms[WAITS], sum = 0;
    trial_waits(s->trial, casualty, ms);
    for (int w = 0; w < WAITS; w++)
        sum += ms[w];
    CHECK_INT(sum, whole_ms);
}

TEST(every_minute_of_the_way_is_where_the_scenario_puts_it)
{
    struct stage s = played(NULL);
    static const struct {
        enum moment moment;
        double min;
    } due[] = {{M_FIRST_AID, 3},      {M_ALERTED, 5},   {M_DECIDED, 15},       {M_ASSIGNED, 15},
               {M_LAUNCHED, 30},      {M_ON_SCENE, 50}, {M_LOADED, 56},        {M_FACILITY, 81},
               {M_RESUSCITATION, 87}, {M_SURGERY, 117}, {M_SURGERY_DONE, 177}, {M_SURGICAL_FACILITY, 81}};
    for (size_t i = 0; i < sizeof due / sizeof *due; i++)
        CHECK_NEAR(stage_minutes_to(&s, 0, due[i].moment), due[i].min, 0);
    static const struct {
        enum wait wait;
        double min;
    } waits_due[] = {{WAIT_MESSAGE, 5},    {WAIT_DECISION, 10}, {WAIT_NOTICE, 15},   {WAIT_OUTBOUND, 20},
                     {WAIT_LOADING, 6},    {WAIT_TO_CARE, 25},  {WAIT_UNLOADING, 6}, {WAIT_IN_BAY, 30},
                     {WAIT_ASSET_BUSY, 0}, {WAIT_TABLE_FULL, 0}};
    for (size_t i = 0; i < sizeof waits_due / sizeof *waits_due; i++)
        CHECK_NEAR(waited_min(&s, 0, waits_due[i].wait), waits_due[i].min, 0);
    check_adds_up(&s, 0, MINUTES(117));
    stage_free(&s);
}

TEST(after_surgery_he_is_flown_on_to_definitive_care_and_survives)
{
    struct stage s = played(NULL);
    /* Bed at 177, fit at 297, released at 307; the aeroplane is there at 412 and gone at 422, at the capital's door at
     * 512, unloaded at 522; definitive care 240 min later. */
    CHECK_NEAR(stage_minutes_to(&s, 0, M_BED), 177, 0);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_ONWARD), 422, 0);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_DEFINITIVE), 762, 0);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_DISCHARGED), 177 + 720, 0); /* his stay began with his first bed */
    CHECK_INT(outcome_of(&s, 0), SURVIVED);
    CHECK_INT(trial_sorties(s.trial), 2);
    const struct sortie *on = trial_sortie(s.trial, 1);
    CHECK(on->transfer && on->from_facility == 0 && on->to_facility == 1);
    CHECK_INT(on->arrived - on->loaded, MINUTES(90));
    stage_free(&s);
}

TEST(the_story_tells_what_happened_in_order)
{
    static const char *const told[] = {"08:00  blast at scene",
                                       "08:03  casualty 1 gets first aid from a comrade",
                                       "08:05  casualty 1 (T1) is reported",
                                       "08:15  helicopter 1 is tasked",
                                       "08:30  helicopter 1 moves off",
                                       "08:50  helicopter 1 is on scene",
                                       "08:56  helicopter 1 leaves for hospital",
                                       "09:21  helicopter 1 is at hospital",
                                       "09:27  casualty 1 (T1) is being resuscitated",
                                       "09:57  casualty 1 (T1) is on the table",
                                       "10:27  casualty 1: bleeding is controlled",
                                       "10:57  casualty 1 (T1) is in a bed",
                                       "casualty 1: definitive care takes effect"};
    struct stage s = stage_of(pathway, NULL);
    char *text = NULL;
    size_t length = 0;
    FILE *to = open_memstream(&text, &length);
    trial_tell_story(s.trial, (struct luck){1, 0}, to);
    fclose(to);
    const char *at = text;
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        const char *next = strstr(at, told[i]);
        if (!next)
            fail_msg("the story does not tell, or not in order: %s", told[i]);
        at = next;
    }
    free(text);
    stage_free(&s);
}

TEST(by_night_decision_and_notice_take_as_long_as_by_night)
{
    struct stage s = played(SETS("attacks.blast.at=day 1 22:00"));
    CHECK_NEAR(waited_min(&s, 0, WAIT_DECISION), 20, 0);
    CHECK_NEAR(waited_min(&s, 0, WAIT_NOTICE), 30, 0);
    stage_free(&s);
}

TEST(who_cannot_fly_by_night_waits_for_first_light)
{
    /* Released at 04:25; dawn is at 06:00. */
    struct stage s = played(SETS("attacks.blast.at=day 2 04:00", "assets.helicopter.night=false"));
    CHECK_NEAR(waited_min(&s, 0, WAIT_DARK), 95, 0);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_ASSIGNED), 120, 0);
    check_adds_up(&s, 0, MINUTES(222));
    stage_free(&s);
}

TEST(out_of_hours_nobody_sets_out)
{
    struct stage s = played(SETS("assets.helicopter.hours=09:00-17:00"));
    CHECK_NEAR(waited_min(&s, 0, WAIT_HOURS), 45, 0);
    stage_free(&s);
}

TEST(nobody_is_loaded_before_the_scene_is_safe)
{
    struct stage s = played(SETS("attacks.blast.contact=70 min"));
    CHECK_NEAR(waited_min(&s, 0, WAIT_UNSAFE), 20, 0);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_LOADED), 76, 0);
    stage_free(&s);
}

TEST(at_a_camp_with_a_hospital_one_is_carried_there)
{
    struct stage s = played(SETS("attacks.blast.sites=[hospital]"));
    CHECK_NEAR(stage_minutes_to(&s, 0, M_FACILITY), 10, 0);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_SURGERY), 40, 0);
    CHECK_INT(trial_casualty(s.trial, 0)->means, BY_STRETCHER);
    check_adds_up(&s, 0, MINUTES(40));
    stage_free(&s);
}

TEST(from_an_aid_post_one_is_moved_to_surgery_and_on_to_definitive_care)
{
    struct stage s =
        played(SETS("dispatch.seek.T1=resuscitation",
                    "facilities.post={site: aid_post, level: \"1\", bays: 1, resuscitation: 20 min, "
                    "tables: 0, beds: 2, blood: true}"));
    /* Loaded at 56, at the post's door at 66, resuscitated from 72 to 92; released at 102. */
    CHECK_NEAR(stage_minutes_to(&s, 0, M_FACILITY), 66, 0);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_RESUSCITATION), 72, 0);
    CHECK_NEAR(waited_min(&s, 0, WAIT_TRANSFER_DECISION), 10, 0);
    /* The helicopter is home at 84 and ready at 94: tasked at 102, moves off at 117, there at 129, gone at 135. */
    CHECK_NEAR(waited_min(&s, 0, WAIT_TRANSFER_NOTICE), 15, 0);
    CHECK_NEAR(waited_min(&s, 0, WAIT_TRANSFER_OUTBOUND), 12, 0);
    CHECK_NEAR(waited_min(&s, 0, WAIT_TRANSFER_LOADING), 6, 0);
    CHECK_NEAR(waited_min(&s, 0, WAIT_TRANSFER_MOVING), 15, 0);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_SURGICAL_FACILITY), 150, 0);
    check_adds_up(&s, 0,
                  trial_casualty(s.trial, 0)->at[M_SURGERY] - trial_casualty(s.trial, 0)->at[M_WOUNDED]);
    CHECK_INT(outcome_of(&s, 0), SURVIVED);
    CHECK_INT(trial_sorties(s.trial), 3);
    stage_free(&s);
}

TEST(three_wait_for_one_helicopter_of_two_litters)
{
    struct stage s = played(SETS("attacks.blast.casualties=3"));
    /* Two are loaded in 8 min; home again at 94 (5 from the hospital), ready at 104; notice anew. */
    CHECK_NEAR(stage_minutes_to(&s, 0, M_FACILITY), 83, 0);
    CHECK_NEAR(stage_minutes_to(&s, 1, M_FACILITY), 83, 0);
    CHECK_NEAR(waited_min(&s, 2, WAIT_ASSET_BUSY), 104 - 15, 0);
    CHECK_NEAR(stage_minutes_to(&s, 2, M_FACILITY), 104 + 15 + 20 + 6 + 25, 0);
    CHECK_NEAR(waited_min(&s, 1, WAIT_BAY_FULL), 30, 0);
    CHECK_NEAR(waited_min(&s, 1, WAIT_TABLE_FULL), 30, 0);
    stage_free(&s);
}

TEST(a_facility_with_too_long_a_queue_is_passed_over)
{
    /* Two are brought to the near one; one of them waits for its table when the third is loaded at 137. */
    const char *near = "facilities.near={site: aid_post, tables: 1, bays: 0, divert_at: 1}";
    struct stage s = played(SETS("attacks.blast.casualties=3", "classes.wounded.operation=200 min", near));
    CHECK_NEAR(stage_minutes_to(&s, 0, M_FACILITY), 68, 0);
    CHECK_NEAR(stage_minutes_to(&s, 2, M_FACILITY), 137 + 25, 0);
    stage_free(&s);
    s = played(SETS("attacks.blast.casualties=3", "classes.wounded.operation=200 min", near,
                    "facilities.near.divert_at=2"));
    CHECK_NEAR(stage_minutes_to(&s, 2, M_FACILITY), 137 + 10, 0);
    stage_free(&s);
}

TEST(with_no_queue_who_finds_all_busy_goes_to_an_outside_provider)
{
    struct stage s =
        played(SETS("attacks.blast.casualties=3", "assets.aeroplane.count=2", "dispatch.queue=none"));
    CHECK_INT(outcome_of(&s, 0), SURVIVED);
    CHECK_INT(outcome_of(&s, 1), SURVIVED);
    CHECK_INT(outcome_of(&s, 2), OUTSIDE_PROVIDER);
    stage_free(&s);
}

/* --- nothing there --------------------------------------------------------------------- */

TEST(without_helicopters_one_waits_for_what_never_comes)
{
    struct stage s = played(SETS("assets.helicopter.count=0"));
    CHECK_INT(outcome_of(&s, 0), STILL_IN_CARE);
    CHECK_INT(trial_sorties(s.trial), 0);
    CHECK_NEAR(waited_min(&s, 0, WAIT_NO_ASSET), 30 * 1440 - 15, 0);
    check_adds_up(&s, 0, DAYS(30));
    stage_free(&s);
}

TEST(without_attacks_nothing_happens)
{
    struct stage s =
        played(SETS("attacks.blast=~", "attacks.never={per: site_year, rate: 0 /yr, mechanism: any}"));
    CHECK_INT(trial_casualties(s.trial), 0);
    CHECK_INT(s.tally->trials, 1);
    stage_free(&s);
}

TEST(an_attack_that_hits_nobody_is_an_incident_without_casualties)
{
    struct stage s = played(SETS("attacks.blast.casualties=0"));
    CHECK_INT(trial_incidents(s.trial), 1);
    CHECK_INT(trial_casualties(s.trial), 0);
    stage_free(&s);
}

TEST(no_attack_hits_more_than_are_there)
{
    struct stage s = played(SETS("attacks.blast.casualties=50", "sites.scene.strength=7"));
    CHECK_INT(trial_casualties(s.trial), 7);
    stage_free(&s);
}

TEST(when_all_are_killed_nobody_is_fetched)
{
    struct stage s = played(SETS("attacks.blast.casualties=5", "mechanisms.any.classes={imm: 1}"));
    for (int i = 0; i < 5; i++)
        CHECK_INT(outcome_of(&s, i), KILLED_OUTRIGHT);
    CHECK_INT(trial_sorties(s.trial), 0);
    CHECK_INT(tally_needed(s.tally, 0, FACILITY)->n, 0);
    stage_free(&s);
}

TEST(when_all_die_before_help_comes_the_helicopter_comes_home)
{
    struct stage s = played(SETS("attacks.blast.casualties=5", "classes.wounded.scale=1 min"));
    for (int i = 0; i < 5; i++) {
        const struct casualty *c = trial_casualty(s.trial, i);
        CHECK_INT(c->outcome, DIED_BEFORE_FACILITY);
        check_adds_up(&s, i, c->at[M_DIED] - c->at[M_WOUNDED]);
    }
    stage_free(&s);
}

TEST(without_tables_anywhere_nobody_is_operated_on)
{
    struct stage s = played(SETS("facilities.hospital.tables=0", "facilities.capital.tables=0"));
    CHECK_NEAR(stage_minutes_to(&s, 0, M_SURGERY), -1, 0);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_FACILITY), 81, 0);
    CHECK_INT(outcome_of(&s, 0), STILL_IN_CARE);
    stage_free(&s);
}

TEST(without_beds_he_waits_for_one_until_the_follow_up_ends)
{
    struct stage s = played(SETS("facilities.hospital.beds=0"));
    CHECK_NEAR(stage_minutes_to(&s, 0, M_BED), -1, 0);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_SURGERY_DONE), 177, 0);
    CHECK_INT(outcome_of(&s, 0), STILL_IN_CARE);
    stage_free(&s);
}
