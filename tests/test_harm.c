/* test_harm.c -- what is done to the evacuation itself, and that it is counted apart. */
#include "test.h"

#include <math.h>

#include "base/unit.h"
#include "study.h"

static const char file[] = "tests/hazards.yaml";

static const struct incident *first_struck(const struct trial *t)
{
    for (int i = 0; i < trial_incidents(t); i++)
        if (trial_incident(t, i)->origin == ON_EVACUATION)
            return trial_incident(t, i);
    return NULL;
}

static int struck(const struct trial *t)
{
    int n = 0;
    for (int i = 0; i < trial_incidents(t); i++)
        n += trial_incident(t, i)->origin == ON_EVACUATION;
    return n;
}

TEST(so_many_landings_are_struck_as_their_hazard_says)
{
    const double hazard = 0.2;
    struct stage s = stage_of(file, (const char *[SETS_MAX]){"hazards.landing=0.2", "roads.*.threat=1",
                                                             "assets.ambulance.count=0", "hazards.helpers=0",
                                                             "hazards.road=0 /km"});
    double hit = 0, loaded = 0;
    for (uint64_t n = 0; n < 60; n++) {
        stage_play(&s, 1, n);
        hit += struck(s.trial);
        for (int i = 0; i < trial_sorties(s.trial); i++)
            loaded += !trial_sortie(s.trial, i)->transfer && trial_sortie(s.trial, i)->loaded >= 0;
    }
    double share = 1 - exp(-hazard), all = hit + loaded;
    CHECK(all > 500);
    CHECK_NEAR(hit / all, share, 4 * sqrt(share * (1 - share) / all));
    stage_free(&s);
}

TEST(danger_on_the_road_is_its_length_times_its_threat_less_what_is_cleared)
{
    struct stage s = stage_of("tests/theory/roads.yaml",
                              (const char *[SETS_MAX]){"roads.direct.threat=2", "roads.direct.cleared=0.75"});
    struct location camp = location_at(s.world->area, site_called(s.scenario, "camp")),
                    town = location_at(s.world->area, site_called(s.scenario, "town")),
                    hill = location_at(s.world->area, site_called(s.scenario, "hill")), scene = camp;
    const struct driving *d = world_driving(s.world, 0, 0);
    scene.from = camp.site;
    scene.to = town.site;
    scene.road = 0;
    scene.along_m = 20000;
    scene.length_m = 60000;
    CHECK_NEAR(travel_danger_km(s.world->area, d, &camp, &town), 30, 1e-9);
    CHECK_NEAR(travel_danger_km(s.world->area, d, &camp, &hill), 45, 1e-9);
    CHECK_NEAR(travel_danger_km(s.world->area, d, &camp, &scene), 10, 1e-9);
    CHECK_NEAR(travel_danger_km(s.world->area, d, &scene, &camp), 10, 1e-9);
    stage_free(&s);
}

/* Until the first journey is struck both lives are the same: the greater hazard strikes no later. */
static void check_sooner(const char *less, const char *more)
{
    struct stage a = stage_of(file, (const char *[SETS_MAX]){less}),
                 b = stage_of(file, (const char *[SETS_MAX]){more});
    int seen = 0;
    for (uint64_t n = 0; n < 40; n++) {
        stage_play(&a, 1, n);
        stage_play(&b, 1, n);
        const struct incident *x = first_struck(a.trial), *y = first_struck(b.trial);
        CHECK(!x || (y && y->at_ms <= x->at_ms));
        CHECK(!x || y->at_ms < x->at_ms || y->name == x->name);
        seen += x != NULL;
    }
    CHECK(seen > 10);
    stage_free(&a);
    stage_free(&b);
}

TEST(a_greater_hazard_strikes_the_same_journeys_and_others)
{
    check_sooner("hazards.landing=0.05", "hazards.landing=0.3");
    check_sooner("hazards.helpers=0.02", "hazards.helpers=0.5");
    check_sooner("hazards.road=0.0005 /km", "hazards.road=0.01 /km");
    check_sooner("roads.*.cleared=0.9", "roads.*.cleared=0.8");
}

TEST(harm_to_the_evacuation_moves_no_attack_and_is_flagged)
{
    struct stage calm = stage_of(
        file, (const char *[SETS_MAX]){"hazards.landing=0", "hazards.helpers=0", "hazards.road=0 /km"});
    struct stage harm = stage_of(file, (const char *[SETS_MAX]){NULL});
    int caused = 0;
    for (uint64_t n = 0; n < 30; n++) {
        stage_play(&calm, 1, n);
        stage_play(&harm, 1, n);
        CHECK_INT(struck(calm.trial), 0);
        int next = 0, flagged = 0, crews = 0;
        for (int i = 0; i < trial_incidents(harm.trial); i++) {
            const struct incident *x = trial_incident(harm.trial, i);
            if (x->origin == ON_EVACUATION) {
                crews += x->casualties;
                CHECK(x->casualties <= 3);
            } else if (next < trial_incidents(calm.trial)) {
                const struct incident *y = trial_incident(calm.trial, next++);
                CHECK(x->name == y->name && x->at_ms == y->at_ms && x->casualties == y->casualties);
            }
        }
        for (int i = 0; i < trial_casualties(harm.trial); i++) {
            const struct casualty *c = trial_casualty(harm.trial, i);
            CHECK_INT(c->caused, trial_incident(harm.trial, c->incident)->origin == ON_EVACUATION);
            flagged += c->caused;
        }
        CHECK_INT(flagged, crews);
        caused += flagged;
    }
    CHECK(caused > 50);
    stage_free(&calm);
    stage_free(&harm);
}

TEST(a_lost_asset_sets_out_again_only_when_it_has_been_replaced)
{
    struct stage s = stage_of(file, (const char *[SETS_MAX]){"hazards.lost=1", "hazards.replaced_after=900 d",
                                                             "hazards.landing=0.5"});
    int total = 0;
    for (uint64_t n = 0; n < 20; n++) {
        stage_play(&s, 1, n);
        CHECK(struck(s.trial) <= 5); /* two helicopters and three ambulances */
        total += struck(s.trial);
    }
    CHECK(total > 40);
    stage_free(&s);
}

TEST(whoever_is_stranded_on_the_road_is_fetched_from_there)
{
    struct stage s = stage_of(file, (const char *[SETS_MAX]){"hazards.road=0.03 /km", "hazards.landing=0",
                                                             "hazards.helpers=0", "assets.helicopter.count=0",
                                                             "hazards.lost=0"});
    int again = 0;
    for (uint64_t n = 0; n < 40; n++) {
        stage_play(&s, 1, n);
        for (int i = 0; i < trial_sorties(s.trial); i++) {
            const struct sortie *x = trial_sortie(s.trial, i);
            again += x->loaded >= 0 && x->to_facility >= 0 && x->arrived < 0 && x->home >= 0;
        }
        for (int i = 0; i < trial_casualties(s.trial); i++) {
            const struct casualty *c = trial_casualty(s.trial, i);
            CHECK(!c->counted || c->closed);
        }
    }
    CHECK(again > 20);
    stage_free(&s);
}
