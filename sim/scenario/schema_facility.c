/* schema_facility.c -- where the wounded are treated. */
#include "schema_rows.h"

static const char *const queues[] = {"priority", "fifo", "none", "preempt", NULL};

static const char *const when_full_words[] = {"take", "divert", NULL};
static const char *const closed_words[] = {"all", "surgery", NULL};
static const char *const patients_words[] = {"stay", "leave", NULL};
static const char *const teams_words[] = {"with_tables", "listed", NULL};

// clang-format off
static const struct field planned_fields[] = {
    { "cases", AS(struct planned, cases, DIST), "0", .least = 0, .most = 50,
      .help = "Operations planned a day, a count that may be random; 0: none.", .source = "judgement; a Level 2 hospital at Gao did 0.6 operations a day over two years, 40 % of them for wounds",
      SHOWN_CARE("facilities.hospital.planned.cases=3") },
    { "from", AS(struct planned, from_ms, CLOCK), "08:00", .help = "When the first may begin, local time.", .source = JUDGEMENT,
      SHOWN_CARE("facilities.hospital.planned.from=\"04:00\"") },
    { "until", AS(struct planned, until_ms, CLOCK), "16:00", .help = "What has not begun by then is put off.", .source = JUDGEMENT,
      SHOWN_CARE("facilities.hospital.planned.until=\"08:30\"") },
    { "time", AT(struct planned, time), "lognormal(mean 93.9 min, cv 0.45)", TIME,
      .help = "Each on the table.", .source = HALL ", mild wounds at Role 2; the cv is judgement",
      SHOWN_CARE("facilities.hospital.planned.time=5 h") },
    { 0 }
};
static const struct record planned_record = { "list of planned surgery", "Operations known beforehand, one after the other on one table, when nobody wounded waits for it.", 0, planned_fields };

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
    { "retriage", AT(struct facility, retriage), "false",
      .help = "The category is seen anew in the bay: from then on it is the true one.",
      SHOWN_CARE("facilities.hospital.retriage=true") },
    { "tables", AT(struct facility, tables), "0", .least = 0, .most = 10000, .unlimited = true,
      .help = "Operating tables; 0: no surgery.",
      SHOWN("facilities.surgeon.tables=3") },
    { "teams", AS(struct facility, teams, WORD), "with_tables", .words = teams_words,
      .help = "with_tables: each table has a team at all hours. listed: only those of surgical_teams operate here.",
      SHOWN_CARE("facilities.hospital.teams=listed") },
    { "planned", AS(struct facility, planned, RECORD), .record = &planned_record },
    { "beds", AT(struct facility, beds), "20", .least = 0, .most = 100000, .unlimited = true,
      .help = "Beds for those who have been treated.", .source = "Medical Support Manual for UN Field Missions, 2015: Level 2 has 10 to 20",
      SHOWN("facilities.surgeon.beds=1") },
    { "icu", AT(struct facility, icu), "unlimited", .least = 0, .most = 1000, .unlimited = true,
      .help = "Intensive care beds, beside `beds`; unlimited: it is given in any of `beds`.",
      SHOWN_CARE("facilities.hospital.icu=0") },
    { "hold", AT(struct facility, hold_ms), "0 d",
      .help = "The longest stay: then on to a facility that may hold longer, if there is one. 0: no limit.",
      SHOWN_CARE("facilities.hospital.hold=6 h") },
    { "when_full", AS(struct facility, when_full, WORD), "take", .words = when_full_words,
      .help = "When its beds are all taken or promised, or for T1 and those in intensive care the beds there. take: more are brought all the same. divert: passed over by those from the scene, unless all are full, and transfers to it wait for a bed.",
      SHOWN_CARE("facilities.rear.when_full=take") },
    { "closed", AT(struct facility, closed), "false", .help = "As if it were not there.",
      SHOWN_CARE("facilities.rear.closed=true") },
    { "shares_site", AT(struct facility, shares_site), "false",
      .help = "Between facilities of one site that all say so, people are walked over in care.carry, without a decision or an asset: to be operated on, for a free table, for definitive care.",
      SHOWN_CARE("facilities.clinic.shares_site=false") },
    { "blood", AT(struct facility, blood), "true",
      .help = "Resuscitation is with blood (dcr), else without (efc).",
      SHOWN("facilities.surgeon.blood=true") },
    { "blood_units", AT(struct facility, blood_units), "unlimited", .least = 0, .most = 10000, .unlimited = true,
      .help = "Units of blood in a full stock, as at the start; unlimited: they are not counted. Whose need the stock does not meet waits for donors or supply, and may be operated on without.",
      SHOWN_CARE("facilities.hospital.blood_units=0") },
    { "blood_every", AT(struct facility, blood_every_ms), "0 d", .help = "The stock is filled up so often; 0: never.",
      SHOWN_CARE("facilities.hospital.blood_every=1 d") },
    { "donors", AT(struct facility, donors), "0", .least = 0, .most = 1000,
      .help = "Walking donors: called when the stock is short, a unit each, and again after 56 days.",
      SHOWN_CARE("facilities.hospital.donors=0") },
    { "donor_delay", AT(struct facility, donor_delay), "lognormal(median 45 min, sigma 0.3)", TIME,
      .help = "Donors called to blood at hand.", .source = JUDGEMENT,
      SHOWN_CARE("facilities.hospital.donor_delay=6 h") },
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
    { "ventilated_after", AT(struct facility, ventilated_after), "0 h", TIME,
      .help = "The same for those on a ventilator; 0: no longer than others.",
      SHOWN_CARE("facilities.hospital.ventilated_after=3 d") },
    COST_ROWS(struct facility, "facilities.surgeon.cost_day=100", "facilities.surgeon.cost_hour=1000", "while somebody is on a table"),
    { 0 }
};
const struct record facility_record = { "facility", "A place of treatment.", sizeof(struct facility), facility_fields };

