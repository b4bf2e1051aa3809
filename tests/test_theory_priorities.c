/* test_theory_priorities.c -- Cobham's formulas for priorities, through the whole model. */
#include "test.h"

#include <stdio.h>

#include "base/unit.h"
#include "evidence.h"

/* Non-preemptive waits by class, and of all when the classes do not matter; time in the system when a graver
 * case interrupts a lesser one. */
static const struct queue_case {
    const char *row, *rate, *mix, *vehicles, *tables;
    int classes;
    double wait_h[3], fifo_h, preempted_h[3];
    int batches, for_a_test;
} cases[] = {
    {"M/M/1, lam 0.3 and 0.4",
     "attacks.call.rate=0.7/h",
     "mechanisms.any.classes={first: 0.428571428571429, second: 0.571428571428571}",
     "assets.server.count=1",
     "facilities.hospital.tables=1",
     2,
     {1.0, 3.333333},
     2.333333,
     {1.428571, 4.761905},
     2000,
     24},
    {"M/M/3, lam 0.5, 0.75 and 0.75",
     "attacks.call.rate=2/h",
     "mechanisms.any.classes={first: 0.25, second: 0.375, third: 0.375}",
     "assets.server.count=3",
     "facilities.hospital.tables=3",
     3,
     {0.177778, 0.304762, 0.761905},
     0.444444,
     {1.006061, 1.144029, 2.037116},
     1300,
     24},
};
enum { CASES = sizeof cases / sizeof *cases };

/* 1 %; for the lowest class 2 %. */
static void check_waits(const char *claim, const struct queue_case *q, const struct estimate *found)
{
    for (int c = 0; c < q->classes; c++) {
        char which[80];
        snprintf(which, sizeof which, "%s: mean wait of T%d", q->row, c + 1);
        evidence_check(
            &(struct claim){claim, which, q->wait_h[c], q->wait_h[c] / (c + 1 < q->classes ? 100 : 50)},
            found[c]);
    }
}

/* --- vehicles: from the tally's own waits ------------------------------------------- */

static void measure_by_category(const struct found *f, double figures[FIGURES])
{
    for (int c = 0; c < 3; c++) {
        int group = f->tally->frame->first_category + c;
        if (tally_needed(f->tally, group, FACILITY)->n)
            figures[c] = wait_hours(f->tally, group, FACILITY, WAIT_ASSET_BUSY);
    }
}

static void measure_all(const struct found *f, double figures[FIGURES])
{
    figures[0] = wait_hours(f->tally, 0, FACILITY, WAIT_ASSET_BUSY);
}

TEST(vehicles_with_priorities_give_cobhams_waits)
{
    for (int i = 0; i < CASES; i++) {
        const struct queue_case *q = &cases[i];
        struct study_plan p = {.file = "tests/theory/priority-vehicles.yaml",
                               .sets = {q->rate, q->mix, q->vehicles},
                               .measure = measure_by_category,
                               .batches = evidence_batches(q->batches, q->for_a_test),
                               .trials = 1};
        struct estimate found[FIGURES];
        study_play(&p, found);
        check_waits("A5 priorities, vehicles", q, found);
    }
}

TEST(vehicles_in_order_of_coming_wait_alike)
{
    for (int i = 0; i < CASES; i++) {
        const struct queue_case *q = &cases[i];
        struct study_plan p = {.file = "tests/theory/priority-vehicles.yaml",
                               .sets = {q->rate, q->mix, q->vehicles, "dispatch.queue=fifo"},
                               .measure = measure_all,
                               .batches = evidence_batches(q->batches, q->for_a_test),
                               .trials = 1};
        struct estimate found[FIGURES];
        study_play(&p, found);
        char which[80];
        snprintf(which, sizeof which, "%s, first come first served: mean wait", q->row);
        evidence_check(&(struct claim){"A5 priorities, vehicles", which, q->fifo_h, q->fifo_h / 100},
                       found[0]);
    }
}

/* --- tables: from every casualty's own times ------------------------------------------- */

static void watch_surgery(const struct trial *t, double sums[SUMS])
{
    for (int i = 0; i < trial_casualties(t); i++) {
        const struct casualty *c = trial_casualty(t, i);
        if (!c->counted)
            continue;
        sums[2 * c->wound.seen] += (double)(c->at[M_SURGERY] - c->at[M_WOUNDED]) / (double)HOURS(1);
        sums[2 * c->wound.seen + 1]++;
    }
}

static void measure_surgery(const struct found *f, double figures[FIGURES])
{
    for (int c = 0; c < 3; c++)
        figures[c] = f->sums[2 * c + 1] > 0 ? f->sums[2 * c] / f->sums[2 * c + 1] : 0;
}

TEST(tables_with_priorities_give_cobhams_waits)
{
    for (int i = 0; i < CASES; i++) {
        const struct queue_case *q = &cases[i];
        struct study_plan p = {.file = "tests/theory/priority-tables.yaml",
                               .sets = {q->rate, q->mix, q->tables},
                               .watch = watch_surgery,
                               .measure = measure_surgery,
                               .batches = evidence_batches(q->batches, q->for_a_test),
                               .trials = 1};
        struct estimate found[FIGURES];
        study_play(&p, found);
        check_waits("A5 priorities, tables", q, found);
    }
}

/* --- preemption: from wounding until the operation is over ------------------------------- */

static void watch_stay(const struct trial *t, double sums[SUMS])
{
    for (int i = 0; i < trial_casualties(t); i++) {
        const struct casualty *c = trial_casualty(t, i);
        if (!c->counted)
            continue;
        sums[2 * c->wound.seen] += (double)(c->at[M_SURGERY_DONE] - c->at[M_WOUNDED]) / (double)HOURS(1);
        sums[2 * c->wound.seen + 1]++;
    }
}

TEST(tables_that_break_off_for_a_graver_case_give_the_times_of_preemptive_resume)
{
    for (int i = 0; i < CASES; i++) {
        const struct queue_case *q = &cases[i];
        struct study_plan p = {.file = "tests/theory/priority-tables.yaml",
                               .sets = {q->rate, q->mix, q->tables, "facilities.hospital.queue=preempt"},
                               .watch = watch_stay,
                               .measure = measure_surgery,
                               .batches = evidence_batches(q->batches, q->for_a_test),
                               .trials = 1};
        struct estimate found[FIGURES];
        study_play(&p, found);
        for (int c = 0; c < q->classes; c++) {
            char which[80];
            snprintf(which, sizeof which, "%s: mean time in system of T%d", q->row, c + 1);
            evidence_check(&(struct claim){"A5 preemptive resume, tables", which, q->preempted_h[c],
                                           q->preempted_h[c] / (c + 1 < q->classes ? 100 : 50)},
                           found[c]);
        }
    }
}
