/* schema.c -- the top of the language: the run, the map, and where the rest hangs. */
#include "scenario/schema.h"

#include "schema_rows.h"

static const char *const map_words[] = {"earth", "plane", NULL};

// clang-format off
static const struct field run_fields[] = {
    { "warm_up", AT(struct run, warm_up_ms), "0 d", TIME, .least = 0, .most = 315360000000,
      .help = "Time before the horizon, to fill beds and queues; those wounded in it are not counted.",
      SHOWN("run.warm_up=3 d") },
    { "horizon", AT(struct run, horizon_ms), "28 d", TIME, .least = 60000, .most = 315360000000,
      .help = "Those wounded within this time after the warm-up are counted.",
      SHOWN("run.horizon=10 d") },
    { "cool_down", AT(struct run, cool_down_ms), "2 d", TIME, .least = 0, .most = 315360000000,
      .help = "Time after the horizon in which attacks go on, so that the last counted casualties meet a system as busy as the first.",
      SHOWN("run.cool_down=0 d") },
    { "follow_up", AT(struct run, follow_up_ms), "30 d", TIME, .least = 60000, .most = 315360000000,
      .help = "How long each counted casualty is followed.", .source = "30-day mortality, the usual clinical end point",
      SHOWN("run.follow_up=2 d") },
    { "start", AS(struct run, start_day, DATE), "2021-01-01",
      .help = "The first day, from local midnight; it fixes daylight and season.",
      SHOWN("run.start=2021-12-01") },
    { "utc_offset", AT(struct run, utc_offset_ms), "0 h", TIME, .least = -50400000, .most = 50400000,
      .help = "Local time less UTC, all year.",
      SHOWN("run.utc_offset=5 h") },
    { "trials", AT(struct run, trials), "1000", .least = 1, .most = 1e9,
      .help = "How many times the whole period is played; --trials overrides it.", .source = JUDGEMENT,
      SHOWN("run.trials=21") },
    { "seed", AS(struct run, seed, BIG), "1",
      .help = "Chooses the luck; the same seed gives the same results to the byte. --seed overrides it.",
      SHOWN("run.seed=2") },
    { "curve_step", AT(struct run, curve_step_ms), "1 min", TIME, .least = 1000, .most = 86400000,
      .help = "Resolution of the time-to-care curves at first ...",
      SHOWN("run.curve_step=5 min") },
    { "curve_until", AT(struct run, curve_until_ms), "24 h", TIME, .least = 1000, .most = 864000000,
      .help = "... until this time after wounding, ...",
      SHOWN("run.curve_until=12 h") },
    { "curve_long_step", AT(struct run, curve_long_step_ms), "1 h", TIME, .least = 1000, .most = 864000000,
      .help = "... and after it, to the end of the follow-up.",
      SHOWN("run.curve_long_step=2 h") },
    { 0 }
};
static const struct record run_record = { "run", "How long is played, how often, and on what luck.", 0, run_fields };

static const struct field map_fields[] = {
    { "kind", AS(struct map, kind, WORD), "earth", .words = map_words,
      .help = "earth: spots are [lat, lon] in degrees, distances great circles. plane: spots are [x, y] in km.",
      SHOWN("map.kind=plane") },
    { "daylight", AT(struct map, daylight), "sun", .sun = true,
      .help = "When it is light: sun (computed from latitude, longitude and date), a daily window such as 06:00-18:00, or always.",
      SHOWN("map.daylight=06:00-12:00") },
    { "detour", AT(struct map, detour), "1.3", .least = 1, .most = 10,
      .help = "Length of a road over the straight line, where a road gives no length.", .source = JUDGEMENT,
      SHOWN("map.detour=2") },
    { 0 }
};
static const struct record map_record = { "map", "What the coordinates mean, and when it is light.", 0, map_fields };

const char *const survival_words[] = {"injury_clock", "sacco_rpm", "priority_logistic", NULL};

