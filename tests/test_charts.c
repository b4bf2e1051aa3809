/* test_charts.c -- charts say what the tables say, and are whole. */
#include "test.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include "../sim/report/finding.h"
#include "../sim/report/folder.h"
#include "../sim/report/gnuplot.h"
#include "../sim/report/gp_text.h"
#include "base/die.h"
#include "base/unit.h"
#include "sample_results.h"

static const char *const charts[] = {"time-to-care", "phases", "sectors", "utilisation", "map"};
enum { CHARTS = sizeof charts / sizeof charts[0], COLUMNS = 16 };

/* Samples that lead to different titles. */
static const struct sample samples[] = {
    {.sectors = 4, .trials = 500, .casualties = 7, .slower = 0.15, .never = 0.05},
    {.sectors = 3,
     .trials = 60,
     .casualties = 4,
     .slower = 0,
     .never = 0.1}, /* sectors alike, and few trials */
    {.sectors = 2, .trials = 300, .casualties = 6, .slower = -0.4, .never = 0.3},
    {.sectors = 1, .trials = 100, .casualties = 6, .never = 1},
    {.sectors = 12, .trials = 100},
};
enum { SAMPLES = sizeof samples / sizeof samples[0] };

static const char *write_sample(int i)
{
    const char *target = place_make();
    CHECK_INT(sample_write_drawn_by("/bin/true", target, &samples[i], false),
              EXIT_CHARTS); /* scripts are enough here */
    return target;
}

/* The title in a script is its first label. */
static void check_title(const char *target, const char *chart, const char *should)
{
    char name[80], quoted[GP_TEXT_SIZE], label[GP_TEXT_SIZE + 40];
    snprintf(name, sizeof name, "charts/%s.gp", chart);
    char *script = place_read(target, name);
    CHECK(script);
    gp_text(should, quoted);
    snprintf(label, sizeof label, "set label 1 %s at screen", quoted);
    const char *at = strstr(script, "set label 1 ");
    if (!strstr(script, label))
        print_error("%s: %.200s\n  should be %s\n", chart, at ? at : "no title", label);
    CHECK(strstr(script, label));
    free(script);
}

/* --- tables read back --------------------------------------------------------------- */

struct reader {
    char *text, *at;
    char *cell[COLUMNS];
};

static struct reader open_table(const char *target, const char *name)
{
    struct reader r = {.text = place_read(target, name)};
    CHECK(r.text);
    CHECK(strtok_r(r.text, "\n", &r.at));
    return r;
}

static bool next_row(struct reader *r)
{
    char *line = strtok_r(NULL, "\n", &r->at);
    for (int i = 0; line && i < COLUMNS; i++) {
        r->cell[i] = line;
        line = strchr(line, ',');
        if (!line)
            return true;
        *line++ = 0;
    }
    return false;
}

static double number(const char *cell)
{
    return *cell ? atof(cell) : NAN;
}

static struct interval interval_at(char *const *cell)
{
    return (struct interval){number(cell[0]), number(cell[1]), number(cell[2])};
}

/* --- the claims ------------------------------------------------------------------------ */

TEST(the_title_of_the_curves_states_the_shares_of_the_table)
{
    for (int i = 0; i < SAMPLES; i++) {
        const char *target = write_sample(i);
        struct interval arrival = {NAN, NAN, NAN}, surgery = arrival;
        char title[FINDING_SIZE];
        struct reader r = open_table(target, "shares.csv");
        while (next_row(&r)) {
            if (strcmp(r.cell[0], "all") != 0)
                continue;
            if (!strcmp(r.cell[2], "surgical_facility"))
                arrival = interval_at(r.cell + 5);
            if (!strcmp(r.cell[2], "surgery"))
                surgery = interval_at(r.cell + 5);
        }
        finding_times(arrival, surgery, title);
        check_title(target, "time-to-care", title);
        free(r.text);
        place_clear(target);
    }
}

