/* test_world.c -- what happens anyway: attacks where the exposure is, places, roads and daylight. */
#include "test.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "base/unit.h"
#include "scenario/read.h"
#include "study.h"
#include "world/threat.h"
#include "world/world.h"

static const char exposure[] = "tests/theory/exposure.yaml";

/* A world with the settings laid over the scenario. */
struct made {
    struct scenario *scenario;
    struct world *world;
};

static struct made made_of(const char *file, const char *set)
{
    struct scenario *s = scenario_of(file, (const char *[SETS_MAX]){set});
    return (struct made){s, world_new(s)};
}

static void unmake(struct made *m)
{
    world_free(m->world);
    scenario_free(m->scenario);
}

static int attack_called(const struct scenario *s, const char *id)
{
    for (int i = 0; i < s->attacks.n; i++)
        if (!strcmp(s->attacks.at[i].id, id))
            return i;
    fail_msg("there is no attack %s", id);
    return -1;
}

/* --- attacks fall where and when the exposure is ------------------------------------------ */

enum { CELLS = 4000, BINS = 48 };

/* Counts of one kind of attack on one patrol, or at one site, cell by cell and bin by bin. */
struct census {
    double total, squares; /* of the counts of the cells */
    double bin[BINS];
};

typedef int bin_fn(const struct strike *s);

/* Every cell has the luck of its own trial, so that cells share nothing. */
static struct census census_of(const struct made *m, const char *kind, int patrol, int site, bin_fn *bin_of)
{
    struct census c = {0};
    struct strikes strikes = {0};
    int attack = attack_called(m->scenario, kind);
    for (uint64_t cell = 0; cell < CELLS; cell++) {
        int n = 0;
        strikes.n = 0;
        threat_cell(m->world, &(struct luck){3, cell}, 2, INT64_MAX, &strikes);
        for (int i = 0; i < strikes.n; i++) {
            const struct strike *s = &strikes.at[i];
            if (s->kind != attack || s->patrol != patrol || (patrol < 0 && s->place.site != site))
                continue;
            n++;
            c.bin[bin_of(s)]++;
        }
        c.total += n;
        c.squares += (double)n * n;
    }
    strikes_free(&strikes);
    return c;
}

static int hour_bin(const struct strike *s)
{
    return (int)(s->at_ms % DAYS(1) / MINUTES(30));
}

/* Fails when such counts would come by luck less than once in ten thousand. */
static void check_shape(const struct census *c, const double expected[BINS])
{
    double whole = 0, chi_squared = 0;
    int bins = 0;
    for (int i = 0; i < BINS; i++)
        whole += expected[i];
    for (int i = 0; i < BINS; i++) {
        double due = c->total * expected[i] / whole;
        if (due <= 0)
            CHECK_INT((int)c->bin[i], 0);
        if (due <= 0)
            continue;
        CHECK(due > 5);
        chi_squared += (c->bin[i] - due) * (c->bin[i] - due) / due;
        bins++;
    }
    CHECK(gsl_cdf_chisq_Q(chi_squared, bins - 1) > 1e-4);
}

/* Within 4 standard errors of the mean due, and as spread as Poisson's counts are. */
static void check_counts(const struct census *c, double mean_due)
{
    double mean = c->total / CELLS, variance = (c->squares - CELLS * mean * mean) / (CELLS - 1);
    CHECK_NEAR(mean, mean_due, 4 * sqrt(mean_due / CELLS));
    CHECK_NEAR(variance / mean, 1, 4 * sqrt((2 + 1 / mean_due) / CELLS));
}

TEST(attacks_on_a_camp_are_poisson_and_follow_the_hours)
{
    struct made m = made_of(exposure, NULL);
    struct census c = census_of(&m, "rocket", -1, site_called(m.scenario, "camp"), hour_bin);
    const struct profile *hours = &m.scenario->attacks.at[attack_called(m.scenario, "rocket")].hours;
    double factor = 0;
    for (int i = 0; i < BINS; i++)
        factor += hours->factor[i] / BINS;
    check_shape(&c, hours->factor);
    check_counts(&c, 120 / 365.25 * 28 * factor);
    unmake(&m);
}

