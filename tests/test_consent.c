/* test_consent.c -- messages that do not get through, and those who must agree: by the clock and by the formulas. */
#include "test.h"

#include <stdio.h>

#include "base/unit.h"
#include "evidence.h"
#include "written.h"

static const char clockwork[] = "tests/theory/consent.yaml", desks[] = "tests/theory/desks.yaml";

/* --- by the clock -------------------------------------------------------------------- */

enum { ATTACKED_MS = 2 * 86400000 + (22 * 60 + 15) * 60000 };

static struct stage played(const char *const sets[SETS_MAX], double minutes[WAITS])
{
    return stage_waits(clockwork, sets, minutes);
}

#define OUTAGE "outages.radio={sectors: [north], hours: 20:00-04:00, retry: 40 min}"

TEST(a_message_is_tried_again_until_the_outage_is_over)
{
    double min[WAITS];
    /* Sent at 22:25, and every 40 minutes after that: the first at 04:00 or later is that of 04:25. */
    struct stage s = played((const char *[SETS_MAX]){OUTAGE}, min);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_ALERTED), 370, 1e-9);
    CHECK_NEAR(min[WAIT_MESSAGE], 10, 1e-9);
    CHECK_NEAR(min[WAIT_OUTAGE], 360, 1e-9);
    stage_free(&s);
}

TEST(a_relay_brings_the_message_through_sooner_and_never_later)
{
    double min[WAITS];
    struct stage s = played((const char *[SETS_MAX]){OUTAGE, "outages.radio.relay=95 min"}, min);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_ALERTED), 105, 1e-9);
    stage_free(&s);
    s = played((const char *[SETS_MAX]){OUTAGE, "outages.radio.relay=12 h"}, min);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_ALERTED), 370, 1e-9);
    stage_free(&s);
}

TEST(an_outage_of_another_sector_delays_nobody)
{
    double min[WAITS];
    struct stage s = played((const char *[SETS_MAX]){OUTAGE, "outages.radio.sectors=[south]"}, min);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_ALERTED), 10, 1e-9);
    stage_free(&s);
}

TEST(a_wrong_place_costs_the_search_on_the_scene)
{
    double min[WAITS];
    struct stage s = played((const char *[SETS_MAX]){"alert.wrong_place=1", "alert.search=25 min"}, min);
    CHECK_NEAR(min[WAIT_SEARCH], 25, 1e-9);
    CHECK_NEAR(min[WAIT_LOADING], 5, 1e-9);
    stage_free(&s);
}

TEST(by_night_the_air_waits_for_headquarters_to_open)
{
    double min[WAITS];
    /* Heard at 22:25, agreed in the sector at 22:55, taken up at 06:00, by daylight. */
    struct stage s = played((const char *[SETS_MAX]){NULL}, min);
    CHECK_NEAR(min[WAIT_CELL_CLOSED], 425, 1e-9);
    CHECK_NEAR(min[WAIT_DECISION], 30 + 40, 1e-9);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_DECIDED), 10 + 30 + 425 + 40, 1e-9);
    stage_free(&s);
}

TEST(what_the_sector_may_decide_goes_at_once_by_road)
{
    double min[WAITS];
    struct stage s = played((const char *[SETS_MAX]){"assets.ambulance.count=1"}, min);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_DECIDED), 40, 1e-9);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_ON_SCENE), 40 + 15 + 60, 1e-9);
    CHECK_INT(trial_casualty(s.trial, 0)->means, 1);
    stage_free(&s);
}

TEST(a_rule_holds_for_its_categories_and_its_light_alone)
{
    double min[WAITS];
    struct stage s = played((const char *[SETS_MAX]){"consent.air_by_night.from=T2"}, min);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_DECIDED), 40, 1e-9);
    stage_free(&s);
    s = played((const char *[SETS_MAX]){"consent.air_by_night.light=day"}, min);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_DECIDED), 40, 1e-9);
    stage_free(&s);
    s = played((const char *[SETS_MAX]){"consent.air_by_night.ask=[]"}, min);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_DECIDED), 10, 1e-9);
    stage_free(&s);
}

/* --- a mass casualty -------------------------------------------------------------------- */

/* Twelve are hit by day beside a post without a table, and each needs a transfer: one desk deals with one after
 * the other, so that together they wait 0 + 1 + ... + 11 times its 25 minutes. */
TEST(one_desk_that_regulates_saturates_in_a_mass_casualty)
{
    static const char *const sets[SETS_MAX] = {
        "attacks.by_night.at=day 3 09:00", "attacks.by_night.casualties=12", "attacks.by_night.sites=[camp]",
        "alert.delay=0 min", "care.carry=10 min"};
    struct stage s = stage_of(clockwork, sets);
    stage_play(&s, 1, 0);
    double busy = 0, decision = 0;
    for (int i = 0; i < 12; i++) {
        int64_t ms[WAITS];
        trial_waits(s.trial, i, ms);
        busy += (double)ms[WAIT_TRANSFER_CELL_BUSY] / (double)MINUTES(25);
        decision += (double)ms[WAIT_TRANSFER_DECISION] / (double)MINUTES(25);
    }
    CHECK_INT(trial_casualties(s.trial), 12);
    CHECK_NEAR(busy, 66, 1e-9);
    CHECK_NEAR(decision, 12, 1e-9);
    int cell = resource_called(s.tally, "desks", "headquarters");
    CHECK_NEAR(busy_mean(s.tally, cell) * 10 * 24 * 60, 12 * 25, 1e-6);
    stage_free(&s);
}

