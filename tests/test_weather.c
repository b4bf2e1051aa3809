/* test_weather.c -- nobody flies while the weather is closed, and it is closed as often as it was written. */
#include "test.h"

#include <math.h>
#include <stdio.h>

#include "base/unit.h"
#include "study.h"
#include "world/weather.h"
#include "written.h"

static const char theory[] = "tests/theory/weather.yaml", shown[] = "tests/shown.yaml";

static bool closed(const struct stage *s, uint64_t trial, int site, int64_t at_ms)
{
    return weather_open_from(s->world, &(struct luck){7, trial}, site, at_ms, 0) > at_ms;
}

/* The share of half hours in which a site is closed, in 1,000 years of these days. */
static double share_closed(const struct stage *s, int site, int first_day, int days)
{
    int n = 0, shut = 0;
    for (uint64_t trial = 0; trial < 1000; trial++)
        for (int i = 0; i < 48; i++, n++)
            shut += closed(s, trial, site, DAYS(first_day + (int)trial % days) + MINUTES(30 * i + 7));
    return (double)shut / n;
}

/* Of 1,000 days with one window or none of the length, in hours, and its standard deviation. */
static void check_share(double found, double chance, double hours, double spread)
{
    double error = sqrt(chance * (hours * hours + spread * spread) - chance * chance * hours * hours) / 24;
    CHECK_NEAR(found, chance * hours / 24, 4 * error / sqrt(1000));
}

TEST(the_weather_is_closed_for_its_share_of_the_time)
{
    struct stage s = stage_of(theory, (const char *[SETS_MAX]){"run.horizon=400 d"});
    check_share(share_closed(&s, site_called(s.scenario, "town"), 153, 90), 0.3, 4, 0);
    check_share(share_closed(&s, site_called(s.scenario, "camp"), 122, 28), 0.5, 3, sqrt(16. / 12));
    stage_free(&s);
}

TEST(the_weather_keeps_to_its_months_its_sectors_and_its_hours)
{
    struct stage s = stage_of(theory, (const char *[SETS_MAX]){"run.horizon=400 d"});
    int camp = site_called(s.scenario, "camp"), town = site_called(s.scenario, "town"), shut = 0;
    for (uint64_t trial = 0; trial < 20; trial++)
        for (int64_t at = 0; at < DAYS(365); at += MINUTES(20)) {
            int64_t day = at / DAYS(1), clock = at % DAYS(1);
            bool summer = day >= 151 && day < 243,
                 winter = day < 59 || day >= 304 || (day >= 120 && day < 151);
            shut += closed(&s, trial, town, at);
            CHECK(!closed(&s, trial, town, at) || (summer && clock >= HOURS(12)));
            CHECK(!closed(&s, trial, camp, at) || (winter && clock < HOURS(11)));
        }
    CHECK(shut > 1000);
    stage_free(&s);
}

TEST(a_sector_shares_its_weather_and_the_answer_does_not_depend_on_who_asked_before)
{
    struct stage s = stage_of(theory, (const char *[SETS_MAX]){NULL});
    int town = site_called(s.scenario, "town"), hill = site_called(s.scenario, "hill");
    enum { MOMENTS_ASKED = 2000 };
    static int64_t forth[MOMENTS_ASKED];
    for (int i = 0; i < MOMENTS_ASKED; i++)
        forth[i] = weather_open_from(s.world, &(struct luck){1, 5}, town, MINUTES(37) * i, 0);
    for (int i = MOMENTS_ASKED - 1; i >= 0; i--)
        CHECK_INT(weather_open_from(s.world, &(struct luck){1, 5}, hill, MINUTES(37) * i, 0), forth[i]);
    stage_free(&s);
}

