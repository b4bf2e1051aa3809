/* test_metamorphic.c -- what must stay the same, or may only get better, when a mission is told otherwise.
 *
 * No answer need be known: a map that is turned round, a list in another order, a helicopter too far away to matter
 * must leave every casualty's life as it was, to the millisecond.
 */
#include "test.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/unit.h"
#include "scenario/read.h"
#include "study.h"
#include "written.h"

/* --- one mission, told in many ways -------------------------------------------------- */

struct telling {
    bool reversed;         /* every list from the end */
    int turns;             /* quarter turns of the map */
    bool mirrored;         /* east is west */
    double east_km, scale; /* moved; and stretched, speeds with it (0: as it is) */
};

enum { TEXT_SIZE = 16384, LINE = 400 };

static void put(char *text, const char *line)
{
    size_t n = strlen(text);
    snprintf(text + n, TEXT_SIZE - n, "%s", line);
}

static void put_list(char *text, const char *key, char lines[][LINE], int n, bool reversed)
{
    put(text, key);
    for (int i = 0; i < n; i++)
        put(text, lines[reversed ? n - 1 - i : i]);
}

static void site(char line[LINE], const struct telling *how, const char *id, double x, double y,
                 const char *rest)
{
    double scale = how->scale > 0 ? how->scale : 1;
    x = (how->mirrored ? -x : x) * scale;
    y *= scale;
    for (int i = 0; i < how->turns; i++) {
        double before = x;
        x = -y;
        y = before;
    }
    snprintf(line, LINE, "  %s: {at: [%g, %g]%s}\n", id, x + how->east_km, y, rest);
}

static void tell(const struct telling *how, char text[TEXT_SIZE])
{
    char sites[6][LINE], list[6][LINE];
    double speed = how->scale > 0 ? how->scale : 1;
    text[0] = 0;
    put(text, "name: Told\nrun: {horizon: 20 d, cool_down: 2 d, trials: 10}\nmap: {kind: plane, daylight: "
              "\"06:00-18:00\"}\n");
    site(sites[0], how, "base", 0, 0, ", strength: 300");
    site(sites[1], how, "fort", 40, 30, ", strength: 80, threat: 2, sector: hills");
    site(sites[2], how, "ford", 60, -20, ", strength: 60, sector: river");
    site(sites[3], how, "town", -30, 10, ", strength: 500");
    site(sites[4], how, "isle", 2000, 2000, ", strength: 0, airstrip: false");
    put_list(text, "sites:\n", sites, 5, how->reversed);
    snprintf(list[0], LINE, "  east: {from: base, to: fort, length: %g km, threat: 2}\n", 60 * speed);
    snprintf(list[1], LINE, "  south: {from: base, to: ford, length: %g km, surface: track}\n", 80 * speed);
    snprintf(list[2], LINE, "  west: {from: base, to: town, length: %g km, surface: paved}\n", 40 * speed);
    put_list(text, "roads:\n", list, 3, how->reversed);
    snprintf(list[0], LINE,
             "  rounds: {route: [base, fort, base], every: 1 d, depart: \"07:00\", speed: %g km/h, strength: "
             "20}\n",
             25 * speed);
    snprintf(list[1], LINE,
             "  supply: {route: [town, base, ford], every: 2 d, depart: \"15:00\", speed: %g km/h, strength: "
             "40}\n",
             20 * speed);
    put_list(text, "patrols:\n", list, 2, how->reversed);
    snprintf(list[0], LINE, "  ied: {rate: %g /km}\n", 6e-4 / speed);
    snprintf(list[1], LINE, "  ambush: {rate: 0.004 /h}\n");
    snprintf(list[2], LINE, "  indirect_fire: {rate: 14 /yr, sites: [base, fort]}\n");
    put_list(text, "attacks:\n", list, 3, how->reversed);
    snprintf(list[0], LINE,
             "  mi8: {kind: helicopter, home: base, count: 2, night: false, speed: %g km/h, range: %g km}\n",
             220 * speed, 900 * speed);
    snprintf(list[1], LINE,
             "  bell: {kind: helicopter, home: town, count: 1, speed: %g km/h, range: %g km}\n", 200 * speed,
             900 * speed);
    snprintf(list[2], LINE,
             "  jeep: {kind: ambulance, home: fort, speed_paved: %g km/h, speed_dirt: %g km/h, speed_track: "
             "%g km/h}\n",
             60 * speed, 30 * speed, 15 * speed);
    put_list(text, "assets:\n", list, 3, how->reversed);
    snprintf(list[0], LINE, "  post: {site: fort, level: \"1\", bays: 1, beds: 3, blood: false}\n");
    snprintf(list[1], LINE, "  hospital: {site: base, bays: 2, tables: 1, beds: 12, definitive: true}\n");
    put_list(text, "facilities:\n", list, 2, how->reversed);
    snprintf(list[0], LINE, "care: {carry_within: %g km}\n", 2 * speed);
    put(text, list[0]);
}

