/* test_pick_ups.c -- several scenes on one journey: by the clock, within the bound, and nobody lost on the way. */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/unit.h"
#include "report/report.h"
#include "study.h"

static const char two[] = "tests/theory/two-scenes.yaml", row[] = "tests/theory/row-of-scenes.yaml",
                  many[] = "tests/shown-sorties.yaml";

#define SETS(...) ((const char *[SETS_MAX]){__VA_ARGS__})

/* Minutes from wounding. */
static double there(const struct stage *s, int casualty)
{
    const struct casualty *c = trial_casualty(s->trial, casualty);
    return (double)(c->at[M_FACILITY] - c->at[M_WOUNDED]) / (double)MINUTES(1);
}

static void check_there(struct stage s, double first, double second)
{
    CHECK_NEAR(there(&s, 0), first, 0.01);
    CHECK_NEAR(there(&s, 1), second, 0.01);
    CHECK_INT(trial_sorties(s.trial), first == second ? 1 : 2);
    stage_free(&s);
}

/* 10 of notice, 60 out, 6 to load; then 60 back, or 25 across, 6 to load and 65 back. 4 to unload, 10 to turn round. */
static const double loaded = 10 + 60 + 6, back = 60, round_about = 25 + 6 + 65,
                    another = 4 + 10 + 10 + 65 + 6 + 65;

/* --- by the clock ----------------------------------------------------------------------- */

TEST(two_scenes_are_served_by_one_journey_or_by_two)
{
    check_there(stage_played(two, SETS(NULL)), loaded + round_about, loaded + round_about);
    check_there(stage_played(two, SETS("dispatch.pick_ups=1")), loaded + back, loaded + back + another);
}

TEST(those_aboard_wait_for_another_pick_up_and_those_fetched_do_not)
{
    struct stage s = stage_played(two, SETS(NULL));
    const struct sortie *x = trial_sortie(s.trial, 0);
    int64_t ms[WAITS];
    trial_waits(s.trial, 0, ms);
    CHECK_INT(ms[WAIT_DETOUR], MINUTES(25 + 6));
    CHECK_INT(ms[WAIT_TO_CARE], MINUTES(65));
    trial_waits(s.trial, 1, ms);
    CHECK_INT(ms[WAIT_DETOUR], 0);
    CHECK_INT(ms[WAIT_ASSET_BUSY], MINUTES(76));
    CHECK_INT(ms[WAIT_OUTBOUND], MINUTES(25));
    CHECK_INT(x->pick_ups, 2);
    CHECK_INT(x->casualties, 2);
    CHECK_INT(x->loaded - x->on_scene, MINUTES(6 + 25 + 6));
    stage_free(&s);
}

TEST(loading_takes_as_long_at_the_second_scene_as_on_a_journey_of_its_own)
{
#define AS_IT_COMES "assets.unit.load=lognormal(median 5 min, sigma 0.5)", "dispatch.detour.T3=5 h"
    struct stage one = stage_of(two, SETS(AS_IT_COMES, "dispatch.pick_ups=1")),
                 both = stage_of(two, SETS(AS_IT_COMES));
    for (uint64_t n = 0; n < 10; n++) {
        stage_play(&one, 1, n);
        stage_play(&both, 1, n);
        CHECK_INT(trial_sorties(one.trial), 2);
        CHECK_INT(trial_sorties(both.trial), 1);
        for (int i = 0; i < 2; i++) {
            int64_t apart[WAITS], together[WAITS];
            trial_waits(one.trial, i, apart);
            trial_waits(both.trial, i, together);
            CHECK_INT(together[WAIT_LOADING], apart[WAIT_LOADING]);
        }
    }
    stage_free(&one);
    stage_free(&both);
}

TEST(no_pick_up_delays_those_aboard_longer_than_the_gravest_may_be_made_to_bear)
{
    check_there(stage_played(two, SETS("dispatch.detour.T3=36 min")), loaded + round_about,
                loaded + round_about);
    check_there(stage_played(two, SETS("dispatch.detour.T3=2159 s")), loaded + back, loaded + back + another);
}

TEST(contact_that_has_not_ended_counts_as_delay)
{
#define CONTACT "attacks.second.contact=111 min" /* 10 min after it could be there */
    check_there(stage_played(two, SETS(CONTACT, "dispatch.detour.T3=46 min")), loaded + round_about + 10,
                loaded + round_about + 10);
    check_there(stage_played(two, SETS(CONTACT, "dispatch.detour.T3=2759 s")), loaded + back,
                loaded + back + another);
}

TEST(with_the_gravest_aboard_nobody_goes_round_about)
{
    check_there(stage_played(two, SETS("attacks.first.mechanism=grave")), loaded + back,
                loaded + back + another);
    check_there(stage_played(two, SETS("attacks.first.mechanism=grave", "dispatch.detour.T1=36 min")),
                loaded + round_about, loaded + round_about);
}

