/* test_models.c -- whether the order of plans rests on the model of survival is said, and rightly. */
#include "test.h"

#include <stdlib.h>
#include <string.h>
#include "../sim/report/compare_charts.h"
#include "../sim/report/gnuplot.h"
#include "../sim/report/gp_text.h"
#include "../sim/report/models_reading.h"
#include "base/die.h"
#include "experiment/models.h"
#include "report/compare.h"
#include "sample_results.h"
#include "scenario/read.h"
#include "study.h"

static const char villages[] = "tests/two-villages.yaml";
enum { ARMS = 3 };

/* The villages as they are and under two plans, all with `sets` besides. */
struct tried {
    struct arm arm[ARMS];
    struct comparison *c;
};

static struct scenario *with(const char *plan, const char *const *sets)
{
    const char *all[SETS_MAX] = {NULL};
    int n = 0;
    for (; sets && sets[n]; n++)
        all[n] = sets[n];
    all[n] = plan;
    return scenario_of(villages, all);
}

static struct tried *try(const char *first, const char *second, const char *const *sets,
                         const struct comparison_plan *how)
{
    struct tried *t = must_alloc(1, sizeof *t);
    t->arm[0] = (struct arm){"as it is", with(NULL, sets)};
    t->arm[1] = (struct arm){"first", with(first, sets)};
    t->arm[2] = (struct arm){"second", with(second, sets)};
    struct comparison_plan p = {.arm = t->arm,
                                .arms = ARMS,
                                .seed = 3,
                                .trials = 200,
                                .by = "delay_deaths",
                                .jobs = 2,
                                .models = true};
    p.delta = how ? how->delta : 0;
    p.trials = how ? how->trials : p.trials;
    t->c = comparison_run(&p);
    return t;
}

static void tried_free(struct tried *t)
{
    comparison_free(t->c);
    for (int i = 0; i < ARMS; i++)
        scenario_free((struct scenario *)t->arm[i].scenario);
    free(t);
}

static const char in_east[] = "facilities.hospital.site=east", in_west[] = "facilities.hospital.site=west";
#define ONLY_EAST "attacks.in_west.rate=0 /yr"

static enum order fate(const struct tried *t, int arm, int from)
{
    return order_of(t->c, arm, from, measure_called(t->c, "delay_deaths"));
}

/* --- what becomes of two plans ------------------------------------------------------------- */

TEST(plans_whose_order_the_model_reverses_are_called_so)
{
    struct tried *t = try(in_east, in_west, NULL, NULL);
    int deaths = measure_called(t->c, "delay_deaths");
    char said[MODELS_SIZE];
    CHECK_INT(fate(t, 1, 2), ORDER_REVERSED);
    CHECK_INT(fate(t, 2, 1), ORDER_REVERSED);
    CHECK(model_difference(t->c, INJURY_CLOCK, 1, 2, deaths).high < 0);
    CHECK(model_difference(t->c, SACCO_RPM, 1, 2, deaths).low > 0);
    models_say(t->c, said);
    CHECK(strstr(said, "The order of the plans by delay-attributable deaths depends on the survival model") ==
          said);
    CHECK(strstr(said, "first is ahead of second under the injury clock, with ") &&
          strstr(said, " less, and behind it under Sacco's score, with ") &&
          strstr(said, " more. Do not decide between them by this figure."));
    tried_free(t);
}

TEST(an_order_that_does_not_rest_on_the_model_is_called_the_same)
{
    static const char *const slow[] = {ONLY_EAST,
                                       "attacks.in_east.rate=72 /yr",
                                       "classes.east.rpm=8",
                                       "assets.ambulance.home=east",
                                       "assets.ambulance.notice_day=90 min",
                                       NULL};
    struct tried *t =
        try("assets.ambulance.notice_day=45 min", "assets.ambulance.notice_day=0 min", slow, NULL);
    char said[MODELS_SIZE], headline[SAY_SIZE];
    for (int from = 0; from < ARMS; from++)
        for (int arm = from + 1; arm < ARMS; arm++)
            CHECK_INT(fate(t, arm, from), ORDER_SAME);
    models_say(t->c, said);
    CHECK_TEXT(
        said,
        "The order of the plans by delay-attributable deaths is the same under all three survival models. "
        "By no share in time is the order of two plans reversed.");
    order_headline(t->c, measure_called(t->c, "delay_deaths"), headline);
    CHECK_TEXT(headline, "The order of the plans is the same under all three survival models");
    tried_free(t);
}

/* Slight wounds without a score: the score falls back on the clock, to the casualty, and the logistic knows no time. */
TEST(a_difference_that_another_model_does_not_show_is_lost_not_reversed)
{
    static const char *const slight[] = {ONLY_EAST, "classes.east.rpm=-1", "classes.east.triage=T3",
                                         "triage.T3.T3=1", NULL};
    struct tried *t = try(in_east, in_west, slight, NULL);
    int deaths = measure_called(t->c, "delay_deaths");
    char said[MODELS_SIZE];
    CHECK_INT(fate(t, 1, 2), ORDER_LOST);
    CHECK(model_difference(t->c, SACCO_RPM, 1, 2, deaths).value ==
          model_difference(t->c, INJURY_CLOCK, 1, 2, deaths).value);
    models_say(t->c, said);
    CHECK(strstr(said,
                 "No order of plans by delay-attributable deaths is reversed by the survival model, but") ==
          said);
    CHECK(strstr(said, "but not clearly under the logistic by category."));
    tried_free(t);
}

