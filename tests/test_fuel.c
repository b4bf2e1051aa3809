/* test_fuel.c -- how far one filling goes, where the next is had, and what that costs whom. */
#include "test.h"

#include <math.h>

#include "base/unit.h"
#include "study.h"

static const char clockwork[] = "tests/theory/fuel.yaml";

#define SETS(...)   ((const char *const[SETS_MAX]){__VA_ARGS__})
#define OPEN(point) "fuel_points." point ".closed=false"

enum { LEFT_MIN = 10 + 20 + 15, OUT_MIN = 60, TO_CARE_MIN = 45, HOME_MIN = 75, FUEL_MIN = 20 };

static const struct sortie *first_journey(const struct stage *s)
{
    CHECK(trial_sorties(s->trial) > 0);
    return trial_sortie(s->trial, 0);
}

static double turned_to_home_min(const struct stage *s)
{
    const struct sortie *x = first_journey(s);
    return (double)(x->home - x->unloaded) / (double)MINUTES(1);
}

static bool is_fetched(const struct stage *s)
{
    return trial_casualty(s->trial, 0)->means == 0;
}

/* --- by the clock ------------------------------------------------------------------------ */

struct journey {
    const char *range, *too_short; /* just enough to fly it so, and not */
    const char *open;              /* the fuel point, or another setting */
    double out_min, home_min;      /* moved off to on scene; unloaded to home */
    int fuel_out, fuel_home;       /* numbers of the fuel points, or -1 */
};

// clang-format off
static const struct journey journeys[] = {
    /* no fuel but at home: 120, 90 and 150 km */
    { "assets.helicopter.range=360 km", "assets.helicopter.range=359.9 km", "name=Dry",       OUT_MIN,            HOME_MIN,            -1, -1 },
    /* full again at the hospital: 120 and 90 km, and then 150 */
    { "assets.helicopter.range=210 km", "assets.helicopter.range=209.9 km", OPEN("there"),    OUT_MIN,            HOME_MIN + FUEL_MIN, -1,  1 },
    /* full again half way home: 120, 90 and 75 km, and then 75 */
    { "assets.helicopter.range=285 km", "assets.helicopter.range=284.9 km", OPEN("home"),     OUT_MIN,            HOME_MIN + FUEL_MIN, -1,  2 },
    /* full again half way out: 60, 90 and 150 km */
    { "assets.helicopter.range=300 km", "assets.helicopter.range=299.9 km", OPEN("out"),      OUT_MIN + FUEL_MIN, HOME_MIN,             0, -1 },
    /* and there once more on the way home: 60, 90 and 108.17 km, and then 60 */
    { "assets.helicopter.range=258.17 km", "assets.helicopter.range=258.16 km", OPEN("out"),  OUT_MIN + FUEL_MIN, FUEL_MIN + 54.083269 + 30, 0, 0 },
};
// clang-format on

TEST(a_journey_is_flown_that_is_just_within_its_range_and_fuel_is_had_before_or_after_the_wounded_are_aboard)
{
    for (size_t i = 0; i < sizeof journeys / sizeof *journeys; i++) {
        const struct journey *j = &journeys[i];
        double min[WAITS], filling = j->fuel_out < 0 ? 0 : FUEL_MIN;
        struct stage s = stage_waits(clockwork, SETS(j->range, j->open), min);
        CHECK_NEAR(stage_minutes_to(&s, 0, M_ON_SCENE), LEFT_MIN + j->out_min, 1e-9);
        CHECK_NEAR(stage_minutes_to(&s, 0, M_SURGICAL_FACILITY), LEFT_MIN + j->out_min + 5 + TO_CARE_MIN,
                   1e-9);
        CHECK_NEAR(min[WAIT_REFUELLING], filling, 1e-9);
        CHECK_NEAR(min[WAIT_OUTBOUND], OUT_MIN, 1e-9);
        CHECK_NEAR(turned_to_home_min(&s), j->home_min, 1e-3); /* a metre */
        CHECK_INT(first_journey(&s)->fuel_out, j->fuel_out);
        CHECK_INT(first_journey(&s)->fuel_home, j->fuel_home);
        stage_free(&s);
    }
}

