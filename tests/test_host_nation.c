/* test_host_nation.c -- what the state whose air it is takes, refuses and forbids: by the clock, and under other plans. */
#include "test.h"

#include "base/unit.h"
#include "evidence.h"
#include "study.h"

static const char clockwork[] = "tests/theory/host-nation.yaml", mission[] = "tests/shown-permit.yaml";

/* --- by the clock ---------------------------------------------------------------------- */

static struct stage played(const char *const sets[SETS_MAX], double minutes[WAITS])
{
    return stage_waits(clockwork, sets, minutes);
}

enum { ON_SCENE_MIN = 10 + 20 + 15 + 60 }; /* heard, decided, made ready, flown */

#define APPROVE "host_nation.air={rule: approve, day: 25 min, night: 40 min, leg: scene}"
#define NOTIFY  "host_nation.air={rule: notify, day: 25 min, night: 40 min, leg: scene}"

TEST(clearance_adds_what_it_takes_and_not_a_minute_more)
{
    double min[WAITS];
    struct stage s = played((const char *[SETS_MAX]){NULL}, min);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_ON_SCENE), ON_SCENE_MIN, 1e-9);
    stage_free(&s);
    s = played((const char *[SETS_MAX]){APPROVE}, min);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_ON_SCENE), ON_SCENE_MIN + 40, 1e-9);
    CHECK_NEAR(min[WAIT_CLEARANCE], 40, 1e-9);
    CHECK_NEAR(min[WAIT_TRANSFER_CLEARANCE], 0, 0);
    stage_free(&s);
    s = played((const char *[SETS_MAX]){APPROVE, "attacks.by_night.at=day 3 09:00"}, min);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_ON_SCENE), ON_SCENE_MIN + 25, 1e-9);
    stage_free(&s);
    s = played(
        (const char *[SETS_MAX]){APPROVE, "host_nation.air.leg=transfer", "attacks.by_night.sites=[camp]"},
        min);
    CHECK_NEAR(min[WAIT_CLEARANCE], 0, 0);
    CHECK_NEAR(min[WAIT_TRANSFER_CLEARANCE], 40, 1e-9);
    stage_free(&s);
}

TEST(to_be_told_the_host_takes_as_long_and_refuses_nothing)
{
    double min[WAITS];
    struct stage s = played((const char *[SETS_MAX]){NOTIFY, "host_nation.air.refused=0.99"}, min);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_ON_SCENE), ON_SCENE_MIN + 40, 1e-9);
    stage_free(&s);
}

TEST(by_road_one_goes_at_once_unless_leave_to_fly_is_worth_waiting_for)
{
    double min[WAITS];
    struct stage s = played((const char *[SETS_MAX]){APPROVE, "assets.ambulance.count=1"}, min);
    CHECK_INT(trial_casualty(s.trial, 0)->means, 1);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_ON_SCENE), ON_SCENE_MIN, 1e-9);
    stage_free(&s);
    /* An ambulance that takes an hour longer to leave is not sent: leave is due in 40 minutes. */
    s = played(
        (const char *[SETS_MAX]){APPROVE, "assets.ambulance.count=1", "assets.ambulance.notice_night=75 min"},
        min);
    CHECK_INT(trial_casualty(s.trial, 0)->means, 0);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_ON_SCENE), ON_SCENE_MIN + 40, 1e-9);
    CHECK_NEAR(min[WAIT_CLEARANCE], 40, 1e-9);
    stage_free(&s);
    s = played((const char *[SETS_MAX]){APPROVE, "assets.ambulance.count=1", "host_nation.air.means=any"},
               min);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_ON_SCENE), ON_SCENE_MIN + 40, 1e-9);
    stage_free(&s);
}

