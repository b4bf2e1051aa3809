/* test_eligibility.c -- for whom the mission does what: by the clock, by category, and for the others. */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>

#include "../sim/report/goal.h"
#include "base/unit.h"
#include "evac/figure.h"
#include "experiment/experiment.h"
#include "report/report.h"
#include "scenario/read.h"
#include "study.h"

static const char clockwork[] = "tests/theory/eligibility.yaml", mission[] = "tests/shown-eligibility.yaml";

#define SETS(...) ((const char *[SETS_MAX]){__VA_ARGS__})

/* --- by the clock ---------------------------------------------------------------------- */

enum {
    HEARD_MIN = 10,
    DECIDED_MIN = 30,
    ON_SCENE_MIN = 30 + 15 + 60, /* decided, made ready, flown */
};

#define LIGHT         "attacks.blast.mechanism=light"
#define AMBULANCE_TOO "assets.ambulance.count=1"
#define AT_CAMP       "attacks.blast.sites=[camp]"

static struct stage played(const char *const sets[SETS_MAX], double minutes[WAITS])
{
    return stage_waits(clockwork, sets, minutes);
}

/* Of the one casualty: is it left, so long after it was wounded? */
static void check_left(const char *const sets[SETS_MAX], enum wait wait, double wounded_to_left_min,
                       double waited_min)
{
    double min[WAITS];
    struct stage s = played(sets, min);
    const struct casualty *c = trial_casualty(s.trial, 0);
    CHECK_INT(c->outcome, OUTSIDE_PROVIDER);
    CHECK_NEAR((double)c->tracked_ms / (double)MINUTES(1), wounded_to_left_min, 1e-9);
    CHECK_NEAR(min[wait], waited_min, 1e-9);
    CHECK_INT(c->at[M_SURGERY], -1);
    stage_free(&s);
}

static void check_fetched(const char *const sets[SETS_MAX], int means, double on_scene_min)
{
    double min[WAITS];
    struct stage s = played(sets, min);
    CHECK_INT(trial_casualty(s.trial, 0)->means, means);
    CHECK_INT(trial_casualty(s.trial, 0)->outcome, SURVIVED);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_ON_SCENE), on_scene_min, 1e-9);
    stage_free(&s);
}

TEST(who_is_too_lightly_hurt_to_be_flown_is_left_to_an_outside_provider)
{
    check_fetched(SETS("eligibility.civilian.air=T1"), 0, ON_SCENE_MIN);
    check_left(SETS("eligibility.civilian={air: T1, outside_after: 90 min}", LIGHT), WAIT_INELIGIBLE,
               HEARD_MIN + 90, 90);
    check_fetched(SETS("eligibility.civilian.air=T2", LIGHT), 0, ON_SCENE_MIN);
    check_fetched(SETS("eligibility.host.air=none", LIGHT), 0, ON_SCENE_MIN); /* other people */
}

TEST(who_may_not_be_flown_is_driven_if_he_may_and_waits_for_that)
{
    check_fetched(SETS("eligibility.civilian.air=none", AMBULANCE_TOO), 1, ON_SCENE_MIN);
    check_fetched(SETS("eligibility.civilian.ground=none", AMBULANCE_TOO), 0, ON_SCENE_MIN);
    check_left(SETS("eligibility.civilian={air: none, ground: none, outside_after: 0 min}", AMBULANCE_TOO),
               WAIT_INELIGIBLE, HEARD_MIN, 0);
    /* The ambulance that could come makes all the difference. */
    check_left(SETS("eligibility.civilian={air: none, outside_after: 90 min}"), WAIT_INELIGIBLE,
               HEARD_MIN + 90, 90);
}

TEST(whom_nothing_could_reach_waits_for_an_asset_as_anybody_does)
{
    double min[WAITS];
    struct stage s = played(SETS("eligibility.civilian.ground=none", "assets.helicopter.reach=30 min"), min);
    CHECK_INT(trial_casualty(s.trial, 0)->outcome, STILL_IN_CARE);
    CHECK_NEAR(min[WAIT_NO_ASSET], 20 * 24 * 60 - DECIDED_MIN, 1e-6);
    stage_free(&s);
}