TEST(a_journey_is_not_flown_that_is_just_beyond_its_range)
{
    for (size_t i = 0; i < sizeof journeys / sizeof *journeys; i++) {
        const struct journey *j = &journeys[i];
        double min[WAITS];
        struct stage s = stage_waits(clockwork, SETS(j->too_short, j->open), min);
        if (is_fetched(&s))
            CHECK(first_journey(&s)->fuel_out != j->fuel_out || first_journey(&s)->fuel_home != j->fuel_home);
        else
            CHECK(min[WAIT_NO_ASSET] > 0);
        stage_free(&s);
    }
}

TEST(a_helicopter_fills_up_where_it_costs_the_wounded_least)
{
    double min[WAITS];
    struct stage s = stage_waits(
        clockwork, SETS("assets.helicopter.range=300 km", OPEN("out"), OPEN("there"), OPEN("home")), min);
    CHECK_NEAR(min[WAIT_REFUELLING], 0, 0);
    CHECK_INT(first_journey(&s)->fuel_out, -1);
    CHECK_INT(first_journey(&s)->fuel_home, 1); /* as soon home by way of either: the first */
    stage_free(&s);
}

TEST(with_range_for_all_of_it_nothing_fills_up)
{
    double min[WAITS];
    struct stage s = stage_waits(
        clockwork, SETS("assets.helicopter.range=360 km", OPEN("out"), OPEN("there"), OPEN("home")), min);
    CHECK_NEAR(turned_to_home_min(&s), HOME_MIN, 1e-9);
    CHECK_INT(first_journey(&s)->fuel_out, -1);
    CHECK_INT(first_journey(&s)->fuel_home, -1);
    stage_free(&s);
}

TEST(filled_up_where_it_unloads_it_may_have_to_fill_up_again_to_get_home)
{
    double min[WAITS], city_to_ahead_km = hypot(200, 90);
    struct stage s =
        stage_waits(clockwork,
                    SETS("assets.helicopter.range=290 km", "sites.scene.at=[400, 0]",
                         "sites.city.at=[400, 90]", "sites.ahead.at=[200, 0]", OPEN("out"), OPEN("there")),
                    min);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_ON_SCENE), LEFT_MIN + 200 + FUEL_MIN, 1e-9);
    CHECK_INT(first_journey(&s)->fuel_home, 1);
    CHECK_NEAR(turned_to_home_min(&s), 2 * FUEL_MIN + city_to_ahead_km / 2 + 100, 1e-3);
    stage_free(&s);
}

TEST(the_next_who_is_hit_waits_for_a_helicopter_that_fills_up_on_its_way_home)
{
    double dry[WAITS], fuel[WAITS];
    const char *again = "attacks.two={per: script, at: day 3 09:30, sites: [scene], casualties: 1, "
                        "mechanism: grave, contact: 0 min}";
    struct stage a =
        stage_waits(clockwork, SETS("assets.helicopter.range=360 km", OPEN("there"), again), dry);
    struct stage b =
        stage_waits(clockwork, SETS("assets.helicopter.range=285 km", OPEN("there"), again), fuel);
    const struct casualty *c = trial_casualty(a.trial, 1), *d = trial_casualty(b.trial, 1);
    CHECK_INT(d->at[M_ASSIGNED] - c->at[M_ASSIGNED], MINUTES(FUEL_MIN));
    stage_free(&a);
    stage_free(&b);
}

