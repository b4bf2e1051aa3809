/* test_sweep_words.c -- the answer says what the numbers say, and no more. */
#include "test.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include "../sim/report/key_rows.h"
#include "../sim/report/sweep_tables.h"
#include "base/die.h"
#include "sample_results.h"
#include "swept.h"

static const char known[] = "tests/theory/sweep.yaml";
static const char first[] = "scenarios/first.yaml";

static void answer(const struct swept_plan *p, const char *by, char text[SWEEP_SIZE],
                   char title[HEADING_SIZE])
{
    struct swept s = swept(p);
    struct sweep_view *v = sweep_view_new(s.sweep, sweep_figure(s.scenario, by));
    sweep_says(v, text);
    title_of_sweep(v, title);
    sweep_view_free(v);
    swept_free(&s);
}

TEST(the_answer_names_the_key_that_moves_the_figure_most_and_by_how_much)
{
    char text[SWEEP_SIZE], title[HEADING_SIZE];
    answer(
        &(struct swept_plan){
            known, {"assets.north.cost_day=0:100", "assets.south.cost_day=0:200"}, TORNADO, 0, 40, 1, 1},
        "cost", text, title);
    CHECK_TEXT(text,
               "South cost day matters most: from 0 to 200, cost a trial goes up by 5600 (5600 to 5600).");
    CHECK_TEXT(title,
               "South cost day matters most: from 0 to 200, cost a trial goes up by 5600 (5600 to 5600)");
    answer(&(struct swept_plan){known, {"assets.north.cost_day=200:0"}, SOBOL, 40, 40, 1, 1}, "cost", text,
           title);
    CHECK_TEXT(text, "North cost day matters: from 200 to 0, cost a trial goes down by 5600 (5600 to 5600).");
}

TEST(keys_that_are_alike_are_named_together_and_keys_that_do_nothing_are_told)
{
    char text[SWEEP_SIZE], title[HEADING_SIZE];
    answer(
        &(struct swept_plan){
            known,
            {"assets.north.cost_day=0:100", "assets.south.cost_day=0:100"},
            FACTORIAL,
            0,
            40,
            1,
            1,
        },
        "deaths", text, title);
    CHECK(strstr(text, "No key makes a clear difference"));
    answer(&(struct swept_plan){known,
                                {"assets.north.cost_day=0:100", "assets.south.cost_day=0:100",
                                 "alert.delay=x1:x2"},
                                TORNADO,
                                0,
                                40,
                                1,
                                1},
           "cost", text, title);
    CHECK(strstr(
        text,
        "North cost day and south cost day matter most, no clear difference between them. The first: "));
    CHECK_TEXT(title, "North cost day and south cost day matter most, no clear difference between them");
    answer(&(struct swept_plan){known, {"alert.delay=x1:x2"}, TORNADO, 0, 40, 1, 1}, "cost", text, title);
    CHECK(strstr(text, "Alert delay makes no clear difference: "));
}

/* The words, worked out again from the numbers. */
static void check_against_numbers(const struct sweep_view *v)
{
    char text[SWEEP_SIZE], key[KEY_SIZE];
    const struct effects *e = &v->effects[v->by];
    int strongest = 0;
    for (int k = 1; k < v->sweep->plan.keys; k++)
        if (fabs(effect_of(e, k, e->ranked_by).value) > fabs(effect_of(e, strongest, e->ranked_by).value))
            strongest = k;
    struct interval size = effect_of(e, strongest, e->ranked_by);
    sweep_says(v, text);
    key_says(v, strongest, key);
    bool clear = size.low > 0 || size.high < 0, alone = true;
    for (int k = 0; k < v->sweep->plan.keys; k++)
        alone = alone && (k == strongest || e->lead[k].low > 0);
    CHECK(strncasecmp(text, key, strlen(key)) == 0 || !clear);
    CHECK((strstr(text, "clear difference") == NULL) == (clear && alone));
    CHECK((strstr(text, "fewer are") != NULL) == (strstr(text, "more are") == NULL));
    CHECK((strstr(text, "fewer are") != NULL) == (size.value < 0));
}

