/* test_evac_plans.c -- what plans may change and what they may not, person by person; and trials by themselves. */
#include "test.h"

#include <stdlib.h>

#include "base/unit.h"
#include "experiment/experiment.h"
#include "scenario/read.h"
#include "study.h"

static const char sector[] = "tests/theory/sector.yaml";

#define SETS(...) ((const char *[SETS_MAX]){__VA_ARGS__})

enum { TRIALS = 150 };

/* Calls `check` for trial after trial of a scenario under two plans; returns how often it said yes. */
static int compare(const char *const base[SETS_MAX], const char *const plan[SETS_MAX],
                   int (*check)(const struct trial *, const struct trial *))
{
    struct stage a = stage_of(sector, base), b = stage_of(sector, plan);
    int found = 0;
    for (uint64_t n = 0; n < (uint64_t)test_share(TRIALS); n++) {
        stage_play(&a, 1, n);
        stage_play(&b, 1, n);
        found += check(a.trial, b.trial);
    }
    CHECK_INT(a.tally->defects, 0);
    CHECK_INT(b.tally->defects, 0);
    stage_free(&a);
    stage_free(&b);
    return found;
}

/* --- the same attacks, the same wounded ----------------------------------------------- */

static void check_same_incident(const struct incident *a, const struct incident *b)
{
    CHECK(a->name == b->name && a->kind == b->kind && a->mechanism == b->mechanism && a->patrol == b->patrol);
    CHECK(a->at_ms == b->at_ms && a->safe_ms == b->safe_ms && a->dark == b->dark);
    CHECK(a->casualties == b->casualties && a->first == b->first);
    CHECK(a->place.site == b->place.site && a->place.along_m == b->place.along_m);
}

static void check_same_wound(const struct casualty *a, const struct casualty *b)
{
    CHECK(a->name == b->name && a->at[M_WOUNDED] == b->at[M_WOUNDED]);
    CHECK(a->wound.class == b->wound.class && a->wound.tolerance == b->wound.tolerance);
    CHECK(a->wound.operation == b->wound.operation && a->wound.walks == b->wound.walks);
    CHECK(a->wound.seen == b->wound.seen && a->needs == b->needs);
}

static int same_world(const struct trial *a, const struct trial *b)
{
    CHECK_INT(trial_incidents(a), trial_incidents(b));
    CHECK_INT(trial_casualties(a), trial_casualties(b));
    for (int i = 0; i < trial_incidents(a); i++)
        check_same_incident(trial_incident(a, i), trial_incident(b, i));
    for (int i = 0; i < trial_casualties(a); i++)
        check_same_wound(trial_casualty(a, i), trial_casualty(b, i));
    return trial_casualties(a);
}

TEST(a_plan_with_more_helicopters_meets_the_same_attacks_and_wounds)
{
    CHECK(compare(SETS("assets.helicopter.count=1"), SETS("assets.helicopter.count=4"), same_world) > 0);
    CHECK(compare(SETS("assets.helicopter.count=1"),
                  SETS("assets.helicopter.count=1",
                       "assets.second={kind: helicopter, home: post, notice_day: 10 min}"),
                  same_world) > 0);
}

TEST(a_plan_with_shorter_delays_meets_the_same_attacks_and_wounds)
{
    CHECK(compare(SETS(NULL), SETS("alert.delay=2 min", "decision.scene=none"), same_world) > 0);
    CHECK(compare(SETS(NULL), SETS("facilities.aid_post.tables=2", "facilities.hospital.beds=3"),
                  same_world) > 0);
}

/* --- earlier is never worse -------------------------------------------------------------- */

static bool lives(const struct casualty *c)
{
    return c->outcome == SURVIVED || c->outcome == STILL_IN_CARE;
}

/* The first plan is the later one. Who lives under it lives under the earlier; returns how many the earlier saves. */
static int saved(const struct trial *late, const struct trial *early)
{
    int n = 0;
    for (int i = 0; i < trial_casualties(late); i++) {
        const struct casualty *a = trial_casualty(late, i), *b = trial_casualty(early, i);
        if (!a->counted)
            continue;
        CHECK(lives(b) || !lives(a));
        CHECK_INT(a->unavoidable && !lives(a), b->unavoidable && !lives(b));
        n += lives(b) && !lives(a);
    }
    return n;
}

TEST(nobody_who_lives_with_every_care_later_dies_with_every_care_earlier)
{
    CHECK(compare(SETS("alert.delay=90 min", "care.first_aid=9 min", "care.medic=30 min"), SETS(NULL),
                  saved) >= test_share(10));
    CHECK(compare(SETS("authorities.headquarters.day=4 h", "authorities.headquarters.night=8 h"), SETS(NULL),
                  saved) >= test_share(10));
    CHECK(compare(SETS("assets.helicopter.notice_day=3 h", "assets.helicopter.notice_night=6 h"),
                  SETS("assets.helicopter.speed=260 km/h", "facilities.hospital.resuscitation=10 min"),
                  saved) >= test_share(10));
    /* Few are saved by it: in a short run nobody may be. */
    CHECK(compare(SETS("assets.helicopter.care=none"), SETS("assets.helicopter.care=dcr"), saved) >=
          test_share(10) / 10);
}

/* --- conservation --------------------------------------------------------------------------- */