TEST(nobody_takes_the_way_by_fuel_who_is_as_well_served_without)
{
    /* Straight out it brings them to the post at home alone, in 60 and 60 min; by way of fuel to the hospital, in 80 and 45. */
    const char *light = "attacks.one.mechanism=light", *post = "facilities.post.closed=false",
               *range = "assets.helicopter.range=310 km", *at_home = "sites.side.at=[0, 0]";
    double min[WAITS];
    struct stage s = stage_waits(clockwork, SETS(range, post, at_home, OPEN("out")), min);
    CHECK_INT(first_journey(&s)->fuel_out, 0);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_SURGICAL_FACILITY), LEFT_MIN + OUT_MIN + FUEL_MIN + 5 + TO_CARE_MIN,
               1e-9);
    stage_free(&s);
    s = stage_waits(clockwork, SETS(range, post, at_home, OPEN("out"), light), min);
    CHECK_INT(first_journey(&s)->fuel_out, -1);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_FACILITY), LEFT_MIN + OUT_MIN + 5 + OUT_MIN, 1e-9);
    stage_free(&s);
}

TEST(fuel_is_for_those_it_is_kept_for)
{
    double min[WAITS];
    const char *range = "assets.helicopter.range=300 km";
    struct stage s = stage_waits(clockwork, SETS(range, OPEN("out"), "fuel_points.out.assets=[]"), min);
    CHECK(!is_fetched(&s));
    stage_free(&s);
    s = stage_waits(clockwork, SETS(range, OPEN("out"), "fuel_points.out.assets=[helicopter]"), min);
    CHECK(is_fetched(&s));
    stage_free(&s);
}

TEST(whoever_is_transferred_waits_for_fuel_in_the_facility)
{
    double min[WAITS];
    struct stage s = stage_waits(clockwork,
                                 SETS("assets.helicopter.range=300 km", OPEN("out"), "sites.side.at=[120, 0]",
                                      "facilities.post.closed=false", "attacks.one.sites=[side]"),
                                 min);
    CHECK_NEAR(min[WAIT_REFUELLING], 0, 0);
    CHECK_NEAR(min[WAIT_TRANSFER_REFUELLING], FUEL_MIN, 1e-9);
    stage_free(&s);
}

TEST(a_helicopter_that_fills_up_on_its_way_does_not_turn_to_a_graver_case)
{
    const char *later =
                   "attacks.two={per: script, at: day 3 09:40, sites: [ahead], casualties: 1, mechanism: "
                   "grave, contact: 0 min}",
               *light = "attacks.one.mechanism=light", *divert = "dispatch.divert=true";
    double min[WAITS];
    struct stage s = stage_waits(
        clockwork, SETS("assets.helicopter.range=360 km", OPEN("out"), light, later, divert), min);
    CHECK_INT(first_journey(&s)->casualties, 0);
    stage_free(&s);
    s = stage_waits(clockwork, SETS("assets.helicopter.range=300 km", OPEN("out"), light, later, divert),
                    min);
    CHECK_INT(first_journey(&s)->casualties, 1);
    stage_free(&s);
}

TEST(alone_is_by_the_same_stop_and_as_long_at_it)
{
    struct stage s =
        stage_of(clockwork, SETS("assets.helicopter.range=300 km", OPEN("out"),
                                 "fuel_points.out.refuel=exponential(mean 30 min)", "dispatch.regret=true"));
    for (uint64_t i = 0; i < 20; i++)
        stage_play(&s, 1, i);
    CHECK_INT(s.tally->alone[FACILITY].n, 20);
    CHECK_INT(s.tally->regret[FACILITY].y, 0);
    CHECK_INT(s.tally->regret[SURGICAL_FACILITY].y, 0);
    stage_free(&s);
}

/* --- with posts, and several pick-ups ------------------------------------------------------- */

static double first_turned_home_min(const char *const sets[SETS_MAX])
{
    struct stage s = stage_of("tests/theory/posts.yaml", sets);
    stage_play(&s, 1, 0);
    double min = turned_to_home_min(&s);
    stage_free(&s);
    return min;
}

