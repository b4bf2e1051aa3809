/* test_prealert.c -- crews told at the first word: by the clock. */
#include "test.h"

#include "base/unit.h"
#include "study.h"

/* Calls at 08:00 and 08:20; one helicopter, 10 min of notice; decided at once unless a test says otherwise. */
static const char calls[] = "tests/theory/divert.yaml";

#define SETS(...) ((const char *[SETS_MAX]){__VA_ARGS__})
#define ONE_CALL  "attacks.grave=~", "decision.scene=delegated"
#define TAKES(m)  "authorities.delegated.day=" m

static struct stage played(const char *const sets[SETS_MAX])
{
    return stage_played(calls, sets);
}

static double minutes(int64_t ms)
{
    return (double)ms / (double)MINUTES(1);
}

/* Of the first journey, from tasked to moving off. */
static void check_notice(const char *const sets[SETS_MAX], double due)
{
    struct stage s = played(sets);
    const struct sortie *j = trial_sortie(s.trial, 0);
    CHECK_NEAR(minutes(j->launched - j->assigned), due, 0);
    stage_free(&s);
}

TEST(of_the_notice_only_what_is_left_when_it_is_decided_counts)
{
    check_notice(SETS(ONE_CALL, TAKES("4 min")), 10);
    check_notice(SETS(ONE_CALL, TAKES("4 min"), "dispatch.pre_alert=all"), 6);
    check_notice(SETS(ONE_CALL, TAKES("4 min"), "dispatch.pre_alert=first"), 6);
    check_notice(SETS(ONE_CALL, TAKES("25 min"), "dispatch.pre_alert=first"), 0);
}

TEST(nobody_sets_out_before_it_is_decided)
{
    struct stage s = played(SETS(ONE_CALL, TAKES("25 min"), "dispatch.pre_alert=all"));
    CHECK_NEAR(minutes(trial_sortie(s.trial, 0)->assigned - HOURS(8)), 25, 0);
    stage_free(&s);
}

TEST(warned_crews_wait_for_the_first_message_that_is_heard)
{
    struct stage s = played(SETS(ONE_CALL, TAKES("4 min"), "dispatch.pre_alert=all", "alert.delay=30 min"));
    const struct sortie *j = trial_sortie(s.trial, 0);
    CHECK_NEAR(minutes(j->launched - HOURS(8)), 30 + 10, 0);
    stage_free(&s);
}

TEST(warning_of_an_attack_and_of_its_victims_add_up)
{
    check_notice(SETS(ONE_CALL, TAKES("4 min"), "dispatch.pre_alert=all", "attacks.light.warned=1",
                      "attacks.light.averted=0", "attacks.light.lead=5 min"),
                 1);
}

TEST(whoever_has_stood_to_too_long_needs_the_whole_notice_again)
{
    check_notice(SETS(ONE_CALL, TAKES("25 min"), "dispatch.pre_alert=all", "dispatch.stand_to=20 min"), 10);
    check_notice(SETS(ONE_CALL, TAKES("25 min"), "dispatch.pre_alert=all", "dispatch.stand_to=0 min"), 10);
}

TEST(the_team_aboard_is_warned_with_the_crew)
{
    check_notice(SETS(ONE_CALL, TAKES("20 min"), "dispatch.pre_alert=first", "assets.helicopter.team=always",
                      "teams.flight={home: camp, joins: 25 min}"),
                 5);
}

static double stood_min(const char *const sets[SETS_MAX])
{
    struct stage s = played(sets);
    double days = busy_mean(s.tally, resource_called(s.tally, "alerted", "helicopter")) * 2;
    stage_free(&s);
    return days * 24 * 60;
}

TEST(as_many_stand_to_as_those_hit_need_or_all)
{
#define THREE_HIT "attacks.light.casualties=3", "assets.helicopter.count=4", TAKES("20 min")
    CHECK_NEAR(stood_min(SETS(ONE_CALL, THREE_HIT, "dispatch.pre_alert=first")), 2 * 20, 1e-6);
    /* Two go after 20 minutes, two stand down after 60. */
    CHECK_NEAR(stood_min(SETS(ONE_CALL, THREE_HIT, "dispatch.pre_alert=all")), 2 * 20 + 2 * 60, 1e-6);
    /* Fitted out with a third litter, one is enough. */
    CHECK_NEAR(stood_min(SETS(ONE_CALL, THREE_HIT, "dispatch.pre_alert=first",
                              "layouts.three={litters: 3, seats: 0}", "assets.helicopter.layouts=[three]")),
               20, 1e-6);
}

TEST(a_crew_warned_in_vain_has_worked_and_may_have_to_rest)
{
    struct stage s = played(SETS(ONE_CALL, TAKES("2 h"), "dispatch.pre_alert=all",
                                 "assets.helicopter.work=1 h", "assets.helicopter.rest=8 h"));
    int64_t ms[WAITS];
    trial_waits(s.trial, 0, ms);
    CHECK_NEAR(minutes(ms[WAIT_CREW_RESTS]), 60 + 8 * 60 - 2 * 60,
               0); /* from 09:00 to 17:00, asked for at 10:00 */
    stage_free(&s);
}

TEST(a_transfer_is_a_first_word_too)
{
    struct stage s = stage_of("tests/theory/pathway.yaml", SETS("dispatch.pre_alert=all"));
    stage_play(&s, 1, 0);
    const struct sortie *over = trial_sortie(s.trial, 1);
    CHECK(over->transfer);
    CHECK_NEAR(minutes(over->launched - over->assigned), 5, 0);
    stage_free(&s);
}

TEST(a_pre_alert_is_never_later_for_one_casualty_alone)
{
#define AT_RANDOM "assets.helicopter.notice_day=\"lognormal(median 30 min, sigma 0.8)\""
    struct stage a = stage_of(calls, SETS(ONE_CALL, AT_RANDOM)),
                 b = stage_of(calls, SETS(ONE_CALL, AT_RANDOM, "dispatch.pre_alert=all"));
    int sooner = 0;
    for (int i = 0; i < test_share(200); i++) {
        stage_play(&a, 5, (uint64_t)i);
        stage_play(&b, 5, (uint64_t)i);
        int64_t plain = trial_casualty(a.trial, 0)->at[M_FACILITY],
                told = trial_casualty(b.trial, 0)->at[M_FACILITY];
        CHECK(told <= plain);
        sooner += told < plain;
    }
    CHECK(sooner > 0);
    stage_free(&a);
    stage_free(&b);
}
