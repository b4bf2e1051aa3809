/* test_mishaps.c -- a trial that breaks costs that trial; one that goes on too long is thrown away. */
#include "test.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../sim/evac/mission.h"
#include "base/interrupt.h"
#include "experiment/experiment.h"
#include "experiment/panel.h"
#include "scenario/read.h"
#include "study.h"

static const char *const first = "scenarios/first.yaml";

static void wait_ms(long ms)
{
    nanosleep(&(struct timespec){.tv_nsec = ms * 1000000}, NULL);
}

/* A moment of the first trial that takes no time for ever. */
static const char *const looping[SETS_MAX] = {"assets.helicopter.fails_after=0.000001 s",
                                              "assets.helicopter.repair=0.000001 s"};

TEST(a_trial_that_breaks_says_where_and_adds_nothing)
{
    struct stage s = stage_of(first, looping);
    CHECK_INT(trial_run(s.trial, (struct luck){1, 0}, s.tally), BROKEN);
    CHECK(strstr(trial_trouble(s.trial), "AT_ONCE_MOST") != NULL);
    CHECK(strstr(trial_trouble(s.trial), "seed 1, trial 0, 0 ms after the start") != NULL);
    CHECK_INT(s.tally->trials, 0);
    for (int i = 0; i < s.frame->resources; i++)
        for (int level = 0; level < OCCUPANCY_LEVELS; level++)
            CHECK_INT(s.tally->busy[i].level_ms[level], 0);
    stage_free(&s);
}

/* The next trial of the same worker is that of a new one: nothing is left over. */
TEST(after_a_trial_that_was_thrown_away_the_next_is_as_ever)
{
    static const char *const busy[SETS_MAX] = {"attacks.*.rate=x200"};
    struct stage s = stage_of(first, busy), fresh = stage_of(first, busy);
    interrupts_noted();
    raise(SIGTERM);
    wait_ms(150);
    CHECK_INT(trial_run(s.trial, (struct luck){1, 0}, s.tally), THROWN_AWAY);
    interrupts_noted(); /* as if none had come */
    interrupts_forgotten();
    CHECK_INT(s.tally->trials, 0);
    CHECK_INT(trial_run(s.trial, (struct luck){1, 1}, s.tally), LIVED);
    CHECK_INT(trial_run(fresh.trial, (struct luck){1, 1}, fresh.tally), LIVED);
    CHECK_INT(s.tally->events, fresh.tally->events);
    CHECK_INT(trial_casualties(s.trial), trial_casualties(fresh.trial));
    for (int i = 0; i < s.frame->resources; i++)
        CHECK(!memcmp(s.tally->busy[i].level_ms, fresh.tally->busy[i].level_ms,
                      OCCUPANCY_LEVELS * sizeof *s.tally->busy[i].level_ms));
    stage_free(&s);
    stage_free(&fresh);
}

TEST(trials_that_break_are_left_out_counted_and_told_and_so_many_stop_the_run)
{
    struct scenario *s = scenario_of(first, looping);
    struct study study = {.scenario = s, .seed = 1, .trials = 2 * MISHAPS_MOST, .jobs = 1};
    struct results *r = experiment_run(&study);
    CHECK_INT(r->status, PARTIAL);
    CHECK_INT(r->mishaps.broken, MISHAPS_MOST);
    CHECK_INT(r->mishaps.unplayed, MISHAPS_MOST);
    CHECK(r->mishaps.defects);
    CHECK_INT(r->trials_done, 0);
    for (int i = 0; i < MISHAPS_TOLD; i++)
        CHECK_INT(r->mishaps.told[i].trial, i);
    results_free(r);
    scenario_free(s);
}

/* One trial of many: told, left out, and the others are what they would be without it. */
TEST(mishaps_merge_by_the_number_of_the_trial)
{
    struct mishaps a = {.broken = 2, .told = {{.trial = 3}, {.trial = 70}}};
    struct mishaps b = {.broken = 6,
                        .unplayed = 4,
                        .told = {{.trial = 1}, {.trial = 2}, {.trial = 40}, {.trial = 50}, {.trial = 60}}};
    static const int64_t due[] = {1, 2, 3, 40, 50};
    mishaps_merge(&a, &b);
    CHECK_INT(a.broken, 8);
    CHECK_INT(mishaps_left_out(&a), 12);
    for (int i = 0; i < MISHAPS_TOLD; i++)
        CHECK_INT(a.told[i].trial, due[i]);
}

TEST(a_full_agenda_ends_the_trial_and_not_the_program)
{
    struct stage s = stage_of(first, NULL);
    agenda_clear(s.trial->agenda);
    agenda_book(s.trial->agenda, INT64_C(1) << 41, NULL, 0, NULL);
    CHECK(strstr(agenda_full(s.trial->agenda), "34 years") != NULL);
    CHECK_INT(trial_run(s.trial, (struct luck){1, 0}, s.tally), LIVED);
    CHECK(agenda_full(s.trial->agenda) == NULL);
    stage_free(&s);
}
