/* test_errands.c -- aircraft that have other tasks too: when they are away, and how they are called back. */
#include "test.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/name.h"
#include "base/unit.h"
#include "evidence.h"
#include "world/errand.h"

/* --- the calendar ---------------------------------------------------------------------- */

enum { MINUTES_LOOKED_AT = 40 * 24 * 60 };

static struct asset shared_by(double tasks, const char *takes, int64_t from_ms, int64_t to_ms,
                              struct arena *a)
{
    struct asset x = {.id = "mi8", .count = 1, .shared = {.tasks = tasks, .hours = {from_ms, to_ms}}};
    assert_null(dist_read(takes, TIME, a, &x.shared.takes));
    return x;
}

/* Marks the minutes at which it is away; returns how many. */
static int mark_away(const struct asset *a, uint64_t unit, uint64_t trial, bool away[MINUTES_LOOKED_AT])
{
    struct luck l = {1, trial};
    struct errand e = {.from_ms = -1};
    int minutes = 0;
    memset(away, 0, MINUTES_LOOKED_AT * sizeof *away);
    while (errand_after(a, &l, unit, e.from_ms, MINUTES(MINUTES_LOOKED_AT), &e))
        for (int64_t m = e.from_ms / MINUTES(1); m < e.to_ms / MINUTES(1) && m < MINUTES_LOOKED_AT; m++)
            away[m] = true;
    for (int m = 0; m < MINUTES_LOOKED_AT; m++)
        minutes += away[m];
    return minutes;
}

static void check_only_adds(const struct asset *few, const struct asset *many)
{
    static bool before[MINUTES_LOOKED_AT], after[MINUTES_LOOKED_AT];
    for (uint64_t trial = 0; trial < 5; trial++) {
        uint64_t name = name_child(name_of("asset", "mi8"), trial);
        int less = mark_away(few, name, trial, before), more = mark_away(many, name, trial, after);
        CHECK(less > 0 && less < more);
        for (int m = 0; m < MINUTES_LOOKED_AT; m++)
            CHECK(!before[m] || after[m]);
    }
}

TEST(more_tasks_or_longer_ones_only_add_to_the_time_an_aircraft_is_away)
{
    struct arena *a = arena_new();
    static const char usual[] = "lognormal(median 2 h, sigma 0.5)",
                      longer[] = "lognormal(median 3 h, sigma 0.5)";
    struct asset few = shared_by(1, usual, HOURS(6), HOURS(15), a),
                 many = shared_by(1.5, usual, HOURS(6), HOURS(15), a),
                 longer_ones = shared_by(1, longer, HOURS(6), HOURS(15), a);
    check_only_adds(&few, &many);
    check_only_adds(&few, &longer_ones);
    arena_free(a);
}

TEST(tasks_begin_within_their_hours_past_midnight_too_and_as_often_as_they_should)
{
    struct arena *a = arena_new();
    struct asset night = shared_by(1.5, "1 h", HOURS(22), HOURS(4), a);
    struct errand e = {.from_ms = -1}, before = e;
    int n = 0, days = 4000;
    while (errand_after(&night, &(struct luck){2, 7}, 99, e.from_ms, DAYS(days), &e)) {
        int64_t clock = e.from_ms % DAYS(1);
        CHECK(clock >= HOURS(22) || clock < HOURS(4));
        CHECK(e.from_ms > before.from_ms);
        CHECK_INT(e.to_ms - e.from_ms, HOURS(1));
        before = e;
        n++;
    }
    CHECK_NEAR((double)n / days, 1.5, 4 * sqrt(1.5 / days));
    arena_free(a);
}

/* --- who is away is sent when it is back ------------------------------------------------- */

/* One helicopter; a light call at 08:00, a grave one at 08:20. With 24 tasks that all begin within a minute of an hour
 * it has surely one. */
static const char calls[] = "tests/theory/divert.yaml";

#define SETS(...) ((const char *[SETS_MAX]){__VA_ARGS__})
#define AWAY(hours, takes, more)                                                                             \
    "assets.helicopter.shared={tasks: 24 /d, hours: \"" hours "\", takes: " takes more "}"
enum { LIGHT, GRAVE };

static struct stage played(const char *const sets[SETS_MAX])
{
    return stage_played(calls, sets);
}

static double minutes_of(const struct stage *s, int casualty, enum wait w)
{
    int64_t ms[WAITS];
    trial_waits(s->trial, casualty, ms);
    return (double)ms[w] / (double)MINUTES(1);
}

TEST(whoever_waits_for_an_aircraft_on_another_task_has_it_when_it_is_back)
{
    struct stage s = played(SETS(AWAY("06:00-06:01", "5 h", "")));
    CHECK_NEAR(minutes_of(&s, GRAVE, WAIT_ELSEWHERE), 160.5, 0.5);
    CHECK_NEAR(minutes_of(&s, GRAVE, WAIT_ASSET_BUSY), 0, 0);
    stage_free(&s);
}

TEST(an_aircraft_called_back_is_home_as_soon_as_it_has_been_approved_and_flown)
{
    struct stage s =
        played(SETS(AWAY("06:00-06:01", "5 h", ", recall: T1, approval: 10 min, farthest: 30 min")));
    CHECK_NEAR(minutes_of(&s, LIGHT, WAIT_RETASKING), 0, 0); /* not for T3 */
    CHECK_NEAR(minutes_of(&s, GRAVE, WAIT_RETASKING), 10, 0);
    CHECK_NEAR(minutes_of(&s, GRAVE, WAIT_ELSEWHERE), 30, 0);
    CHECK_NEAR(minutes_of(&s, GRAVE, WAIT_NOTICE), 10, 0);
    stage_free(&s);
}

