/* test_vary.c -- what may stand behind --vary, and what is said when it may not. */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include "scenario/read.h"
#include "scenario/vary.h"
#include "study.h"

struct varied {
    struct scenario *scenario;
    struct arena *arena;
    struct vary vary;
    bool good;
    char said[2048];
};

static struct varied varied(const char *text)
{
    struct varied v = {.scenario = scenario_of("scenarios/first.yaml", (const char *const[SETS_MAX]){NULL}),
                       .arena = arena_new()};
    struct diag *d = diag_new();
    v.good = vary_read(text, 1, v.scenario, &v.vary, v.arena, d);
    CHECK(v.good == !diag_failed(d));
    FILE *said = fmemopen(v.said, sizeof v.said, "w");
    diag_print(d, said, 20);
    fclose(said);
    diag_free(d);
    return v;
}

static void varied_free(struct varied *v)
{
    scenario_free(v->scenario);
    arena_free(v->arena);
}

static void check_levels(const char *text, const char *due)
{
    struct varied v = varied(text);
    char levels[200] = "";
    CHECK(v.good);
    for (int i = 0; i < v.vary.levels; i++) {
        size_t length = strlen(levels);
        snprintf(levels + length, sizeof levels - length, "%s%s", i ? "|" : "", v.vary.level[i]);
    }
    CHECK_TEXT(levels, due);
    varied_free(&v);
}

TEST(a_range_goes_in_steps_and_levels_are_what_is_written)
{
    check_levels("assets.helicopter.count=1:4", "1|2|3|4");
    check_levels("assets.helicopter.count=4:2", "4|3|2");
    check_levels("alert.delay=10 min:40 min:10 min", "10 min|20 min|30 min|40 min");
    check_levels("alert.delay=x1:x2:0.5", "x1|x1.5|x2");
    check_levels("alert.delay=x1:x2:x0.5", "x1|x1.5|x2");
    check_levels("assets.helicopter.count=-1:+1:1", "-1|+0|+1");
    check_levels("attacks.*.rate=x1,x2", "x1|x2");
    check_levels("assets.helicopter.night=true,false", "true|false");
    check_levels("patrols.supply.depart=\"06:00\",\"18:00\"", "\"06:00\"|\"18:00\"");
    check_levels("assets.helicopter.notice_day=lognormal(median 30 min, sigma 0.3),10 min",
                 "lognormal(median 30 min, sigma 0.3)|10 min");
}

TEST(a_place_on_a_range_is_a_value_in_its_unit)
{
    struct varied v = varied("alert.delay=10 min:40 min");
    CHECK_INT(v.vary.levels, 0);
    CHECK_TEXT(vary_value(&v.vary, 0, v.arena), "10 min");
    CHECK_TEXT(vary_value(&v.vary, 0.25, v.arena), "17.5 min");
    CHECK_TEXT(vary_end(&v.vary, true, v.arena), "40 min");
    CHECK_NEAR(vary_number(&v.vary, "17.5 min", v.arena), 17.5, 0);
    CHECK_TEXT(v.vary.unit, " min");
    varied_free(&v);
    v = varied("assets.helicopter.count=1:1000"); /* too many for levels, but whole all the same */
    CHECK_INT(v.vary.levels, 0);
    CHECK_TEXT(vary_value(&v.vary, 0.5004, v.arena), "501");
    varied_free(&v);
}

TEST(a_belief_is_drawn_through_its_shares_and_ends_one_time_in_twenty)
{
    struct varied v = varied("alert.delay=uniform(10 min, 30 min)");
    CHECK(v.good && v.vary.kind == VARY_BELIEF);
    CHECK_TEXT(vary_value(&v.vary, 0.5, v.arena), "20 min");
    CHECK_TEXT(vary_end(&v.vary, false, v.arena), "11 min");
    CHECK_TEXT(vary_end(&v.vary, true, v.arena), "29 min");
    varied_free(&v);
    v = varied("alert.delay=xuniform(1, 3)");
    CHECK_TEXT(vary_value(&v.vary, 0.5, v.arena), "x2");
    CHECK_NEAR(vary_number(&v.vary, "x2", v.arena), 2, 0);
    varied_free(&v);
    v = varied("alert.delay=uniform(30 min, 90 min)"); /* drawn in minutes and in hours */
    CHECK_NEAR(vary_number(&v.vary, "1.2 h", v.arena), vary_number(&v.vary, "72 min", v.arena), 1e-9);
    varied_free(&v);
}

TEST(a_wrong_vary_says_what_is_wrong_and_what_to_write)
{
    static const struct {
        const char *text, *says;
    } wrong[] = {
        {"alert.delay", "is not KEY=VALUES"},
        {"=4", "is not KEY=VALUES"},
        {"alert.delay=", "says no values"},
        {"alert.dealy=x1:x2", "did you mean \"delay\"?"},
        {"alert=x1:x2", "alert"},
        {"assets.helicoptre.count=1:2", "helicoptre"},
        {"alert.delay=5 min", "does not vary"},
        {"alert.delay=5 min:5 min", "begins where it ends"},
        {"alert.delay=5 min:1 h", "ends of different kind or unit"},
        {"alert.delay=5 min:x2", "ends of different kind or unit"},
        {"alert.delay=5 min:10 min:0 min", "has a step of 0"},
        {"alert.delay=5 min:10 min:3 min", "does not end on a step"},
        {"alert.delay=5 min:10 min:1 h", "has a step of another kind or unit"},
        {"alert.delay=5 min:10 min:1", "has a step without a unit"},
        {"alert.delay=1 min:1000 min:1 min", "has more than 200 levels"},
        {"alert.delay=1 min:2 min:3 min:4 min", "is no range"},
        {"alert.delay=soon:later", "is no range"},
        {"alert.delay=1 min,,2 min", "has an empty level"},
        {"alert.delay=1 min,1 min", "has the same level twice"},
        {"alert.delay=gama(mean 3 min, shape 2)", "did you mean \"gamma\"?"},
        {"alert.delay=gamma(from 7 events in 8 months)", "give a rate"},
        {"assets.helicopter.night=uniform(0, 1)", "is no quantity"},
        {"run.trials=100:200", "give --trials or --seed"},
        {"run.seed=1,2", "give --trials or --seed"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct varied v = varied(wrong[i].text);
        if (v.good || !strstr(v.said, wrong[i].says))
            fail_msg("--vary %s says: %s", wrong[i].text, v.said);
        varied_free(&v);
    }
}