static struct scenario *told(const struct telling *how, const char *more)
{
    static char text[TEXT_SIZE];
    tell(how, text);
    struct written w = written(text, more, NULL);
    if (!w.scenario)
        print_error("%s", w.said);
    CHECK(w.scenario != NULL);
    return w.scenario;
}

/* --- lives ------------------------------------------------------------------------------- */

enum { TRIALS = 12 };

/* The trial ends when everybody counted is decided: of those hit after the horizon it may hold more or fewer. */
static int people_of_both(const struct trial *a, const struct trial *b)
{
    int n = trial_casualties(a) < trial_casualties(b) ? trial_casualties(a) : trial_casualties(b);
    while (n > 0 && !trial_casualty(a, n - 1)->counted)
        n--;
    return n;
}

static void check_same_life(const struct trial *a, const struct trial *b, int who, int64_t slack_ms)
{
    const struct casualty *c = trial_casualty(a, who), *d = trial_casualty(b, who);
    CHECK(c->name == d->name);
    CHECK_INT(c->outcome, d->outcome);
    CHECK_INT(c->legs, d->legs);
    for (int m = 0; m < MOMENTS; m++)
        if ((c->at[m] < 0) != (d->at[m] < 0) || llabs(d->at[m] - c->at[m]) > slack_ms)
            fail_msg("casualty %d, %s: %lld, %lld", who, moment_ids[m], (long long)c->at[m],
                     (long long)d->at[m]);
}

/* Plays both; returns how many casualties lived the same life. */
static int check_same(struct stage *a, struct stage *b, int64_t slack_ms)
{
    int people = 0;
    for (uint64_t n = 0; n < TRIALS; n++) {
        stage_play(a, 4, n);
        stage_play(b, 4, n);
        int n_both = people_of_both(a->trial, b->trial);
        for (int i = 0; i < n_both; i++)
            check_same_life(a->trial, b->trial, i, slack_ms);
        people += n_both;
    }
    return people;
}

struct relation {
    const char *says;
    struct telling other; /* against the plain telling, */
    const char *a, *b;    /* with these laid over the one and the other */
};

