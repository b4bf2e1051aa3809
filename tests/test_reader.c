#include "test.h"

#include <math.h>
#include <stdio.h>
#include "base/unit.h"
#include "scenario/print.h"
#include "written.h"

TEST(a_small_scenario_is_read_and_the_rest_takes_its_default)
{
    struct written w = written("run: {horizon: 7 d}\n" SMALL, NULL, NULL);
    CHECK_TEXT(w.said, "");
    CHECK(w.scenario->run.horizon_ms == DAYS(7));
    CHECK(w.scenario->run.cool_down_ms == DAYS(2));
    CHECK_INT(w.scenario->sites.n, 2);
    CHECK_TEXT(w.scenario->sites.at[1].id, "town");
    CHECK_NEAR(w.scenario->sites.at[0].at.b, -0.04, 0);
    CHECK_INT(w.scenario->facilities.at[0].site, 0);
    CHECK_INT(w.scenario->facilities.at[0].divert_at, UNLIMITED);
    CHECK_INT(w.scenario->classes.n, 9);
    CHECK_NEAR(w.scenario->classes.at[3].slowed[DCR], 0.35, 0);
    written_free(&w);
}

TEST(values_of_every_kind_are_understood)
{
    struct written w = written(
        "map: {daylight: 06:00-18:30}\n"
        "run: {start: 2020-02-29, utc_offset: -3.5 h, seed: 123456789012345678}\n" SMALL
        "patrols: {supply: {route: [camp, town, camp], rate: 2 /wk, depart: 05:30, speed: 10 m/s}}\n"
        "attacks:\n"
        "  raid: {per: script, at: day 3 06:15, sites: [town], mechanism: idf, mechanism_on_foot: gsw}\n"
        "  ied: {rate: 2 /100km, hours: {\"22:00-02:00\": 3, else: 50 %}}\n"
        "assets: {mi8: {kind: helicopter, home: town, hours: always, range: 100 nm}}\n",
        NULL, NULL);
    CHECK_TEXT(w.said, "");
    const struct scenario *s = w.scenario;
    const struct attack *raid = &s->attacks.at[s->attacks.n - 1], *ied = &s->attacks.at[0];
    CHECK(s->map.daylight.from_ms == HOURS(6) && s->map.daylight.to_ms == HOURS(18) + MINUTES(30));
    CHECK_INT(s->run.start_day, 18321);
    CHECK(s->run.utc_offset_ms == -12600000 && s->run.seed == 123456789012345678);
    CHECK_INT(s->patrols.at[0].route.n, 3);
    CHECK_NEAR(s->patrols.at[0].rate, 2.0 / 7, 0);
    CHECK_NEAR(s->patrols.at[0].speed_kmh, 36, 0);
    CHECK(raid->at_ms == DAYS(2) + HOURS(6) + MINUTES(15));
    CHECK(!raid->sites.all && raid->sites.at[0] == 1);
    CHECK(raid->mechanism_on_foot >= 0 && raid->mechanism_on_foot != raid->mechanism);
    CHECK_NEAR(ied->rate, 0.02, 0);
    CHECK_NEAR(ied->hours.factor[0], 3, 0);
    CHECK_NEAR(ied->hours.factor[4], 0.5, 0);
    CHECK_NEAR(ied->hours.factor[44], 3, 0);
    CHECK_NEAR(s->assets.at[0].range_m, 185200, 0);
    written_free(&w);
}

TEST(all_mistakes_are_told_at_once_with_their_place_and_a_hint)
{
    struct written w = written("sites:\n"
                               "  gäo: {at: [1, 2], sectr: n}\n"
                               "assets:\n"
                               "  mi8: {kind: helicopter, home: gao, speed: 60}\n",
                               NULL, NULL);
    CHECK(w.scenario == NULL);
    CHECK_TEXT(w.said, "2:21: error: a site has no \"sectr\"\n"
                       "    hint: did you mean \"sector\"?\n"
                       "4:33: error: home: there is no \"gao\" among the sites\n"
                       "    hint: did you mean \"gäo\"?\n"
                       "4:45: error: speed: \"60\" needs a unit: km/h, m/s or kn\n");
}

