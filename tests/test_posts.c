/* test_posts.c -- where those free stand, and who moves up: by the clock, on a line, and as if they were others. */
#include "test.h"

#include <math.h>

#include "base/unit.h"
#include "evidence.h"

static const char posts[] = "tests/theory/posts.yaml", line[] = "tests/theory/line.yaml",
                  queue[] = "tests/theory/queue-vehicles.yaml", means[] = "tests/shown-means.yaml";

#define SETS(...) ((const char *[SETS_MAX]){__VA_ARGS__})
enum { FAR, SECOND, THIRD };

/* --- by the clock ------------------------------------------------------------------------ */

static struct stage played(const char *const sets[SETS_MAX])
{
    return stage_played(posts, sets);
}

static double reached_min(const struct stage *s, int casualty)
{
    const struct casualty *c = trial_casualty(s->trial, casualty);
    return (double)(c->at[M_ON_SCENE] - c->at[M_WOUNDED]) / (double)MINUTES(1);
}

/* Minutes in all that they moved between posts, within the two days. */
static double moved_min(const struct stage *s)
{
    return busy_mean(s->tally, resource_called(s->tally, "relocating", "helicopter")) * 2 * 24 * 60;
}

static void check_reached(const char *const sets[SETS_MAX], int casualty, double due_min)
{
    struct stage s = played(sets);
    CHECK_NEAR(reached_min(&s, casualty), due_min, 1e-3);
    stage_free(&s);
}

#define ONCE "attacks.second=~", "attacks.third=~"

/* Notice, and the way from the other end of the line. */
#define FROM_THE_OTHER_END (10 + hypot(60, 10))

TEST(the_gap_that_one_leaves_is_filled_from_the_other_post)
{
    /* Tasked at 08:00, the first leaves; the other moves off at 08:10 and is there at 09:10. */
    check_reached(SETS(NULL), FAR, 10 + 50);
    check_reached(SETS(NULL), SECOND, 10 + 10);
    check_reached(SETS("assets.helicopter.move_up_within=0 h"), SECOND, FROM_THE_OTHER_END);
    check_reached(SETS("assets.helicopter.move_up_within=59 min"), SECOND, FROM_THE_OTHER_END);
}

TEST(whoever_comes_home_goes_to_the_first_post_that_lacks_one)
{
    /* The first is at the hospital at 09:56: the west has the other, and it goes east, 11:00 to ready again. */
    struct stage s = played(SETS(NULL));
    CHECK_NEAR(reached_min(&s, THIRD), 10 + 10, 1e-3);
    CHECK_NEAR((double)(trial_sortie(s.trial, 0)->home - trial_sortie(s.trial, 0)->unloaded) /
                   (double)MINUTES(1),
               60, 1e-3);
    CHECK_NEAR((double)(trial_sortie(s.trial, 1)->home - trial_sortie(s.trial, 1)->unloaded), 0, 0);
    stage_free(&s);
    check_reached(SETS("assets.helicopter.posts=[west, west]"), THIRD, FROM_THE_OTHER_END);
}

TEST(until_it_moves_off_it_is_sent_from_where_it_stands_and_on_its_way_not_at_all)
{
    static const char at_once[] = "attacks.third.at=\"day 1 08:05\"",
                      later[] = "attacks.third.at=\"day 1 08:30\"";
    check_reached(SETS(at_once), 1, 10 + 10);
    struct stage s = played(SETS(later));
    CHECK_NEAR(reached_min(&s, 1), 40 + FROM_THE_OTHER_END, 1e-3);
    int64_t ms[WAITS];
    trial_waits(s.trial, 1, ms);
    CHECK_NEAR((double)ms[WAIT_ASSET_BUSY] / (double)MINUTES(1), 40, 1e-3);
    stage_free(&s);
}

TEST(whoever_is_over_stands_at_home)
{
    /* Of three one is at home in the west: nobody need move when it leaves, and the others stay. */
    struct stage s = played(
        SETS("assets.helicopter.count=3", "assets.helicopter.posts=[east, near_east]", "attacks.second=~"));
    CHECK_NEAR(reached_min(&s, FAR), 10 + 50, 1e-3);
    CHECK_NEAR(moved_min(&s), 0, 0);
    CHECK_NEAR(reached_min(&s, 1), 10, 1e-3);
    stage_free(&s);
}

TEST(a_post_listed_twice_is_to_have_two)
{
    struct stage s = played(SETS("assets.helicopter.count=3", "assets.helicopter.posts=[west, west, east]"));
    CHECK_NEAR(reached_min(&s, FAR), 10 + 50, 1e-3);
    CHECK_NEAR(moved_min(&s), 60, 1e-3); /* the one in the east, to be the second in the west */
    CHECK_NEAR(reached_min(&s, THIRD), 10 + 10, 1e-3);
    stage_free(&s);
}

