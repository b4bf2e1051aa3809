/* test_world_places.c -- distances, roads and daylight, against published values. */
#include "test.h"

#include "base/unit.h"
#include "scenario/read.h"
#include "study.h"
#include "world/sun.h"
#include "world/world.h"

static const char file[] = "tests/theory/area.yaml";

TEST(great_circles_between_places_in_mali_are_as_long_as_they_are)
{
    static const struct {
        const char *from, *to;
        double km;
    } legs[] = {
        {"gao", "ansongo", 85},      {"timbuktu", "ber", 53},     {"gao", "gossi", 147},
        {"timbuktu", "goundam", 79}, {"gao", "anefis", 208},      {"timbuktu", "gossi", 209},
        {"gao", "menaka", 259},      {"timbuktu", "sevare", 272}, {"gao", "kidal", 286},
        {"sevare", "douentza", 133}, {"gao", "timbuktu", 325},    {"sevare", "diabaly", 210},
        {"gao", "douentza", 345},    {"bamako", "diabaly", 318},  {"gao", "aguelhok", 369},
        {"kidal", "anefis", 97},     {"gao", "tessalit", 456},    {"kidal", "aguelhok", 128},
        {"gao", "bamako", 951},      {"kidal", "tessalit", 205},  {"bamako", "dakar", 1060},
        {"gao", "niamey", 387},
    };
    struct scenario *s = scenario_of(file, NULL);
    struct world *w = world_new(s);
    for (size_t i = 0; i < sizeof legs / sizeof *legs; i++) {
        const struct point *site = w->area->site;
        double m =
            point_distance_m(w->area, &site[site_called(s, legs[i].from)], &site[site_called(s, legs[i].to)]);
        CHECK_NEAR(m / 1000, legs[i].km, 1);
    }
    world_free(w);
    scenario_free(s);
}

static int64_t drive_ms(const struct world *w, int asset, const char *from, const char *to)
{
    struct location a = location_at(w->area, site_called(w->scenario, from)),
                    b = location_at(w->area, site_called(w->scenario, to));
    return travel_by_road_ms(w->area, &w->driving[asset], &a, &b);
}

TEST(vehicles_take_the_soonest_way_not_the_shortest)
{
    struct scenario *s = scenario_of(file, NULL);
    struct world *w = world_new(s);
    CHECK_INT(drive_ms(w, 0, "gao", "kidal"), HOURS(8)); /* 360 km by the good roads, not 300 by the track */
    CHECK_INT(drive_ms(w, 0, "kidal", "gao"), HOURS(8));
    CHECK_INT(drive_ms(w, 1, "gao", "kidal"), HOURS(20)); /* what cannot use paved roads takes the track */
    CHECK_INT(drive_ms(w, 0, "gao", "dakar"), NEVER_REACHED);
    double km = 1.3 *
                point_distance_m(w->area, &w->area->site[site_called(s, "gao")],
                                 &w->area->site[site_called(s, "ansongo")]) /
                1000;
    CHECK_NEAR((double)drive_ms(w, 0, "gao", "ansongo") / (double)HOURS(1), km / 60, 1e-6);
    world_free(w);
    scenario_free(s);
}

TEST(on_a_road_the_way_leads_over_the_nearer_end)
{
    struct scenario *s = scenario_of(file, NULL);
    struct world *w = world_new(s);
    int gao = site_called(s, "gao"), kidal = site_called(s, "kidal");
    struct location home = location_at(w->area, gao),
                    scene = location_between(w->area, gao, kidal, 285000, 300000); /* 15 km before Kidal */
    CHECK_INT(travel_by_road_ms(w->area, &w->driving[0], &home, &scene), HOURS(9));
    CHECK_INT(travel_by_road_ms(w->area, &w->driving[0], &scene, &home), HOURS(9));
    world_free(w);
    scenario_free(s);
}

/* --- daylight --------------------------------------------------------------------- */

static double minutes_off(int32_t second, int hour, double minute)
{
    return second / 60. - (hour * 60 + minute);
}

/* The NOAA solar calculator's full series (Meeus), which the program's own shortens; and, for 1 January, the table of
 * sunrise by latitude of L. Strous, Astronomy Answers, aa.quae.nl: 6:28 at 16 degrees north, as at Gao on the meridian. */
TEST(the_sun_rises_and_sets_within_3_minutes_of_the_almanac)
{
    static const struct {
        double latitude, longitude;
        int64_t day; /* since 1970 */
        int rise_h;
        double rise_min;
        int set_h;
        double set_min;
    } days[] = {
        /* 2021: 1 January, 20 March, 21 June, 22 September, 3 November, 21 December */
        {16.25, 0, 18628, 6, 28.2, 17, 39.2},     {16.25, 0, 18706, 6, 4.1, 18, 10.9},
        {16.25, 0, 18799, 5, 29.0, 18, 34.8},     {16.25, 0, 18892, 5, 49.0, 17, 56.1},
        {16.25, 0, 18934, 5, 58.0, 17, 28.9},     {16.25, 0, 18982, 6, 23.3, 17, 33.1},
        {12.53, -7.95, 18628, 6, 53.3, 18, 17.7}, {12.53, -7.95, 18706, 6, 35.9, 18, 42.6},
        {12.53, -7.95, 18799, 6, 7.8, 18, 59.6},  {12.53, -7.95, 18892, 6, 20.9, 18, 27.8},
        {12.53, -7.95, 18934, 6, 25.6, 18, 4.9},  {12.53, -7.95, 18982, 6, 48.3, 18, 11.7},
    };
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        int32_t at[2];
        sun_times(days[i].latitude, days[i].longitude, sun_day_of_year(days[i].day), 0, at);
        CHECK_NEAR(minutes_off(at[0], days[i].rise_h, days[i].rise_min), 0, 3);
        CHECK_NEAR(minutes_off(at[1], days[i].set_h, days[i].set_min), 0, 3);
    }
}

TEST(it_is_dark_until_sunrise_and_light_until_sunset)
{
    struct scenario *s = scenario_of(file, NULL);
    struct world *w = world_new(s);
    int gao = site_called(s, "gao");
    int32_t at[2], tomorrow[2];
    sun_times(16.25, 0, sun_day_of_year(s->run.start_day), 0, at);
    sun_times(16.25, 0, sun_day_of_year(s->run.start_day + 1), 0, tomorrow);
    CHECK(area_is_dark(w->area, gao, SECONDS(at[0]) - 1));
    CHECK(!area_is_dark(w->area, gao, SECONDS(at[0])));
    CHECK(!area_is_dark(w->area, gao, SECONDS(at[1]) - 1));
    CHECK(area_is_dark(w->area, gao, SECONDS(at[1])));
    CHECK_INT(area_light_from(w->area, gao, HOURS(1)), SECONDS(at[0]));
    CHECK_INT(area_light_from(w->area, gao, HOURS(12)), HOURS(12));
    CHECK_INT(area_light_from(w->area, gao, HOURS(23)), DAYS(1) + SECONDS(tomorrow[0]));
    world_free(w);
    scenario_free(s);
}