TEST(those_hit_are_those_accounted_for)
{
    struct stage s = stage_of(sector, SETS("assets.helicopter.count=2", "facilities.hospital.tables=1"));
    int64_t casualties = 0;
    for (uint64_t n = 0; n < 60; n++) {
        stage_play(&s, 1, n);
        for (int i = 0; i < trial_casualties(s.trial); i++)
            casualties += trial_casualty(s.trial, i)->counted;
    }
    int64_t outcomes = 0;
    for (int o = 0; o < OUTCOMES; o++)
        outcomes += tally_outcome(s.tally, 0, o)->y;
    int64_t deaths = tally_outcome(s.tally, 0, KILLED_OUTRIGHT)->y +
                     tally_outcome(s.tally, 0, DIED_OF_WOUNDS)->y +
                     tally_outcome(s.tally, 0, DIED_BEFORE_FACILITY)->y;
    CHECK_INT(outcomes, casualties);
    CHECK_INT(s.tally->per_trial[CASUALTIES].y, casualties);
    CHECK_INT(s.tally->per_trial[DEATHS].y, deaths);
    CHECK_INT(tally_outcome(s.tally, 0, UNAVOIDABLE)->y + tally_outcome(s.tally, 0, DELAY_ATTRIBUTABLE)->y,
              deaths);
    CHECK(deaths > 0 && casualties > deaths);
    stage_free(&s);
}

/* For every milestone: the waits of all who needed it add up to their times, where all reached it. */
TEST(waits_add_up_to_the_time_to_care)
{
    struct stage s =
        stage_of("tests/theory/queue-tables.yaml", SETS("attacks.call.rate=0.8/h", "run.horizon=90 d"));
    stage_play(&s, 1, 0);
    int64_t sum = 0;
    for (int w = 0; w < WAITS; w++)
        sum += tally_wait_ms(s.tally, 0, SURGERY, (enum wait)w);
    CHECK_INT(tally_time(s.tally, 0, SURGERY)->n, tally_needed(s.tally, 0, SURGERY)->n);
    CHECK_INT(sum, tally_time(s.tally, 0, SURGERY)->y);
    CHECK(sum > 0);
    stage_free(&s);
}

/* --- one trial by itself ---------------------------------------------------------------------- */

static void check_same_record(const struct trial *a, const struct trial *b)
{
    CHECK_INT(trial_casualties(a), trial_casualties(b));
    CHECK_INT(trial_sorties(a), trial_sorties(b));
    CHECK_INT(trial_events(a), trial_events(b));
    for (int i = 0; i < trial_casualties(a); i++) {
        const struct casualty *c = trial_casualty(a, i), *d = trial_casualty(b, i);
        check_same_wound(c, d);
        for (int m = 0; m < MOMENTS; m++)
            CHECK_INT(c->at[m], d->at[m]);
        CHECK(c->outcome == d->outcome && c->means == d->means && c->sortie == d->sortie &&
              c->legs == d->legs);
    }
    for (int i = 0; i < trial_sorties(a); i++) {
        const struct sortie *s = trial_sortie(a, i), *o = trial_sortie(b, i);
        CHECK(s->asset == o->asset && s->unit == o->unit && s->casualties == o->casualties);
        CHECK(s->assigned == o->assigned && s->launched == o->launched && s->on_scene == o->on_scene);
        CHECK(s->loaded == o->loaded && s->arrived == o->arrived && s->unloaded == o->unloaded &&
              s->home == o->home);
    }
}

TEST(a_trial_alone_is_the_same_as_in_a_long_run)
{
    struct stage run = stage_of(sector, SETS("assets.helicopter.count=2", "run.cool_down=9 d"));
    for (uint64_t n = 0; n < 30; n++) {
        stage_play(&run, 1, n);
        struct stage alone = stage_of(sector, SETS("assets.helicopter.count=2", "run.cool_down=9 d"));
        stage_play(&alone, 1, n);
        check_same_record(run.trial, alone.trial);
        stage_free(&alone);
    }
    stage_free(&run);
}

TEST(a_unit_is_on_one_journey_at_a_time)
{
    struct stage s = stage_of(sector, SETS("assets.helicopter.count=3"));
    for (uint64_t n = 0; n < 60; n++) {
        int64_t home[3] = {0, 0, 0};
        stage_play(&s, 1, n);
        for (int i = 0; i < trial_sorties(s.trial); i++) {
            const struct sortie *o = trial_sortie(s.trial, i);
            CHECK(home[o->unit] >= 0 && o->assigned >= home[o->unit]);
            home[o->unit] = o->launched < 0 ? o->assigned : o->home;
        }
    }
    stage_free(&s);
}

/* The sum over workers is that of one worker, and of trials played by hand. */
TEST(a_run_on_two_cores_adds_up_to_its_trials)
{
    struct scenario *sc = scenario_of(sector, SETS("run.horizon=7 d"));
    struct study study = {.scenario = sc, .seed = 1, .trials = 200, .jobs = 2};
    struct results *r = experiment_run(&study);
    struct stage s = stage_of(sector, SETS("run.horizon=7 d"));
    for (uint64_t n = 0; n < 200; n++)
        stage_play(&s, 1, n);
    CHECK_INT(r->tally->trials, 200);
    CHECK_INT(r->tally->events, s.tally->events);
    for (int m = 0; m < MILESTONES; m++) {
        CHECK_INT(tally_needed(r->tally, 0, (enum milestone)m)->n,
                  tally_needed(s.tally, 0, (enum milestone)m)->n);
        CHECK_INT(tally_time(r->tally, 0, (enum milestone)m)->y,
                  tally_time(s.tally, 0, (enum milestone)m)->y);
    }
    stage_free(&s);
    results_free(r);
    scenario_free(sc);
}