TEST(whoever_has_no_room_left_does_not_go_on)
{
    check_there(stage_played(two, SETS("assets.unit.litters=1")), loaded + back, loaded + back + another);
    check_there(stage_played(two, SETS("attacks.first.mechanism=grave", "attacks.second.mechanism=grave",
                                       "dispatch.detour.T1=1 h", "assets.unit.most_t1=1")),
                loaded + back, loaded + back + another);
}

TEST(nobody_goes_on_beyond_the_range_or_out_of_hours_or_into_the_dark)
{
    check_there(stage_played(two, SETS("assets.unit.range=150 km")), loaded + round_about,
                loaded + round_about);
    check_there(stage_played(two, SETS("assets.unit.range=149 km")), loaded + back, loaded + back + another);
    /* Loaded at 09:16, on the other scene at 09:41. */
    check_there(stage_played(two, SETS("assets.unit.night=false", "map.daylight=06:00-09:42")),
                loaded + round_about, loaded + round_about);
    check_there(stage_played(two, SETS("assets.unit.hours=06:00-09:17")), loaded + round_about,
                loaded + round_about);
    struct stage s = stage_played(two, SETS("assets.unit.night=false", "map.daylight=06:00-09:40"));
    CHECK_INT(trial_sortie(s.trial, 0)->pick_ups, 1);
    stage_free(&s);
    s = stage_played(two, SETS("assets.unit.hours=06:00-09:15"));
    CHECK_INT(trial_sortie(s.trial, 0)->pick_ups, 1);
    stage_free(&s);
}

/* A camp 20 minutes beyond the first scene, which has no table. */
TEST(all_aboard_go_where_the_gravest_needs_to_be)
{
#define POST                                                                                                 \
    "facilities.post={site: post, level: \"1\", bays: 0, tables: 0, beds: 6}", "dispatch.detour.T3=76 min"
    check_there(stage_played(two, SETS(POST, "dispatch.pick_ups=1")), loaded + 20,
                loaded + 20 + 4 + 80 + 10 + 10 + 65 + 6 + 32.0156);
    check_there(stage_played(two, SETS(POST, "attacks.second.mechanism=grave")), loaded + round_about,
                loaded + round_about);
    check_there(stage_played(two, SETS(POST, "attacks.second.mechanism=grave", "dispatch.detour.T3=75 min")),
                loaded + 20, loaded + 20 + 4 + 80 + 10 + 10 + 65 + 6 + 65);
}

TEST(transfers_for_the_same_are_fetched_from_two_camps_on_one_journey)
{
#define CAMPS                                                                                                \
    "facilities.a={site: east, level: \"1\", bays: 0, tables: 0, beds: 6}",                                  \
        "facilities.b={site: north, level: \"1\", bays: 0, tables: 0, beds: 6}", "care.carry=0 min"
    struct stage s =
        stage_played(two, SETS(CAMPS, "attacks.first.mechanism=lame", "attacks.second.mechanism=lame"));
    int64_t ms[WAITS];
    for (int i = 0; i < 2; i++)
        CHECK_INT(trial_casualty(s.trial, i)->at[M_SURGERY] - trial_casualty(s.trial, i)->at[M_WOUNDED],
                  MINUTES(loaded + round_about + 4));
    trial_waits(s.trial, 0, ms);
    CHECK_INT(ms[WAIT_TRANSFER_DETOUR], MINUTES(25 + 6));
    CHECK_INT(trial_sorties(s.trial), 1);
    stage_free(&s);
}

TEST(a_row_of_scenes_takes_as_many_journeys_as_room_and_pick_ups_allow)
{
    static const char *const pick_ups[] = {"dispatch.pick_ups=1", "dispatch.pick_ups=2",
                                           "dispatch.pick_ups=3", "dispatch.pick_ups=6"};
    static const char *const litters[] = {"assets.helicopter.litters=1", "assets.helicopter.litters=2",
                                          "assets.helicopter.litters=4", "assets.helicopter.litters=6"};
    static const int due[4][4] = {{6, 6, 6, 6}, {6, 3, 3, 3}, {6, 3, 2, 2}, {6, 3, 2, 1}};
    for (int p = 0; p < 4; p++)
        for (int l = 0; l < 4; l++) {
            struct stage s = stage_played(row, SETS(pick_ups[p], litters[l]));
            CHECK_INT(trial_sorties(s.trial), due[p][l]);
            CHECK_INT(trial_casualties(s.trial), 6);
            stage_free(&s);
        }
}

/* --- struck between two -------------------------------------------------------------------- */

