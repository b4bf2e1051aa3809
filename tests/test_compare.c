/* test_compare.c -- what is said of plans is what their figures say. */
#include "test.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include "../sim/report/compare_charts.h"
#include "../sim/report/compare_reading.h"
#include "../sim/report/compare_tables.h"
#include "../sim/report/gp_text.h"
#include "base/die.h"
#include "base/unit.h"
#include "report/compare.h"
#include "sample_results.h"
#include "scenario/read.h"
#include "study.h"

enum { PLANS_MOST = 4 };

/* first.yaml as it is, and each of `plans` ("key=value;key=value") laid over it. */
struct fair {
    struct arm *arm; /* the comparison points to them */
    int arms;
    struct comparison *c;
};

static struct scenario *scenario_with(const char *plan)
{
    char text[256], *rest;
    const char *sets[SETS_MAX] = {NULL};
    int n = 0;
    snprintf(text, sizeof text, "%s", plan ? plan : "");
    for (char *set = strtok_r(text, ";", &rest); set; set = strtok_r(NULL, ";", &rest))
        sets[n++] = set;
    return scenario_of("scenarios/first.yaml", sets);
}

static struct fair fair_of(const char *const *plans, const char *const *names, const char *by, int64_t trials)
{
    struct fair f = {.arm = must_alloc(PLANS_MOST + 1, sizeof *f.arm), .arms = 1};
    f.arm[0] = (struct arm){"as it is", scenario_with(NULL)};
    for (; plans[f.arms - 1]; f.arms++)
        f.arm[f.arms] = (struct arm){names[f.arms - 1], scenario_with(plans[f.arms - 1])};
    struct comparison_plan plan = {
        .arm = f.arm, .arms = f.arms, .seed = 7, .trials = trials, .by = by, .jobs = 2};
    f.c = comparison_run(&plan);
    return f;
}

static void fair_free(struct fair *f)
{
    comparison_free(f->c);
    for (int i = 0; i < f->arms; i++)
        scenario_free((struct scenario *)f->arm[i].scenario);
    free(f->arm);
}

static struct scenario *planned_mission(const char *plan)
{
    char file[80];
    const char *const plans[] = {file};
    struct layers l = {.file = "scenarios/mali-2021.yaml", .plans = plans, .plan_count = 1};
    struct diag *d = diag_new();
    snprintf(file, sizeof file, "scenarios/plans/%s.yaml", plan);
    struct scenario *s = scenario_read(&l, d);
    diag_print(d, stderr, 5);
    diag_free(d);
    CHECK(s != NULL);
    return s;
}

static const char *const good_plans[] = {"authorities.delegated.day=0 min;assets.helicopter.notice_day=5 min",
                                         "authorities.delegated.day=0 min;assets.helicopter.notice_day=5 min;"
                                         "assets.helicopter.turnaround=31 min",
                                         "authorities.delegated.day=2 h", NULL};
static const char *const good_names[] = {"quick", "quick_too", "slow"};

/* --- sentences ------------------------------------------------------------------------ */

TEST(the_answer_names_the_best_plan_its_gain_and_those_not_clearly_different)
{
    struct fair f = fair_of(good_plans, good_names, "2_arrival", 600);
    char answer[COMPARE_SIZE], expected[COMPARE_SIZE], gain[SAY_SIZE];
    int best = best_arm(f.c);
    struct interval d = comparison_difference(f.c, best, 0, f.c->by, level_with_baseline(f.c));
    CHECK(best == 1 || best == 2);
    CHECK(d.low > 0);
    comparison_says(f.c, answer);
    snprintf(gain, sizeof gain, "%.0f points (%.0f to %.0f) more", 100 * d.value, 100 * d.low, 100 * d.high);
    snprintf(expected, sizeof expected,
             "%s: %s at a surgical facility within 2 h than the scenario as it is; %s is not clearly "
             "different from it.",
             best == 1 ? "quick" : "quick too", gain, best == 1 ? "quick too" : "quick");
    CHECK_TEXT(answer, expected);
    fair_free(&f);
}

