/* test_log.c -- logs as missions keep them. */
#include "test.h"

#include <math.h>
#include <stdlib.h>
#include "../sim/report/step.h"
#include "base/unit.h"

static double read_time(const char *text)
{
    enum log_time kind;
    double ms;
    return log_time_read(text, &kind, &ms) ? ms : -1;
}

TEST(times_of_a_log_are_minutes_times_of_day_or_dates)
{
    CHECK_NEAR(read_time("12.5"), 12.5, 0);
    CHECK_NEAR(read_time("06:12"), HOURS(6) + MINUTES(12), 0);
    CHECK_NEAR(read_time("6:12:30"), HOURS(6) + MINUTES(12) + SECONDS(30), 0);
    CHECK_NEAR(read_time("2021-03-01T00:10Z") - read_time("2021-02-28 23:50"), MINUTES(20), 0);
    CHECK_NEAR(read_time("2020-03-01 00:00") - read_time("2020-02-28 00:00"), DAYS(2), 0);
    static const char *const none[] = {"",           "24:00",  "12:60",         "6.12h", "2021-02-29 06:00",
                                       "2021-03-04", "06:12+", "4/3/2021 06:12"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        CHECK_NEAR(read_time(none[i]), -1, 0);
}

/* The log, and everything that was said about it. */
struct heard {
    struct arena *arena;
    struct log log;
    struct samples samples;
    char *said;
};

static struct heard hear(const char *text)
{
    struct heard h = {.arena = arena_new()};
    struct diag *d = diag_new();
    size_t length;
    h.log = log_read(arena_text(h.arena, text), strlen(text), "log.csv", h.arena, d);
    h.samples = samples_of(&h.log, "delegated", h.arena, d);
    FILE *to = open_memstream(&h.said, &length);
    diag_print(d, to, 20);
    fclose(to);
    diag_free(d);
    return h;
}

static void forget(struct heard *h)
{
    arena_free(h->arena);
    free(h->said);
}

static void check_sample(const struct heard *h, int i, const char *key, int n, double minutes)
{
    CHECK(i < h->samples.n);
    CHECK_TEXT(h->samples.at[i].key, key);
    CHECK_INT(h->samples.at[i].n, n);
    CHECK_NEAR(h->samples.at[i].ms[0] / MINUTES(1), minutes, 1e-9);
}

TEST(every_step_with_both_moments_is_a_time_of_its_key)
{
    struct heard h =
        hear("alerted_min,decided_min,light,means,assigned_min,launched_min,on_scene_min,loaded_min,"
             "scene_scene_unsafe_min\n"
             "8,20,day,mi8,21,41,60,75,5\n"
             ",,night,mi8,,,,,\n"
             "9,30,night,,,,,,\r\n"
             "\n");
    CHECK_TEXT(h.said, "");
    CHECK_INT(h.log.n, 3);
    CHECK_INT(h.samples.n, 5);
    check_sample(&h, 0, "alert.delay", 2, 8);
    check_sample(&h, 1, "authorities.delegated.day", 1, 12);
    check_sample(&h, 2, "authorities.delegated.night", 1, 21);
    check_sample(&h, 3, "assets.mi8.notice_day", 1, 20);
    check_sample(&h, 4, "assets.mi8.load", 1, 10);
    CHECK_TEXT(h.samples.at[4].aside, "assets.mi8.load_each=0 min");
    forget(&h);
}

TEST(clocks_pass_midnight_and_semicolons_quotes_and_marks_are_read)
{
    struct heard h = hear("\xef\xbb\xbfwounded;alerted;\"means\";assigned;launched\n"
                          "23:55;00:05;\"mi8 \"\"A\"\"\";2:00;2:31\n"
                          "2021-03-04 23:55;2021-03-05T00:05;;;\n");
    CHECK_TEXT(h.said, "");
    CHECK_INT(h.samples.n, 3);
    check_sample(&h, 0, "alert.delay", 2, 10);
    check_sample(&h, 1, "assets.mi8 \"A\".notice_day", 1, 31);
    forget(&h);
}

TEST(those_hit_and_moved_together_are_one_time)
{
    struct heard h = hear("trial,incident,alerted_min,first_aid_min\n"
                          "0,3,8,2\n0,3,8,2\n0,3,8,4\n1,3,8,5\n1,4,8,6\n,,8,7\n,,8,8\n");
    check_sample(&h, 0, "care.first_aid", 7, 2);
    check_sample(&h, 1, "alert.delay", 5, 8);
    forget(&h);
}

TEST(aid_that_came_with_the_helicopter_is_no_aid_by_comrades)
{
    struct heard h = hear("first_aid_min,on_scene_min\n3,60\n60.5,60\n");
    check_sample(&h, 0, "care.first_aid", 1, 3);
    forget(&h);
}

TEST(all_that_is_wrong_in_a_log_is_told_with_its_place_and_its_remedy)
{
    struct heard h = hear("alerted_min,decided_min,light,decided_ms,alarted_min\n"
                          "8,7,dusk,,\n"
                          "eight,,,,\n"
                          "8,9\n"
                          "\"8,9,,,\n");
    CHECK_TEXT(h.said, "log.csv:1:31: error: \"decided_min\" and \"decided_ms\" say the same\n"
                       "    hint: keep one of them\n"
                       "log.csv:1:42: warning: the column \"alarted_min\" is not known; it is skipped\n"
                       "    hint: did you mean \"alerted_min\"?\n"
                       "log.csv:2:3: error: decided comes before alerted\n"
                       "    hint: correct the times, or leave the cell empty\n"
                       "log.csv:2:5: error: light: \"dusk\" is neither day nor night\n"
                       "    hint: write day or night, or leave the cell empty\n"
                       "log.csv:3:1: error: alerted_min: \"eight\" is no time since wounding\n"
                       "    hint: write a number such as 12.5, or leave the cell empty\n"
                       "log.csv:4:1: error: has 2 cells; the head has 5\n"
                       "    hint: a cell with a comma in it needs quotes\n"
                       "log.csv:5:1: error: the quotes are never closed\n"
                       "    hint: end it with another\n");
    forget(&h);
}

TEST(a_log_without_moments_or_rows_says_what_one_is)
{
    struct heard none = hear("name,age\nA,3\n"), empty = hear("alerted_min\n"),
                 both = hear("wounded,alerted_min\n,3\n"), slip = hear("alerted_min\n480000\n480000000\n");
    CHECK(strstr(slip.said,
                 "log.csv:3:1: error: alerted_min: \"480000000\" is more than a year after wounding"));
    CHECK(!strstr(slip.said, "log.csv:2"));
    forget(&slip);
    CHECK(strstr(none.said, "log.csv:1:1: error: no column holds a moment of an evacuation"));
    CHECK(strstr(empty.said, "log.csv:2:1: error: has no rows"));
    CHECK(strstr(both.said, "write all as minutes since wounding, or all as times of day"));
    forget(&none);
    forget(&empty);
    forget(&both);
}