TEST(the_way_home_is_no_longer_than_it_has_been_out)
{
    struct stage s =
        played(SETS(AWAY("06:00-06:01", "5 h", ", recall: T4, approval: 10 min, farthest: 3 h")));
    CHECK_NEAR(minutes_of(&s, LIGHT, WAIT_RETASKING), 10, 0);
    CHECK_NEAR(minutes_of(&s, GRAVE, WAIT_ELSEWHERE), 120,
               1); /* asked for at 08:00, allowed at 08:10, out since 06:00 */
    stage_free(&s);
}

TEST(nobody_asks_for_an_aircraft_that_comes_home_as_soon_by_itself)
{
    struct stage s =
        played(SETS(AWAY("06:00-06:01", "150 min", ", recall: T1, approval: 2 min, farthest: 3 h")));
    CHECK_NEAR(minutes_of(&s, GRAVE, WAIT_RETASKING), 0, 0);
    CHECK_NEAR(minutes_of(&s, GRAVE, WAIT_ELSEWHERE), 10.5, 0.5);
    stage_free(&s);
}

/* Both are fetched as if there were no other task. */
static void check_task_not_flown(const char *const with[SETS_MAX], const char *const without[SETS_MAX])
{
    struct stage a = played(with), b = played(without);
    for (int i = LIGHT; i <= GRAVE; i++) {
        CHECK(trial_casualty(a.trial, i)->at[M_ASSIGNED] >= 0);
        CHECK_INT(trial_casualty(a.trial, i)->at[M_ASSIGNED], trial_casualty(b.trial, i)->at[M_ASSIGNED]);
    }
    stage_free(&a);
    stage_free(&b);
}

TEST(the_task_of_an_aircraft_that_is_out_for_the_wounded_falls_to_others)
{
    check_task_not_flown(SETS(AWAY("08:30-08:31", "10 h", "")), SETS(NULL));
}

TEST(no_aircraft_leaves_on_another_task_while_somebody_waits_for_it)
{
#define DAWN "map.daylight=12:00-18:00", "assets.helicopter.night=false"
    check_task_not_flown(SETS(DAWN, AWAY("10:00-10:01", "10 h", "")), SETS(DAWN));
}

/* --- whose tasks they are ------------------------------------------------------------------ */

static const char alone[] = "tests/theory/shared.yaml";

/* What the story tells of the first of them; new memory. */
static char *told_of_the_first(const char *const sets[SETS_MAX])
{
    struct stage s = stage_of(alone, sets);
    char *story = NULL, *kept = NULL;
    size_t length = 0;
    FILE *to = open_memstream(&story, &length), *keep = open_memstream(&kept, &length);
    trial_tell_story(s.trial, (struct luck){3, 5}, to);
    fclose(to);
    for (const char *line = strtok(story, "\n"); line; line = strtok(NULL, "\n"))
        if (strstr(line, "helicopter 1 ") && !strstr(line, "second_helicopter"))
            fprintf(keep, "%s\n", line);
    fclose(keep);
    free(story);
    stage_free(&s);
    return kept;
}

TEST(the_tasks_of_an_aircraft_are_the_same_whatever_others_there_are_and_whatever_is_planned)
{
#define CALM "attacks.call.rate=0 /h"
    char *plain = told_of_the_first(SETS(CALM));
    char *three = told_of_the_first(SETS(CALM, "assets.helicopter.count=3"));
    char *slow = told_of_the_first(SETS(CALM, "alert.delay=3 h", "assets.helicopter.notice_day=1 h",
                                        "assets.second_helicopter={kind: helicopter, home: scene}"));
    CHECK(strlen(plain) > 5000);
    CHECK_TEXT(three, plain);
    CHECK_TEXT(slow, plain);
    free(plain);
    free(three);
    free(slow);
}

/* --- how many wait, and how long ------------------------------------------------------------ */

static void measure_waits(const struct found *f, double figures[FIGURES])
{
    figures[0] = busy_mean(f->tally, resource_called(f->tally, "elsewhere", "helicopter"));
    figures[1] = share_after(f->tally, 0, FACILITY, 0);
    figures[2] = wait_hours(f->tally, 0, FACILITY, WAIT_ELSEWHERE);
}

TEST(an_aircraft_is_away_as_often_as_a_queue_without_end_is_busy)
{
    static const struct {
        const char *says, *setting;
        double load, wait_h; /* tasks under way; below 0: the mean wait is not known */
    } cases[] = {
        {"4 a day of 3 h", "assets.helicopter.shared.takes=3 h", .5, 6 * (1.6487212707 - 1.5)},
        {"8 a day of 3 h", "assets.helicopter.shared.tasks=8 /d", 1, 3 * (2.7182818285 - 2)},
        {"4 a day, exponential of 3 h", "assets.helicopter.shared.takes=exponential(mean 3 h)", .5, -1},
    };
    static const char *const names[] = {"share of the time away", "P(wait)", "mean wait, h"};
    for (int i = 0; i < 3; i++) {
        struct study_plan p = {.file = alone,
                               .sets = {cases[i].setting},
                               .measure = measure_waits,
                               .batches = evidence_batches(600, 24),
                               .trials = 4};
        struct estimate found[FIGURES];
        study_play(&p, found);
        double away = 1 - exp(-cases[i].load), expected[] = {away, away, cases[i].wait_h};
        for (int n = 0; n < 3 && expected[n] >= 0; n++) {
            char which[80];
            snprintf(which, sizeof which, "%s: %s", cases[i].says, names[n]);
            evidence_check(&(struct claim){"Shared aircraft", which, expected[n], expected[n] / 50},
                           found[n]);
        }
    }
}
