/* test_roads.c -- roads that are slow, cut or closed: to the evacuation, never to those who attack. */
#include "test.h"

#include "base/unit.h"
#include "study.h"

static const char shown[] = "tests/shown.yaml", area[] = "tests/theory/roads.yaml";

/* From the camp to the town on the first day, by the ambulance. */
static int64_t way_ms(const char *setting, const char *other)
{
    struct stage s = stage_of(area, (const char *[SETS_MAX]){setting, other});
    struct location from = location_at(s.world->area, site_called(s.scenario, "camp")),
                    to = location_at(s.world->area, site_called(s.scenario, "town"));
    int64_t ms = travel_by_road_ms(s.world->area, world_driving(s.world, 0, 0), &from, &to);
    stage_free(&s);
    return ms;
}

TEST(a_wet_road_is_slower_in_its_months_and_a_cut_or_closed_one_leads_round_or_nowhere)
{
    CHECK_INT(way_ms(NULL, NULL), HOURS(2));
    CHECK_INT(way_ms("roads.direct.wet=jun-sep", "roads.direct.wet_speed=0.8"), MINUTES(150));
    CHECK_INT(way_ms("roads.direct.wet=sep", "roads.direct.wet_speed=0.8"), HOURS(2));
    CHECK_INT(way_ms("roads.direct.wet=jul", "roads.direct.wet_speed=0.1"), HOURS(3));
    CHECK_INT(way_ms("roads.direct.clearing=0.8", NULL), MINUTES(150));
    CHECK_INT(way_ms("roads.direct.cut_in=[may, jul]", NULL), HOURS(3));
    CHECK_INT(way_ms("roads.direct.closed=true", NULL), HOURS(3));
    CHECK_INT(way_ms("roads.*.closed=true", NULL), NEVER_REACHED);
}

TEST(whoever_lies_on_a_closed_road_cannot_be_reached_by_it)
{
    for (int closed = 0; closed < 2; closed++) {
        struct stage s = stage_of(area, (const char *[SETS_MAX]){closed ? "roads.direct.closed=true"
                                                                        : "roads.direct.closed=false"});
        struct location camp = location_at(s.world->area, site_called(s.scenario, "camp")), scene = camp;
        scene.from = camp.site;
        scene.to = site_called(s.scenario, "town");
        scene.road = 0;
        scene.along_m = 15000;
        scene.length_m = 60000;
        CHECK_INT(travel_by_road_ms(s.world->area, world_driving(s.world, 0, 0), &camp, &scene),
                  closed ? NEVER_REACHED : MINUTES(30));
        stage_free(&s);
    }
}

/* Both played on the same luck have the same attacks at the same places. */
static void check_same_attacks(const char *const first[SETS_MAX], const char *const second[SETS_MAX])
{
    struct stage a = stage_of(shown, first), b = stage_of(shown, second);
    for (uint64_t n = 0; n < 10; n++) {
        stage_play(&a, 1, n);
        stage_play(&b, 1, n);
        int most =
            trial_incidents(a.trial); /* a trial ends when all counted are decided: the rest may differ */
        if (trial_incidents(b.trial) < most)
            most = trial_incidents(b.trial);
        CHECK(most > 5);
        for (int i = 0; i < most; i++) {
            const struct incident *x = trial_incident(a.trial, i), *y = trial_incident(b.trial, i);
            CHECK(x->name == y->name && x->at_ms == y->at_ms && x->casualties == y->casualties &&
                  x->place.along_m == y->place.along_m);
        }
    }
    stage_free(&a);
    stage_free(&b);
}

TEST(closed_cut_and_cleared_roads_leave_the_patrols_and_their_attacks_as_they_were)
{
    const char *const plain[SETS_MAX] = {NULL};
    check_same_attacks(plain, (const char *[SETS_MAX]){"roads.*.closed=true"});
    check_same_attacks(plain, (const char *[SETS_MAX]){"roads.*.cut_in=jun", "roads.*.clearing=0.5"});
}

static int driven(const struct stage *s, int64_t from_ms, int64_t to_ms)
{
    int n = 0;
    for (int i = 0; i < trial_sorties(s->trial); i++) {
        const struct sortie *x = trial_sortie(s->trial, i);
        n += s->scenario->assets.at[x->asset].kind == AMBULANCE && x->launched >= from_ms &&
             x->launched < to_ms;
    }
    return n;
}

TEST(when_the_rains_cut_the_roads_ambulances_stay_until_they_are_over)
{
    struct stage s =
        stage_of(shown, (const char *[SETS_MAX]){"roads.*.cut_in=jul", "run.start=2021-06-22",
                                                 "run.horizon=60 d", "assets.helicopter.count=0"});
    int before = 0, within = 0, after = 0;
    for (uint64_t n = 0; n < 20; n++) {
        stage_play(&s, 1, n);
        before += driven(&s, 0, DAYS(9));
        within += driven(&s, DAYS(9) + HOURS(12), DAYS(40));
        after += driven(&s, DAYS(40), DAYS(61));
    }
    CHECK(before > 10 && after > 10);
    CHECK(within < before);
    stage_free(&s);
}