TEST(no_clear_difference_is_said_where_there_is_none)
{
    static const char *const plans[] = {"assets.helicopter.turnaround=31 min", NULL}, *const names[] = {
                                                                                          "same"};
    struct fair f = fair_of(plans, names, "2_surgery", 200);
    char answer[COMPARE_SIZE];
    comparison_says(f.c, answer);
    CHECK_TEXT(answer,
               "No clear difference between the plan and the scenario as it is (in surgery within 2 h).");
    fair_free(&f);
}

TEST(a_plan_that_is_clearly_worse_is_called_so)
{
    static const char *const plans[] = {"authorities.delegated.day=3 h;authorities.delegated.night=3 h",
                                        NULL},
                             *const names[] = {"slow"};
    struct fair f = fair_of(plans, names, "2_arrival", 400);
    char answer[COMPARE_SIZE];
    comparison_says(f.c, answer);
    CHECK_TEXT(answer,
               "The plan is clearly worse than the scenario as it is (at a surgical facility within 2 h).");
    fair_free(&f);
}

TEST(fewer_deaths_are_better_and_said_as_less)
{
    static const char *const plans[] =
        {"care.first_aid=0 min;care.medic=1 min;assets.helicopter.notice_day=0 "
         "min;authorities.delegated.day=0 min;alert.delay=0 min;assets.helicopter.care=dcr",
         NULL},
                             *const names[] = {"at_once"};
    struct fair f = fair_of(plans, names, "delay_deaths", 800);
    char answer[COMPARE_SIZE];
    struct interval d = comparison_difference(f.c, 1, 0, f.c->by, level_with_baseline(f.c));
    CHECK(d.high < 0);
    CHECK(clearly_better(&f.c->measure[f.c->by], d) > 0);
    comparison_says(f.c, answer);
    CHECK(strstr(answer, "at once: 0.") == answer &&
          strstr(answer, " less in delay-attributable deaths a trial than"));
    fair_free(&f);
}

/* --- reasons, costs ------------------------------------------------------------------------ */

TEST(the_phases_of_a_difference_add_up_to_the_whole)
{
    struct fair f = fair_of(good_plans, good_names, "2_surgery", 300);
    for (int a = 1; a < f.arms; a++)
        for (int k = 0; k < CLOCKS; k++) {
            double phases = 0, causes = 0, whole = total_difference(f.c, a, (enum reasons_clock)k).value;
            for (int p = 0; p < PHASES; p++)
                phases += phase_difference(f.c, a, (enum reasons_clock)k, (enum phase)p).value;
            for (int w = 0; w < WAITS; w++)
                causes += reason_difference(f.c, a, (enum reasons_clock)k, (enum wait)w).value;
            CHECK(fabs(whole) > 1000);
            CHECK_NEAR(phases, whole, 1e-6 * fabs(whole));
            CHECK_NEAR(causes, whole, 1e-6 * fabs(whole));
        }
    fair_free(&f);
}

TEST(whoever_costs_more_and_does_no_better_is_dominated)
{
    static const char *const plans[] = {"assets.helicopter.cost_day=100",
                                        "assets.helicopter.cost_day=100;assets.helicopter.notice_day=5 min",
                                        "assets.helicopter.cost_day=50;authorities.delegated.day=2 h", NULL},
                             *const names[] = {"dear", "dear_and_quick", "cheap_and_slow"};
    struct fair f = fair_of(plans, names, "2_arrival", 600);
    CHECK_INT(dominated_by(f.c, 0, false), -1);
    CHECK_INT(dominated_by(f.c, 1, false), 0);
    CHECK_INT(dominated_by(f.c, 1, true), -1); /* who does no better may yet, in trials not played */
    CHECK_INT(dominated_by(f.c, 2, false), -1);
    CHECK_INT(dominated_by(f.c, 3, true), 0);
    fair_free(&f);
}

