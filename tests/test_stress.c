/* test_stress.c -- ladders nest, what is said of them is so, and nothing depends on the number of workers. */
#include "test.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include "../sim/report/chart_losses.h"
#include "../sim/report/chart_shocks.h"
#include "../sim/report/stress_reading.h"
#include "../sim/report/stress_tables.h"
#include "base/arena.h"
#include "experiment/stress.h"
#include "study.h"

/* --- nesting ------------------------------------------------------------------------- */

enum { NESTED_TRIALS = 60 };
static const char mali[] = "scenarios/mali-2021.yaml", first[] = "scenarios/first.yaml";

static struct stage stage_under(const char *file, const char *stressor, const char *set)
{
    struct layers l = {.file = file,
                       .stressors = &stressor,
                       .stressor_count = stressor != NULL,
                       .sets = &set,
                       .set_count = set != NULL};
    struct diag *d = diag_new();
    struct stage s = {.scenario = scenario_read(&l, d)};
    diag_print(d, stderr, 5);
    diag_free(d);
    CHECK(s.scenario);
    s.world = world_new(s.scenario);
    s.frame = frame_new(s.world);
    s.trial = trial_new(s.frame);
    s.tally = tally_new(s.frame);
    return s;
}

static bool has_incident(const struct trial *t, const struct incident *i)
{
    for (int k = 0; k < trial_incidents(t); k++)
        if (trial_incident(t, k)->name == i->name && trial_incident(t, k)->at_ms == i->at_ms)
            return true;
    return false;
}

/* How many more attacks the other has over all trials; every one of the fewer is among the more. */
static int64_t nested(struct stage *fewer, struct stage *more)
{
    int64_t surplus = 0;
    for (uint64_t trial = 0; trial < NESTED_TRIALS; trial++) {
        stage_play(fewer, 5, trial);
        stage_play(more, 5, trial);
        for (int i = 0; i < trial_incidents(fewer->trial); i++)
            CHECK(has_incident(more->trial, trial_incident(fewer->trial, i)));
        surplus += trial_incidents(more->trial) - trial_incidents(fewer->trial);
    }
    return surplus;
}

TEST(with_the_threat_raised_every_trial_has_the_old_attacks_and_more)
{
    struct stage calm = stage_under(mali, NULL, NULL),
                 twice = stage_under(mali, "scenarios/stressors/threat.yaml:x2", NULL),
                 four = stage_under(mali, "scenarios/stressors/threat.yaml:x4", NULL);
    CHECK(nested(&calm, &twice) > 0);
    CHECK(nested(&twice, &four) > 0);
    stage_free(&calm);
    stage_free(&twice);
    stage_free(&four);
}

TEST(with_roads_cleared_every_attack_that_is_left_is_an_old_one)
{
    struct stage calm = stage_under(mali, NULL, NULL),
                 cleared = stage_under(mali, NULL, "roads.*.cleared=0.6");
    CHECK(nested(&cleared, &calm) > 0);
    stage_free(&calm);
    stage_free(&cleared);
}

/* --- all of it, on any number of workers ------------------------------------------------ */

static const struct stressor *stressor_called(const char *file, struct arena *a)
{
    struct diag *d = diag_new();
    const struct stressor *s = stressor_read(file, a, d);
    diag_free(d);
    CHECK(s);
    return s;
}

static struct stress *stressed(int jobs, struct arena *a)
{
    static const char *const sets[] = {"goals.soon={of: surgical_facility, at_least: 30 %}",
                                       "goals.lives={of: delay_deaths, at_most: 0.5}"};
    static struct layers calm;
    calm = (struct layers){.file = first, .sets = sets, .set_count = 2};
    struct under *under = arena_take(a, 1, sizeof *under);
    *under = (struct under){"", &calm};
    const struct stressor **list = arena_take(a, 2, sizeof *list);
    list[0] = stressor_called("scenarios/stressors/threat.yaml", a);
    list[1] = stressor_called("scenarios/stressors/helicopters-withdrawn.yaml", a);
    struct stress_plan plan = {.under = under,
                               .unders = 1,
                               .stressor = list,
                               .stressors = 2,
                               .seed = 2,
                               .trials = 100,
                               .tolerance = 0.1,
                               .places = 3,
                               .without_each = true,
                               .two_shocks = true,
                               .loss_trials = 300,
                               .jobs = jobs};
    return stress_run(&plan);
}