TEST(refused_for_good_the_way_by_air_stays_shut)
{
    double min[WAITS];
    const char *never =
        "host_nation.air={rule: approve, refused: 1, ask_again: 0 h, day: 25 min, night: 40 min}";
    struct stage s = played((const char *[SETS_MAX]){never}, min);
    CHECK_INT(trial_casualty(s.trial, 0)->means, NEVER_MOVED);
    CHECK_NEAR(min[WAIT_CLEARANCE], 40, 1e-9);
    CHECK_NEAR(min[WAIT_BANNED], 20 * 24 * 60 - 10 - 20 - 40, 1e-6);
    stage_free(&s);
    /* Both are refused or free: by road it is as if there were no aircraft. */
    s = played(
        (const char *[SETS_MAX]){never, "assets.ambulance.count=1", "host_nation.air.casevac_exempt=none"},
        min);
    CHECK_INT(trial_casualty(s.trial, 0)->means, 1);
    stage_free(&s);
}

TEST(by_night_banned_it_flies_to_be_there_at_first_light)
{
    double min[WAITS];
    struct stage s = played((const char *[SETS_MAX]){"host_nation.air={rule: night_ban}"}, min);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_ON_SCENE), 8 * 60 + 15 + 60,
               1e-9); /* home is dark too: it leaves at 06:00 */
    CHECK_NEAR(min[WAIT_NIGHT_BAN], 8 * 60 - 30, 1e-9);
    CHECK_NEAR(min[WAIT_DARK], 0, 0);
    stage_free(&s);
}

TEST(a_ban_holds_in_its_sectors_alone_at_home_and_where_they_lie)
{
    static const struct {
        const char *sectors;
        bool flies;
    } rows[] = {{"host_nation.air={rule: ban, sectors: [north]}", false},
                {"host_nation.air={rule: ban, sectors: [south]}", false},
                {"host_nation.air={rule: ban, sectors: [rear]}", true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double min[WAITS];
        struct stage s = played((const char *[SETS_MAX]){rows[i].sectors}, min);
        CHECK_INT(trial_casualty(s.trial, 0)->means >= 0, rows[i].flies);
        CHECK(rows[i].flies || min[WAIT_BANNED] > 0);
        stage_free(&s);
    }
}

/* --- the share refused ------------------------------------------------------------------- */

static void measure_refused(const struct found *f, double figures[FIGURES])
{
    figures[0] = 1 - share_after(f->tally, 0, FACILITY, MINUTES(10 + 20 + 40 + 15 + 60 + 5 + 60));
    figures[1] = wait_hours(f->tally, 0, FACILITY, WAIT_CLEARANCE);
}

/* Asked again 80 min after each refusal, answered in 40: 40 + 120 p / (1 - p) minutes in the mean. */
TEST(the_host_refuses_as_often_as_is_said_each_time_it_is_asked)
{
    struct study_plan p = {.file = clockwork,
                           .sets = {APPROVE, "host_nation.air.refused=0.4",
                                    "host_nation.air.ask_again=80 min", "host_nation.air.day=40 min"},
                           .measure = measure_refused,
                           .batches = evidence_batches(1000, 10),
                           .trials = 200};
    struct estimate found[FIGURES];
    study_play(&p, found);
    evidence_check(&(struct claim){"host nation", "refused 0.4: P(cleared the first time)", 0.6, 0.01},
                   found[0]);
    evidence_check(&(struct claim){"host nation", "refused 0.4, asked again after 80 min: mean wait, h",
                                   (40 + 120 * 0.4 / 0.6) / 60, 0.03},
                   found[1]);
}

/* --- what must stay the same ----------------------------------------------------------------- */

enum { TRIALS = 8 };

struct pair {
    struct stage a, b;
};

static struct pair pair_of(const char *const a[SETS_MAX], const char *const b[SETS_MAX])
{
    return (struct pair){stage_of(mission, a), stage_of(mission, b)};
}

/* Each casualty of both lives to the same milliseconds. */
static void check_same_lives(struct pair *p)
{
    int people = 0;
    for (uint64_t n = 0; n < TRIALS; n++) {
        stage_play(&p->a, 3, n);
        stage_play(&p->b, 3, n);
        CHECK_INT(trial_casualties(p->a.trial), trial_casualties(p->b.trial));
        for (int i = 0; i < trial_casualties(p->a.trial); i++, people++)
            CHECK(!memcmp(trial_casualty(p->a.trial, i)->at, trial_casualty(p->b.trial, i)->at,
                          sizeof trial_casualty(p->a.trial, i)->at));
    }
    CHECK(people > 20);
    stage_free(&p->a);
    stage_free(&p->b);
}

TEST(a_night_ban_over_all_is_as_if_no_aircraft_could_fly_by_night)
{
    struct pair p = pair_of((const char *[SETS_MAX]){"host_nation.leave={rule: night_ban}"},
                            (const char *[SETS_MAX]){"host_nation.leave=~", "assets.helicopter.night=false"});
    check_same_lives(&p);
}

TEST(a_ban_over_all_is_as_if_there_were_no_aircraft)
{
    struct pair p =
        pair_of((const char *[SETS_MAX]){"host_nation.leave={rule: ban}", "consent.*=~"},
                (const char *[SETS_MAX]){"host_nation.leave=~", "assets.helicopter.count=0", "consent.*=~"});
    check_same_lives(&p);
}

TEST(whoever_is_exempt_lives_as_if_there_were_no_rule)
{
    static const char *const rules[] = {"host_nation.leave={rule: ban, casevac_exempt: all}",
                                        "host_nation.leave={rule: night_ban, casevac_exempt: all}",
                                        "host_nation.leave={rule: approve, casevac_exempt: all}",
                                        "host_nation.leave={rule: none}"};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        struct pair p =
            pair_of((const char *[SETS_MAX]){rules[i]}, (const char *[SETS_MAX]){"host_nation.leave=~"});
        check_same_lives(&p);
    }
}

