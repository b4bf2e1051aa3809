#include "test.h"

#include "random/dist.h"

TEST(wrong_distributions_say_what_is_wrong)
{
    static const struct {
        const char *text, *complaint;
    } wrong[] = {
        {"15", "\"15\" needs a unit: min, s, h or d"},
        {"-5 min", "\"-5 min\" must not be below 0"},
        {"1e9 d", "\"1e9 d\" is too large"},
        {"lognormal", "lognormal needs its parameters: lognormal(median, sigma)"},
        {"lognrmal(3 min, 1)", "there is no distribution \"lognrmal\"; did you mean \"lognormal\"?"},
        {"beta(1, 2)",
         "there is no distribution \"beta\"; there are uniform, triangular, exponential, lognormal, "
         "weibull, gamma, normal, poisson, geometric, negative_binomial, discrete and empirical"},
        {"poisson(3)", "poisson gives a count, and this is a quantity with a unit (min, s, h or d)"},
        {"lognormal(median 15, sigma 1)", "\"15\" needs a unit: min, s, h or d"},
        {"lognormal(median 15 min)", "lognormal needs sigma"},
        {"lognormal(median 15 min, sigmo 1)", "lognormal has no \"sigmo\"; did you mean \"sigma\"?"},
        {"lognormal(median 15 min, cv 1)", "lognormal with median and sigma has no \"cv\""},
        {"lognormal(15 min, sigma 1, sigma 2)", "sigma is given twice"},
        {"lognormal(15 min, 1, median 2 min)", "median is given twice"},
        {"lognormal(15 min, -1)", "sigma must not be below 0"},
        {"lognormal(15 min, 6)", "sigma must be 5 or less"},
        {"lognormal(-15 min, 1)", "median must not be below 0"},
        {"weibull(0.01, 15 min)", "shape must be 0.05 or more"},
        {"exponential(mean)", "mean has no value"},
        {"exponential(1e9 d)", "mean \"1e9 d\" is too large"},
        {"uniform(5 min, 4 min)", "low and high must be in rising order"},
        {"triangular(5 min, 4 min, 6 min)", "low, mode and high must be in rising order"},
        {"triangular(5 min, 7 min, 6 min)", "low, mode and high must be in rising order"},
        {"uniform(1 min, 2 min, 3 min)", "uniform takes no more than low and high"},
        {"uniform(1 min,, 2 min)", "uniform has nothing between two commas or brackets"},
        {"uniform()", "uniform has nothing between two commas or brackets"},
        {"uniform(1 min, 2 min", "uniform lacks its closing bracket"},
        {"uniform(1 min, 2 min) or so", "\"or so\" stands after the closing bracket"},
        {"exponential(3 min, least 5 min, most 4 min)", "least must not be above most"},
        {"exponential(3 min, least -5 min)", "least must not be below 0"},
        {"exponential(3 min, most 5 min, most 6 min)", "most is given twice"},
        {"discrete(3 min)", "\"3 min\" needs a weight: discrete(value: weight, ...)"},
        {"discrete(3 min: 0, 4 min: 0)", "a weight must be above 0"},
        {"discrete(3 min: -1, 4 min: 2)", "a weight must not be below 0"},
        {"discrete(3 min: nan)", "\"nan\" is not a number"},
        {"discrete(plus 3 min)", "discrete needs a value"},
        {"empirical(-3 min)", "a value must not be below 0"},
        {"empirical(3 min, mean 4 min)",
         "empirical has no \"mean\"; besides its values it takes plus, least and most"},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct dist x = {0};
        const char *complaint = dist_read(wrong[i].text, TIME, a, &x);
        if (!complaint)
            fail_msg("%s is taken for right", wrong[i].text);
        CHECK_TEXT(complaint, wrong[i].complaint);
        CHECK(dist_is_constant(&x) && x.p[0] == 0);
    }
    arena_free(a);
}

