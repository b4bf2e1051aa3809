/* schema_facility.c -- where the wounded are treated. */
#include "schema_rows.h"

static const char *const queues[] = {"priority", "fifo", "none", "preempt", NULL};

// clang-format off
static const struct field facility_fields[] = {
    { "site", AS(struct facility, site, REF), .to = "sites", .help = "Where it is.",
      SHOWN("facilities.hospital.site=town") },
    { "level", AT(struct facility, level), "\"2\"", .help = "What the mission calls it: 1, 1+, 2, 3, 4.",
      SHOWN("facilities.post.level=1+") },
    { "bays", AT(struct facility, bays), "2", .least = 0, .most = 10000, .unlimited = true,
      .help = "Resuscitation bays; 0: none here.", .source = "UK Level 2 hospital at Bentiu, 2017",
      SHOWN("facilities.post.bays=0") },
    { "resuscitation", AT(struct facility, resuscitation), "triangular(low 15 min, mode 25 min, high 45 min)", TIME,
      .help = "Time in a bay.", .source = WSC " (30 min); judgement",
      SHOWN("facilities.surgeon.resuscitation=3 h") },
    { "tables", AT(struct facility, tables), "0", .least = 0, .most = 10000, .unlimited = true,
      .help = "Operating tables with their teams; 0: no surgery.",
      SHOWN("facilities.surgeon.tables=3") },
    { "beds", AT(struct facility, beds), "20", .least = 0, .most = 100000, .unlimited = true,
      .help = "Beds for those who have been treated.", .source = "Medical Support Manual for UN Field Missions, 2015: Level 2 has 10 to 20",
      SHOWN("facilities.surgeon.beds=1") },
    { "blood", AT(struct facility, blood), "true",
      .help = "Resuscitation is with blood (dcr), else without (efc).",
      SHOWN("facilities.surgeon.blood=true") },
    { "definitive", AT(struct facility, definitive), "false", .help = "Gives definitive care.",
      SHOWN("facilities.surgeon.definitive=true") },
    { "queue", AS(struct facility, queue, WORD), "priority", .words = queues,
      .help = "Who goes first to bays, tables and beds: priority by category as seen; preempt, the same, and a graver case interrupts a lesser one in a bay or on a table, which goes on later where it was left; fifo; or none (whoever finds all busy is handed to an outside provider).",
      SHOWN("facilities.surgeon.queue=none") },
    { "divert_at", AT(struct facility, divert_at), "unlimited", .least = 1, .most = 100000, .unlimited = true,
      .help = "Passed over when so many wait for a table, unless all others are full too.",
      SHOWN("facilities.surgeon.divert_at=1") },
    { "onward_after", AT(struct facility, onward_after), "lognormal(median 2.5 h, sigma 1.129)", TIME,
      .help = "Care done here to fit for onward transfer.", .source = "Staudt 2018, J Trauma 84(1S):S140: Role 2 stay, median 2.5 h (1.2-5.5)",
      SHOWN("facilities.surgeon.onward_after=2 d") },
    COST_ROWS(struct facility, "facilities.surgeon.cost_day=100", "facilities.surgeon.cost_hour=1000", "while somebody is on a table"),
    { 0 }
};
const struct record facility_record = { "facility", "A place of treatment.", sizeof(struct facility), facility_fields };
// clang-format on