TEST(struck_between_two_scenes_those_aboard_are_stranded_and_the_others_wait_again)
{
    /* By road, and the road between the two is deadly. */
    struct stage s =
        stage_played(two, SETS("hazards.road=1 /km", "assets.unit.kind=ambulance",
                               "attacks.second.mechanism=grave", "attacks.second.at=\"day 1 08:10\""));
    const struct sortie *x = trial_sortie(s.trial, 0);
    const struct casualty *stranded = trial_casualty(s.trial, 0), *left = trial_casualty(s.trial, 1);
    CHECK_INT(trial_sorties(s.trial), 3);
    CHECK_INT(x->pick_ups, 2);
    CHECK_INT(x->arrived, -1);
    CHECK_INT(x->casualties, 0);
    CHECK_INT(trial_incident(s.trial, 2)->origin, ON_EVACUATION);
    CHECK_INT(trial_incident(s.trial, 2)->place.site, site_called(s.scenario, "east"));
    CHECK_NEAR((double)(x->home - x->loaded) / (double)MINUTES(1), 60, 0.1);
    /* Home and ready again; then to the graver, with whom nobody goes round about; then to the stranded and the crew. */
    double again = loaded + 60 + 10 + 10;
    CHECK_NEAR(there(&s, 1), again - 10 + 65 + 6 + 65, 0.1);
    CHECK_NEAR(there(&s, 0), again + 65 + 6 + 65 + 4 + 10 + 10 + 60 + 7 + 60, 0.1);
    CHECK_INT(stranded->legs, 2);
    CHECK_INT(left->legs, 1);
    CHECK_INT(trial_sortie(s.trial, 2)->casualties, 2);
    stage_free(&s);
}

/* --- what it leaves alone ------------------------------------------------------------------- */

struct text { /* new memory */
    char *bytes;
    size_t length;
};

static struct text told(const char *file, const char *const sets[SETS_MAX], int trials)
{
    struct text t;
    FILE *to = open_memstream(&t.bytes, &t.length);
    struct stage s = stage_of(file, sets);
    for (int n = 0; n < trials; n++) {
        stage_play(&s, 2, (uint64_t)n);
        rows_casualties(to, s.trial, n);
        rows_sorties(to, s.trial, n);
    }
    stage_free(&s);
    fclose(to);
    return t;
}

TEST(pick_ups_beyond_the_bound_change_nothing)
{
#define AT_MOST(time)                                                                                        \
    "dispatch.detour.T1=" time, "dispatch.detour.T2=" time, "dispatch.detour.T3=" time,                      \
        "dispatch.detour.T4=" time
    int trials = (int)test_share(60);
    struct text one = told(many, SETS("dispatch.pick_ups=1", "hazards.landing=0.1", "dispatch.divert=true"),
                           trials),
                more = told(many,
                            SETS("dispatch.pick_ups=5", AT_MOST("1 min"), "hazards.landing=0.1",
                                 "dispatch.divert=true"),
                            trials),
                near = told(many,
                            SETS("dispatch.pick_ups=5", AT_MOST("5 h"), "hazards.landing=0.1",
                                 "dispatch.divert=true"),
                            trials);
    CHECK(one.length == more.length && !memcmp(one.bytes, more.bytes, one.length));
    CHECK(one.length != near.length || memcmp(one.bytes, near.bytes, one.length));
    free(one.bytes);
    free(more.bytes);
    free(near.bytes);
}

/* Those whom the journey brought to the door: of how many incidents, and do they fit? */
static int incidents_brought(const struct trial *t, int number, const struct sortie *x)
{
    int all = 0, lying = 0, grave = 0, incidents = 0;
    for (int i = 0; i < trial_casualties(t); i++) {
        const struct casualty *c = trial_casualty(t, i);
        if (c->sortie != number || c->at[M_FACILITY] != x->arrived)
            continue;
        bool seen = false;
        for (int n = 0; n < i; n++)
            seen |= trial_casualty(t, n)->sortie == number && trial_casualty(t, n)->incident == c->incident;
        incidents += !seen;
        all++;
        lying += !c->wound.walks;
        grave += c->wound.seen == T1;
    }
    const int litters[] = {2, 6, 0}, seats[] = {2, 0, 12}; /* its own, and its layouts */
    CHECK_INT(all, x->casualties);
    CHECK(all <= litters[x->layout + 1] + seats[x->layout + 1] && lying <= litters[x->layout + 1] &&
          grave <= 2);
    return incidents;
}

TEST(nobody_is_lost_and_nobody_is_without_a_place_however_many_scenes_are_served)
{
    struct stage s = stage_of(many, SETS("dispatch.pick_ups=4", AT_MOST("5 h"), "dispatch.divert=true",
                                         "hazards.landing=0.1", "hazards.helpers=0.1"));
    int several = 0, struck = 0;
    for (int n = 0; n < test_share(60); n++) {
        stage_play(&s, 4, (uint64_t)n); /* and after each: sim/evac/conservation.c */
        for (int i = 0; i < trial_sorties(s.trial); i++) {
            const struct sortie *x = trial_sortie(s.trial, i);
            CHECK(x->pick_ups >= 1 && x->pick_ups <= 4);
            struck += x->pick_ups > 1 && x->arrived < 0 && x->home >= 0;
            if (x->arrived >= 0)
                several += incidents_brought(s.trial, i, x) > 1;
        }
        for (int i = 0; i < trial_casualties(s.trial); i++)
            CHECK(!trial_casualty(s.trial, i)->counted || trial_casualty(s.trial, i)->closed);
    }
    CHECK(several > 0 && struck > 0);
    stage_free(&s);
}
