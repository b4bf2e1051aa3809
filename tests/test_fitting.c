/* test_fitting.c -- what a run wrote, fitted, gives the scenario back. */
#include "test.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include "../sim/report/data.h"
#include "report/fitting.h"
#include "report/report.h"
#include "scenario/key.h"
#include "scenario/read.h"
#include "study.h"

/* Of each family one, and nobody loaded case by case: the log tells whole stops. */
static const char *const known[SETS_MAX] = {
    "alert.delay=gamma(mean 14 min, shape 3)",
    "authorities.delegated.day=weibull(shape 2, scale 12 min)",
    "assets.helicopter.notice_day=exponential(mean 25 min)",
    "assets.helicopter.load=lognormal(median 9 min, sigma 0.5)",
    "assets.helicopter.load_each=0 min",
    "run.horizon=180 d",
    "map.daylight=always",
};

static FILE *temporary(char path[32])
{
    strcpy(path, "/tmp/casevac-fit-XXXXXX");
    return fdopen(mkstemp(path), "w");
}

static void write_casualties(const char *const sets[SETS_MAX], int trials, char path[32])
{
    FILE *to = temporary(path);
    struct scenario *s = scenario_of("scenarios/first.yaml", sets);
    table_begin(to, casualty_columns);
    struct study study = {
        .scenario = s, .seed = 5, .trials = trials, .jobs = 1, .rows = {{rows_casualties, to}}};
    results_free(experiment_run(&study));
    scenario_free(s);
    fclose(to);
}

static struct fitting *fitted(const char *path)
{
    struct diag *d = diag_new();
    struct fitting *f = fitting_of(path, NULL, d);
    if (!f)
        diag_print(d, stderr, 20);
    CHECK(f);
    diag_free(d);
    return f;
}

static struct scenario *under(const char *const sets[SETS_MAX], const char *overlay)
{
    struct layers l = {.file = "scenarios/first.yaml", .sets = sets, .plans = &overlay, .plan_count = 1};
    struct diag *d = diag_new();
    struct scenario *s = scenario_read(&l, d);
    if (!s)
        diag_print(d, stderr, 20);
    CHECK(s);
    diag_free(d);
    return s;
}

static const struct dist *dist_at(const struct scenario *s, const char *path)
{
    struct arena *a = arena_new();
    struct key k;
    const char *hint;
    assert_null(key_find(s, path, a, &k, &hint));
    arena_free(a);
    return (const struct dist *)((const char *)k.entry + k.field->offset);
}

/* About 900 incidents: the deciles from 2 to 9 of each lie within a tenth of the truth. */
TEST(a_log_written_by_a_run_gives_its_distributions_back)
{
    static const char *const keys[] = {"alert.delay", "authorities.delegated.day",
                                       "assets.helicopter.notice_day", "assets.helicopter.load"};
    char log[32], overlay[32];
    write_casualties(known, 60, log);
    struct fitting *f = fitted(log);
    FILE *to = temporary(overlay);
    fitting_overlay(f, to);
    fclose(to);
    struct scenario *truth = scenario_of("scenarios/first.yaml", known),
                    *found = under((const char *[SETS_MAX]){NULL}, overlay);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        for (double p = 0.2; p < 0.95; p += 0.1) {
            double should = dist_quantile(dist_at(truth, keys[i]), p);
            CHECK_NEAR(dist_quantile(dist_at(found, keys[i]), p), should, 0.1 * should);
        }
    CHECK(dist_is_constant(dist_at(found, "assets.helicopter.load_each")));
    CHECK(found->beliefs.n >= 4);
    scenario_free(truth);
    scenario_free(found);
    fitting_free(f);
    remove(log);
    remove(overlay);
}

static char *overlay_of(const char *csv)
{
    char path[32], *text;
    size_t length;
    FILE *to = temporary(path);
    fputs(csv, to);
    fclose(to);
    struct fitting *f = fitted(path);
    to = open_memstream(&text, &length);
    fitting_overlay(f, to);
    fclose(to);
    fitting_free(f);
    remove(path);
    return text;
}

TEST(two_times_give_no_distribution_and_say_so)
{
    char *text = overlay_of("alerted_min,decided_min\n5,9\n7,12\n,\n");
    CHECK(strstr(text, "# alert.delay: 2 times, too few to fit: at least 3 are needed."));
    CHECK(!strstr(text, "\nalert:"));
    CHECK(!strstr(text, "beliefs:"));
    free(text);
}

TEST(few_times_give_a_lognormal_and_a_wide_belief)
{
    char *text = overlay_of("alerted_min\n5\n7\n20\n11\n");
    /* mean and sd of the logs: 2.2372, 0.6000; 0.6000 / 2 x 3.1824 / 1.96 */
    CHECK(strstr(text, "  delay: lognormal(median 9.367 min, sigma 0.6)\n"));
    CHECK(strstr(text, "factor: \"lognormal(median 1, sigma 0.487)\"}"));
    CHECK(strstr(text, "fewer than 10 times"));
    free(text);
}

TEST(times_all_alike_are_a_constant_and_those_of_no_length_half_a_minute)
{
    char *text = overlay_of("alerted_min,first_aid_min\n5,0\n5,1\n5,4\n5,2\n");
    CHECK(strstr(text, "  delay: 5 min\n"));
    CHECK(strstr(text, "1 of no length count as half a minute"));
    CHECK(!strstr(text, "key: \"alert.delay\""));
    free(text);
}

/* Played under what was fitted to it, the run tells what the log told. */
TEST(a_run_under_the_overlay_shows_what_was_observed)
{
    char log[32], *text;
    size_t length;
    write_casualties(known, 20, log);
    struct fitting *f = fitted(log);
    struct scenario *s = scenario_of("scenarios/first.yaml", known);
    struct study study = {.scenario = s, .seed = 6, .trials = 20, .jobs = 1, .rows = {fitting_rows(f)}};
    results_free(experiment_run(&study));
    fitting_compare(f);
    FILE *to = open_memstream(&text, &length);
    fitting_overlay(f, to);
    fclose(to);
    double observed = 0, simulated = 0;
    int n = 0, m = 0;
    const char *row = strstr(text, "# alert.delay ");
    CHECK(row && sscanf(row, "# alert.delay %d %lf %*f %d %lf", &n, &observed, &m, &simulated) == 4);
    CHECK(n > 100 && m > 100);
    CHECK_NEAR(simulated, observed, 0.15 * observed);
    free(text);
    scenario_free(s);
    fitting_free(f);
    remove(log);
}