/* Everybody alone, with an aircraft for each: a higher chance of refusal only adds refusals. */
TEST(nobody_is_fetched_sooner_where_more_is_refused)
{
    struct pair p =
        pair_of((const char *[SETS_MAX]){"host_nation.leave.refused=0.2", "assets.helicopter.count=400",
                                         "assets.ambulance.count=0", "consent.*=~"},
                (const char *[SETS_MAX]){"host_nation.leave.refused=0.6", "assets.helicopter.count=400",
                                         "assets.ambulance.count=0", "consent.*=~"});
    int later = 0;
    for (uint64_t n = 0; n < TRIALS; n++) {
        stage_play(&p.a, 3, n);
        stage_play(&p.b, 3, n);
        for (int i = 0; i < trial_casualties(p.a.trial) && i < trial_casualties(p.b.trial); i++) {
            if (!trial_casualty(p.a.trial, i)->counted) /* of the others the trial need not see the end */
                continue;
            int64_t few = trial_casualty(p.a.trial, i)->at[M_DECIDED],
                    many = trial_casualty(p.b.trial, i)->at[M_DECIDED];
            CHECK(many < 0 || (few >= 0 && few <= many));
            later += many > few;
        }
    }
    CHECK(later > 0);
    stage_free(&p.a);
    stage_free(&p.b);
}

/* The host's own share of the wait, of those fetched: the same whoever decides for the mission. */
TEST(the_host_answers_alike_under_every_plan)
{
    struct pair p = pair_of(
        (const char *[SETS_MAX]){"consent.*=~", "decision.scene=none", "assets.ambulance.count=0",
                                 "host_nation.leave.night=15 min", "host_nation.leave.day=15 min"},
        (const char *[SETS_MAX]){"consent.*=~", "decision.scene=regulating", "assets.ambulance.count=0",
                                 "host_nation.leave.night=15 min", "host_nation.leave.day=15 min"});
    int people = 0;
    for (uint64_t n = 0; n < TRIALS; n++) {
        stage_play(&p.a, 3, n);
        stage_play(&p.b, 3, n);
        for (int i = 0; i < trial_casualties(p.a.trial) && i < trial_casualties(p.b.trial); i++) {
            if (!trial_casualty(p.a.trial, i)->counted) /* of the others the trial need not see the end */
                continue;
            const struct casualty *c = trial_casualty(p.a.trial, i), *d = trial_casualty(p.b.trial, i);
            if (c->at[M_DECIDED] < 0 || d->at[M_DECIDED] < 0)
                continue;
            CHECK_INT(d->at[M_DECIDED] - c->at[M_DECIDED], MINUTES(30)); /* that the mission takes longer */
            people++;
        }
    }
    CHECK(people > 20);
    stage_free(&p.a);
    stage_free(&p.b);
}
