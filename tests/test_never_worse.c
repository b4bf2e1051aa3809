/* test_never_worse.c -- what helps delays nobody where servers are alike, and is not worse on average where they are not.
 */
#include "test.h"

#include <stdio.h>

#include "base/unit.h"
#include "study.h"
#include "telling.h"

/* --- never worse, person by person ------------------------------------------------------------ */

/* In the order of asking, with servers alike in one place, more of them or faster ones delay nobody. */
static void check_nobody_later(const char *const fewer[SETS_MAX], const char *const more[SETS_MAX])
{
    struct stage a = stage_of("tests/theory/queue-vehicles.yaml", fewer),
                 b = stage_of("tests/theory/queue-vehicles.yaml", more);
    int sooner = 0;
    for (uint64_t n = 0; n < 3; n++) {
        stage_play(&a, 4, n);
        stage_play(&b, 4, n);
        for (int i = 0; i < trial_casualties(a.trial); i++) {
            const struct casualty *c = trial_casualty(a.trial, i), *d = same_person(b.trial, c);
            int64_t before = c->at[M_FACILITY];
            if (!d || before < 0)
                continue;
            CHECK(d->at[M_FACILITY] >= 0 && d->at[M_FACILITY] <= before);
            sooner += d->at[M_FACILITY] < before;
        }
    }
    CHECK(sooner > 50);
    stage_free(&a);
    stage_free(&b);
}

#define SETS(...) ((const char *[SETS_MAX]){__VA_ARGS__})

TEST(one_more_server_makes_nobody_wait_longer_in_a_line_by_order)
{
    check_nobody_later(SETS("run.horizon=60 d", "attacks.call.rate=1.4 /h", "assets.server.count=2"),
                       SETS("run.horizon=60 d", "attacks.call.rate=1.4 /h", "assets.server.count=3"));
}

/* Journeys take no time here, so that no task is left to others. */
TEST(fewer_other_tasks_and_calling_back_from_them_make_nobody_wait_longer_in_a_line_by_order)
{
#define AT_ONCE     "run.horizon=60 d", "attacks.call.rate=0.8 /h", "assets.server.load=0 min"
#define TASKS(more) "assets.server.shared={tasks: " more ", hours: always}"
    check_nobody_later(SETS(AT_ONCE, TASKS("6 /d")), SETS(AT_ONCE, TASKS("3 /d")));
    check_nobody_later(SETS(AT_ONCE, TASKS("6 /d")), SETS(AT_ONCE, TASKS("6 /d, recall: T1")));
}

TEST(faster_service_makes_nobody_wait_longer_in_a_line_by_order)
{
    check_nobody_later(
        SETS("run.horizon=60 d", "attacks.call.rate=0.8 /h"),
        SETS("run.horizon=60 d", "attacks.call.rate=0.8 /h", "assets.server.load=exponential(mean 50 min)"));
}

/* One call, at noon of the tenth day or six hours later: whoever called before then is served no later, and those
 * before noon as they were. */
TEST(who_calls_later_keeps_nobody_waiting_who_called_before)
{
#define CALL(at)                                                                                             \
    SETS("run.horizon=30 d", "run.warm_up=0 d", "attacks.call.rate=0.8 /h",                                  \
         "attacks.extra={per: script, at: " at                                                               \
         ", sites: [scene], casualties: 1, mechanism: any, contact: 0 min}")
    struct stage a = stage_of("tests/theory/queue-vehicles.yaml", CALL("day 10 12:00")),
                 b = stage_of("tests/theory/queue-vehicles.yaml", CALL("day 10 18:00"));
    const int64_t noon_ms = DAYS(9) + HOURS(12), evening_ms = noon_ms + HOURS(6);
    int sooner = 0;
    for (uint64_t n = 0; n < 20; n++) {
        stage_play(&a, 4, n);
        stage_play(&b, 4, n);
        for (int i = 0; i < trial_casualties(b.trial); i++) {
            const struct casualty *c = trial_casualty(b.trial, i), *d = same_person(a.trial, c);
            if (!d || c->at[M_WOUNDED] >= evening_ms)
                continue;
            int64_t before = d->at[M_FACILITY], after = c->at[M_FACILITY];
            CHECK(c->at[M_WOUNDED] < noon_ms ? after == before : after <= before);
            sooner += after < before;
        }
    }
    CHECK(sooner > 5);
    stage_free(&a);
    stage_free(&b);
}

