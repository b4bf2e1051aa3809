/* test_gp_text.c -- nothing in a name can leave its string. */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include "../sim/report/folder.h"
#include "../sim/report/gnuplot.h"
#include "../sim/report/gp_text.h"
#include "../sim/report/say.h"
#include "../sim/report/utf8.h"
#include "random/luck.h"

/* What has broken strings, scripts and images before. */
static const char *const nasty[] = {
    "'",
    "''",
    "\"",
    "`",
    "\n",
    "\r",
    "\\",
    "@a",
    "%",
    "%s",
    "{/*900 x}",
    "_^",
    "$",
    "]]>",
    "]]]>",
    "&",
    "<b>",
    "EOD",
    "\x1b[31m",
    "\x7f",
    "\xc2\x9b",
    "\xe2\x80\xae",
    "\xe2\x80\xa8",
    "\xff",
    "\xc0\xaf",
    "\xed\xa0\x80",
    "\xf5\x80\x80\x80",
    "\xe2\x82",
    "é",
    "日本",
    "\xf0\x9f\x9a\x91",
    "; ",
    "#",
    "|",
    "touch made_by_a_label",
    "system(\"touch made_by_a_label\")",
    "`touch made_by_a_label`",
    "!touch made_by_a_label",
};
enum { NASTY = sizeof nasty / sizeof nasty[0], PIECES = 12, NASTY_SIZE = PIECES * 40 };

static void make_nasty(uint64_t number, char text[NASTY_SIZE])
{
    const struct luck l = {1, number};
    text[0] = 0;
    for (uint64_t i = 0; i < PIECES; i++)
        strcat(text, nasty[(int)(luck_uniform(&l, DRAW_ALERT, 0, i) * NASTY)]);
}

static bool is_one_string(const char *script)
{
    size_t length = strlen(script);
    if (length < 2 || script[0] != '\'' || script[length - 1] != '\'')
        return false;
    const char *at = script + 1;
    while (at < script + length - 1) {
        uint32_t code = utf8_next(&at);
        if (code == '\'' || code == '"' || code == '`' || utf8_is_control(code))
            return false;
    }
    return !strstr(script, "]]>");
}

TEST(no_text_can_leave_its_string_in_a_gnuplot_script)
{
    for (uint64_t i = 0; i < 9000; i++) {
        char text[NASTY_SIZE], script[GP_TEXT_SIZE];
        make_nasty(i, text);
        gp_text(text, script);
        CHECK(is_one_string(script));
        CHECK(utf8_length(script) <= GP_TEXT_MOST + 2 + GP_TEXT_MOST / 3);
    }
}

TEST(quotes_become_their_typographic_likeness_and_plain_text_stays)
{
    char script[GP_TEXT_SIZE];
    gp_text("Ménaka (north) 100 %", script);
    CHECK_TEXT(script, "'Ménaka (north) 100 %'");
    gp_text("O'Brien \"x\" `y` a\nb ]]>", script);
    CHECK_TEXT(script, "'O’Brien ”x” ‘y‘ a b ]] >'");
}

TEST(bytes_that_are_no_utf_8_are_replaced_one_by_one)
{
    char script[GP_TEXT_SIZE];
    gp_text("a\xff"
            "b\xc0\xaf"
            "c\xed\xa0\x80",
            script);
    CHECK_TEXT(script, "'a\xef\xbf\xbd"
                       "b\xef\xbf\xbd\xef\xbf\xbd"
                       "c\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd'");
}

TEST(long_text_is_cut_and_says_so)
{
    char text[1000], script[GP_TEXT_SIZE];
    memset(text, 'x', sizeof text);
    text[sizeof text - 1] = 0;
    gp_text(text, script);
    CHECK_INT(utf8_length(script), GP_TEXT_MOST + 2);
    CHECK_TEXT(strchr(script, 'x') + GP_TEXT_MOST - 1, "…'");
}

/* One label a string, 300 to a script, as charts would write them. */
static void write_labels(const char *path, uint64_t first)
{
    FILE *to = fopen(path, "w");
    fputs("set encoding utf8\nset terminal svg size 400,300\nset output 'labels.svg'\n", to);
    for (uint64_t i = 0; i < 300; i++) {
        char text[NASTY_SIZE], script[GP_TEXT_SIZE];
        make_nasty(first + i, text);
        gp_text(text, script);
        fprintf(to, "set label %d %s at screen 0.5,0.5 noenhanced\n", (int)i + 1, script);
    }
    fputs("plot 0 notitle\nset output\n", to);
    fclose(to);
}

TEST(gnuplot_itself_draws_hostile_labels_and_runs_nothing)
{
    char folder[] = "/tmp/casevac-gp-XXXXXX";
    char *gnuplot = gnuplot_find();
    if (!gnuplot)
        skip();
    CHECK(mkdtemp(folder));
    char *script = path_join(folder, "labels.gp"), *image = path_join(folder, "labels.svg");
    char *log = path_join(folder, "labels.log"), *made = path_join(folder, "made_by_a_label");
    for (uint64_t first = 0; first < 900; first += 300) {
        write_labels(script, first);
        const char *wrong = gnuplot_run(gnuplot, folder, "labels.gp", "labels.log");
        CHECK(wrong == NULL);
        CHECK(image_is_whole(image));
        CHECK(access(made, F_OK) != 0);
    }
    unlink(script);
    unlink(image);
    unlink(log);
    CHECK(rmdir(folder) == 0);
    free(made);
    free(log);
    free(image);
    free(script);
    free(gnuplot);
}
