/* test_metamorphic.c -- what must stay the same when a mission is told otherwise.
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
#include "telling.h"
#include "written.h"

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
    { "the map is turned by 37 degrees",                { .degrees = 37 },             NULL, NULL },
    { "a helicopter has another name",                  { 0 }, NULL, "assets: {mi8: ~, hip: {kind: helicopter, home: base, count: 2, night: false, speed: 220 km/h, range: 900 km}}\n" },
    { "a mix of wounds names one with no share",        { 0 }, "mechanisms: {own: {classes: {xh: 0.5, min: 0.5}}}\nattacks: {\"*\": {mechanism: own}}\n", "mechanisms: {own: {classes: {xh: 0.5, exp: 0, min: 0.5}}}\nattacks: {\"*\": {mechanism: own}}\n" },
    { "hours of an attack that weigh alike",            { 0 }, "attacks: {\"*\": {hours: {else: 1}}}\n", "attacks: {\"*\": {hours: {\"05:00-09:00\": 1, else: 1}}}\n" },
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
    { "a hospital is to move when all is over",         { 0 }, NULL, "moves: {later: {facility: hospital, to: town, at: \"day 200 00:00\"}}\n" },
    { "sectors have other names",                       { 0 }, NULL, "sites: {fort: {sector: north}, ford: {sector: south}}\n" },
    { "other tasks that nobody has",                    { 0 }, NULL, "assets: {\"*\": {shared: {takes: 9 h, recall: T4}}}\n" },
    { "every list from its end, with other tasks",      { .reversed = true }, "assets: {\"*\": {shared: {tasks: 3 /d, recall: T2}}}\n", "assets: {\"*\": {shared: {tasks: 3 /d, recall: T2}}}\n" },
    { "whoever nobody calls back may be far away",      { 0 }, "assets: {\"*\": {shared: {tasks: 3 /d}}}\n", "assets: {\"*\": {shared: {tasks: 3 /d, farthest: 9 h, approval: 2 h}}}\n" },
    { "beliefs are held",                               { 0 }, NULL, "beliefs: {delay: {key: alert.delay, factor: \"lognormal(median 1, sigma 0.3)\"}}\n" },
    { "there is fuel that nobody needs",                { 0 }, NULL, "fuel_points: {fort: {site: fort}, ford: {site: ford}, town: {site: town}}\n" },
    { "there is fuel that nobody gets to",              { 0 }, "assets: {\"*\": {range: 90 km}}\n", "assets: {\"*\": {range: 90 km}}\nfuel_points: {isle: {site: isle}}\n" },
    { "fuel is for nobody, or there is none there",     { 0 }, "assets: {\"*\": {range: 90 km}}\nfuel_points: {fort: {site: fort, assets: []}}\n", "assets: {\"*\": {range: 90 km}}\nfuel_points: {fort: {site: fort, closed: true}}\n" },
    { "whoever has no range needs no fuel",             { 0 }, "assets: {\"*\": {range: 0 km}}\n", "assets: {\"*\": {range: 0 km}}\nfuel_points: {fort: {site: fort}}\n" },
    { "every list from its end, with fuel",             { .reversed = true }, "assets: {\"*\": {range: 90 km}}\nfuel_points: {fort: {site: fort}}\n", "assets: {\"*\": {range: 90 km}}\nfuel_points: {fort: {site: fort}}\n" },
    { "curves have other steps",                        { 0 }, NULL, "run: {curve_step: 5 min, curve_until: 10 h}\n" },
};
// clang-format on
enum { EXACT = sizeof exact / sizeof *exact };

/* Distances are whole metres. */
static bool rounds_otherwise(const struct telling *how)
{
    return how->scale > 0 || how->degrees > 0;
}

TEST(every_life_stays_the_same_to_the_millisecond_when_what_does_not_matter_is_told_otherwise)
{
    for (int i = 0; i < EXACT; i++) {
        const struct relation *r = &exact[i];
        struct telling plain = {0};
        struct stage a = stage_from(told(&plain, r->a)), b = stage_from(told(&r->other, r->b));
        int people = check_same(&a, &b, rounds_otherwise(&r->other) ? 1000 : 0);
        print_message("    %s: %d lives the same\n", r->says, people);
        CHECK(people > 50);
        stage_free(&a);
        stage_free(&b);
    }
}

