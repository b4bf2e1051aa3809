#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/unit.h"
#include "scenario/print.h"
#include "scenario/schema.h"
#include "written.h"

/* One entry of every kind that takes values, so that each setting below has its place. */
#define MISSION                                                                                              \
    SMALL                                                                                                    \
    "roads: {r: {from: camp, to: town}}\n"                                                                   \
    "patrols: {supply: {route: [camp, town], every: 1 d}}\n"                                                 \
    "attacks: {ied: {rate: 0.00001 /km}, raid: {per: script, mechanism: gsw, sites: [camp], at: 1 h}}\n"     \
    "weather: {dust: {chance: 0.1}}\n"                                                                       \
    "assets: {heli: {kind: helicopter, home: camp}}\n"                                                       \
    "own_vehicles: {trucks: {count: 3}}\n"                                                                   \
    "goals: {g: {of: surgery, at_least: 50 %}}\n"                                                            \
    "beliefs: {b: {key: alert.delay, factor: \"lognormal(median 1, sigma 0.2)\"}}\n"

/* What is printed, with or without remarks, is the same scenario, and prints itself again. */
static void reads_back(struct written w, const char *what)
{
    struct arena *a = arena_new();
    if (!w.scenario)
        fail_msg("%s: %s", what, w.said);
    const char *remarked = scenario_print(w.scenario, true, a);
    struct written plain = written(w.scenario->text, NULL, NULL), again = written(remarked, NULL, NULL);
    if (!plain.scenario || !again.scenario)
        fail_msg("%s: its print is refused: %s%s", what, plain.said, again.said);
    CHECK_TEXT(plain.scenario->text, w.scenario->text);
    CHECK_TEXT(scenario_print(again.scenario, true, a), remarked);
    CHECK_TEXT(again.scenario->digest, w.scenario->digest);
    written_free(&plain), written_free(&again), written_free(&w);
    arena_free(a);
}

static void setting_reads_back(const char *setting)
{
    reads_back(written(MISSION, NULL, setting), setting);
}

static const char *const settings[] = {
    "run.seed=999999999999999999",
    "run.horizon=123456789 ms",
    "run.utc_offset=5.75 h",
    "alert.delay=1.001 s",
    "alert.delay=0.1 h",
    "alert.delay=lognormal(median 0.1 h, sigma 0.3333333333333333, plus -3 s, most 1 d)",
    "alert.delay=\"discrete(1 min: 0.1, 1 min: 0.2, 7 ms: 3)\"",
    "alert.delay=empirical(1 s,2 s,0.7 h)",
    "alert.delay=gamma(mean 10 min, shape 0.7, least 1 ms)",
    "alert.delay=triangular(1 s, 2 s, 0.7 h)",
    "alert.delay=lognormal(mean 3 min, cv 0.1)",
    "attacks.ied.casualties=negative_binomial(1.3, 1.2, most 14)",
    "attacks.ied.rate=7 /100km",
    "attacks.ied.rate=1e-12 /km",
    "attacks.raid.at=day 3 06:15",
    "attacks.raid.at=54.0001 h",
    "attacks.raid.at=0",
    "attacks.ied.hours={\"22:00-02:30\": 0.1, else: 3}",
    "attacks.ied.hours={\"00:00-24:00\": 0.3}",
    "attacks.ied.hours=0.1",
    "attacks.ied.patrols=[supply]",
    "attacks.ied.patrols=[]",
    "attacks.ied.mechanism_on_foot=none",
    "attacks.ied.joined_as=raid",
    "patrols.supply.depart=23:59",
    "patrols.supply.every=100.001 s",
    "patrols.supply.people={host: 0.3, un: 0.7}",
    "patrols.supply.hours=22:30-24:00",
    "patrols.supply.route=[town, camp, town]",
    "patrols.supply.threat=1e-300",
    "weather.dust.months=[nov-feb, apr]",
    "weather.dust.months=none",
    "weather.dust.months=[jan-dec]",
    "weather.dust.sectors=[]",
    "assets.heli.repair_crews=unlimited",
    "assets.heli.speed=123.4 kn",
    "assets.heli.speed=61.111 m/s",
    "assets.heli.range=0.3 nm",
    "assets.heli.hours=22:00-06:00",
    "assets.heli.posture_day=immediate",
    "assets.heli.shared.tasks=3 /month",
    "sites.camp.at=[16.123456789012345, -0.1]",
    "sites.camp.at=[90, -180]",
    "sites.camp.at=[1e-17, 0]",
    "mechanisms.gsw.classes={nch: 0.333333333333, min: 0.666666666667}",
    "map.daylight=06:00-18:00",
    "map.daylight=always",
    "goals.d={of: deaths, at_most: 0}",
    "goals.d={of: cost, at_most: 1e12}",
    "goals.d={of: delay_deaths, at_most: 0.1, within: 0 min, at_least: 0, people: all}",
    "goals.g={of: first_aid, within: 10.5 min, at_least: 1e-9, people: un}",
    "beliefs.b.factor=gamma(from 7 events)",
    "postures.standby=~",
    "attacks.illness=~",
    "beliefs.c={key: attacks.ied.rate, value: gamma(from 7 events in 8000 km)}",
    "facilities.hospital.beds=unlimited",
    "survival=sacco_rpm",
    "assets.heli.count=0",
};

