/* test_vehicles.c -- patrols that drive their own wounded: by the clock, and that nobody is lost on the way. */
#include "test.h"

#include "base/unit.h"
#include "study.h"

static const char one[] = "tests/theory/vehicles.yaml", many[] = "tests/shown-vehicles.yaml";

#define SETS(...) ((const char *[SETS_MAX]){__VA_ARGS__})
#define BY_NIGHT  "attacks.blast.at=\"day 1 20:00\"", "own_vehicles.trucks.care_within=0 h"
#define TO_STRIP  BY_NIGHT, "own_vehicles.trucks.landing_within=1 h"

static struct stage played(const char *const sets[SETS_MAX])
{
    return stage_played(one, sets);
}

static double minutes(int64_t ms)
{
    return (double)ms / (double)MINUTES(1);
}

static void check_arrival(const char *const sets[SETS_MAX], double due_min)
{
    struct stage s = played(sets);
    const struct casualty *c = trial_casualty(s.trial, 0);
    CHECK_NEAR(minutes(c->at[M_FACILITY] - c->at[M_WOUNDED]), due_min, 1e-3);
    stage_free(&s);
}

TEST(driven_at_once_they_are_there_when_it_is_safe_they_are_loaded_and_the_way_is_driven)
{
    check_arrival(SETS(NULL), 20 + 10 + 60);
    check_arrival(SETS("attacks.blast.contact=0 min"), 10 + 60);
    check_arrival(SETS("own_vehicles.trucks.speed_paved=120 km/h"), 20 + 10 + 30);
}

TEST(driven_at_once_they_wait_for_no_message_and_no_decision)
{
    check_arrival(SETS("alert.delay=3 h"), 20 + 10 + 60);
    struct stage s = played(SETS(NULL));
    CHECK_INT(trial_sorties(s.trial), 1);
    CHECK_INT(trial_sortie(s.trial, 0)->asset, s.scenario->assets.n);
    CHECK_INT(trial_casualty(s.trial, 0)->at[M_DECIDED], -1);
    CHECK_NEAR(minutes(trial_sortie(s.trial, 0)->unloaded - trial_sortie(s.trial, 0)->arrived), 5, 1e-3);
    CHECK_NEAR(minutes(trial_sortie(s.trial, 0)->home - trial_sortie(s.trial, 0)->unloaded), 60, 1e-3);
    stage_free(&s);
}

TEST(care_that_is_farther_than_they_drive_is_waited_for)
{
    check_arrival(SETS("own_vehicles.trucks.care_within=59 min"), 10 + 60 + 5 + 1 + 60);
    check_arrival(SETS("own_vehicles.trucks.left=0"), 10 + 60 + 5 + 1 + 60);
}

TEST(who_needs_a_surgeon_is_driven_to_nearer_care_or_stays_to_be_flown_to_one)
{
    const char post[] = "facilities.post={site: strip, level: \"1\"}",
               near[] = "own_vehicles.trucks.care_within=59 min";
    check_arrival(SETS(post, near), 20 + 10 + 10);
    check_arrival(SETS(post, near, "own_vehicles.trucks.settle=false"), 10 + 60 + 5 + 1 + 60);
    check_arrival(SETS(post, "own_vehicles.trucks.settle=false"), 20 + 10 + 60);
}

TEST(those_for_whom_there_is_no_room_are_fetched)
{
    struct stage s = played(SETS("attacks.blast.casualties=3"));
    int driven = 0;
    for (int i = 0; i < 3; i++)
        driven += trial_casualty(s.trial, i)->means == s.scenario->assets.n;
    CHECK_INT(driven, 2); /* two of four vehicles are left */
    CHECK_INT(trial_sorties(s.trial), 2);
    stage_free(&s);
}

TEST(crews_are_warned_for_those_alone_whom_nobody_drives)
{
    struct stage s = played(SETS("dispatch.pre_alert=all"));
    CHECK_NEAR(busy_mean(s.tally, resource_called(s.tally, "alerted", "helicopter")), 0, 0);
    stage_free(&s);
    s = played(SETS("dispatch.pre_alert=first", "attacks.blast.casualties=3", "dispatch.regret=true"));
    CHECK_INT(trial_sorties(s.trial), 2);
    stage_free(&s);
}

/* The helicopter is at the landing site 60 minutes after the word. */
static void check_meeting(double contact_min, const char *contact)
{
    struct stage s = played(SETS(TO_STRIP, contact));
    const struct sortie *truck = trial_sortie(s.trial, 0), *flight = trial_sortie(s.trial, 1);
    int64_t ms[WAITS], hit_ms = trial_casualty(s.trial, 0)->at[M_WOUNDED];
    double there = contact_min + 10 + 10, met = there > 60 ? there : 60;
    CHECK(truck->landing && !flight->landing);
    CHECK_NEAR(minutes(truck->arrived - hit_ms), there, 1e-3);
    CHECK_NEAR(minutes(flight->on_scene - hit_ms), 60, 1e-3);
    CHECK_NEAR(minutes(flight->loaded - hit_ms), met + 6, 1e-3);
    CHECK_NEAR(minutes(flight->arrived - hit_ms), met + 6 + 50, 1e-3);
    trial_waits(s.trial, 0, ms);
    CHECK_NEAR(minutes(ms[WAIT_RENDEZVOUS]), met - 60, 1e-3);
    CHECK_INT(trial_casualty(s.trial, 0)->means, flight->asset);
    stage_free(&s);
}

TEST(they_and_the_aircraft_travel_to_a_landing_site_and_whoever_is_first_waits)
{
    check_meeting(20, "attacks.blast.contact=20 min");
    check_meeting(60, "attacks.blast.contact=60 min");
}

TEST(by_night_they_drive_to_care_where_the_road_is_sooner_than_the_dawn)
{
    check_arrival(SETS(BY_NIGHT, "own_vehicles.trucks.grounded_within=6 h"), 20 + 10 + 60);
    check_arrival(
        SETS(BY_NIGHT, "own_vehicles.trucks.grounded_within=6 h", "attacks.blast.at=\"day 1 16:00\""),
        10 + 60 + 6 + 60); /* still light when it gets there */
}

TEST(nobody_is_lost_on_the_way)
{
    struct stage s =
        stage_of(many, SETS("dispatch.regret=true", "dispatch.pre_alert=first", "dispatch.divert=true",
                            "hazards.road=0.02 /km", "hazards.landing=0.1"));
    int driven = 0, met = 0, struck = 0;
    for (uint64_t n = 0; n < 20; n++) {
        stage_play(&s, 3, n);
        for (int i = 0; i < trial_sorties(s.trial); i++) {
            const struct sortie *j = trial_sortie(s.trial, i);
            driven += j->asset >= s.scenario->assets.n && !j->landing;
            met += j->landing;
        }
        for (int i = 0; i < trial_incidents(s.trial); i++)
            struck += trial_incident(s.trial, i)->origin == ON_EVACUATION;
    }
    CHECK(driven > 50);
    CHECK(met > 20);
    CHECK(struck > 10);
    stage_free(&s);
}
