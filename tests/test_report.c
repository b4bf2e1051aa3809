/* test_report.c -- results add up, and mean what the dictionary says. */
#include "test.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include "../sim/report/data.h"
#include "../sim/report/reading.h"
#include "../sim/report/stress_tables.h"
#include "base/die.h"
#include "evac/casualty.h"
#include "report/report.h"
#include "sample_results.h"

static const struct sample usual = {
    .sectors = 4, .trials = 500, .casualties = 7, .slower = 0.15, .never = 0.05};

/* A table read back: rows of cells, split at commas (the sample's names hold none). */
struct rows_read {
    char *text, *at;
};

static bool next_row(struct rows_read *r, char *cell[64])
{
    char *line = strtok_r(r->at ? NULL : r->text, "\n", &r->at);
    for (int i = 0; line && i < 64; i++) {
        cell[i] = line;
        line = strchr(line, ',');
        if (!line)
            return true;
        *line++ = 0;
    }
    return false;
}

TEST(phases_add_up_to_their_total)
{
    const char *target = place_make();
    char *cell[64];
    int totals = 0;
    double sum = 0;
    sample_write(target, &usual, false, false);
    struct rows_read r = {.text = place_read(target, "phases.csv")};
    CHECK(next_row(&r, cell));
    while (next_row(&r, cell)) {
        double mean = atof(cell[5]);
        if (strcmp(cell[3], "total") != 0) {
            sum += mean;
            continue;
        }
        CHECK_NEAR(sum, mean, WAITS * 0.00005);
        sum = 0;
        totals++;
    }
    CHECK_INT(totals, 8 * MILESTONES);
    free(r.text);
    place_clear(target);
}

TEST(a_share_is_those_in_time_over_those_who_needed_it_within_its_interval)
{
    const char *target = place_make();
    char *cell[64];
    int rows = 0;
    sample_write(target, &usual, false, false);
    struct rows_read r = {.text = place_read(target, "shares.csv")};
    CHECK(next_row(&r, cell));
    for (; next_row(&r, cell); rows++) {
        double share = atof(cell[5]), in_time = atof(cell[8]), needed = atof(cell[9]);
        CHECK_NEAR(share, in_time / needed, 0.000005);
        CHECK(atof(cell[6]) <= share && share <= atof(cell[7]));
        bool small = in_time < EVENTS_ENOUGH || needed - in_time < EVENTS_ENOUGH;
        CHECK_TEXT(cell[12], small ? "yes" : "no");
    }
    CHECK_INT(rows, 8 * 4);
    free(r.text);
    place_clear(target);
}

TEST(where_nobody_is_reached_quantiles_are_empty_and_shares_are_0)
{
    const char *target = place_make();
    char *cell[64];
    const struct sample never = {.sectors = 1, .trials = 20, .casualties = 5, .never = 1};
    sample_write(target, &never, false, false);
    struct rows_read quantiles = {.text = place_read(target, "quantiles.csv")},
                     shares = {.text = place_read(target, "shares.csv")};
    CHECK(next_row(&quantiles, cell));
    while (next_row(&quantiles, cell)) {
        CHECK_TEXT(cell[4], "");
        CHECK_TEXT(cell[7], "0");
    }
    CHECK(next_row(&shares, cell));
    while (next_row(&shares, cell))
        CHECK_NEAR(atof(cell[5]), 0, 0);
    free(quantiles.text);
    free(shares.text);
    place_clear(target);
}

TEST(a_cell_with_commas_quotes_or_lines_is_quoted)
{
    const struct column columns[] = {{"name", WORDING}, {"n", 0}, {NULL, 0}};
    char text[200] = "";
    FILE *to = fmemopen(text, sizeof text, "w");
    struct table t = table_begin(to, columns);
    table_text(&t, "plain");
    table_count(&t, -3);
    table_text(&t, "a, \"b\"\nc");
    table_figure(&t, 2.4);
    table_text(&t, NULL);
    table_figure(&t, NAN);
    fclose(to);
    CHECK_TEXT(text, "name,n\nplain,-3\n\"a, \"\"b\"\"\nc\",2\n,\n");
}

TEST(only_run_info_differs_between_runs_with_other_jobs_and_times)
{
    const char *target = place_make();
    char *words[] = {"casevac", NULL}, *text[2];
    for (int i = 0; i < 2; i++) {
        struct results *r = sample_results(&usual);
        r->jobs = 1 + 6 * i;
        r->wall_s = 0.1 + i;
        struct report *p = report_open(target, true, 1, words);
        origin_override(report_origin(p), "set", "assets.mi8.count=3");
        report_close(p, r, false);
        report_free(p);
        sample_free(r);
        text[i] = place_read(target, "manifest.json");
        char *info = strstr(text[i], "\"run_info\"");
        CHECK(info && strstr(info, "\"jobs\": ") && strstr(info, "\"host\": ") &&
              strstr(info, "\"started\": "));
        *info = 0;
    }
    CHECK_TEXT(text[0], text[1]);
    CHECK(strstr(text[0], "assets.mi8.count=3"));
    free(text[0]);
    free(text[1]);
    place_clear(target);
}

