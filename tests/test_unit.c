#include "test.h"

#include <math.h>
#include <stdlib.h>
#include "base/unit.h"

static double read_as(const char *text, enum dimension d)
{
    double value = NAN;
    CHECK_TEXT(unit_read(text, d, &value) ? "wrong" : "right", "right");
    return value;
}

TEST(a_quantity_is_read_into_the_inner_unit)
{
    CHECK_NEAR(read_as("15 min", TIME), 900000, 0);
    CHECK_NEAR(read_as("15min", TIME), 900000, 0);
    CHECK_NEAR(read_as("1.5 h", TIME), 5400000, 0);
    CHECK_NEAR(read_as("2 wk", TIME), 14 * 86400000., 0);
    CHECK_NEAR(read_as("10 nm", DISTANCE), 18520, 0);
    CHECK_NEAR(read_as("10 m/s", SPEED), 36, 0);
    CHECK_NEAR(read_as("365.25 /yr", RATE), 1, 0);
    CHECK_NEAR(read_as("2 /h", RATE), 48, 0);
    CHECK_NEAR(read_as("5 /100km", PER_KM), 0.05, 0);
    CHECK_NEAR(read_as("15 %", PURE), 0.15, 0);
}

TEST(nothing_is_nothing_in_every_unit_and_only_nothing_needs_none)
{
    double value;
    for (int d = PURE; d < DIMENSIONS; d++)
        CHECK_NEAR(read_as("0", (enum dimension)d), 0, 0);
    CHECK_TEXT(unit_read("15", TIME, &value), "needs a unit: min, s, h or d");
    CHECK_TEXT(unit_read("220", SPEED, &value), "needs a unit: km/h, m/s or kn");
    CHECK_TEXT(unit_read("3 km", TIME, &value), "has an unknown unit; known are min, s, h or d");
}

TEST(what_a_computer_might_take_for_a_number_and_a_person_would_not_is_refused)
{
    const char *const traps[] = {"nan", "inf",   ".nan", "-.inf", "0x1F", "0o17",  "010",   "1_000",
                                 "+3",  ".5",    "5.",   "1,5",   "1e",   "--1",   "- 1",   "",
                                 " 1",  "1 000", "08",   "1:30",  "~",    "1e999", "1e-999"};
    double value = 7;
    for (size_t i = 0; i < sizeof traps / sizeof *traps; i++)
        CHECK(number_read(traps[i], &value) != NULL);
    CHECK_NEAR(value, 7, 0);
    CHECK(number_read("-1.25e-3", &value) == NULL);
    CHECK_NEAR(value, -0.00125, 0);
}

TEST(minus_zero_is_zero)
{
    CHECK(!signbit(read_as("-0", PURE)));
    CHECK(!signbit(read_as("-0 min", TIME)));
}

TEST(a_quantity_is_written_as_people_would)
{
    const struct {
        double value;
        enum dimension d;
        const char *text;
    } cases[] = {{900000, TIME, "15 min"},
                 {5400000, TIME, "90 min"},
                 {86400000, TIME, "1 d"},
                 {30000, TIME, "30 s"},
                 {0, TIME, "0 min"},
                 {220, SPEED, "220 km/h"},
                 {2500, DISTANCE, "2500 m"},
                 {12 / 365.25, RATE, "12 /yr"},
                 {0.00003, PER_KM, "0.00003 /km"},
                 {0.15, PURE, "0.15"},
                 {-0.04, PURE, "-0.04"}};
    char text[64];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unit_write(cases[i].value, cases[i].d, text, sizeof text);
        CHECK_TEXT(text, cases[i].text);
    }
}

TEST(what_is_written_reads_back_to_the_very_same_number)
{
    uint64_t z = 1;
    for (int i = 0; i < 20000; i++) {
        char text[64];
        z = z * 6364136223846793005u + 1442695040888963407u;
        double value = ldexp((double)(z >> 11), (int)(z % 60) - 80);
        enum dimension d = (enum dimension)(i % DIMENSIONS);
        unit_write(value, d, text, sizeof text);
        CHECK(read_as(text, d) == value);
    }
}

TEST(a_figure_has_its_decimals_and_never_more_than_nine_digits)
{
    const struct {
        double value;
        int decimals;
        const char *text;
    } cases[] = {{0.125, 2, "0.12"},
                 {-0.0001, 2, "0.00"},
                 {1234.5678, 3, "1234.568"},
                 {123456789.123, 3, "123456789"},
                 {1234567891234, 0, "1234567890000"},
                 {NAN, 2, ""},
                 {1.0 / 3, 12, "0.333333333"},
                 {99999.99996, 4, "100000.000"}};
    char text[32];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        figure_write(cases[i].value, cases[i].decimals, text);
        CHECK_TEXT(text, cases[i].text);
    }
}