static char *tables_of(const struct stress *s)
{
    char *text = NULL;
    size_t size = 0;
    FILE *to = open_memstream(&text, &size);
    for (const struct stress_file *f = stress_files; f->name; f++)
        if (f->wanted(s)) {
            struct table t = table_begin(to, f->columns);
            f->write(&t, s);
        }
    fclose(to);
    return text;
}

TEST(a_stress_test_gives_the_same_bytes_on_any_number_of_workers)
{
    struct arena *a = arena_new();
    struct stress *one = stressed(1, a), *three = stressed(3, a);
    char *here = tables_of(one), *there = tables_of(three);
    CHECK(one->ladders == 2 && one->losses && one->shocks);
    CHECK_TEXT(here, there);
    free(here);
    free(there);
    stress_free(one);
    stress_free(three);
    arena_free(a);
}

/* --- what must not be lost ------------------------------------------------------------------ */

/* In the first scenario one hospital operates: without it nobody is in surgery. With two helicopters, of which one is lost, nothing
 * else weighs as much. */
TEST(the_only_hospital_that_operates_is_the_gravest_loss_and_costs_all_of_it)
{
    static const char *const quick[] = {"assets.helicopter.count=2", "assets.helicopter.notice_day=1 min",
                                        "authorities.delegated.day=1 min", "alert.delay=1 min"};
    struct layers calm = {.file = first, .sets = quick, .set_count = 4};
    struct losses_plan plan = {.calm = &calm, .seed = 3, .trials = 600, .jobs = 1};
    struct losses *l = losses_play(&plan);
    double share = panel_value(l->panel, 0, LOST_SURGERY, EVERYBODY, 0.95).value;
    CHECK(l->singles > 1);
    CHECK_TEXT(l->single[0].first.id, "hospital");
    CHECK(share > 0);
    CHECK_NEAR(loss_of(l, &l->single[0], LOST_SURGERY).value, share, 1e-12);
    for (int i = 0; i < l->pairs; i++) /* with it gone, nothing more can go */
        if (!strcmp(l->pair[i].first.id, "hospital") || !strcmp(l->pair[i].second.id, "hospital"))
            CHECK_NEAR(loss_of(l, &l->pair[i], LOST_SURGERY).value, share, 0.05);
    char title[HEADING_SIZE];
    losses_title(l, title);
    CHECK(strstr(title, "Losing hospital cost"));
    losses_free(l);
}

/* --- words against numbers ---------------------------------------------------------------------- */

static const char *const key[] = {"attacks.*.rate"};
static const struct stressor axis = {
    .file = "threat.yaml", .name = "Threat", .axis = {1, key, {'x', 1, ""}, {'x', 4, ""}}};

static void check_says(struct break_point point, const char *due)
{
    char text[SENTENCE];
    struct broken broken = {.point = point};
    struct ladder l = {.plan = {.stressor = &axis, .plan = ""}, .goals = 1, .broken = &broken};
    break_says(&l, 0, text);
    CHECK_TEXT(text, due);
}