TEST(who_is_not_admitted_is_neither_fetched_nor_carried_in_from_beside_the_gate)
{
    check_left(SETS("eligibility.civilian={admitted: none, outside_after: 90 min}"), WAIT_INELIGIBLE,
               HEARD_MIN + 90, 90);
    check_left(SETS("eligibility.civilian={admitted: T1, outside_after: 90 min}", LIGHT, AT_CAMP),
               WAIT_INELIGIBLE, HEARD_MIN + 90, 90);
    double min[WAITS];
    struct stage s = played(SETS("eligibility.civilian={admitted: T1, air: none}", AT_CAMP), min);
    CHECK_INT(trial_casualty(s.trial, 0)->means,
              BY_STRETCHER); /* carried needs no aircraft, but the way on does */
    CHECK_INT(trial_casualty(s.trial, 0)->outcome, OUTSIDE_PROVIDER);
    stage_free(&s);
}

enum { CARRIED_MIN = HEARD_MIN + 10, RESUSCITATED_MIN = CARRIED_MIN + 30 };

TEST(for_whom_there_is_no_operation_or_no_transfer_is_handed_over_after_the_bay)
{
    check_left(SETS("eligibility.civilian={surgery: none, outside_after: 2 h}", AT_CAMP),
               WAIT_TRANSFER_INELIGIBLE, RESUSCITATED_MIN + 120, 120);
    check_left(SETS("eligibility.civilian={transfer: none, outside_after: 2 h}", AT_CAMP),
               WAIT_TRANSFER_INELIGIBLE, RESUSCITATED_MIN + 120, 120);
    double min[WAITS];
    struct stage s = played(SETS("eligibility.civilian={surgery: T1, transfer: T1}", AT_CAMP), min);
    CHECK_NEAR(min[WAIT_TRANSFER_INELIGIBLE], 0, 0);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_SURGERY), RESUSCITATED_MIN + 20 + 15 + 5 + 60 + 5 + 30, 1e-9);
    stage_free(&s);
    /* Who needs none is treated there; over to a neighbour is no transfer. */
    s = played(SETS("eligibility.civilian={surgery: none, transfer: none}", AT_CAMP, LIGHT,
                    "facilities.post.definitive=true", "facilities.post.tables=1"),
               min);
    CHECK_INT(trial_casualty(s.trial, 0)->outcome, SURVIVED);
    stage_free(&s);
    s = played(SETS("eligibility.civilian.transfer=none", AT_CAMP, "facilities.post.shares_site=true",
                    "facilities.hospital.shares_site=true", "facilities.hospital.site=camp",
                    "facilities.post.level=2", "attacks.blast.sites=[camp]"),
               min);
    CHECK_INT(trial_casualty(s.trial, 0)->outcome, SURVIVED);
    stage_free(&s);
}

TEST(whom_there_is_no_operation_for_is_flown_to_the_nearest_care_not_to_a_surgeon)
{
    double min[WAITS];
    struct stage s = played(SETS("eligibility.civilian.surgery=all"), min);
    CHECK_INT(trial_sortie(s.trial, 0)->to_facility, 1);
    stage_free(&s);
    s = played(SETS("eligibility.civilian.surgery=none"), min);
    CHECK_INT(trial_sortie(s.trial, 0)->to_facility, 0);
    stage_free(&s);
}

/* --- case by case ----------------------------------------------------------------------- */

TEST(what_is_decided_case_by_case_is_decided_beside_the_launch)
{
    static const struct {
        const char *set;
        double later, waited;
    } rows[] = {{"eligibility.civilian.decision=50 min", 30, 30},
                {"eligibility.civilian.decision=15 min", 0, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double min[WAITS];
        struct stage s = played(SETS(rows[i].set), min);
        CHECK_NEAR(stage_minutes_to(&s, 0, M_DECIDED), DECIDED_MIN + rows[i].later, 1e-9);
        CHECK_NEAR(stage_minutes_to(&s, 0, M_ON_SCENE), ON_SCENE_MIN + rows[i].later, 1e-9);
        CHECK_NEAR(min[WAIT_DECISION], 20, 1e-9);
        CHECK_NEAR(min[WAIT_CASE], rows[i].waited, 1e-9);
        stage_free(&s);
    }
}

TEST(a_case_holds_up_the_stretcher_and_each_transfer)
{
    double min[WAITS];
    struct stage s = played(SETS("eligibility.civilian.decision=50 min", AT_CAMP), min);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_FACILITY), CARRIED_MIN + 50, 1e-9);
    CHECK_NEAR(min[WAIT_CASE], 50, 1e-9);
    CHECK_NEAR(min[WAIT_TRANSFER_CASE], 30, 1e-9);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_SURGERY), RESUSCITATED_MIN + 50 + 50 + 15 + 5 + 60 + 5 + 30, 1e-9);
    stage_free(&s);
}