TEST(attacks_per_person_count_the_people_and_the_threat_of_the_place)
{
    struct made m = made_of(exposure, NULL);
    struct census camp = census_of(&m, "mishap", -1, site_called(m.scenario, "camp"), hour_bin);
    struct census far = census_of(&m, "mishap", -1, site_called(m.scenario, "far"), hour_bin);
    check_counts(&camp, 0.5 / 365.25 * 28 * 300);
    check_counts(&far, 0.5 / 365.25 * 28 * 100 * 0.5);
    unmake(&m);
}

/* East to west and south to north, six by eight. */
static int place_bin(const struct strike *s)
{
    int east = (int)floor((s->place.point.x + 1000) / 2000 * 6),
        north = (int)floor((s->place.point.y + 500) / 1000 * 8);
    CHECK(east >= 0 && east <= 6 && north >= 0 && north <= 8);
    return (east < 6 ? east : 5) * 8 + (north < 8 ? north : 7);
}

TEST(attacks_fall_evenly_over_the_extent_of_a_camp)
{
    struct made m = made_of(exposure, NULL);
    struct census c = census_of(&m, "rocket", -1, site_called(m.scenario, "camp"), place_bin);
    double even[BINS];
    for (int i = 0; i < BINS; i++)
        even[i] = 1;
    check_shape(&c, even);
    unmake(&m);
}

/* The daily patrol's way in steps of 5 km: 20 km of threat 1, 30 of 4, 50 of 0.5. */
static int way_bin(const struct strike *s)
{
    static const double starts[] = {0, 20000, 50000};
    int leg = s->place.length_m < 25000 ? 0 : s->place.length_m < 40000 ? 1 : 2;
    double along = starts[leg] + s->place.along_m;
    int bin = (int)(along / 5000);
    return bin < 20 ? bin : 19;
}

static const double way_threat[BINS] = {1, 1, 1, 1, 4, 4, 4, 4, 4, 4, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5};

TEST(attacks_on_a_patrol_follow_length_and_threat_of_its_road)
{
    struct made m = made_of(exposure, NULL);
    struct census mines = census_of(&m, "mine", 0, -1, way_bin);
    check_shape(&mines, way_threat);
    check_counts(&mines, 0.002 * 28 * (20 + 30 * 4 + 50 * 0.5));
    struct census raids = census_of(&m, "raid", 0, -1, way_bin);
    check_shape(&raids, way_threat);
    check_counts(&raids, 0.02 * 28 * (20 + 30 * 4 + 50 * 0.5) / 20);
    unmake(&m);
}

/* The same in the first and in the second half of the 28 trips of the cell. */
static int half_and_way_bin(const struct strike *s)
{
    return 20 * (s->trip % 28 >= 14) + way_bin(s);
}

TEST(every_trip_of_a_patrol_is_as_dangerous_all_along_its_way)
{
    struct made m = made_of(exposure, NULL);
    double expected[BINS] = {0};
    for (int i = 0; i < 40; i++)
        expected[i] = way_threat[i % 20];
    struct census mines = census_of(&m, "mine", 0, -1, half_and_way_bin);
    check_shape(&mines, expected);
    unmake(&m);
}

TEST(attacks_on_a_patrol_come_when_it_passes)
{
    struct made m = made_of(exposure, NULL);
    struct strikes strikes = {0};
    static const double starts[] = {0, 20000, 50000};
    for (uint64_t trial = 0; trial < 200; trial++)
        threat_cell(m.world, &(struct luck){5, trial}, 1, INT64_MAX, &strikes);
    int seen = 0;
    for (int i = 0; i < strikes.n; i++) {
        const struct strike *s = &strikes.at[i];
        if (s->patrol != 0)
            continue;
        int leg = s->place.length_m < 25000 ? 0 : s->place.length_m < 40000 ? 1 : 2;
        int64_t way_ms = travel_ms_of(starts[leg] + s->place.along_m, 20);
        CHECK_INT(s->at_ms, s->trip * DAYS(1) + HOURS(7) + way_ms);
        CHECK(s->trip >= 28 && s->trip < 56);
        seen++;
    }
    CHECK(seen > 1000);
    strikes_free(&strikes);
    unmake(&m);
}