/* Out 50 km, back to the hospital, and 60 to the post that lacks one; or it stays where the hospital is. */
TEST(whoever_comes_home_goes_to_the_post_that_its_fuel_lasts_for)
{
    const char *fuel = "fuel_points.west={site: west, refuel: 20 min}";
    CHECK_NEAR(first_turned_home_min(SETS("assets.helicopter.range=160 km")), 60, 1e-3);
    CHECK_NEAR(first_turned_home_min(SETS("assets.helicopter.range=159.9 km")), 0, 1e-3);
    CHECK_NEAR(first_turned_home_min(SETS("assets.helicopter.range=159.9 km", fuel)), 60 + FUEL_MIN, 1e-3);
}

/* 60 km to the first, 25 to the second, and 65 to the hospital at home. */
TEST(both_scenes_are_on_one_journey_if_one_filling_lasts_for_it)
{
    static const struct {
        const char *range;
        int journeys;
    } rows[] = {{"assets.unit.range=150 km", 1}, {"assets.unit.range=149.9 km", 2}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct stage s = stage_of("tests/theory/two-scenes.yaml", SETS(rows[i].range));
        stage_play(&s, 1, 0);
        CHECK_INT(trial_sorties(s.trial), rows[i].journeys);
        stage_free(&s);
    }
}

/* --- against a search of all ways ----------------------------------------------------------- */

enum { POINTS = 3, LAYOUTS = 60, RANGES = 12 };

struct plane_spot {
    double x, y;
};

struct layout {
    struct plane_spot home, scene, care, fuel[POINTS];
};

static double next_uniform(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (double)(*seed >> 11) / 9007199254740992.0;
}

static struct plane_spot some_spot(uint64_t *seed)
{
    return (struct plane_spot){floor(400 * next_uniform(seed)), floor(400 * next_uniform(seed))};
}

static struct layout some_layout(uint64_t *seed)
{
    struct layout l;
    l.home = some_spot(seed);
    l.scene = some_spot(seed);
    l.care = some_spot(seed);
    for (int i = 0; i < POINTS; i++)
        l.fuel[i] = some_spot(seed);
    return l;
}

static double km(struct plane_spot a, struct plane_spot b)
{
    return hypot(a.x - b.x, a.y - b.y);
}

/* Has it any way home with so much fuel left, each open point used once at most? */
static bool gets_home(const struct layout *l, struct plane_spot from, double left_km, double range_km,
                      unsigned open)
{
    if (km(from, l->home) <= left_km)
        return true;
    for (int i = 0; i < POINTS; i++)
        if (open & 1u << i && km(from, l->fuel[i]) <= left_km &&
            gets_home(l, l->fuel[i], range_km, range_km, open & ~(1u << i)))
            return true;
    return false;
}

/* Minutes from moving off to care, by the best of all ways; INFINITY: there is none. */
static double best_min(const struct layout *l, double range_km, unsigned open)
{
    double best = INFINITY;
    for (int stop = -1; stop < POINTS; stop++) {
        struct plane_spot full = stop < 0 ? l->home : l->fuel[stop];
        double out_km = stop < 0 ? 0 : km(l->home, full), on_km = km(full, l->scene) + km(l->scene, l->care);
        if ((stop >= 0 && !(open & 1u << stop)) || out_km > range_km ||
            !gets_home(l, l->care, range_km - on_km, range_km, open))
            continue;
        best = fmin(best, (out_km + on_km) / 2 + (stop < 0 ? 0 : FUEL_MIN) + 5);
    }
    return best;
}

