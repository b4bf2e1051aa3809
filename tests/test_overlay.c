#include "test.h"

#include "base/unit.h"
#include "scenario/stressor.h"
#include "written.h"

#define MISSION                                                                                              \
    SMALL "patrols: {supply: {route: [camp, town], every: 1 d, depart: 06:00}}\n"                            \
          "attacks: {ied: {rate: 0.00001 /km}}\n"                                                            \
          "assets:\n"                                                                                        \
          "  day: {kind: helicopter, home: camp, count: 2, night: false}\n"                                  \
          "  night: {kind: helicopter, home: town, count: 3}\n"                                              \
          "  road: {kind: ambulance, home: camp, count: 4}\n"

static const struct scenario *good(const struct written *w)
{
    CHECK_TEXT(w->said, "");
    CHECK(w->scenario != NULL);
    return w->scenario;
}

TEST(a_plan_changes_its_keys_and_leaves_the_others)
{
    struct written w =
        written(MISSION, "name: More\nassets: {day: {count: 5}, new: {kind: ambulance, home: town}}\n", NULL);
    const struct scenario *s = good(&w);
    CHECK_INT(s->assets.n, 4);
    CHECK_INT(s->assets.at[0].count, 5);
    CHECK(!s->assets.at[0].night);
    CHECK_TEXT(s->assets.at[3].id, "new");
    CHECK(strcmp(s->name, "More") != 0);
    written_free(&w);
}

TEST(a_tilde_removes_an_entry_and_restores_a_default)
{
    struct written w =
        written(MISSION "classes: {nch: {scale: 1 h}}\n",
                "assets: {night: ~}\nclasses: {nch: {scale: ~}}\npatrols: {supply: {depart: ~}}\n",
                "assets.day.count=~");
    const struct scenario *s = good(&w);
    CHECK_INT(s->assets.n, 2);
    CHECK_INT(s->assets.at[0].count, 1);
    CHECK(s->classes.at[3].scale_ms == MINUTES(200));
    CHECK(s->patrols.at[0].depart_ms == HOURS(6));
    written_free(&w);
}

TEST(a_star_means_all_and_a_selector_those_whose_value_in_force_it_is)
{
    struct written w = written(MISSION,
                               "assets:\n"
                               "  \"*\": {litters: 3}\n"
                               "  \"*[kind: helicopter, night: true]\": {count: 9}\n"
                               "  \"*[speed: 220 km/h]\": {seats: 7}\n"
                               "  \"*[kind: ambulance]\": ~\n",
                               NULL);
    const struct scenario *s = good(&w);
    CHECK_INT(s->assets.n, 2);
    CHECK_INT(s->assets.at[0].count, 2);
    CHECK_INT(s->assets.at[1].count, 9);
    CHECK_INT(s->assets.at[0].litters, 3);
    CHECK_INT(s->assets.at[1].seats, 7);
    written_free(&w);
}

TEST(a_number_may_be_relative_to_the_value_in_force)
{
    struct written w = written(MISSION,
                               "assets:\n"
                               "  \"*\": {count: x1.5, speed: x0.5, notice_day: x2, notice_night: +20 min}\n"
                               "  road: {count: -1}\n"
                               "attacks: {ied: {rate: x3, casualties: +1}}\n"
                               "patrols: {supply: {depart: -7 h}}\n"
                               "run: {horizon: +2 d}\n",
                               NULL);
    const struct scenario *s = good(&w);
    CHECK_INT(s->assets.at[0].count, 3);
    CHECK_INT(s->assets.at[1].count, 5);
    CHECK_INT(s->assets.at[2].count, 5);
    CHECK_NEAR(s->assets.at[0].speed_kmh, 110, 0);
    CHECK_NEAR(dist_quantile(&s->assets.at[0].notice_day, 0.5), MINUTES(40), 1);
    CHECK_NEAR(dist_quantile(&s->assets.at[0].notice_night, 0.5), MINUTES(60), 1);
    CHECK_NEAR(s->attacks.at[0].rate, 0.00003, 0);
    CHECK(dist_count(&s->attacks.at[0].casualties, 0.0001) == 2);
    CHECK(s->patrols.at[0].depart_ms == HOURS(23));
    CHECK(s->run.horizon_ms == DAYS(30));
    written_free(&w);
}

TEST(a_list_and_shares_are_replaced_as_a_whole)
{
    struct written w =
        written(MISSION, "patrols: {supply: {route: [town, camp]}}\ntriage: {T1: {T1: 1}}\n", NULL);
    const struct scenario *s = good(&w);
    CHECK_INT(s->patrols.at[0].route.at[0], 1);
    CHECK_INT(s->triage.seen[T1].n, 1);
    written_free(&w);
}

TEST(later_layers_win)
{
    struct written w = written(MISSION, "assets: {day: {count: 5}}\n", "assets.day.count=+1");
    CHECK_INT(good(&w)->assets.at[0].count, 6);
    written_free(&w);
}

