/* test_finding.c -- what titles may claim. */
#include "test.h"

#include <math.h>
#include <stdio.h>
#include "../sim/report/finding.h"
#include "../sim/report/say.h"
#include "base/unit.h"

static const char *in_words(double value, double low, double high)
{
    static char text[FINDING_SIZE];
    share_in_words((struct interval){value, low, high}, text);
    return text;
}

TEST(a_share_is_hedged_as_its_interval_asks)
{
    CHECK_TEXT(in_words(0.31, 0.30, 0.32), "31 %");
    CHECK_TEXT(in_words(0.31, 0.27, 0.35), "about 31 %");
    CHECK_TEXT(in_words(0.31, 0.15, 0.47), "between 15 % and 47 %");
    CHECK_TEXT(in_words(0.48, 0.46, 0.501), "about half");
    CHECK_TEXT(in_words(0.48, 0.46, 0.499), "48 %");
    CHECK_TEXT(in_words(0.31, NAN, NAN), "perhaps 31 %");
    CHECK_TEXT(in_words(0, 0, 0.01), "none");
    CHECK_TEXT(in_words(0.004, 0.001, 0.01), "hardly any");
    CHECK_TEXT(in_words(0.995, 0.99, 0.999), "nearly all");
}

TEST(a_difference_between_sectors_is_claimed_only_when_intervals_are_apart)
{
    char text[FINDING_SIZE];
    for (int i = 0; i <= 100; i++) {
        struct named low = {"Kidal", {0.20, 0.18, 0.22}};
        struct named high = {"Gao", {0.2 + i * 0.002, 0.18 + i * 0.002, 0.22 + i * 0.002}};
        finding_sectors(4, low, high, text);
        bool claims = strstr(text, "No clear difference") == NULL;
        CHECK_INT(claims, low.share.high < high.share.low);
        CHECK_INT(strstr(text, "Kidal") != NULL, claims);
    }
}

TEST(one_sector_is_compared_with_nothing)
{
    char text[FINDING_SIZE];
    struct named only = {"Gao", {0.61, 0.60, 0.62}};
    finding_sectors(1, only, only, text);
    CHECK_TEXT(text, "61 % of those who need surgery are in surgery within 2 h");
}

TEST(where_nobody_needed_it_no_share_is_claimed)
{
    char text[FINDING_SIZE];
    const struct interval none = {NAN, NAN, NAN};
    finding_times(none, none, text);
    CHECK_TEXT(text, "Nobody needed surgery in these trials");
    finding_sectors(3, (struct named){"a", none}, (struct named){"b", none}, text);
    CHECK_TEXT(text, "Nobody needed surgery in these trials");
    const double mean_ms[PHASES] = {[0] = NAN};
    finding_phases(mean_ms, text);
    CHECK_TEXT(text, "Nobody needed surgery in these trials");
}

TEST(both_clocks_of_2_are_named)
{
    char text[FINDING_SIZE];
    finding_times((struct interval){0.46, 0.45, 0.47}, (struct interval){0.31, 0.30, 0.32}, text);
    CHECK_TEXT(text, "46 % of those who need surgery get to a surgical facility in 2 h, 31 % into surgery");
}

TEST(the_slowest_steps_are_named_with_their_time)
{
    char text[FINDING_SIZE];
    double mean_ms[PHASES] = {0};
    mean_ms[PHASE_DECISION] = (double)MINUTES(40);
    mean_ms[PHASE_TRANSFER] = (double)MINUTES(30);
    mean_ms[PHASE_ALERT] = (double)MINUTES(20);
    finding_phases(mean_ms, text);
    CHECK_TEXT(text, "The decision and transfer take 70 of the 90 min on the way to surgery");
    mean_ms[PHASE_DECISION] = (double)MINUTES(60);
    finding_phases(mean_ms, text);
    CHECK_TEXT(text, "The decision takes 60 of the 110 min on the way to surgery");
}

TEST(the_map_says_how_many_attacks_lie_beyond_an_hour)
{
    char text[FINDING_SIZE];
    finding_map((struct interval){0.31, 0.27, 0.35}, true, text);
    CHECK_TEXT(text, "About 31 % of attacks are where flying out and on to surgery takes over an hour");
    finding_map((struct interval){0, 0, 0.01}, true, text);
    CHECK_TEXT(text, "Wherever attacks are, flying out and on to surgery takes an hour or less");
    finding_map((struct interval){1, 0.99, 1}, false, text);
    CHECK_TEXT(text, "No helicopter, or no surgery to fly to: everybody goes by road");
}

TEST(the_busiest_resource_is_named_with_both_its_figures)
{
    char text[FINDING_SIZE];
    finding_use("ambulance", 0.34, 0.12, text);
    CHECK_TEXT(text, "Busiest: ambulance, 34 % in use on average, none free 12 % of the time");
    finding_use("ambulance", 0, 0, text);
    CHECK_TEXT(text, "Nothing was in use at any time in these trials");
    finding_use("", NAN, NAN, text);
    CHECK_TEXT(text, "Nothing in this mission has a limit to its use");
}

TEST(counts_and_times_are_said_as_people_say_them)
{
    char text[SAY_SIZE];
    say_count(1234567, text);
    CHECK_TEXT(text, "1 234 567");
    say_count(0, text);
    CHECK_TEXT(text, "0");
    say_minutes((double)MINUTES(42), text);
    CHECK_TEXT(text, "42 min");
    say_minutes((double)MINUTES(205), text);
    CHECK_TEXT(text, "3 h 25 min");
    say_minutes((double)DAYS(12), text);
    CHECK_TEXT(text, "12 days");
    say_share((struct interval){0.741, 0.739, 0.743}, text);
    CHECK_TEXT(text, "74.1 % (73.9–74.3)");
    say_median((struct interval){NAN, NAN, NAN}, text);
    CHECK_TEXT(text, "not reached");
}