TEST(a_difference_that_only_another_model_shows_is_clear_elsewhere)
{
    static const char *const harmless[] = {ONLY_EAST, "classes.east.rpm=8", "classes.east.scale=0 min", NULL};
    struct tried *t = try(in_east, in_west, harmless, NULL);
    CHECK_INT(fate(t, 1, 2), ORDER_ELSEWHERE);
    tried_free(t);
}

TEST(plans_that_change_nothing_are_apart_under_no_model)
{
    struct tried *t = try("assets.ambulance.cost_day=1", "assets.ambulance.cost_day=2", NULL, NULL);
    char said[MODELS_SIZE];
    CHECK_INT(fate(t, 1, 2), ORDER_OPEN);
    models_say(t->c, said);
    CHECK(strstr(said,
                 "By delay-attributable deaths no two plans are clearly apart under any survival model.") ==
          said);
    tried_free(t);
}

/* --- what is played ---------------------------------------------------------------------------- */

static void check_alike(const struct tried *a, const struct tried *b)
{
    for (int i = 0; i < a->c->measures; i++)
        for (int m = 0; m < SURVIVALS && hangs_on_survival(&a->c->measure[i]); m++)
            for (int arm = 0; arm < ARMS; arm++) {
                struct interval x = model_difference(a->c, (enum survival)m, arm, (arm + 1) % ARMS, i),
                                y = model_difference(b->c, (enum survival)m, arm, (arm + 1) % ARMS, i);
                CHECK(x.value == y.value && x.low == y.low && x.high == y.high);
            }
}

TEST(whichever_model_the_scenario_sets_the_others_give_what_they_give_as_its_own)
{
    struct tried *of[SURVIVALS];
    for (int m = 0; m < SURVIVALS; m++) {
        char set[64];
        snprintf(set, sizeof set, "survival=%s", survival_words[m]);
        of[m] = try(in_east, in_west, (const char *const[]){set, NULL}, NULL);
        CHECK_INT(model_of_comparison(of[m]->c), m);
        CHECK_INT(models_played(of[m]->c), SURVIVALS);
        CHECK_INT(fate(of[m], 1, 2), ORDER_REVERSED);
    }
    check_alike(of[0], of[1]);
    check_alike(of[0], of[2]);
    for (int m = 0; m < SURVIVALS; m++)
        tried_free(of[m]);
}

/* Two that are equal by symmetry run on when the third is long beaten. */
TEST(a_plan_dropped_from_the_race_is_played_no_further_under_any_model)
{
    static const char *const alike[] = {"classes.west.scale=3 h", "classes.west.rpm=12", NULL};
    struct tried *t = try(in_east, in_west, alike, &(struct comparison_plan){.delta = 0.02, .trials = 6000});
    bool dropped = false;
    for (int arm = 0; arm < ARMS; arm++) {
        dropped |= panel_trials(t->c->panel, arm) < panel_done(t->c->panel);
        for (int m = 0; m < SURVIVALS; m++)
            CHECK_INT(panel_trials(model_panel(t->c, (enum survival)m), arm), panel_trials(t->c->panel, arm));
    }
    CHECK(dropped);
    tried_free(t);
}

TEST(plans_with_models_of_their_own_are_not_tried_under_others)
{
    struct tried *t = try("survival=sacco_rpm", in_west, NULL, NULL);
    char said[MODELS_SIZE];
    CHECK(t->c->models == NULL);
    CHECK_INT(models_played(t->c), 1);
    models_say(t->c, said);
    CHECK_TEXT(said, "");
    tried_free(t);
}

/* --- what is drawn ---------------------------------------------------------------------------------- */

static void check_drawn(struct tried *t, const char *title)
{
    char *argv[] = {"casevac"}, quoted[GP_TEXT_SIZE];
    const char *target = place_make();
    struct report *p = report_open(target, true, 1, argv);
    CHECK_INT(report_close_comparison(p, t->c, true), EXIT_DONE);
    report_free(p);
    for (const struct compare_chart *chart = compare_charts; chart->name; chart++) {
        char name[80];
        snprintf(name, sizeof name, "charts/%s.png", chart->name);
        CHECK(place_has(target, name));
    }
    char *script = place_read(target, "charts/models.gp");
    gp_text(title, quoted);
    CHECK(script && strstr(script, quoted));
    free(script);
    place_clear(target);
    tried_free(t);
}

TEST(the_chart_of_the_models_carries_what_is_said_of_them_and_is_drawn_of_nothing_too)
{
    char *gnuplot = gnuplot_find();
    if (!gnuplot)
        skip();
    free(gnuplot);
    check_drawn(try(in_east, in_west, NULL, NULL),
                "The order of the plans depends on the survival model: 2 of 3 pairs are reversed");
    check_drawn(
        try(in_east, in_west, (const char *const[]){ONLY_EAST, "attacks.in_east.rate=0 /yr", NULL}, NULL),
        "No two plans are clearly apart under any survival model");
}