TEST(patrols_at_random_meet_attacks_in_proportion_to_their_trips)
{
    struct made m = made_of(exposure, NULL);
    struct census c = census_of(&m, "mine", 1, -1, hour_bin);
    double trips = 0.5 * 28, each = 0.002 * 240 * 2, variance = trips * each * (1 + each);
    CHECK_NEAR(c.total / CELLS, trips * each, 4 * sqrt(variance / CELLS));
    unmake(&m);
}

/* --- levers move nobody else's luck ---------------------------------------------------------- */

static bool same_strike(const struct strike *a, const struct strike *b)
{
    return a->at_ms == b->at_ms && a->name == b->name && a->kind == b->kind && a->patrol == b->patrol &&
           a->trip == b->trip && a->cell == b->cell && a->place.site == b->place.site &&
           a->place.off_m == b->place.off_m && a->place.along_m == b->place.along_m &&
           a->place.point.x == b->place.point.x && a->place.point.y == b->place.point.y &&
           a->place.point.z == b->place.point.z;
}

static bool contains(const struct strikes *all, const struct strike *one)
{
    for (int i = 0; i < all->n; i++)
        if (same_strike(&all->at[i], one))
            return true;
    return false;
}

/* Every attack of the base is one of the raised world's, and the new ones are the lever's own. Returns how many are new. */
static int check_nested(const char *lever, bool (*may_be_new)(const struct made *, const struct strike *))
{
    struct made base = made_of(exposure, NULL), raised = made_of(exposure, lever);
    struct strikes few = {0}, many = {0};
    int added = 0;
    for (uint64_t trial = 0; trial < 40; trial++) {
        few.n = many.n = 0;
        threat_cell(base.world, &(struct luck){9, trial}, 0, INT64_MAX, &few);
        threat_cell(raised.world, &(struct luck){9, trial}, 0, INT64_MAX, &many);
        for (int i = 0; i < few.n; i++)
            CHECK(contains(&many, &few.at[i]));
        for (int i = 0; i < many.n; i++)
            if (!contains(&few, &many.at[i])) {
                CHECK(may_be_new(&raised, &many.at[i]));
                added++;
            }
        CHECK(many.n >= few.n);
    }
    strikes_free(&few);
    strikes_free(&many);
    unmake(&base);
    unmake(&raised);
    return added;
}

static bool is_rocket(const struct made *m, const struct strike *s)
{
    return s->kind == attack_called(m->scenario, "rocket");
}

static bool on_daily_patrol(const struct made *m, const struct strike *s)
{
    return !strcmp(s->patrol >= 0 ? m->scenario->patrols.at[s->patrol].id : "", "daily");
}

static bool on_risky_road(const struct made *m, const struct strike *s)
{
    return on_daily_patrol(m, s) && s->place.length_m == 30000;
}

TEST(a_doubled_rate_only_adds_attacks_of_its_kind)
{
    CHECK(check_nested("attacks.rocket.rate=x2", is_rocket) > 100);
}

TEST(a_more_dangerous_patrol_only_adds_attacks_on_itself)
{
    CHECK(check_nested("patrols.daily.threat=3", on_daily_patrol) > 100);
}

TEST(a_more_dangerous_road_only_adds_attacks_on_itself)
{
    CHECK(check_nested("roads.risky.threat=10", on_risky_road) > 100);
}

TEST(a_new_helicopter_moves_no_attack)
{
    CHECK_INT(check_nested("assets.extra={kind: helicopter, home: far}", is_rocket), 0);
}

TEST(a_rate_of_0_means_no_attack_of_that_kind)
{
    struct made m = made_of(exposure, "attacks.rocket.rate=0 /yr");
    struct census c = census_of(&m, "rocket", -1, site_called(m.scenario, "camp"), hour_bin);
    CHECK_INT((int)c.total, 0);
    unmake(&m);
}