// clang-format off
static const struct relation exact[] = {
    { "the map is moved east",                          { .east_km = 300 },            NULL, NULL },
    { "the map is turned by a quarter",                 { .turns = 1 },                NULL, NULL },
    { "the map is turned round",                        { .turns = 2 },                NULL, NULL },
    { "east and west are swapped",                      { .mirrored = true },          NULL, NULL },
    { "every list is told from its end",                { .reversed = true },          NULL, NULL },
    { "all is twice as far and twice as fast",          { .scale = 2 },                NULL, NULL },
    { "it has another name",                            { 0 }, NULL, "name: Other\nabout: Something else.\n" },
    { "a helicopter is there, too far away to come",    { 0 }, NULL, "assets: {far: {kind: helicopter, home: isle, count: 3, range: 500 km}}\n" },
    { "an ambulance is there, and no road",             { 0 }, NULL, "assets: {lost: {kind: ambulance, home: isle}}\n" },
    { "a hospital is there that nobody can reach",      { 0 }, NULL, "facilities: {far: {site: isle, tables: 3}}\n" },
    { "an asset of none is there",                      { 0 }, NULL, "assets: {none_of_it: {kind: helicopter, home: base, count: 0}}\n" },
    { "an asset of none, or no such asset",             { 0 }, "assets: {bell: {count: 0}}\n", "assets: {bell: ~}\n" },
    { "a kind of wound that nobody gets",               { 0 }, NULL, "classes: {odd: {triage: T1, scale: 1 h}}\n" },
    { "a kind of attack that does not happen",          { 0 }, NULL, "attacks: {rockets: {per: site_year, rate: 0 /yr, mechanism: idf, casualties: 3}}\n" },
    { "an attack that hits nobody",                     { 0 }, NULL, "attacks: {rockets: {per: site_year, rate: 30 /yr, mechanism: idf, casualties: 0}}\n" },
    { "a site without threat, or not attacked at all",  { 0 }, "sites: {fort: {threat: 0}}\n", "sites: {fort: {threat: 0}}\nattacks: {indirect_fire: {sites: [base]}}\n" },
    { "a time in minutes, in hours, in seconds",        { 0 }, "alert: {delay: 90 min}\nassets: {mi8: {notice_day: 1 h}}\n", "alert: {delay: 1.5 h}\nassets: {mi8: {notice_day: 3600 s}}\n" },
    { "a speed in km/h, or in knots",                   { 0 }, "assets: {mi8: {speed: 185.2 km/h}}\n", "assets: {mi8: {speed: 100 kn}}\n" },
    { "hours that never close, two ways",               { 0 }, "assets: {mi8: {hours: always}}\n", "assets: {mi8: {hours: \"00:00-24:00\"}}\n" },
    { "more litters than anybody needs",                { 0 }, "assets: {\"*\": {litters: 150, seats: 100}}\n", "assets: {\"*\": {litters: 200, seats: 100}}\n" },
    { "more beds than anybody needs",                   { 0 }, "facilities: {hospital: {beds: 5000}}\n", "facilities: {hospital: {beds: unlimited}}\n" },
    { "more tables than anybody needs",                 { 0 }, "facilities: {hospital: {tables: 900, bays: 900}}\n", "facilities: {hospital: {tables: 901, bays: 901}}\n" },
    { "a queue by category of people who look alike",   { 0 }, "triage: {T1: {T1: 1}, T2: {T1: 1}, T3: {T1: 1}, T4: {T1: 1}}\nfacilities: {\"*\": {queue: fifo}}\n",
                                                               "triage: {T1: {T1: 1}, T2: {T1: 1}, T3: {T1: 1}, T4: {T1: 1}}\nfacilities: {\"*\": {queue: priority}}\n" },
    { "everything has its price",                       { 0 }, NULL, "assets: {\"*\": {cost_day: 7, cost_hour: 8}}\nfacilities: {\"*\": {cost_day: 9}}\n" },
    { "goals are set",                                  { 0 }, NULL, "goals: {half: {of: surgery, at_least: 50 %}}\n" },
    { "crews with no notice are told at the first word",{ 0 }, "assets: {\"*\": {notice_day: 0 min, notice_night: 0 min}}\n", "assets: {\"*\": {notice_day: 0 min, notice_night: 0 min}}\ndispatch: {pre_alert: all}\n" },
    { "own vehicles that may not be driven",            { 0 }, NULL, "own_vehicles: {trucks: {sites: [fort], care_within: 0 h, grounded_within: 0 h, landing_within: 0 h}}\n" },
    { "there is none of the own vehicles",              { 0 }, NULL, "own_vehicles: {trucks: {count: 0}}\n" },
    { "own vehicles are with nobody",                   { 0 }, NULL, "own_vehicles: {trucks: {patrols: []}}\n" },
    { "crews stand to for no time",                     { 0 }, NULL, "dispatch: {pre_alert: all, stand_to: 0 min}\n" },
    { "the only post is at home",                       { 0 }, NULL, "assets: {mi8: {posts: [base]}, bell: {posts: [town]}}\n" },
    { "each keeps its own post, or they are two fleets",{ 0 }, "assets: {mi8: {posts: [base, ford], move_up_within: 0 h}}\n",
                                                               "assets: {mi8: {count: 1}, mi8_ford: {kind: helicopter, home: ford, night: false, speed: 220 km/h, range: 900 km}}\n" },
    { "every list from its end, with posts",            { .reversed = true }, "assets: {mi8: {posts: [fort, ford, base]}}\n", "assets: {mi8: {posts: [fort, ford, base]}}\n" },
    { "sectors have other names",                       { 0 }, NULL, "sites: {fort: {sector: north}, ford: {sector: south}}\n" },
    { "other tasks that nobody has",                    { 0 }, NULL, "assets: {\"*\": {shared: {takes: 9 h, recall: T4}}}\n" },
    { "every list from its end, with other tasks",      { .reversed = true }, "assets: {\"*\": {shared: {tasks: 3 /d, recall: T2}}}\n", "assets: {\"*\": {shared: {tasks: 3 /d, recall: T2}}}\n" },
    { "whoever nobody calls back may be far away",      { 0 }, "assets: {\"*\": {shared: {tasks: 3 /d}}}\n", "assets: {\"*\": {shared: {tasks: 3 /d, farthest: 9 h, approval: 2 h}}}\n" },
    { "beliefs are held",                               { 0 }, NULL, "beliefs: {delay: {key: alert.delay, factor: \"lognormal(median 1, sigma 0.3)\"}}\n" },
    { "curves have other steps",                        { 0 }, NULL, "run: {curve_step: 5 min, curve_until: 10 h}\n" },
};
// clang-format on
enum { EXACT = sizeof exact / sizeof *exact };