static const struct field fields[] = {
    { "name", AT(struct scenario, name), "\"\"",
      .help = "What reports call the scenario; the name of the file when not given.",
      SHOWN("name=Other") },
    { "about", AT(struct scenario, about), "\"\"",
      .help = "What it is about, in a sentence or two, for reports.",
      SHOWN("about=Something else.") },
    { "run", AS(struct scenario, run, RECORD), .record = &run_record },
    { "map", AS(struct scenario, map, RECORD), .record = &map_record },
    { "sites", AS(struct scenario, sites, MAP), .record = &site_record, .inert = true, .removal = "{airstrip: false}" },
    { "roads", AS(struct scenario, roads, MAP), .record = &road_record, .removal = "{closed: true}" },
    { "travel", AS(struct scenario, travel, MAP), .record = &travel_record },
    { "patrols", AS(struct scenario, patrols, MAP), .record = &patrol_record },
    { "attacks", AS(struct scenario, attacks, MAP), .record = &attack_record },
    { "weather", AS(struct scenario, weather, MAP), .record = &weather_record },
    { "mechanisms", AS(struct scenario, mechanisms, MAP), .record = &mechanism_record, .inert = true },
    { "classes", AS(struct scenario, classes, MAP), .record = &class_record, .inert = true },
    { "survival", AS(struct scenario, survival, WORD), "injury_clock", .words = survival_words,
      .help = "How wounds kill: the injury clock of the classes; sacco_rpm, by the score rpm of each class; priority_logistic, by category alone. "
              "A comparison plays the plans under each: if their order changes, it rests on the model.",
      .source = "injury clock: fitted to Kotwal 2016, JAMA Surg 151:15; Sacco 2005, Acad Emerg Med 12:759", SHOWN("survival=sacco_rpm") },
    { "triage", AS(struct scenario, triage, RECORD), .record = &triage_record },
    { "care", AS(struct scenario, care, RECORD), .record = &care_record },
    { "alert", AS(struct scenario, alert, RECORD), .record = &alert_record },
    { "outages", AS(struct scenario, outages, MAP), .record = &outage_record },
    { "cells", AS(struct scenario, cells, MAP), .record = &cell_record, .inert = true, .removal = "{desks: -1}" },
    { "authorities", AS(struct scenario, authorities, MAP), .record = &authority_record, .inert = true },
    { "consent", AS(struct scenario, consent, MAP), .record = &consent_record },
    { "host_nation", AS(struct scenario, host_nation, MAP), .record = &host_record },
    { "eligibility", AS(struct scenario, eligibility, MAP), .record = &eligibility_record, .words = affiliation_words },
    { "decision", AS(struct scenario, decision, RECORD), .record = &decision_record },
    { "dispatch", AS(struct scenario, dispatch, RECORD), .record = &dispatch_record },
    { "postures", AS(struct scenario, postures, MAP), .record = &posture_record, .inert = true },
    { "layouts", AS(struct scenario, layouts, MAP), .record = &layout_record, .inert = true },
    { "hazards", AS(struct scenario, hazards, RECORD), .record = &hazard_record },
    { "assets", AS(struct scenario, assets, MAP), .record = &asset_record, .removal = "{count: -1}" },
    { "teams", AS(struct scenario, companions[TEAM], MAP), .record = &team_record, .removal = "{count: -1}" },
    { "escorts", AS(struct scenario, companions[ESCORT], MAP), .record = &escort_record, .removal = "{count: -1}" },
    { "own_vehicles", AS(struct scenario, own_vehicles, MAP), .record = &own_vehicles_record, .removal = "{count: -1}" },
    { "fuel_points", AS(struct scenario, fuel_points, MAP), .record = &fuel_point_record, .removal = "{closed: true}" },
    { "facilities", AS(struct scenario, facilities, MAP), .record = &facility_record, .removal = "{closed: true}" },
    { "surgical_teams", AS(struct scenario, surgical_teams, MAP), .record = &surgical_team_record, .removal = "{count: -1}" },
    { "closures", AS(struct scenario, closures, MAP), .record = &closure_record },
    { "moves", AS(struct scenario, moves, MAP), .record = &move_record },
    { "goals", AS(struct scenario, goals, MAP), .record = &goal_record },
    { "beliefs", AS(struct scenario, beliefs, MAP), .record = &belief_record },
    { 0 }
};
// clang-format on

const struct record schema = {"scenario", "A mission area, what may happen in it, and what is done about it.",
                              sizeof(struct scenario), fields};
