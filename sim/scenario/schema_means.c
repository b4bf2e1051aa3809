/* schema_means.c -- what moves the wounded, and where they are treated. */
#include "schema_rows.h"

static const char *const kind_words[] = {"helicopter", "ambulance", "fixed_wing", NULL};
static const char *const care_words[] = {"none", "efc", "dcr", NULL};
static const char *const serves_words[] = {"all", "scene", "transfer", NULL};

// clang-format off
static const struct field asset_fields[] = {
    { "kind", AS(struct asset, kind, WORD), .words = kind_words,
      .help = "A helicopter flies, an ambulance drives, fixed_wing flies between facilities only." },
    { "home", AS(struct asset, home, REF), .to = "sites", .help = "Where it waits." },
    { "count", AT(struct asset, count), "1", .least = 0, .most = 1000, .help = "How many of them." },
    { "notice_day", AT(struct asset, notice_day), "lognormal(median 20 min, sigma 0.3)", TIME,
      .help = "Tasked to moving off, by daylight.", .source = "Bruxelles2, May 2013, medevac standby at Bamako; judgement" },
    { "notice_night", AT(struct asset, notice_night), "lognormal(median 40 min, sigma 0.3)", TIME,
      .help = "The same in the dark.", .source = JUDGEMENT },
    { "hours", AT(struct asset, hours), "always", .help = "When it may be sent, local time." },
    { "night", AT(struct asset, night), "true", .help = "May move in the dark." },
    { "speed", AT(struct asset, speed_kmh), "220 km/h", SPEED, .least = 1, .most = 1000,
      .help = "Speed through the air.", .source = "Mi-8MTV cruise" },
    { "speed_paved", AT(struct asset, on_surface_kmh[PAVED]), "60 km/h", SPEED, .least = 0, .most = 200,
      .help = "Speed on paved roads; 0: cannot use them.", .source = JUDGEMENT },
    { "speed_dirt", AT(struct asset, on_surface_kmh[DIRT]), "30 km/h", SPEED, .least = 0, .most = 200,
      .help = "Speed on dirt roads.", .source = JUDGEMENT },
    { "speed_track", AT(struct asset, on_surface_kmh[TRACK]), "15 km/h", SPEED, .least = 0, .most = 200,
      .help = "Speed on tracks.", .source = JUDGEMENT },
    { "range", AT(struct asset, range_m), "0 km", DISTANCE,
      .help = "Home to scene to facility to home without refuelling; 0: no limit." },
    { "reach", AT(struct asset, reach_ms), "0 h",
      .help = "The longest way it is sent, out or on to care; 0: no limit." },
    { "litters", AT(struct asset, litters), "4", .least = 0, .most = 200,
      .help = "How many can lie.", .source = JUDGEMENT },
    { "seats", AT(struct asset, seats), "6", .least = 0, .most = 500,
      .help = "How many can sit; who walks takes a seat, or a litter when the seats are full.", .source = JUDGEMENT },
    { "load", AT(struct asset, load), "lognormal(median 8 min, sigma 0.4)", TIME,
      .help = "Time on scene for each stop ...", .source = "MINURCAT live exercises, 10 Jun 2009 (5 min at night); judgement" },
    { "load_each", AT(struct asset, load_each), "triangular(low 0.8 min, mode 1.4 min, high 3 min)", TIME,
      .help = "... and for each casualty; drawn once a sortie.", .source = WSC ": 1.43 min per stretcher" },
    { "unload", AT(struct asset, unload), "triangular(low 5 min, mode 10 min, high 20 min)", TIME,
      .help = "Arrival to the door of the facility, for the whole sortie.", .source = JUDGEMENT },
    { "turnaround", AT(struct asset, turnaround), "30 min", TIME,
      .help = "Back at home to ready again.", .source = JUDGEMENT },
    { "care", AS(struct asset, care, WORD), "efc", .words = care_words,
      .help = "Care given aboard: none, efc (a medic), dcr (with blood).", .source = JUDGEMENT },
    { "serves", AS(struct asset, serves, WORD), "all", .words = serves_words,
      .help = "What it may be sent for: pick-ups from the scene, transfers between facilities, or all." },
    { 0 }
};
const struct record asset_record = { "asset", "Means of evacuation: so many alike at one home.", sizeof(struct asset), asset_fields };

static const struct field facility_fields[] = {
    { "site", AS(struct facility, site, REF), .to = "sites", .help = "Where it is." },
    { "level", AT(struct facility, level), "\"2\"", .help = "What the mission calls it: 1, 1+, 2, 3, 4." },
    { "bays", AT(struct facility, bays), "2", .least = 0, .most = 10000, .unlimited = true,
      .help = "Resuscitation bays; 0: none here.", .source = "UK Level 2 hospital at Bentiu, 2017" },
    { "resuscitation", AT(struct facility, resuscitation), "triangular(low 15 min, mode 25 min, high 45 min)", TIME,
      .help = "Time in a bay.", .source = WSC " (30 min); judgement" },
    { "tables", AT(struct facility, tables), "0", .least = 0, .most = 10000, .unlimited = true,
      .help = "Operating tables with their teams; 0: no surgery." },
    { "beds", AT(struct facility, beds), "20", .least = 0, .most = 100000, .unlimited = true,
      .help = "Beds for those who have been treated.", .source = "Medical Support Manual for UN Field Missions, 2015: Level 2 has 10 to 20" },
    { "blood", AT(struct facility, blood), "true",
      .help = "Resuscitation is with blood (dcr), else without (efc)." },
    { "definitive", AT(struct facility, definitive), "false", .help = "Gives definitive care." },
    { "queue", AS(struct facility, queue, WORD), "priority", .words = queue_words,
      .help = "Who goes first to bays, tables and beds: priority by category as seen, fifo, or none (whoever finds all busy is handed to an outside provider)." },
    { "divert_at", AT(struct facility, divert_at), "unlimited", .least = 1, .most = 100000, .unlimited = true,
      .help = "Passed over when so many wait for a table, unless all others are full too." },
    { "onward_after", AT(struct facility, onward_after), "lognormal(median 2.5 h, sigma 1.129)", TIME,
      .help = "Care done here to fit for onward transfer.", .source = "Staudt 2018, J Trauma 84(1S):S140: Role 2 stay, median 2.5 h (1.2-5.5)" },
    { 0 }
};
const struct record facility_record = { "facility", "A place of treatment.", sizeof(struct facility), facility_fields };
// clang-format on
