/* scenario.h -- a scenario as it was read: what the user wrote, defaults filled in.
 *
 * Open data, read-only after reading, in inner units (base/unit.h): times in
 * ms, distances in m, speeds in km/h, rates per day. Collections are arrays in
 * the order of the file; a reference is an index into one, or -1. Everything
 * lives in the scenario's arena.
 */
#ifndef SCENARIO_SCENARIO_H
#define SCENARIO_SCENARIO_H

#include "base/arena.h"
#include "scenario/aims.h"
#include "scenario/control.h"
#include "scenario/eligibility.h"
#include "scenario/facilities.h"
#include "scenario/means.h"
#include "scenario/permits.h"
#include "scenario/places.h"
#include "scenario/threats.h"
#include "scenario/wounds.h"

struct run {
    int64_t warm_up_ms, horizon_ms, cool_down_ms, follow_up_ms;
    int64_t start_day; /* days since 1970-01-01 of the first midnight */
    int64_t utc_offset_ms;
    int64_t curve_step_ms, curve_until_ms, curve_long_step_ms; /* bins of the time-to-care curves */
    int trials;                                                /* default of --trials */
    int64_t seed;                                              /* default of --seed */
};

/* Collections: struct sites { int n; struct site *at; } and so on. */
#define COLLECTION(name, type)                                                                               \
    struct name {                                                                                            \
        int n;                                                                                               \
        struct type *at;                                                                                     \
    }
COLLECTION(sites, site);
COLLECTION(roads, road);
COLLECTION(travels, travel);
COLLECTION(patrols, patrol);
COLLECTION(attacks, attack);
COLLECTION(weathers, weather);
COLLECTION(mechanisms, mechanism);
COLLECTION(classes, class);
COLLECTION(outages, outage);
COLLECTION(cells, duty_cell);
COLLECTION(authorities, authority);
COLLECTION(consent_rules, consent_rule);
COLLECTION(host_rules, host_rule);
COLLECTION(eligibilities, eligibility);
COLLECTION(postures, posture);
COLLECTION(layouts, cabin_layout);
COLLECTION(companions, companion);
COLLECTION(all_own_vehicles, own_vehicles);
COLLECTION(fuel_points, fuel_point);
COLLECTION(assets, asset);
COLLECTION(facilities, facility);
COLLECTION(surgical_teams, surgical_team);
COLLECTION(closures, closure);
COLLECTION(moves, move);
COLLECTION(goals, goal);
COLLECTION(beliefs, belief);

struct scenario {
    const char *name, *about;
    struct run run;
    struct map map;
    struct sites sites;
    struct roads roads;
    struct travels travel;
    struct patrols patrols;
    struct attacks attacks;
    struct weathers weather;
    struct mechanisms mechanisms;
    struct classes classes;
    int survival; /* enum survival: how wounds kill */
    struct triage_matrix triage;
    struct care_times care;
    struct alert alert;
    struct outages outages;
    struct cells cells;
    struct authorities authorities;
    struct consent_rules consent;
    struct host_rules host_nation;
    struct eligibilities eligibility;
    struct decision decision;
    struct dispatch dispatch;
    struct postures postures;
    struct layouts layouts;
    struct hazards hazards;
    struct assets assets;
    struct companions companions[COMPANION_KINDS]; /* teams, escorts */
    struct all_own_vehicles own_vehicles;
    struct fuel_points fuel_points;
    struct facilities facilities;
    struct surgical_teams surgical_teams;
    struct closures closures;
    struct moves moves;
    struct goals goals;
    struct beliefs beliefs;

    struct arena *arena;
    const char *file; /* as the user named it */
    const char *text; /* the scenario printed in full: reads back to the same scenario */
    char digest[65];  /* SHA-256 of `text`, hex */
};

#endif