TEST(a_scaled_distribution_is_as_many_times_as_long)
{
    static const char *const texts[] = {"3 min",
                                        "lognormal(mean 3 min, cv 0.5, plus 1 min, least 2 min, most 8 min)",
                                        "weibull(1.5, 3 min)",
                                        "gamma(3 min, 2)",
                                        "normal(1 min, 3 min)",
                                        "triangular(1 min, 2 min, 4 min)",
                                        "empirical(2 min, 3 min, 9 min)"};
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct dist x, twice, never;
        CHECK(!dist_read(texts[i], TIME, a, &x));
        twice = dist_scaled(&x, 2, a);
        never = dist_scaled(&x, 0, a);
        for (double u = 0.005; u < 1; u += 0.01) {
            CHECK_NEAR(dist_quantile(&twice, u), 2 * dist_quantile(&x, u), 1e-6);
            CHECK(dist_ms(&never, u) == 0);
        }
        CHECK(!dist_read(dist_write(&twice, TIME, a), TIME, a, &x));
        CHECK(dist_quantile(&twice, 0.3) == dist_quantile(&x, 0.3));
    }
    struct dist count;
    CHECK(!dist_read("poisson(3)", PURE, a, &count));
    count = dist_scaled(&count, 1.5, a);
    CHECK_TEXT(dist_write(&count, PURE, a), "poisson(mean 4.5)");
    CHECK_NEAR(dist_mean(&count), 4.5, 1e-9);
    count = dist_scaled(&count, 1e9, a);
    CHECK_TEXT(dist_read(dist_write(&count, PURE, a), PURE, a, &count), "mean \"4500000000\" is too large");
    arena_free(a);
}

TEST(a_shifted_distribution_is_later_and_never_before_nothing)
{
    struct arena *a = arena_new();
    struct dist x;
    CHECK(!dist_read("uniform(10 min, 30 min)", TIME, a, &x));
    struct dist later = dist_shifted(&x, (double)MINUTES(20)),
                sooner = dist_shifted(&x, -(double)MINUTES(20));
    CHECK_INT(dist_ms(&later, 0.5), MINUTES(40));
    CHECK_INT(dist_ms(&sooner, 0.75), MINUTES(5));
    CHECK_INT(dist_ms(&sooner, 0.25), 0);
    CHECK_TEXT(dist_write(&later, TIME, a), "uniform(low 10 min, high 30 min, plus 20 min)");
    CHECK(!dist_read("15 min", TIME, a, &x));
    later = dist_shifted(&x, (double)MINUTES(20));
    CHECK_TEXT(dist_write(&later, TIME, a), "35 min");
    sooner = dist_shifted(&x, -(double)MINUTES(20));
    CHECK_INT(dist_ms(&sooner, 0.5), 0);
    arena_free(a);
}

TEST(draws_are_whole_milliseconds_and_whole_people)
{
    struct arena *a = arena_new();
    struct dist x;
    CHECK(!dist_read("1.5 ms", TIME, a, &x));
    CHECK_INT(dist_ms(&x, 0.5), 2);
    CHECK(!dist_read("2.9", PURE, a, &x));
    CHECK_INT(dist_count(&x, 0.5), 2);
    CHECK(!dist_read("uniform(0, 3)", PURE, a, &x));
    CHECK_INT(dist_count(&x, 1 - 0x1p-53), 2 + 1); /* nearer to 3 than any sum could tell */
    x = (struct dist){.p = {0.1 * 3 * 10}};
    CHECK_INT(dist_count(&x, 0.5), 3);
    CHECK(!dist_read("lognormal(10000 d, 5)", TIME, a, &x));
    CHECK(dist_ms(&x, 1 - 0x1p-53) <= DAYS(3652)); /* and the time after it can still be told */
    arena_free(a);
}

TEST(the_reference_has_a_row_for_each_family)
{
    int rows = 0;
    for (; dist_family_help(rows); rows++)
        CHECK(strchr(dist_family_help(rows), '(') != NULL);
    CHECK_INT(rows, 13);
}