/* --- never worse, on average ---------------------------------------------------------------------- */

#define TWO_TABLES "facilities: {hospital: {tables: 2, teams: listed}}\n"
// clang-format off
static const struct {
    const char *says, *better;
    enum milestone milestone;
    const char *than; /* NULL: the plain telling */
} kind[] = {
    { "three more helicopters",     "assets: {mi8: {count: +3}}\n",                             SURGICAL_FACILITY, NULL },
    { "helicopters twice as fast",  "assets: {\"*[kind: helicopter]\": {speed: x2}}\n",         SURGICAL_FACILITY, NULL },
    { "half the notice",            "assets: {\"*\": {notice_day: x0.5, notice_night: x0.5}}\n", SURGICAL_FACILITY, NULL },
    { "a message heard at once",    "alert: {delay: 0 min}\n",                                  RESUSCITATION,     NULL },
    { "a decision at once",         "decision: {scene: none, transfer: none}\n",                SURGICAL_FACILITY, NULL },
    { "night flying",               "assets: {mi8: {night: true}}\n",                           SURGICAL_FACILITY, NULL },
    { "two tables more",            "facilities: {hospital: {tables: +2}}\n",                   SURGERY,           NULL },
    { "a surgeon in the fort",      "facilities: {post: {tables: 1, blood: true}}\n",           SURGICAL_FACILITY, NULL },
    { "less loading",               "assets: {\"*\": {load: x0.3, load_each: x0.3}}\n",         SURGICAL_FACILITY, NULL },
    { "no contact",                 "attacks: {\"*\": {contact: 0 min}}\n",                     SURGICAL_FACILITY, NULL },
    { "fewer attacks",              "attacks: {\"*\": {rate: x0.4}}\n",                         SURGERY,           NULL },
    { "clear weather",              NULL,                                                      SURGICAL_FACILITY, "weather: {dust: {months: jan-dec, sectors: [hills, river], chance: 0.7}}\n" },
    { "crews at all hours",         NULL,                                                      SURGICAL_FACILITY, "assets: {\"*[kind: helicopter]\": {hours: \"09:00-15:00\"}}\n" },
    { "a second surgical team",     TWO_TABLES "surgical_teams: {one: {facility: hospital}, two: {facility: hospital}}\n",
                                                                                               SURGERY,           TWO_TABLES "surgical_teams: {one: {facility: hospital}}\n" },
};
// clang-format on
enum { KIND = sizeof kind / sizeof *kind };

/* Where attacks are fewer: of those who are hit under both. */
static bool in_time(const struct casualty *c, enum milestone m)
{
    int64_t at_ms = c->at[moment_of[m]];
    return at_ms >= 0 && at_ms - c->at[M_WOUNDED] <= milestones[m].target_ms;
}

static struct interval gain(const char *than, const char *better, enum milestone m)
{
    struct telling plain = {0};
    struct stage a = stage_from(told(&plain, than)), b = stage_from(told(&plain, better));
    struct ratio both = {0}; /* more in time, trial by trial, per person who needs it */
    for (uint64_t n = 0; n < (uint64_t)(test_share(600) > 150 ? test_share(600) : 150); n++) {
        int64_t more = 0, needed = 0;
        stage_play(&a, 9, n);
        stage_play(&b, 9, n);
        for (int i = 0; i < trial_casualties(a.trial); i++) {
            const struct casualty *c = trial_casualty(a.trial, i), *d = same_person(b.trial, c);
            if (!d || !c->counted || !(c->needs >> m & 1))
                continue;
            needed++;
            more += in_time(d, m) - in_time(c, m);
        }
        ratio_add(&both, more, needed);
    }
    struct interval found = ratio_mean(&both, a.tally->trials, 0.9999);
    stage_free(&a);
    stage_free(&b);
    return found;
}

TEST(what_helps_is_never_worse_on_average)
{
    for (int i = 0; i < KIND; i++) {
        struct interval g = gain(kind[i].than, kind[i].better, kind[i].milestone);
        print_message("    %s: %+.1f points\n", kind[i].says, 100 * g.value);
        CHECK(g.high >= 0);
    }
}
