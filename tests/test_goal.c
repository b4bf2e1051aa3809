/* test_goal.c -- goals, held against what is known. */
#include "test.h"

#include "../sim/report/goal.h"
#include "evac/figure.h"
#include "study.h"

static const struct goal half_in_surgery = {"half", GOAL_SURGERY, 0, 0.5, 0, "", 0};
static const struct goal few_deaths = {"few", GOAL_DEATHS, 0, 0, 2, "", 0};

static struct verdict verdict_on(const struct goal *g, double low, double value, double high)
{
    return goal_verdict_of(g, (struct interval){value, low, high});
}

TEST(a_share_meets_its_goal_from_the_bound_upwards)
{
    CHECK_INT(verdict_on(&half_in_surgery, 0.4, 0.5, 0.6).state, GOAL_MET);
    CHECK_INT(verdict_on(&half_in_surgery, 0.4, 0.49, 0.6).state, GOAL_MISSED);
}

TEST(a_total_meets_its_goal_up_to_the_bound)
{
    CHECK_INT(verdict_on(&few_deaths, 1, 2, 3).state, GOAL_MET);
    CHECK_INT(verdict_on(&few_deaths, 1, 2.01, 3).state, GOAL_MISSED);
}

TEST(a_verdict_is_sure_when_the_whole_interval_agrees)
{
    CHECK(!verdict_on(&half_in_surgery, 0.4, 0.55, 0.6).sure);
    CHECK(verdict_on(&half_in_surgery, 0.5, 0.55, 0.6).sure);
    CHECK(verdict_on(&half_in_surgery, 0.3, 0.4, 0.49).sure);
    CHECK(!verdict_on(&half_in_surgery, 0.3, 0.4, 0.5).sure);
    CHECK(verdict_on(&few_deaths, 2.1, 2.5, 3).sure);
    CHECK(!verdict_on(&few_deaths, 1, 1.5, 2.5).sure);
}

/* Each figure, summed over trials, is what the tally holds of it. */
TEST(headline_figures_add_up_to_the_tally)
{
    struct stage s =
        stage_of("tests/shown.yaml", (const char *[SETS_MAX]){"assets.helicopter.cost_hour=100"});
    struct ratio sum[HEADLINES] = {{0}};
    for (int trial = 0; trial < 60; trial++) {
        stage_play(&s, 5, (uint64_t)trial);
        for (int i = 0; i < HEADLINES; i++) {
            int64_t y, n;
            figure_count(&headlines[i], s.trial, NULL, &y, &n);
            ratio_add(&sum[i], y, n);
        }
    }
    for (int i = 0; i < HEADLINES; i++) {
        const struct figure *f = &headlines[i];
        struct curve c = tally_curve(s.tally, 0, f->milestone);
        struct ratio due = f->kind == IN_TIME ? curve_ratio(&c, milestones[f->milestone].target_ms)
                                              : s.tally->per_trial[f->total];
        CHECK_INT(sum[i].y, due.y);
        CHECK_INT(sum[i].n, due.n);
        CHECK(sum[i].y > 0);
    }
    stage_free(&s);
}

/* Flights from moving off to home, tables while somebody is on them, and so much for every day. */
TEST(a_trial_costs_its_days_its_flights_and_its_operations)
{
    const char *const sets[SETS_MAX] = {"assets.helicopter.cost_hour=3600000",
                                        "facilities.hospital.cost_day=1000"};
    struct stage s = stage_of("scenarios/first.yaml", sets);
    int flights = 0;
    for (int trial = 0; trial < 40; trial++) {
        stage_play(&s, 5, (uint64_t)trial);
        int64_t from_ms = s.frame->window.from_ms, to_ms = s.frame->window.to_ms,
                due = 1000 * (to_ms - from_ms) / DAYS(1);
        for (int i = 0; i < trial_sorties(s.trial); i++) {
            const struct sortie *x = trial_sortie(s.trial, i);
            if (x->asset != 0 || x->launched < 0)
                continue;
            int64_t home = x->home >= 0 && x->home < to_ms ? x->home : to_ms;
            due += home > x->launched ? home - x->launched : 0;
            flights++;
        }
        CHECK_INT(trial_totals(s.trial)[COST], due);
    }
    CHECK(flights > 20);
    stage_free(&s);
}