/* --- the dictionary -------------------------------------------------------------- */

static void check_in_dictionary(const char *readme, const char *file, const struct column *columns)
{
    char head[80];
    snprintf(head, sizeof head, "\n## %s", file);
    const char *section = strstr(readme, head);
    CHECK(section);
    const char *end = strstr(section + 4, "\n## ");
    for (const struct column *c = columns; c->name; c++) {
        char word[80];
        snprintf(word, sizeof word, "`%s`", c->name);
        const char *at = strstr(section, word);
        if (!at || (end && at > end))
            print_error("%s: no %s in its section\n", file, word);
        CHECK(at && (!end || at < end));
    }
}

TEST(every_file_and_column_is_in_the_dictionary)
{
    char *readme = place_read("results", "README.md");
    CHECK(readme);
    for (const struct data_file *d = data_files; d->name; d++)
        check_in_dictionary(readme, d->name, d->columns);
    for (const struct stress_file *d = stress_files; d->name; d++)
        check_in_dictionary(readme, d->name, d->columns);
    free(readme);
}

static void underscored(char *text)
{
    for (char *c = text; *c; c++)
        if (*c == ' ')
            *c = '_';
}

TEST(columns_of_casualties_follow_the_moments_and_waits_of_the_pathway)
{
    const struct column *c = casualty_columns;
    while (strcmp(c->name, "wounded_ms") != 0)
        c++;
    for (int m = 0; m < MOMENTS; m++, c++) {
        char name[80];
        snprintf(name, sizeof name, "%s_ms", moment_ids[m]);
        CHECK_TEXT(c->name, name);
    }
    for (int w = 0; w < WAITS; w++, c++) {
        char name[80];
        snprintf(name, sizeof name, "%s_%s_ms", phase_ids[waits[w].phase], waits[w].cause);
        underscored(name);
        CHECK_TEXT(c->name, name);
    }
    CHECK(!c->name);
}

/* --- the summary -------------------------------------------------------------------- */

TEST(the_summary_is_short_and_no_name_can_steer_the_terminal)
{
    static const char *const hostile[SAMPLE_SECTORS_MAX] = {"a\x1b[31mred", "new\nline", "back\x07",
                                                            "\xe2\x80\xaeover"};
    struct sample s = usual;
    s.names = hostile;
    s.title = "t\x1b]0;x\x07itle\n\n\n";
    s.trials = 50;
    struct results *r = sample_results(&s);
    char text[8000] = "";
    FILE *to = fmemopen(text, sizeof text, "w");
    report_summary(r, "results/\x1b[2J", true, to);
    fclose(to);
    int lines = 0;
    for (const char *c = text; *c; c++) {
        lines += *c == '\n';
        CHECK(*c == '\n' || (unsigned char)*c >= ' ');
    }
    CHECK(lines <= 25);
    CHECK(!strstr(text, "\xe2\x80\xae"));
    CHECK(strstr(text, "Fewer than 400 trials"));
    sample_free(r);
}

static bool says_that_few_trials_hold_most(const struct results *r)
{
    char text[8000] = "";
    FILE *to = fmemopen(text, sizeof text, "w");
    report_summary(r, NULL, true, to);
    fclose(to);
    return strstr(text, "A few trials hold most of the casualties: all tell no more than 99 trials alike");
}

TEST(a_few_trials_that_hold_most_of_the_casualties_are_warned_of)
{
    struct results *r = sample_results(&usual);
    struct ratio *casualties = &r->tally->per_trial[CASUALTIES];
    CHECK(!says_that_few_trials_hold_most(r));
    *casualties = (struct ratio){.y = 990, .n = 500, .with = 500, .yn = 990, .nn = 500, .yy = 9900};
    CHECK(says_that_few_trials_hold_most(r));
    sample_free(r);
}

TEST(nobody_wounded_is_said_and_nothing_is_divided_by_it)
{
    const char *target = place_make();
    const struct sample none = {.sectors = 3, .trials = 500};
    struct results *r = sample_results(&none);
    char text[8000] = "";
    FILE *to = fmemopen(text, sizeof text, "w");
    report_summary(r, NULL, true, to);
    fclose(to);
    CHECK(strstr(text, "Nobody was wounded in any trial"));
    CHECK(!strstr(text, "nan") && !strstr(text, "inf"));
    sample_free(r);
    CHECK_INT(sample_write(target, &none, false, false), EXIT_DONE);
    char *summary = place_read(target, "summary.json");
    CHECK(strstr(summary, "\"share\": null"));
    free(summary);
    place_clear(target);
}