TEST(sectors_are_told_apart_only_where_the_table_tells_them_apart)
{
    bool told_apart = false, told_alike = false;
    for (int i = 0; i < 2; i++) {
        const char *target = write_sample(i);
        struct named low = {"", {2, 2, 2}}, high = {"", {-1, -1, -1}};
        char title[FINDING_SIZE];
        struct reader r = open_table(target, "shares.csv");
        while (next_row(&r)) {
            struct interval share = interval_at(r.cell + 5);
            if (strcmp(r.cell[0], "sector") != 0 || strcmp(r.cell[2], "surgery") != 0)
                continue;
            if (share.value < low.share.value)
                low = (struct named){r.cell[1], share};
            if (share.value > high.share.value)
                high = (struct named){r.cell[1], share};
        }
        finding_sectors(samples[i].sectors, low, high, title);
        bool apart = low.share.high < high.share.low;
        CHECK_INT(strstr(title, "No clear difference") == NULL, apart);
        told_apart = told_apart || apart;
        told_alike = told_alike || !apart;
        check_title(target, "sectors", title);
        free(r.text);
        place_clear(target);
    }
    CHECK(told_apart && told_alike); /* or the test has shown half of it only */
}

static int phase_called(const char *id)
{
    int p = 0;
    while (p < PHASES && strcmp(phase_ids[p], id) != 0)
        p++;
    return p;
}

TEST(the_title_of_the_phases_adds_up_the_table)
{
    for (int i = 0; i < SAMPLES; i++) {
        const char *target = write_sample(i);
        double mean_ms[PHASES + 1] = {0};
        char title[FINDING_SIZE];
        struct reader r = open_table(target, "phases.csv");
        while (next_row(&r))
            if (!strcmp(r.cell[0], "all") && !strcmp(r.cell[2], "surgery"))
                mean_ms[phase_called(r.cell[3])] += number(r.cell[5]) * (double)MINUTES(1);
        finding_phases(mean_ms, title);
        check_title(target, "phases", title);
        free(r.text);
        place_clear(target);
    }
}

TEST(the_busiest_resource_of_the_title_is_that_of_the_table)
{
    const char *target = write_sample(0);
    double most = -1, all_busy = 0;
    char name[100] = "", title[FINDING_SIZE];
    struct reader r = open_table(target, "utilisation.csv");
    while (next_row(&r))
        if (number(r.cell[4]) > most) {
            most = number(r.cell[4]);
            all_busy = number(r.cell[5]);
            snprintf(name, sizeof name, "%s %s", r.cell[1], strcmp(r.cell[0], "asset") != 0 ? r.cell[0] : "");
        }
    finding_use(name, most, all_busy, title);
    check_title(target, "utilisation", title);
    free(r.text);
    place_clear(target);
}

/* --- the images -------------------------------------------------------------------------- */

TEST(every_chart_is_drawn_whole_with_its_words_whatever_the_names)
{
    static const char *const hostile[SAMPLE_SECTORS_MAX] = {"O'Brien `touch x`", "'; system(\"touch x\") #",
                                                            "100 % %s", "]]></text><script>"};
    char *gnuplot = gnuplot_find();
    if (!gnuplot)
        skip();
    free(gnuplot);
    struct sample s = samples[0];
    s.names = hostile;
    s.trials = 50;
    const char *target = place_make();
    CHECK_INT(sample_write(target, &s, false, true), EXIT_DONE);
    for (int i = 0; i < CHARTS; i++) {
        char name[80];
        snprintf(name, sizeof name, "charts/%s.png", charts[i]);
        char *image = path_join(target, name);
        CHECK(image_is_whole(image));
        free(image);
        snprintf(name, sizeof name, "charts/%s.svg", charts[i]);
        char *svg = place_read(target, name);
        CHECK(svg && strstr(svg, "role=\"img\"") && strstr(svg, "<desc>"));
        CHECK(!strstr(svg, "<script") && !strstr(svg, "onmouse") && !strstr(svg, "Sans:Bold") &&
              !strstr(svg, "GNUPLOT"));
        free(svg);
        snprintf(name, sizeof name, "charts/%s.log", charts[i]);
        CHECK(!place_has(target, name));
        snprintf(name, sizeof name, "charts/%s.alt.txt", charts[i]);
        CHECK(place_has(target, name));
    }
    CHECK(!place_has(target, "charts/x"));
    place_clear(target);
}

TEST(charts_of_nothing_are_drawn_too)
{
    char *gnuplot = gnuplot_find();
    if (!gnuplot)
        skip();
    free(gnuplot);
    for (int i = 3; i < SAMPLES; i++) { /* nobody reached; nobody wounded in twelve sectors */
        const char *target = place_make();
        CHECK_INT(sample_write(target, &samples[i], false, true), EXIT_DONE);
        for (int n = 0; n < CHARTS; n++) {
            char name[80];
            snprintf(name, sizeof name, "charts/%s.png", charts[n]);
            CHECK(place_has(target, name));
        }
        place_clear(target);
    }
}