TEST(every_life_stays_the_same_to_the_millisecond_when_what_does_not_matter_is_told_otherwise)
{
    for (int i = 0; i < EXACT; i++) {
        const struct relation *r = &exact[i];
        struct telling plain = {0};
        struct stage a = stage_from(told(&plain, r->a)), b = stage_from(told(&r->other, r->b));
        int people = check_same(
            &a, &b,
            r->other.scale > 0 ? 1000 : 0); /* distances are whole metres: stretched, they round otherwise */
        print_message("    %s: %d lives the same\n", r->says, people);
        CHECK(people > 50);
        stage_free(&a);
        stage_free(&b);
    }
}

/* --- what is only shifted, or only longer -------------------------------------------------- */

/* Nothing is dark, nobody waits, nothing happens on the way: notice is all that differs. */
TEST(ten_minutes_more_notice_are_ten_minutes_later_at_care_for_everybody)
{
    static const char ample[] =
        "map: {daylight: always}\nfacilities: {post: ~, hospital: {bays: 900, tables: 900, beds: "
        "unlimited}}\n"
        "classes: {\"*\": {scale: 0 min, dcs_risk: 0, def_risk: 0}}\ncare: {carry: 0 min}\n";
    char quick[600], slow[600];
    struct telling plain = {0};
    snprintf(quick, sizeof quick, "%sassets: {jeep: ~, bell: ~, mi8: {count: 500, notice_day: 10 min}}\n",
             ample);
    snprintf(slow, sizeof slow, "%sassets: {jeep: ~, bell: ~, mi8: {count: 500, notice_day: 20 min}}\n",
             ample);
    struct stage a = stage_from(told(&plain, quick)), b = stage_from(told(&plain, slow));
    int moved = 0;
    for (uint64_t n = 0; n < TRIALS; n++) {
        stage_play(&a, 4, n);
        stage_play(&b, 4, n);
        for (int i = 0; i < people_of_both(a.trial, b.trial); i++) {
            const struct casualty *c = trial_casualty(a.trial, i), *d = trial_casualty(b.trial, i);
            const struct incident *of = trial_incident(a.trial, c->incident);
            /* Where the scene is not safe yet, the later one waits less there. */
            if (c->means < 0 || c->at[M_ON_SCENE] < of->safe_ms)
                continue;
            CHECK_INT(d->at[M_FACILITY] - c->at[M_FACILITY], MINUTES(10));
            CHECK_INT(d->at[M_RESUSCITATION] - c->at[M_RESUSCITATION], MINUTES(10));
            moved++;
        }
    }
    CHECK(moved > 20);
    stage_free(&a);
    stage_free(&b);
}

TEST(a_longer_horizon_leaves_the_attacks_before_its_end_as_they_were)
{
    struct telling plain = {0};
    struct stage a = stage_from(told(&plain, NULL)), b = stage_from(told(&plain, "run: {horizon: 40 d}\n"));
    for (uint64_t n = 0; n < TRIALS; n++) {
        stage_play(&a, 4, n);
        stage_play(&b, 4, n);
        for (int i = 0; i < trial_incidents(a.trial) && trial_incident(a.trial, i)->at_ms < DAYS(20); i++) {
            CHECK(trial_incident(a.trial, i)->name == trial_incident(b.trial, i)->name);
            CHECK_INT(trial_incident(a.trial, i)->at_ms, trial_incident(b.trial, i)->at_ms);
            CHECK_INT(trial_incident(a.trial, i)->casualties, trial_incident(b.trial, i)->casualties);
        }
    }
    stage_free(&a);
    stage_free(&b);
}

/* --- never worse, person by person ------------------------------------------------------------ */

/* In the order of asking, with servers alike in one place, more of them or faster ones delay nobody. */
static void check_nobody_later(const char *const fewer[SETS_MAX], const char *const more[SETS_MAX])
{
    struct stage a = stage_of("tests/theory/queue-vehicles.yaml", fewer),
                 b = stage_of("tests/theory/queue-vehicles.yaml", more);
    int sooner = 0;
    for (uint64_t n = 0; n < 3; n++) {
        stage_play(&a, 4, n);
        stage_play(&b, 4, n);
        for (int i = 0; i < people_of_both(a.trial, b.trial); i++) {
            int64_t before = trial_casualty(a.trial, i)->at[M_FACILITY],
                    after = trial_casualty(b.trial, i)->at[M_FACILITY];
            if (before < 0)
                continue;
            CHECK(after >= 0 && after <= before);
            sooner += after < before;
        }
    }
    CHECK(sooner > 50);
    stage_free(&a);
    stage_free(&b);
}