TEST(on_the_globe_every_life_stays_the_same_when_the_map_is_moved_along_the_equator)
{
    struct telling here = {.earth = true}, there = {.earth = true, .east_km = 5000};
    struct stage a = stage_from(told(&here, NULL)), b = stage_from(told(&there, NULL));
    CHECK(check_same(&a, &b, 1000) > 50);
    stage_free(&a);
    stage_free(&b);
}

/* --- two areas, each for itself ------------------------------------------------------------- */

/* The text with each of these names made another's: base2 for base. */
static void rename_all(const char *text, char other[TEXT_SIZE])
{
    static const char *const ids[] = {"base",   "fort",   "ford", "town", "isle", "east", "south",    "west",
                                      "rounds", "supply", "mi8",  "bell", "jeep", "post", "hospital", NULL};
    size_t n = 0;
    while (*text && n + 2 < TEXT_SIZE) {
        size_t word = strspn(text, "abcdefghijklmnopqrstuvwxyz_0123456789");
        bool is_id = false;
        for (int i = 0; ids[i]; i++)
            is_id |= word == strlen(ids[i]) && !strncmp(text, ids[i], word);
        for (size_t i = 0; i < (word ? word : 1) && n + 2 < TEXT_SIZE; i++)
            other[n++] = *text++;
        if (is_id)
            other[n++] = '2';
    }
    other[n] = 0;
}

/* A trial ends when all who count are decided: what is left of their stays happens in the longer one only. */
static int64_t last_moment(const struct trial *t)
{
    int64_t last = 0;
    for (int i = 0; i < trial_casualties(t); i++)
        for (int m = 0; m < MOMENTS; m++)
            last = trial_casualty(t, i)->at[m] > last ? trial_casualty(t, i)->at[m] : last;
    return last;
}

static int check_life_by_name(const struct trial *alone, const struct trial *both)
{
    int people = 0;
    int64_t last = last_moment(alone);
    for (int i = 0; i < trial_casualties(alone); i++) {
        const struct casualty *c = trial_casualty(alone, i);
        if (!c->counted)
            continue;
        const struct casualty *d = same_person(both, c);
        CHECK(d != NULL);
        CHECK_INT(d->outcome, c->outcome);
        for (int m = 0; m < MOMENTS; m++)
            CHECK(d->at[m] == c->at[m] || (c->at[m] < 0 && d->at[m] >= last));
        people++;
    }
    return people;
}

TEST(two_areas_too_far_apart_to_help_each_other_live_as_each_does_alone)
{
    static char here[TEXT_SIZE], there[TEXT_SIZE], renamed[TEXT_SIZE];
    struct telling plain = {0}, far = {.east_km = 9000};
    telling_write(&plain, here);
    telling_write(&far, there);
    rename_all(there, renamed);
    struct written one = written(here, NULL, NULL), other = written(renamed, NULL, NULL),
                   both = written(here, renamed, "attacks.indirect_fire.sites=[base, fort, base2, fort2]");
    CHECK_TEXT(both.said, "");
    CHECK(one.scenario && other.scenario && both.scenario);
    struct stage a = stage_from(one.scenario), b = stage_from(other.scenario), ab = stage_from(both.scenario);
    int people[2] = {0, 0}, all = 0;
    for (uint64_t n = 0; n < TRIALS; n++) {
        stage_play(&a, 4, n);
        stage_play(&b, 4, n);
        stage_play(&ab, 4, n);
        people[0] += check_life_by_name(a.trial, ab.trial);
        people[1] += check_life_by_name(b.trial, ab.trial);
        for (int i = 0; i < trial_casualties(ab.trial); i++)
            all += trial_casualty(ab.trial, i)->counted;
    }
    CHECK(people[0] > 50 && people[1] > 50);
    CHECK_INT(people[0] + people[1], all);
    stage_free(&a);
    stage_free(&b);
    stage_free(&ab);
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