TEST(an_entry_taken_away_and_given_back_keeps_its_place)
{
    struct written w =
        written(MISSION "classes: {tbi: ~}\n", "classes: {tbi: {triage: T1, scale: 1440 min}}\n", NULL);
    CHECK_TEXT(good(&w)->classes.at[5].id, "tbi");
    struct written again = written(w.scenario->text, NULL, NULL);
    CHECK_TEXT(again.scenario->digest, w.scenario->digest);
    written_free(&again), written_free(&w);
}

TEST(a_setting_reaches_any_key_even_where_names_hold_points)
{
    struct written w =
        written(MISSION "roads: {no. 1: {from: camp, to: town}}\n", NULL, "roads.no. 1.length=12 km");
    CHECK_NEAR(good(&w)->roads.at[0].length_m, 12000, 0);
    written_free(&w);
    w = written(MISSION, NULL, "assets.*[kind: helicopter].count=x0");
    CHECK_INT(good(&w)->assets.at[1].count, 0);
    written_free(&w);
    w = written(MISSION, NULL, "attacks.ied.sites.gao=1");
    CHECK(w.scenario == NULL && strstr(w.said, "--set:1:19: error: ") != NULL);
}

TEST(a_rung_of_a_stressor_is_picked_by_name)
{
    const char *ladder = "about: Fewer aircraft.\n"
                         "rungs:\n"
                         "  one: {assets: {\"*[kind: helicopter]\": {count: -1}}}\n"
                         "  none: {assets: {\"*[kind: helicopter]\": {count: x0}}}\n";
    struct written w = written_stressed(MISSION, ladder, "one");
    CHECK_INT(good(&w)->assets.at[0].count, 1);
    written_free(&w);
    w = written_stressed(MISSION, ladder, "none");
    CHECK_INT(good(&w)->assets.at[1].count, 0);
    written_free(&w);
    w = written_stressed(MISSION, ladder, NULL);
    CHECK(strstr(w.said, "hint: its rungs are one, none\n") != NULL);
    w = written_stressed(MISSION, "name: Alone\nassets: {day: {count: 7}}\n", NULL);
    CHECK_INT(good(&w)->assets.at[0].count, 7);
    written_free(&w);
}

TEST(a_place_on_an_axis_is_a_value_between_its_ends)
{
    const char *axis = "axis: {key: [alert.delay, authorities.delegated.day], from: +0 min, to: +60 min}\n";
    struct written w = written_stressed(
        MISSION "alert: {delay: 5 min}\nauthorities: {delegated: {day: 10 min}}\n", axis, "+30 min");
    CHECK_NEAR(dist_mean(&good(&w)->alert.delay), 35 * 60000, 1e-6);
    CHECK_NEAR(dist_mean(&good(&w)->authorities.at[0].day), 40 * 60000, 1e-6);
    written_free(&w);
    w = written_stressed(MISSION, axis, "+61 min");
    CHECK(strstr(w.said, "the stressor goes from +0 min to +60 min: choose a value between") != NULL);
    w = written_stressed(MISSION, "axis: {key: \"assets.*[kind: helicopter].count\", from: -0, to: -2}\n",
                         "-1");
    CHECK_INT(good(&w)->assets.at[0].count, 1);
    written_free(&w);
}

TEST(a_severity_is_a_share_of_the_way_along_the_axis)
{
    struct arena *a = arena_new();
    struct axis grows = {.from = {'x', 1, ""}, .to = {'x', 4, ""}},
                shrinks = {.from = {'-', 0, ""}, .to = {'-', 2, " h"}};
    CHECK_TEXT(axis_value(&grows, 0.5, a), "x2.5");
    CHECK_NEAR(axis_number(&grows, 0.25), 1.75, 1e-12);
    CHECK_TEXT(axis_value(&shrinks, 0.5, a), "-1 h");
    CHECK_NEAR(axis_number(&shrinks, 1), -2, 1e-12);
    arena_free(a);
}

TEST(what_can_be_lost_is_listed_from_the_schema)
{
    struct arena *a = arena_new();
    struct written w = written(MISSION, NULL, NULL);
    const struct removal *list;
    int n = removals_list(good(&w), a, &list), assets = 0;
    for (int i = 0; i < n; i++) {
        struct written without = written(MISSION, NULL, list[i].set);
        assets += !strcmp(list[i].kind, "asset");
        CHECK(without.scenario != NULL);
        CHECK(!strcmp(list[i].kind, "site") || strcmp(without.scenario->digest, w.scenario->digest) != 0);
        written_free(&without);
    }
    CHECK_INT(assets, w.scenario->assets.n);
    written_free(&w);
    arena_free(a);
}

TEST(an_overlay_names_no_other_file_so_layers_cannot_run_in_a_circle)
{
    struct written w = written(MISSION, "include: other.yaml\n", NULL);
    CHECK_TEXT(w.said, "1:1: error: a scenario has no \"include\"\n");
}
