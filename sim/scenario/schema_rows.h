/* schema_rows.h -- the records of the language, one file for each theme.
 */
#ifndef SIM_SCENARIO_SCHEMA_ROWS_H
#define SIM_SCENARIO_SCHEMA_ROWS_H

#include "scenario/schema.h"

/* schema_area.c, schema_threat.c, schema_injury.c, schema_control.c, schema_means.c, schema_facility.c */
extern const struct record site_record, road_record, travel_record, patrol_record;
extern const struct record hazard_record;  /* schema_hazard.c */
extern const struct record weather_record; /* schema_weather.c */
extern const struct record attack_record, mechanism_record;
extern const struct record class_record, triage_record, care_record;
extern const struct record alert_record, outage_record, cell_record; /* schema_message.c, schema_consent.c */
extern const struct record authority_record, consent_record, decision_record;
extern const struct record host_record;        /* schema_permit.c */
extern const struct record eligibility_record; /* schema_eligibility.c */
extern const struct record dispatch_record;
extern const struct record team_record, escort_record; /* schema_companions.c */
extern const struct record own_vehicles_record;        /* schema_own_vehicles.c */
extern const struct record fuel_point_record;          /* schema_fuel.c */
extern const struct record posture_record, asset_record, facility_record, surgical_team_record,
    closure_record, move_record;
extern const struct record layout_record; /* schema_sortie.c */
extern const struct record goal_record;   /* schema_goal.c */
extern const struct record belief_record; /* schema_belief.c */

/* NULL-terminated, as their enums. */
extern const char *const leg_words[], *const means_words[]; /* schema_consent.c */
extern const char *const triage_words[], *const queue_words[];

/* Sources of more than one default. */
#define HALL      "Hall 2023, Mil Med 188:e3368"
#define WSC       "Benhassine 2025, Winter Simulation Conference"
#define CLOCK_FIT "judgement; calibrated with the injury clock to Kotwal 2016, JAMA Surg 151:15"
#define JUDGEMENT "judgement"

extern const struct record belief_record; /* schema_belief.c */
/* What a test sets in tests/shown.yaml to see that the key matters. */
#define SHOWN(setting) .shown_in = "tests/shown.yaml", .shown_by = (setting)

#define SHOWN_MEANS(setting) .shown_in = "tests/shown-means.yaml", .shown_by = (setting)

#define SHOWN_VEHICLES(setting) .shown_in = "tests/shown-vehicles.yaml", .shown_by = (setting)

#define SHOWN_CARE(setting) .shown_in = "tests/shown-care.yaml", .shown_by = (setting)

#define SHOWN_PERMIT(setting) .shown_in = "tests/shown-permit.yaml", .shown_by = (setting)

#define SHOWN_ELIGIBILITY(setting) .shown_in = "tests/shown-eligibility.yaml", .shown_by = (setting)

#define SHOWN_CONTROL(setting) .shown_in = "tests/shown-control.yaml", .shown_by = (setting)

#define SHOWN_SORTIES(setting) .shown_in = "tests/shown-sorties.yaml", .shown_by = (setting)

#define SHOWN_FUEL(setting) .shown_in = "tests/shown-fuel.yaml", .shown_by = (setting)

/* What something costs: "each day it is there", "each hour in the air". */
#define COST_ROWS(type, day_shown, hour_shown, used)                                                         \
    COST_ROWS_IN(type, SHOWN(day_shown), SHOWN(hour_shown), used)
#define COST_ROWS_IN(type, day_shown, hour_shown, used)                                                      \
    {"cost_day",                                                                                             \
     AT(type, cost.day),                                                                                     \
     "0",                                                                                                    \
     .least = 0,                                                                                             \
     .most = 1e7,                                                                                            \
     .help = "What each costs a day, used or not, in whatever money the mission counts.",                    \
     .source = JUDGEMENT,                                                                                    \
     day_shown},                                                                                             \
    {                                                                                                        \
        "cost_hour", AT(type, cost.hour), "0",                                                               \
            .least = 0, .most = 1e7, .help = "And for each hour of use: " used ".", .source = JUDGEMENT,     \
            hour_shown                                                                                       \
    }

#endif