TEST(values_of_every_kind_read_back_as_they_were_printed)
{
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
        setting_reads_back(settings[i]);
}

static const char *const texts[] = {
    "~",
    "null",
    "Null",
    "no",
    "NO",
    "Yes",
    "on",
    "y",
    "true",
    "0x1F",
    "1e3",
    ".nan",
    ".inf",
    "08:30",
    "1_000",
    "2021-03-01",
    "=",
    "<<",
    "-",
    "- a",
    "a: b",
    "a #b",
    "#b",
    "*a",
    "&a",
    "!a",
    "%a",
    "@a",
    "`a",
    "'",
    "\\\"",
    "a\\\\b",
    "{a}",
    "[a]",
    "a, b",
    "?",
    "? a",
    "|",
    ">",
    "a\\nb",
    "\\n",
    "a\\n\\n b \\n",
    " a ",
    "",
    "Ménaka",
    "مالي",
    "马里",
    "a\\u00a0b",
    "\\U0001F681",
    "e\\u0301",
    "x1.5",
    "+1",
    "all",
    "none",
    "default # default",
    "---",
    "...",
};

TEST(texts_and_names_read_back_whatever_other_readers_take_them_for)
{
    char text[2000];
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const char *t = texts[i];
        snprintf(text, sizeof text,
                 "sites: {town: {at: [17, 0.5]}}\nname: \"%s\"\nabout: \"%s\"\nfacilities: {clinic: {site: "
                 "town, level: \"%s\"}}\n",
                 t, t, t);
        reads_back(written(text, NULL, NULL), t);
    }
}

static const char *const names[] = {
    "no",  "null", "Yes", "1",      "08",   "1e3",  "no. 1",    "a b",        "a,b",
    "a:b", "x: y", "(a)", "a/b",    "#1",   "a #1", "&a",       "l'Aguelhok", "'",
    ".",   "..",   "_",   "Ménaka", "مالي", "马里", "a\u00a0b", "e\u0301",
};

TEST(names_read_back_wherever_they_are_referred_to)
{
    char text[1200];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *t = names[i];
        snprintf(
            text, sizeof text,
            "sites: {\"%s\": {at: [16, 0]}, town: {at: [17, 0]}}\n"
            "facilities: {\"%s\": {site: \"%s\", tables: 1}}\n"
            "patrols: {\"%s\": {route: [\"%s\", town], every: 1 d}}\n"
            "classes: {\"%s\": {triage: T1}}\n"
            "mechanisms: {\"%s\": {classes: {\"%s\": 1}}}\n"
            "attacks: {\"%s\": {per: site_year, rate: 1 /yr, mechanism: \"%s\", sites: [\"%s\", town]}}\n",
            t, t, t, t, t, t, t, t, t, t, t);
        reads_back(written(text, NULL, NULL), t);
    }
}

static void prints_its_date(int year, int month, int day)
{
    char setting[40], printed[40];
    snprintf(setting, sizeof setting, "run.start=%04d-%02d-%02d", year, month, day);
    snprintf(printed, sizeof printed, "  start: %s\n", setting + strlen("run.start="));
    struct written w = written(SMALL, NULL, setting);
    CHECK_TEXT(w.said, "");
    if (!strstr(w.scenario->text, printed))
        fail_msg("%s prints as %.20s", setting, strstr(w.scenario->text, "  start: "));
    written_free(&w);
}

TEST(the_first_and_the_last_day_of_every_month_print_as_they_are)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    static const struct {
        int year, leap;
    } years[] = {{1900, 0}, {2000, 1}, {2021, 0}};
    for (size_t y = 0; y < sizeof years / sizeof *years; y++)
        for (int month = 1; month <= 12; month++) {
            prints_its_date(years[y].year, month, 1);
            prints_its_date(years[y].year, month, days[month - 1] + (month == 2 && years[y].leap));
        }
}

TEST(a_name_of_a_file_that_is_no_text_makes_a_name_that_is)
{
    char folder[] = "/tmp/casevac-XXXXXX", file[80];
    CHECK(mkdtemp(folder) != NULL);
    snprintf(file, sizeof file, "%s/caf\xe9\xc2\x85\nx.yaml", folder);
    FILE *to = fopen(file, "w");
    fputs(SMALL, to);
    fclose(to);
    struct layers l = {.file = file};
    struct diag *d = diag_new();
    struct scenario *s = scenario_read(&l, d);
    CHECK_TEXT(s->name, "caf????x");
    struct written w = written(s->text, NULL, NULL);
    CHECK_TEXT(w.scenario->digest, s->digest);
    written_free(&w), scenario_free(s), diag_free(d);
    remove(file);
    remove(folder);
}

TEST(what_would_not_read_back_in_full_is_refused)
{
    char text[8192] = SMALL "alert: {delay: \"empirical(1 h";
    for (int i = 0; i < 1300; i++)
        strcat(text, ",1h"); /* printed as ", 60 min" */
    strcat(text, ")\"}\n");
    struct written w = written(text, NULL, NULL);
    CHECK_TEXT(w.said, " error: with all defaults filled in it is more than could be read again\n"
                       "    hint: write less: fewer entries, shorter lists of numbers\n");
}