TEST(a_break_point_is_told_with_its_interval_and_its_doubt)
{
    check_says((struct break_point){BREAKS, {0.5, 0.25, 0.75}}, "fails from x2.5 on (x1.75 to x3.25)");
    check_says((struct break_point){BREAKS, {0.5, 0, 0.75}}, "fails from x2.5 on (anywhere up to x3.25)");
    check_says((struct break_point){BREAKS, {0.5, 0.25, NAN}},
               "fails from x2.5 on (from x1.75, or not at all)");
    check_says((struct break_point){BREAKS, {0.5, 0, NAN}}, "fails from x2.5 on (anywhere, or not at all)");
    check_says((struct break_point){NEVER_BREAKS, {NAN, NAN, NAN}}, "holds all along");
    check_says((struct break_point){NEVER_BREAKS, {NAN, 0.8, NAN}}, "holds all along, but not surely");
    check_says((struct break_point){NO_MARGIN, {NAN, NAN, NAN}}, "speaks of nobody");
}

TEST(a_difference_that_may_be_none_is_not_told_as_one)
{
    char text[SAY_SIZE];
    change_says(&headlines[0], (struct interval){-0.08, -0.11, -0.05}, text);
    CHECK_TEXT(text, "8 points (5 to 11) less");
    change_says(&headlines[0], (struct interval){0.02, -0.01, 0.05}, text);
    CHECK_TEXT(text, "no clear difference");
    change_says(&headlines[0], (struct interval){NAN, NAN, NAN}, text);
    CHECK_TEXT(text, "no clear difference");
}

TEST(the_frontier_of_two_shocks_is_where_the_map_first_fails)
{
    struct arena *a = arena_new();
    struct stress *s = stressed(2, a);
    for (int r = 0; r < s->shocks->rows; r++) {
        int at = shock_frontier(s->shocks, r, 0, false), surely = shock_frontier(s->shocks, r, 0, true);
        for (int c = 0; c < s->shocks->columns; c++) {
            bool fails = shock_margin(s->shocks, r, c, 0, 0.95).value < 0;
            CHECK(at < 0 ? !fails : c < at ? !fails : c > at || fails);
        }
        CHECK(surely < 0 || (at >= 0 && at <= surely));
    }
    char title[HEADING_SIZE];
    shocks_title(s->shocks, title);
    CHECK(strstr(title, "combinations of Threat raised and Helicopters withdrawn"));
    stress_free(s);
    arena_free(a);
}

/* --- after a shock ---------------------------------------------------------------------------------- */

TEST(a_greater_shock_takes_longer_until_all_is_normal_again_and_none_is_no_shock)
{
    struct arena *a = arena_new();
    struct layers calm = {.file = mali};
    struct ladder_plan plan = {.calm = &calm,
                               .plan = "",
                               .stressor = stressor_called("scenarios/stressors/mass-casualty.yaml", a),
                               .seed = 1,
                               .trials = 64,
                               .jobs = 1};
    struct ladder *l = ladder_climb(&plan);
    CHECK(!l->why_not && l->steps == 5);
    struct recovery *few = recovery_play(l, 1), *many = recovery_play(l, 4);
    CHECK(!recovery_play(l, 0));
    CHECK(few && many && few->shock_ms == DAYS(11) + HOURS(6) + MINUTES(15));
    CHECK(many->of[QUEUE_TABLE].clear && many->of[WATCHED_BEDS].clear);
    CHECK(many->of[WATCHED_BEDS].peak.value > few->of[WATCHED_BEDS].peak.value);
    CHECK(many->of[WATCHED_TABLES].hours.value > few->of[WATCHED_TABLES].hours.value);
    recovery_free(few);
    recovery_free(many);
    ladder_free(l);
    arena_free(a);
}

/* --- one group is one group ------------------------------------------------------------------------- */

TEST(a_frame_of_everybody_has_no_dimension_but_all)
{
    struct stage s = stage_under(mali, "scenarios/stressors/helpers-attacked.yaml:at_every_turn", NULL);
    struct frame *f = frame_of_everybody(s.world);
    CHECK_INT(f->groups, 1);
    CHECK(s.frame->first_caused > 0 && f->first_caused < 0);
    CHECK(f->first_category < 0 && f->first_sector < 0 && f->first_mechanism < 0 &&
          f->first_affiliation < 0 && f->first_light < 0 && f->first_means < 0);
    frame_free(f);
    stage_free(&s);
}