/* The shipped plans, on the shipped mission: figures of the shares that differ at all. */
TEST(sharing_luck_makes_the_variance_of_a_difference_three_times_smaller_or_more)
{
    static const char *const plans[] = {"forward-surgical-team", "third-helicopter", "night-crews",
                                        "central-launch"};
    static const char *const figures[] = {"2_arrival", "2_surgery", "delay_deaths"};
    struct arm arm[PLANS_MOST + 1] = {{"as it is", scenario_of("scenarios/mali-2021.yaml", NULL)}};
    for (int i = 0; i < PLANS_MOST; i++)
        arm[i + 1] = (struct arm){plans[i], planned_mission(plans[i])};
    struct comparison_plan plan = {
        .arm = arm, .arms = PLANS_MOST + 1, .seed = 1, .trials = 2000, .by = "2_surgery", .jobs = 2};
    struct comparison *c = comparison_run(&plan);
    for (int a = 1; a < plan.arms; a++)
        for (int i = 0; i < 3; i++) {
            int figure = c->measure[measure_called(c, figures[i])].figure;
            double gain = paired_gain(panel_pair(c->panel, 0, a, figure, EVERYBODY));
            print_message("    %s, %s: variance %.1f times smaller\n", plans[a - 1], figures[i], gain);
            CHECK(isnan(gain) || gain > 3);
        }
    comparison_free(c);
    for (int i = 0; i <= PLANS_MOST; i++)
        scenario_free((struct scenario *)arm[i].scenario);
}

/* --- files -------------------------------------------------------------------------------------- */

TEST(a_comparison_is_precise_when_it_says_so)
{
    struct fair f = fair_of(good_plans, good_names, "2_surgery", 10);
    struct comparison_plan plan = f.c->plan;
    plan.trials = 100000;
    plan.precision = 0.05;
    struct comparison *c = comparison_run(&plan);
    CHECK(panel_done(c->panel) < 100000);
    for (int a = 1; a < f.arms; a++) {
        struct interval d =
            comparison_difference(c, a, 0, measure_called(c, "2_surgery"), level_with_baseline(c));
        CHECK(d.high - d.low <= 0.1);
    }
    comparison_free(c);
    fair_free(&f);
}

TEST(a_plan_is_selected_when_it_leads_by_more_than_does_not_matter)
{
    struct fair f = fair_of(good_plans, good_names, "2_arrival", 10);
    struct comparison_plan plan = f.c->plan;
    plan.trials = 100000;
    plan.delta = 0.02;
    struct comparison *c = comparison_run(&plan);
    CHECK(c->selected == 1 || c->selected == 2);
    CHECK(panel_done(c->panel) < 100000);
    CHECK(panel_trials(c->panel, 3) < 100000); /* the slow one has long been out */
    comparison_free(c);
    fair_free(&f);
}

static void check_label(const char *target, const char *chart, const char *should)
{
    char name[80], quoted[GP_TEXT_SIZE];
    snprintf(name, sizeof name, "charts/%s.gp", chart);
    char *script = place_read(target, name);
    gp_text(should, quoted);
    if (script && !strstr(script, quoted))
        print_error("%s: %.300s\n  should be %s\n", chart, strstr(script, "set label 1 "), should);
    CHECK(script && strstr(script, quoted));
    free(script);
}

TEST(charts_of_a_comparison_carry_its_answer_and_its_costs)
{
    static const char *const plans[] = {"assets.helicopter.cost_day=100",
                                        "authorities.delegated.day=0 min;assets.helicopter.cost_day=20",
                                        NULL},
                             *const names[] = {"dear", "quick"};
    struct fair f = fair_of(plans, names, "2_arrival", 400);
    char answer[COMPARE_SIZE], *argv[] = {"casevac"};
    const char *target = place_make();
    setenv("CASEVAC_GNUPLOT", "/bin/true", 1);
    struct report *p = report_open(target, true, 1, argv);
    CHECK_INT(report_close_comparison(p, f.c, true), EXIT_CHARTS);
    report_free(p);
    unsetenv("CASEVAC_GNUPLOT");
    comparison_says(f.c, answer);
    answer[strlen(answer) - 1] = 0;
    check_label(target, "differences", answer);
    check_label(target, "plans", answer);
    check_label(target, "frontier", "Not worth its cost: dear: another costs no more and does no worse");
    fair_free(&f);
}