TEST(a_question_about_many_takes_longer_by_so_much_for_each)
{
    double min[WAITS];
    struct stage s =
        played((const char *[SETS_MAX]){"attacks.by_night.at=day 3 09:00", "attacks.by_night.casualties=9",
                                        "authorities.sector.each=5 min"},
               min);
    CHECK_NEAR(stage_minutes_to(&s, 0, M_DECIDED), 10 + 20 + 8 * 5, 1e-9);
    stage_free(&s);
}

/* --- lost messages ----------------------------------------------------------------------- */

static void measure_lost(const struct found *f, double figures[FIGURES])
{
    figures[0] = 1 - share_after(f->tally, 0, ALERTED, MINUTES(10));
    figures[1] = wait_hours(f->tally, 0, ALERTED, WAIT_LOST);
}

TEST(messages_are_lost_as_often_as_is_said_each_time_they_are_sent)
{
    struct study_plan p = {.file = "tests/theory/consent-chain.yaml",
                           .sets = {"alert.lost=0.4", "alert.noticed=30 min"},
                           .measure = measure_lost,
                           .batches = evidence_batches(40, 10),
                           .trials = 2};
    struct estimate found[FIGURES];
    study_play(&p, found);
    evidence_check(&(struct claim){"lost messages", "lost 0.4: P(heard the first time)", 0.6, 0.01},
                   found[0]);
    evidence_check(&(struct claim){"lost messages", "lost 0.4, noticed after 30 min: mean wait, h",
                                   0.5 * 0.4 / 0.6, 0.005},
                   found[1]);
}

/* --- the formulas ------------------------------------------------------------------------- */

static void measure_desks(const struct found *f, double figures[FIGURES])
{
    const struct tally *t = f->tally;
    int cell = resource_called(t, "desks", "cell");
    figures[0] = busy_mean(t, cell) / t->frame->resource[cell].capacity;
    figures[1] = wait_hours(t, 0, FACILITY, WAIT_CELL_BUSY);
    figures[2] = mean_hours(t, 0, FACILITY);
}

TEST(desks_as_servers_give_erlangs_c_formula)
{
    static const struct {
        const char *row, *rate, *desks;
        double util, wait, in_system;
        int batches;
    } rows[] = {
        {"c 1, lam 0.5", "attacks.call.rate=0.5/h", "cells.cell.desks=1", 0.5, 1.0, 2.0, 1600},
        {"c 3, lam 2", "attacks.call.rate=2/h", "cells.cell.desks=3", 0.666667, 0.444444, 1.444444, 1300},
    };
    static const char *const names[] = {"utilisation", "mean wait", "mean time in system"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct study_plan p = {.file = desks,
                               .sets = {rows[i].rate, rows[i].desks},
                               .measure = measure_desks,
                               .batches = evidence_batches(rows[i].batches, 16),
                               .trials = 1};
        struct estimate found[FIGURES];
        study_play(&p, found);
        double expected[] = {rows[i].util, rows[i].wait, rows[i].in_system};
        for (int k = 0; k < 3; k++) {
            char which[80];
            snprintf(which, sizeof which, "%s: %s", rows[i].row, names[k]);
            evidence_check(&(struct claim){"A1 M/M/c, desks", which, expected[k], expected[k] / 100},
                           found[k]);
        }
    }
}

static void measure_two(const struct found *f, double figures[FIGURES])
{
    for (int k = 0; k < 2; k++)
        figures[k] = wait_hours(f->tally, f->tally->frame->first_category + k, FACILITY, WAIT_CELL_BUSY);
}

TEST(desks_with_priorities_give_cobhams_waits)
{
    struct study_plan p = {
        .file = desks,
        .sets = {"attacks.call.rate=0.25/h", "attacks.lesser.rate=0.25/h", "cells.cell.queue=priority"},
        .measure = measure_two,
        .batches = evidence_batches(1600, 16),
        .trials = 1};
    struct estimate found[FIGURES];
    study_play(&p, found);
    evidence_check(&(struct claim){"A4 priorities, desks", "T1: mean wait, h", 0.5 / 0.75, 0.012}, found[0]);
    evidence_check(&(struct claim){"A4 priorities, desks", "T2: mean wait, h", 0.5 / 0.75 / 0.5, 0.025},
                   found[1]);
}

static void measure_chain(const struct found *f, double figures[FIGURES])
{
    const struct tally *t = f->tally;
    figures[0] = 1 - share_after(t, 0, FACILITY, MINUTES(30));
    figures[1] = 1 - share_after(t, 0, FACILITY, MINUTES(60));
    figures[2] = 1 - share_after(t, 0, FACILITY, MINUTES(120));
    figures[3] = mean_hours(t, 0, FACILITY) * 60;
}

TEST(three_who_must_agree_take_as_long_as_a_hypoexponential_chain)
{
    static const char *const names[] = {"P(agreed <= 30 min)", "P(agreed <= 60 min)", "P(agreed <= 120 min)",
                                        "mean, min"};
    static const double expected[] = {.466718, .851368, .991854, 37}, tolerance[] = {.003, .003, .003, .15};
    struct study_plan p = {.file = "tests/theory/consent-chain.yaml",
                           .measure = measure_chain,
                           .batches = evidence_batches(300, 16),
                           .trials = 2};
    struct estimate found[FIGURES];
    study_play(&p, found);
    for (int i = 0; i < 4; i++)
        evidence_check(&(struct claim){"A7 chain of consent, means 5, 12 and 20 min", names[i], expected[i],
                                       tolerance[i]},
                       found[i]);
}