/* Two of one incident go together once their case is decided; whoever is not decided on does not hold up the rest. */
TEST(those_of_one_incident_are_decided_on_together_and_hold_up_nobody_else)
{
    struct stage s =
        stage_of(clockwork, SETS("attacks.blast.casualties=2", "assets.helicopter.litters=2",
                                 "eligibility.civilian.decision=\"lognormal(median 2 h, sigma 0.5)\""));
    stage_play(&s, 1, 0);
    CHECK_INT(trial_sorties(s.trial), 1);
    CHECK_INT(trial_sortie(s.trial, 0)->casualties, 2);
    stage_free(&s);
    s = stage_of(clockwork,
                 SETS("attacks.blast.casualties=8", "assets.helicopter.count=8",
                      "sites.scene.people={un: 0.5, civilian: 0.5}", "eligibility.civilian.decision=50 min"));
    stage_play(&s, 1, 0);
    int un = 0;
    for (int i = 0; i < trial_casualties(s.trial); i++) {
        const struct casualty *c = trial_casualty(s.trial, i);
        un += c->affiliation == UN;
        CHECK_INT(c->at[M_DECIDED] - c->at[M_WOUNDED],
                  MINUTES(c->affiliation == UN ? DECIDED_MIN : DECIDED_MIN + 30));
    }
    CHECK(un > 0 && un < 8);
    stage_free(&s);
}

/* --- as seen anew ---------------------------------------------------------------------------- */

TEST(who_turns_out_to_be_graver_is_eligible_after_all)
{
    static const char *const looks[] = {"triage.T1={T2: 1}", "facilities.post.retriage=true"};
    double min[WAITS];
    struct stage s = played(SETS("eligibility.civilian={surgery: T1, transfer: T1}", AT_CAMP, looks[0]), min);
    CHECK_INT(trial_casualty(s.trial, 0)->outcome, OUTSIDE_PROVIDER);
    CHECK(min[WAIT_TRANSFER_INELIGIBLE] > 0);
    stage_free(&s);
    s = played(SETS("eligibility.civilian={surgery: T1, transfer: T1}", AT_CAMP, looks[0], looks[1]), min);
    CHECK_INT(trial_casualty(s.trial, 0)->outcome, SURVIVED);
    CHECK(trial_casualty(s.trial, 0)->at[M_SURGERY] >= 0);
    stage_free(&s);
}

/* --- what must not change, and for whom -------------------------------------------------------- */

static char *told(const char *file, const char *const sets[SETS_MAX], int trials)
{
    char *text = NULL;
    size_t size;
    FILE *to = open_memstream(&text, &size);
    struct scenario *s = scenario_of(file, sets);
    struct study study = {.scenario = s,
                          .seed = 1,
                          .trials = trials,
                          .jobs = 1,
                          .rows = {{rows_casualties, to}, {rows_sorties, to}}};
    results_free(experiment_run(&study));
    scenario_free(s);
    fclose(to);
    return text;
}

static bool told_alike(const char *file, const char *set)
{
    int trials = 10 + (int)test_share(50);
    char *plain = told(file, SETS(NULL), trials), *with = told(file, SETS(set), trials);
    bool same = !strcmp(plain, with);
    free(plain);
    free(with);
    return same;
}

TEST(opened_to_all_rules_change_not_a_byte)
{
    const char *all = "eligibility={un: {air: all}, host: {air: all}, contractor: {surgery: all}, civilian: "
                      "{admitted: all}}";
    const char *last = "eligibility={un: {precedence: 3}, host: {precedence: 3}, contractor: {precedence: "
                       "3}, civilian: {precedence: 3}}";
    CHECK(told_alike("scenarios/training-mission.yaml", all));
    CHECK(told_alike("scenarios/training-mission.yaml", last));
    CHECK(told_alike("scenarios/mali-2021.yaml", all));
}

TEST(where_only_the_un_are_hit_rules_for_others_change_not_a_byte)
{
    const char *others = "eligibility={host: {admitted: none}, contractor: {air: none}, civilian: {admitted: "
                         "none, precedence: 3}}";
    CHECK(told_alike("scenarios/mali-2021.yaml", others));
    CHECK(!told_alike("scenarios/training-mission.yaml", others)); /* or the test has shown nothing */
}