static const struct field surgical_team_fields[] = {
    { "facility", AS(struct surgical_team, facility, REF), .to = "facilities", .help = "Where they operate; it says teams: listed.",
      SHOWN_CARE("surgical_teams.day.facility=rear") },
    { "count", AT(struct surgical_team, count), "1", .least = 0, .most = 100, .help = "How many teams; each takes one table at a time.",
      SHOWN_CARE("surgical_teams.day.count=0") },
    { "hours", AT(struct surgical_team, hours), "always", .help = "When they may begin an operation, local time; what is begun is finished.",
      SHOWN_CARE("surgical_teams.day.hours=10:00-11:00") },
    { "work", AT(struct surgical_team, work_ms), "0 h", .help = "After so long at the table, taken together, they must rest; 0: no limit.",
      SHOWN_CARE("surgical_teams.day.work=1 h") },
    { "rest", AT(struct surgical_team, rest_ms), "8 h", .least = 60000, .most = 864000000,
      .help = "Time away from the table after which they are fresh.", .source = JUDGEMENT,
      SHOWN_CARE("surgical_teams.day.rest=23 h") },
    COST_ROWS_IN(struct surgical_team, SHOWN_CARE("surgical_teams.day.cost_day=100"), SHOWN_CARE("surgical_teams.day.cost_hour=1000"), "at the table"),
    { 0 }
};
const struct record surgical_team_record = { "surgical team", "Who operates: so many teams alike at one facility, their hours and their rest.", sizeof(struct surgical_team), surgical_team_fields };

static const struct field closure_fields[] = {
    { "facility", AS(struct closure, facility, REF), .to = "facilities", .help = "Which facility.",
      SHOWN_CARE("closures.raid.facility=rear") },
    { "from", AS(struct closure, from_ms, MOMENT), "0 min", .least = 0, .most = 315360000000, .help = "When it closes.",
      SHOWN_CARE("closures.raid.from=day 8 12:00") },
    { "for", AT(struct closure, for_ms), "0 d", .help = "For how long; 0: to the end.",
      SHOWN_CARE("closures.raid.for=5 d") },
    { "of", AS(struct closure, of, WORD), "all", .words = closed_words,
      .help = "all: it takes nobody from outside, unless all that could be reached are closed. surgery: it takes people, and begins no operation.",
      SHOWN_CARE("closures.raid.of=surgery") },
    { "patients", AS(struct closure, patients, WORD), "stay", .words = patients_words,
      .help = "What becomes of those inside. stay: they are treated on (with of: surgery, those for the table wait). leave: nobody is treated further, and all are transferred (with of: surgery, those for the table).",
      SHOWN_CARE("closures.raid.patients=stay") },
    { 0 }
};
const struct record closure_record = { "closure", "A time in which a facility is closed, or does not operate: lost, moved, relieved.", sizeof(struct closure), closure_fields };

static const struct field move_fields[] = {
    { "facility", AS(struct move, facility, REF), .to = "facilities", .help = "Which facility, with its teams, its stock and its hours.",
      SHOWN_CARE("moves.jump.facility=rear") },
    { "at", AS(struct move, at_ms, MOMENT), "0 min", .least = 0, .most = 315360000000,
      .help = "From when it takes nobody, as if closed; those inside are transferred, and it is packed up when the last has left.",
      SHOWN_CARE("moves.jump.at=day 4 12:00") },
    { "to", AS(struct move, to, REF), .to = "sites", .help = "The site where it is open again.",
      SHOWN_CARE("moves.jump.to=camp") },
    { "takes", AT(struct move, takes_ms), "24 h",
      .help = "From the last one's leaving to open again: packing, the way, setting up.", .source = JUDGEMENT,
      SHOWN_CARE("moves.jump.takes=4 d") },
    { 0 }
};
const struct record move_record = { "move", "A facility that moves: it closes at one site and opens at another.", sizeof(struct move), move_fields };
// clang-format on