#define SETS(...) ((const char *[SETS_MAX]){__VA_ARGS__})

TEST(one_more_server_makes_nobody_wait_longer_in_a_line_by_order)
{
    check_nobody_later(SETS("run.horizon=60 d", "attacks.call.rate=1.4 /h", "assets.server.count=2"),
                       SETS("run.horizon=60 d", "attacks.call.rate=1.4 /h", "assets.server.count=3"));
}

/* Journeys take no time here, so that no task is left to others. */
TEST(fewer_other_tasks_and_calling_back_from_them_make_nobody_wait_longer_in_a_line_by_order)
{
#define AT_ONCE     "run.horizon=60 d", "attacks.call.rate=0.8 /h", "assets.server.load=0 min"
#define TASKS(more) "assets.server.shared={tasks: " more ", hours: always}"
    check_nobody_later(SETS(AT_ONCE, TASKS("6 /d")), SETS(AT_ONCE, TASKS("3 /d")));
    check_nobody_later(SETS(AT_ONCE, TASKS("6 /d")), SETS(AT_ONCE, TASKS("6 /d, recall: T1")));
}

TEST(faster_service_makes_nobody_wait_longer_in_a_line_by_order)
{
    check_nobody_later(
        SETS("run.horizon=60 d", "attacks.call.rate=0.8 /h"),
        SETS("run.horizon=60 d", "attacks.call.rate=0.8 /h", "assets.server.load=exponential(mean 50 min)"));
}

/* --- never worse, on average ---------------------------------------------------------------------- */

// clang-format off
static const struct {
    const char *says, *better;
    enum milestone milestone;
} kind[] = {
    { "three more helicopters",     "assets: {mi8: {count: +3}}\n",                             SURGICAL_FACILITY },
    { "helicopters twice as fast",  "assets: {\"*[kind: helicopter]\": {speed: x2}}\n",         SURGICAL_FACILITY },
    { "half the notice",            "assets: {\"*\": {notice_day: x0.5, notice_night: x0.5}}\n", SURGICAL_FACILITY },
    { "a message heard at once",    "alert: {delay: 0 min}\n",                                  RESUSCITATION },
    { "a decision at once",         "decision: {scene: none, transfer: none}\n",                SURGICAL_FACILITY },
    { "night flying",               "assets: {mi8: {night: true}}\n",                           SURGICAL_FACILITY },
    { "two tables more",            "facilities: {hospital: {tables: +2}}\n",                   SURGERY },
    { "a surgeon in the fort",      "facilities: {post: {tables: 1, blood: true}}\n",           SURGICAL_FACILITY },
    { "less loading",               "assets: {\"*\": {load: x0.3, load_each: x0.3}}\n",         SURGICAL_FACILITY },
    { "no contact",                 "attacks: {\"*\": {contact: 0 min}}\n",                     SURGICAL_FACILITY },
};
// clang-format on
enum { KIND = sizeof kind / sizeof *kind };

static struct interval gain(const char *better, enum milestone m)
{
    struct telling plain = {0};
    struct stage a = stage_from(told(&plain, NULL)), b = stage_from(told(&plain, better));
    struct ratio both = {0}; /* more in time, trial by trial, per person who needs it */
    for (uint64_t n = 0; n < (uint64_t)(test_share(600) > 150 ? test_share(600) : 150); n++) {
        int64_t more = 0, needed = 0;
        stage_play(&a, 9, n);
        stage_play(&b, 9, n);
        for (int i = 0; i < people_of_both(a.trial, b.trial); i++) {
            const struct casualty *c = trial_casualty(a.trial, i), *d = trial_casualty(b.trial, i);
            if (!c->counted || !(c->needs >> m & 1))
                continue;
            int64_t limit = milestones[m].target_ms;
            int64_t was = c->at[moment_of[m]], is = d->at[moment_of[m]];
            needed++;
            more +=
                (is >= 0 && is - d->at[M_WOUNDED] <= limit) - (was >= 0 && was - c->at[M_WOUNDED] <= limit);
        }
        ratio_add(&both, more, needed);
    }
    struct interval found = ratio_mean(&both, a.tally->trials, 0.9999);
    stage_free(&a);
    stage_free(&b);
    return found;
}

TEST(what_helps_is_never_worse_on_average)
{
    for (int i = 0; i < KIND; i++) {
        struct interval g = gain(kind[i].better, kind[i].milestone);
        print_message("    %s: %+.1f points\n", kind[i].says, 100 * g.value);
        CHECK(g.high >= 0);
    }
}