TEST(whoever_needs_longer_waits_until_it_is_open_for_so_long)
{
    struct stage s =
        stage_of(theory, (const char *[SETS_MAX]){"run.start=2021-06-01", "weather.dust.chance=0.9"});
    int town = site_called(s.scenario, "town"), later = 0;
    struct luck l = {3, 1};
    for (int64_t at = 0; at < DAYS(20); at += MINUTES(53)) {
        int64_t from = weather_open_from(s.world, &l, town, at, HOURS(6));
        later += from > weather_open_from(s.world, &l, town, at, 0);
        for (int64_t then = from; then <= from + HOURS(6); then += MINUTES(10))
            CHECK_INT(weather_open_from(s.world, &l, town, then, 0), then);
    }
    CHECK(later > 20);
    stage_free(&s);
}

static bool open_at(const struct stage *s, uint64_t trial, int site, int64_t at_ms)
{
    return weather_open_from(s->world, &(struct luck){1, trial}, site, at_ms, 0) == at_ms;
}

TEST(no_aircraft_that_minds_it_leaves_while_home_or_the_place_is_closed)
{
    struct stage s =
        stage_of(shown, (const char *[SETS_MAX]){"weather.dust.chance=0.8", "weather.dust.sectors=all"});
    int flown = 0, driven_in_it = 0, held = 0;
    for (uint64_t n = 0; n < 30; n++) {
        stage_play(&s, 1, n);
        for (int i = 0; i < trial_sorties(s.trial); i++) {
            const struct sortie *x = trial_sortie(s.trial, i);
            const struct asset *a = &s.scenario->assets.at[x->asset];
            if (x->launched < 0)
                continue;
            int from = x->from_facility < 0 ? trial_incident(s.trial, x->incident)->place.site
                                            : s.scenario->facilities.at[x->from_facility].site;
            bool open = open_at(&s, n, a->home, x->launched) && open_at(&s, n, from, x->launched);
            CHECK(a->kind == AMBULANCE || open);
            flown += a->kind != AMBULANCE;
            driven_in_it += !open;
        }
        for (int i = 0; i < trial_casualties(s.trial); i++) {
            int64_t ms[WAITS];
            trial_waits(s.trial, i, ms);
            held += ms[WAIT_WEATHER] > 0 || ms[WAIT_TRANSFER_WEATHER] > 0;
        }
    }
    CHECK(flown > 100 && driven_in_it > 10 && held > 30);
    stage_free(&s);
}

TEST(weather_moves_no_attack_and_no_wound)
{
    struct stage fair = stage_of(shown, (const char *[SETS_MAX]){"weather.dust=~"});
    struct stage foul = stage_of(shown, (const char *[SETS_MAX]){"weather.dust.chance=1"});
    for (uint64_t n = 0; n < 10; n++) {
        stage_play(&fair, 1, n);
        stage_play(&foul, 1, n);
        CHECK_INT(trial_casualties(fair.trial), trial_casualties(foul.trial));
        for (int i = 0; i < trial_casualties(fair.trial); i++) {
            const struct casualty *a = trial_casualty(fair.trial, i), *b = trial_casualty(foul.trial, i);
            CHECK(a->name == b->name && a->at[M_WOUNDED] == b->at[M_WOUNDED] &&
                  a->wound.class == b->wound.class);
        }
    }
    stage_free(&fair);
    stage_free(&foul);
}

TEST(months_are_written_as_they_are_read)
{
    static const struct {
        const char *is, *should;
    } forms[] = {{"jun", "[jun]"},
                 {"jun-sep", "[jun-sep]"},
                 {"[nov-feb]", "[nov-feb]"},
                 {"all", "all"},
                 {"[jan-jun, jul-dec]", "all"},
                 {"none", "none"},
                 {"[]", "none"},
                 {"[oct, apr-may]", "[apr-may, oct]"}};
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        char text[512], due[128];
        snprintf(text, sizeof text, SMALL "weather: {dust: {chance: 0.5, months: %s}}\n", forms[i].is);
        struct written w = written(text, NULL, NULL);
        snprintf(due, sizeof due, "months: %s\n", forms[i].should);
        CHECK(w.scenario && strstr(w.scenario->text, due));
        written_free(&w);
    }
}