/* The same in a trial; INFINITY: not fetched. */
static double played_min(const struct layout *l, double range_km, unsigned open)
{
    static const char *const points[POINTS] = {"out", "there", "home"}, *const sites[POINTS] = {
                                                                            "ahead", "side", "behind"};
    static char text[6 + POINTS][64];
    const char *sets[SETS_MAX] = {NULL};
    int n = 0;
    snprintf(text[n++], 64, "sites.camp.at=[%g, %g]", l->home.x, l->home.y);
    snprintf(text[n++], 64, "sites.scene.at=[%g, %g]", l->scene.x, l->scene.y);
    snprintf(text[n++], 64, "sites.city.at=[%g, %g]", l->care.x, l->care.y);
    snprintf(text[n++], 64, "assets.helicopter.range=%g km", range_km);
    snprintf(text[n++], 64, "fuel_points.there.site=side");
    for (int i = 0; i < POINTS; i++)
        snprintf(text[n++], 64, "sites.%s.at=[%g, %g]", sites[i], l->fuel[i].x, l->fuel[i].y);
    for (int i = 0; i < n; i++)
        sets[i] = text[i];
    char closed[POINTS][64];
    for (int i = 0; i < POINTS; i++) {
        snprintf(closed[i], 64, "fuel_points.%s.closed=%s", points[i], open & 1u << i ? "false" : "true");
        sets[n + i] = closed[i];
    }
    double min[WAITS];
    struct stage s = stage_waits(clockwork, sets, min);
    double to_care = is_fetched(&s) ? stage_minutes_to(&s, 0, M_SURGICAL_FACILITY) - LEFT_MIN : INFINITY;
    stage_free(&s);
    return to_care;
}

TEST(the_way_flown_is_the_best_of_all_that_there_are)
{
    uint64_t seed = 7;
    int with_fuel = 0;
    for (int i = 0; i < LAYOUTS; i++) {
        struct layout l = some_layout(&seed);
        double range_km = floor(200 + 900 * next_uniform(&seed)) + 0.37;
        unsigned open = (unsigned)(8 * next_uniform(&seed));
        double expected = best_min(&l, range_km, open), found = played_min(&l, range_km, open);
        CHECK(isinf(expected) == isinf(found));
        if (!isinf(expected))
            CHECK_NEAR(found, expected, 1e-3);
        with_fuel += best_min(&l, range_km, 0) != expected;
    }
    CHECK(with_fuel >= LAYOUTS / 20);
}

TEST(neither_a_longer_range_nor_more_fuel_makes_care_later_or_takes_it_away)
{
    uint64_t seed = 11;
    int gained = 0;
    for (int i = 0; i < 8; i++) {
        struct layout l = some_layout(&seed);
        double before = INFINITY;
        for (int step = 0; step < RANGES; step++) {
            double range_km = 150.37 + 75 * step, dry = played_min(&l, range_km, 0),
                   few = played_min(&l, range_km, 1), all = played_min(&l, range_km, 7);
            CHECK(few <= dry + 1e-3 && all <= few + 1e-3 && all <= before + 1e-3);
            gained += all < dry;
            before = all;
        }
    }
    CHECK(gained > 0);
}

/* --- in a mission ---------------------------------------------------------------------------- */

/* Between two fillings none flies farther than its range: without a stop out, to the scene and on to care; and home. */
TEST(no_helicopter_flies_farther_on_one_filling_than_its_range)
{
    struct stage s = stage_of("tests/shown-fuel.yaml", SETS("attacks.indirect_fire.sites=all"));
    int64_t range_ms = travel_ms_of(350000, 220);
    int out = 0, home = 0;
    for (uint64_t n = 0; n < 40; n++) {
        stage_play(&s, 3, n);
        for (int i = 0; i < trial_sorties(s.trial); i++) {
            const struct sortie *x = trial_sortie(s.trial, i);
            if (x->home < 0 || x->arrived < 0)
                continue;
            int64_t flown_ms = x->arrived - x->loaded + (x->fuel_out < 0 ? x->on_scene - x->launched : 0);
            CHECK(flown_ms + (x->fuel_home < 0 ? x->home - x->unloaded : 0) <= range_ms);
            out += x->fuel_out >= 0;
            home += x->fuel_out < 0 && x->fuel_home < 0;
        }
    }
    CHECK(out > 0 && home > 0);
    stage_free(&s);
}