TEST(nobody_moves_up_out_of_hours_or_in_the_dark_where_it_may_not)
{
    struct stage s = played(SETS("assets.helicopter.hours=\"06:00-08:05\"", ONCE));
    CHECK_NEAR(moved_min(&s), 0, 0);
    stage_free(&s);
    /* It would be there at 09:10. */
    s = played(SETS("assets.helicopter.night=false", "map.daylight=\"06:00-09:05\"", ONCE));
    CHECK_NEAR(moved_min(&s), 0, 0);
    stage_free(&s);
    s = played(SETS("assets.helicopter.night=false", "map.daylight=\"06:00-09:11\"", ONCE));
    CHECK_NEAR(moved_min(&s), 60, 1e-3);
    stage_free(&s);
}

TEST(to_a_crew_moving_up_is_work_and_it_is_paid_for_as_a_journey)
{
    struct stage s = played(SETS("assets.helicopter.work=1 h", "assets.helicopter.rest=20 h"));
    CHECK(reached_min(&s, SECOND) > 10 * 60);
    stage_free(&s);
    static const char paid[] = "assets.helicopter.cost_hour=60";
    double cost[2];
    for (int i = 0; i < 2; i++) {
        s = played(SETS(paid, ONCE,
                        i ? "assets.helicopter.move_up_within=1 h" : "assets.helicopter.move_up_within=0 h"));
        cost[i] = ratio_mean(&s.tally->per_trial[COST], 1, 0.95).value;
        stage_free(&s);
    }
    CHECK_NEAR(cost[0], 50 + 6 + 50 + 4, 0);
    CHECK_NEAR(cost[1], cost[0] + 60 + 60,
               0); /* one moves up, the other goes home to the post that it left */
}

/* --- on a line --------------------------------------------------------------------------------- */

static void measure_way_out(const struct found *f, double figures[FIGURES])
{
    figures[0] = wait_hours(f->tally, 0, FACILITY, WAIT_OUTBOUND) * 600;
}

/* From the middle of a line a quarter of its length on average, from the middles of its halves an eighth. */
TEST(two_posts_halve_the_mean_way_along_a_line)
{
    static const struct {
        const char *which, *sets[SETS_MAX];
        double expected_km;
    } cases[] = {
        {"both in the middle", {"assets.helicopter.posts=[]"}, 30},
        {"one in each half", {NULL}, 15},
        {"one in each half, keeping to it", {"assets.helicopter.move_up_within=0 h"}, 15},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct study_plan p = {
            .file = line, .measure = measure_way_out, .batches = evidence_batches(400, 40), .trials = 4};
        memcpy(p.sets, cases[i].sets, sizeof p.sets);
        struct estimate found[FIGURES];
        study_play(&p, found);
        evidence_check(&(struct claim){"A15 posts on a line", cases[i].which, cases[i].expected_km, 0.3},
                       found[0]);
    }
}

/* --- as if they were others --------------------------------------------------------------------- */

/* Between posts at no distance those who move up are never missed: the queue is what it was. */
TEST(posts_at_no_distance_change_nothing)
{
    struct stage a = stage_of(queue, SETS("run.horizon=60 d", "attacks.call.rate=1.5 /h",
                                          "assets.server.count=2", "travel.way.both_ways=true")),
                 b = stage_of(queue,
                              SETS("run.horizon=60 d", "attacks.call.rate=1.5 /h", "assets.server.count=2",
                                   "travel.way.both_ways=true", "assets.server.posts=[scene, hospital]"));
    stage_play(&a, 3, 0);
    stage_play(&b, 3, 0);
    CHECK(trial_casualties(a.trial) > 1000);
    for (int i = 0; i < trial_casualties(a.trial); i++)
        CHECK_INT(trial_casualty(a.trial, i)->at[M_FACILITY], trial_casualty(b.trial, i)->at[M_FACILITY]);
    stage_free(&a);
    stage_free(&b);
}

/* Every trial checks that each unit is in one place (conservation.c): with all else that may befall it, too. */
TEST(with_all_else_that_may_happen_to_them_units_stay_in_one_place_each)
{
    struct stage s =
        stage_of(means, SETS("assets.helicopter.posts=[hill, far, camp]", "assets.second.posts=[far, hill]",
                             "assets.second.shared={tasks: 2 /d}", "assets.second.work=6 h",
                             "dispatch.divert=true", "dispatch.pre_alert=first", "hazards.landing=0.1",
                             "hazards.lost=0.3", "dispatch.regret=true"));
    for (uint64_t n = 0; n < 12; n++)
        stage_play(&s, 5, n);
    CHECK(busy_mean(s.tally, resource_called(s.tally, "relocating", "helicopter")) > 0.005);
    CHECK(busy_mean(s.tally, resource_called(s.tally, "relocating", "second")) > 0.005);
    stage_free(&s);
}