TEST(a_printed_scenario_reads_back_to_the_same_and_prints_the_same)
{
    struct written w =
        written(SMALL "patrols: {p: {route: [camp, town], every: 1 d}}\n"
                      "attacks: {ied: {rate: 1e-5 /km}, odd: {per: site_year, rate: 3 /month, "
                      "casualties: \"discrete(1: 0.5, 4: 0.5)\", mechanism: idf}, illness: ~}\n"
                      "assets: {mi8: {kind: helicopter, home: camp, speed: 61.1 m/s}}\n"
                      "about: \"A \\\"quoted\\\" word: \\\\ and\\na second line\"\nname: \"no\"\n",
                NULL, NULL);
    CHECK_TEXT(w.said, "");
    struct arena *a = arena_new();
    char *remarked = scenario_print(w.scenario, true, a);
    struct written again = written(remarked, NULL, NULL), plain = written(w.scenario->text, NULL, NULL);
    CHECK_TEXT(again.said, "");
    CHECK_TEXT(again.scenario->digest, w.scenario->digest);
    CHECK_TEXT(plain.scenario->digest, w.scenario->digest);
    CHECK_TEXT(scenario_print(again.scenario, true, a), remarked);
    CHECK_TEXT(again.scenario->about, "A \"quoted\" word: \\ and\na second line");
    CHECK(strstr(remarked, "  illness: ~\n") != NULL);
    arena_free(a);
    written_free(&plain);
    written_free(&again);
    written_free(&w);
}

TEST(a_default_is_marked_by_its_value_however_it_was_written)
{
    struct written w = written(
        SMALL "run: {horizon: 672 h, cool_down: 3 d}\nclasses: {nch: {scale: 12000 s}}\n", NULL, NULL);
    struct arena *a = arena_new();
    const char *text = scenario_print(w.scenario, true, a);
    CHECK(strstr(text, "  horizon: 28 d # default\n") != NULL);
    CHECK(strstr(text, "  cool_down: 3 d\n") != NULL);
    CHECK(strstr(text, "    scale: 200 min # default\n") != NULL);
    arena_free(a);
    written_free(&w);
}

TEST(the_digest_knows_any_change_and_no_layout)
{
    struct written a = written(SMALL, NULL, "name=x"), b = written("# a remark\n" SMALL "\n", NULL, "name=x"),
                   c = written(SMALL, NULL, "name=y"),
                   d = written("run: {trials: 1000}\n" SMALL, NULL, "name=x");
    CHECK_TEXT(a.scenario->digest, b.scenario->digest);
    CHECK_TEXT(a.scenario->digest, d.scenario->digest);
    CHECK(strcmp(a.scenario->digest, c.scenario->digest) != 0);
    CHECK_INT(strlen(a.scenario->digest), 64);
    written_free(&a), written_free(&b), written_free(&c), written_free(&d);
}

TEST(the_order_of_shares_and_keys_is_no_part_of_a_scenario)
{
    struct written a = written(SMALL "mechanisms: {fall: {classes: {tbi: 0.4, min: 0.6}}}\n", NULL, "name=x"),
                   b = written("mechanisms: {fall: {classes: {min: 0.6, tbi: 40 %}}}\n" SMALL, NULL,
                               "name=x");
    CHECK_TEXT(a.scenario->digest, b.scenario->digest);
    written_free(&a), written_free(&b);
}

/* Any single byte of a good file, changed, dropped or doubled, is either understood or refused. */
TEST(no_damaged_file_harms_the_reader)
{
    static const char good[] = "run: {horizon: 7 d, start: 2021-03-01}\n" SMALL
                               "attacks: {ied: {rate: 1e-5 /km, hours: {\"06:00-12:30\": 3}}, illness: ~}\n"
                               "alert: {delay: \"lognormal(median 10 min, sigma 0.5)\"}\n";
    uint64_t z = 42;
    for (int64_t i = test_share(1500); i; i--) {
        char text[sizeof good + 8];
        memcpy(text, good, sizeof good);
        for (int changes = 0; changes < 3; changes++) {
            z = z * 6364136223846793005u + 1442695040888963407u;
            size_t at = (size_t)(z >> 33) % (sizeof good - 2);
            if (z >> 20 & 1)
                text[at] = (char)(z >> 24 | 1);
            else
                memmove(text + at, text + at + 1, strlen(text + at + 1) + 1);
        }
        struct written w = written(text, NULL, NULL);
        CHECK((w.scenario != NULL) == (strstr(w.said, "error: ") == NULL));
        written_free(&w);
    }
}