/* The same person in the other trial, or NULL. */
static const struct casualty *same_person(const struct trial *t, const struct casualty *c)
{
    for (int i = 0; i < trial_casualties(t); i++)
        if (trial_casualty(t, i)->name == c->name)
            return trial_casualty(t, i);
    return NULL;
}

/* To the others those who are not admitted are nobody: all fares as if they had not been hit. */
TEST(whoever_is_not_admitted_is_to_the_others_as_if_never_hit)
{
    static const char *often = "attacks.market_bomb.rate=30 /yr";
    struct stage with = stage_of("scenarios/training-mission.yaml",
                                 SETS(often, "eligibility.civilian.admitted=none")),
                 without = stage_of("scenarios/training-mission.yaml",
                                    SETS(often, "attacks.market_bomb.civilians=0"));
    int civilians = 0, others = 0;
    for (uint64_t n = 0; n < 5 + (uint64_t)test_share(100); n++) {
        stage_play(&with, 1, n);
        stage_play(&without, 1, n);
        for (int i = 0; i < trial_casualties(with.trial); i++) {
            const struct casualty *c = trial_casualty(with.trial, i), *d = same_person(without.trial, c);
            if (c->affiliation == CIVILIAN) {
                civilians++;
                CHECK(!d && c->means == NEVER_MOVED);
                continue;
            }
            others++;
            CHECK(d && !memcmp(c->at, d->at, sizeof c->at));
            CHECK_INT(c->outcome, d->outcome);
        }
    }
    CHECK(civilians > 0 && others > 0);
    stage_free(&with);
    stage_free(&without);
}

/* A goal for some people holds to the figure that the tally has of them, as the summary of one trial after another does. */
TEST(a_goal_for_some_people_counts_them_alone)
{
    struct stage s = stage_of(mission, SETS("goals.surgery.people=civilian"));
    struct figure civilians = figure_of_goal(&s.scenario->goals.at[0], IN_TIME, s.scenario->arena);
    int64_t y, n, all_y = 0, all_n = 0;
    for (uint64_t trial = 0; trial < 20; trial++) {
        stage_play(&s, 3, trial);
        figure_count(&civilians, s.trial, NULL, &y, &n);
        all_y += y;
        all_n += n;
    }
    int group = s.frame->first_affiliation + CIVILIAN;
    CHECK_INT(all_n, tally_needed(s.tally, group, SURGERY)->n);
    struct curve c = tally_curve(s.tally, group, SURGERY);
    CHECK_NEAR(goal_verdict(&s.scenario->goals.at[0], s.tally).found.value, (double)all_y / (double)all_n,
               1e-9);
    CHECK_INT(curve_ratio(&c, HOURS(4)).y, all_y);
    CHECK(all_y > 0 && all_y < all_n);
    stage_free(&s);
}

/* --- nobody is lost ------------------------------------------------------------------------------ */

/* Everybody counted has one outcome, and nobody has what is not granted (as seen: here only once). */
TEST(nobody_is_lost_and_nobody_has_what_is_not_granted)
{
    struct stage s = stage_of(mission, SETS("run.horizon=7 d"));
    int left = 0, flown = 0;
    for (uint64_t n = 0; n < (uint64_t)test_share(60); n++) {
        stage_play(&s, 2, n);
        for (int i = 0; i < trial_casualties(s.trial); i++) {
            const struct casualty *c = trial_casualty(s.trial, i);
            CHECK(!c->counted || c->closed);
            left += c->outcome == OUTSIDE_PROVIDER;
            if (c->affiliation != CIVILIAN) {
                CHECK(c->outcome != OUTSIDE_PROVIDER);
                continue;
            }
            flown += c->means == 0;
            CHECK(c->means != 0 || c->wound.seen <= T2);
            CHECK(c->means != 1 || c->wound.seen <= T3);
            CHECK(c->facility < 0 || c->wound.seen <= T3);
            CHECK(c->at[M_SURGERY] < 0 || c->wound.seen <= T2);
        }
    }
    int64_t people = 0;
    for (int o = 0; o < OUTCOMES; o++)
        people += tally_outcome(s.tally, 0, o)->y;
    CHECK_INT(people, s.tally->per_trial[CASUALTIES].y);
    CHECK(left > 0 && flown > 0);
    stage_free(&s);
}