TEST(the_sign_and_the_doubt_of_the_answer_are_those_of_the_numbers)
{
    struct swept_plan plan = {
        first,   {"assets.*.notice_day=x0.2:x6", "alert.delay=x0.5:x4", "assets.helicopter.count=1:2"},
        TORNADO, 0,
        300,     2,
        1};
    for (int d = 0; d < 3; d++) {
        static const enum sweep_design designs[] = {TORNADO, LATIN, SOBOL};
        plan.design = designs[d];
        struct swept s = swept(&plan);
        struct sweep_view *v = sweep_view_new(s.sweep, sweep_figure(s.scenario, "2_arrival"));
        check_against_numbers(v);
        sweep_view_free(v);
        swept_free(&s);
    }
}

TEST(the_split_is_told_as_mostly_luck_only_when_its_interval_lies_below_a_half)
{
    struct swept s = swept(&(struct swept_plan){
        known, {"attacks.blast.rate=gamma(from 70 events in 28 days)"}, BELIEFS, 64, 64, 1, 1});
    struct sweep_view *v = sweep_view_new(s.sweep, sweep_figure(s.scenario, "deaths"));
    static const struct {
        struct interval share;
        const char *says;
    } cases[] = {{{0.2, 0.1, 0.3}, "Mostly luck: not knowing is 20 % (10–30)"},
                 {{0.7, 0.6, 0.8}, "Mostly not knowing: it is 70 % (60–80)"},
                 {{0.5, 0.4, 0.6}, "Luck and not knowing: the latter is 50 % (40–60)"},
                 {{NAN, NAN, NAN}, "Deaths is the same in all trials"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[SWEEP_SIZE];
        v->split[v->by].share = cases[i].share;
        split_says(v, text);
        CHECK(strstr(text, cases[i].says) == text);
    }
    sweep_view_free(v);
    swept_free(&s);
}

/* --- files ---------------------------------------------------------------------------- */

static char *dictionary(void)
{
    FILE *f = fopen("results/README.md", "r");
    char *text = calloc(1, 1 << 17);
    CHECK(f && text && fread(text, 1, (1 << 17) - 1, f) > 0);
    fclose(f);
    return text;
}

TEST(every_file_and_column_of_a_sweep_is_in_the_dictionary)
{
    char *text = dictionary(), word[80];
    for (const struct sweep_file *f = sweep_files; f->name; f++) {
        snprintf(word, sizeof word, "`%s`", f->name);
        char *section = strstr(text, word);
        CHECK(section);
        for (const struct column *c = f->columns; c->name; c++) {
            snprintf(word, sizeof word, "`%s`", c->name);
            if (!strstr(section, word))
                fail_msg("results/README.md does not tell of %s in %s", word, f->name);
        }
    }
    free(text);
}

static const char *written_once(int jobs, char **points, char **effects)
{
    const char *target = place_make();
    struct swept s = swept(&(struct swept_plan){
        first, {"assets.*.notice_day=x0.2:x6:0.2", "alert.delay=x1,x2"}, FACTORIAL, 0, 64, jobs, 1});
    struct sweep_view *v = sweep_view_new(s.sweep, 0);
    struct report *p = report_open(target, false, 0, NULL);
    CHECK_INT(report_close_sweep(p, v, false), EXIT_DONE);
    report_free(p);
    *points = place_read(target, "points.csv");
    *effects = place_read(target, "effects.csv");
    CHECK(place_has(target, "summary.json") && place_has(target, "manifest.json"));
    sweep_view_free(v);
    swept_free(&s);
    return target;
}

TEST(a_sweep_gives_the_same_bytes_again_and_on_more_workers)
{
    char *points[2], *effects[2];
    for (int i = 0; i < 2; i++)
        place_clear(written_once(1 + 2 * i, &points[i], &effects[i]));
    CHECK_TEXT(points[0], points[1]);
    CHECK_TEXT(effects[0], effects[1]);
    CHECK(strstr(points[0],
                 "point,assets.*.notice_day,assets.*.notice_day_number,alert.delay,alert.delay_number,figure,"
                 "value,low,high,difference,difference_low,difference_high,trials\n") == points[0]);
    CHECK(strstr(points[0], "\n1,x0.2,0.20000,x1,1.00000,10,") != NULL);
    for (int i = 0; i < 2; i++) {
        free(points[i]);
        free(effects[i]);
    }
}
