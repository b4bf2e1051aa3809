/* test_belief.c -- how sure we are: what is written, and what is drawn from it. */
#include "test.h"

#include <math.h>
#include "scenario/belief.h"
#include "scenario/read.h"
#include "study.h"

static void check_gamma(const char *text, enum dimension d, const char *becomes)
{
    struct arena *a = arena_new();
    struct dist x;
    const char *complaint = belief_read(text, d, a, &x);
    CHECK_TEXT(complaint ? complaint : dist_write(&x, d, a), becomes);
    arena_free(a);
}

TEST(a_rate_known_by_counting_is_gamma_with_half_an_event_more)
{
    check_gamma("gamma(from 7 events in 10 d)", RATE, "gamma(mean 0.75 /d, shape 7.5)");
    check_gamma("gamma(from 1 event in 2 weeks)", RATE, "gamma(mean 0.75 /wk, shape 1.5)");
    check_gamma("gamma(from 7 events in 6 months)", RATE, "gamma(mean 15 /yr, shape 7.5)");
    check_gamma("gamma(from 0 events in 50 km)", PER_KM, "gamma(mean 1 /100km, shape 0.5)");
    check_gamma("gamma(mean 12 /yr, from 7 events)", RATE, "gamma(mean 12 /yr, shape 7.5)");
    check_gamma("gamma(from 7 events)", PURE, "gamma(mean 1, shape 7.5)");
    check_gamma("gamma(from 7 events, most 3)", PURE, "gamma(mean 1, shape 7.5, most 3)");
    check_gamma("lognormal(median 1, sigma 0.2)", PURE, "lognormal(median 1, sigma 0.2)");
}

TEST(a_rate_from_events_says_what_is_missing)
{
    static const char both[] =
        "give the mean, or how long it was watched: from 7 events in 8 months; one of the two";
    check_gamma("gamma(from 7 events)", RATE, both);
    check_gamma("gamma(mean 12 /yr, from 7 events in 8 months)", RATE, both);
    check_gamma("gamma(from 7)", RATE, "write from 7 events");
    check_gamma("gamma(from seven events in 8 months)", RATE, "\"seven\" is not a number");
    check_gamma("gamma(from 7 events in 8 parsecs)", RATE,
                "\"8 parsecs\" is no exposure: the rate is in /h, /d, /wk, /month or /yr");
    check_gamma("gamma(from 7 events since March)", RATE, "\" since March\" stands after the events");
}

/* With 7 events the posterior's quantiles are those of chi-square with 15 degrees of freedom, halved:
 * 3.63 and 12.50 at 5 and 95 % (tables of chi-square: 7.261, 24.996). */
TEST(a_drawn_rate_has_the_quantiles_of_chi_square)
{
    struct arena *a = arena_new();
    struct dist x;
    assert_null(belief_read("gamma(from 7 events in 1 d)", RATE, a, &x));
    CHECK_NEAR(dist_quantile(&x, 0.05), 7.261 / 2, 0.005);
    CHECK_NEAR(dist_quantile(&x, 0.95), 24.996 / 2, 0.005);
    arena_free(a);
}

static const struct belief *belief_called(const struct scenario *s, const char *id)
{
    for (int i = 0; i < s->beliefs.n; i++)
        if (!strcmp(s->beliefs.at[i].id, id))
            return &s->beliefs.at[i];
    fail_msg("no belief %s", id);
    return NULL;
}

TEST(a_draw_from_a_belief_is_a_setting)
{
    struct scenario *s = scenario_of("tests/shown.yaml", (const char *[SETS_MAX]){NULL});
    struct arena *a = arena_new();
    CHECK_TEXT(belief_setting(s, belief_called(s, "alert"), 0.5, a), "alert.delay=x1");
    CHECK_TEXT(belief_setting(s, belief_called(s, "alert"), 0.9, a), "alert.delay=x1.46882898");
    struct belief none = {"none", "assets.gone.count", "exponential(mean 1)", ""};
    assert_null(belief_setting(s, &none, 0.5, a));
    arena_free(a);
    scenario_free(s);
}

TEST(a_draw_laid_over_the_scenario_is_read_and_rises_with_its_uniform)
{
    struct scenario *s = scenario_of("tests/shown.yaml", (const char *[SETS_MAX]){NULL});
    struct arena *a = arena_new();
    double rate = 0, median = 0;
    for (double u = 1e-9; u < 1; u += 0.0999999) {
        struct scenario *drawn = scenario_of(
            "tests/shown.yaml", (const char *[SETS_MAX]){belief_setting(s, belief_called(s, "ied"), u, a),
                                                         belief_setting(s, belief_called(s, "alert"), u, a)});
        for (int i = 0; i < drawn->attacks.n; i++)
            if (!strcmp(drawn->attacks.at[i].id, "ied")) {
                CHECK(drawn->attacks.at[i].rate > rate);
                rate = drawn->attacks.at[i].rate;
            }
        CHECK(dist_quantile(&drawn->alert.delay, 0.5) > median);
        median = dist_quantile(&drawn->alert.delay, 0.5);
        scenario_free(drawn);
    }
    arena_free(a);
    scenario_free(s);
}
