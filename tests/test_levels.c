/* test_levels.c -- what a facility of each level has, as shipped. */
#include "test.h"

#include "base/diag.h"
#include "base/unit.h"
#include "scenario/read.h"

static const struct facility *called(const struct scenario *s, const char *id)
{
    for (int i = 0; i < s->facilities.n; i++)
        if (!strcmp(s->facilities.at[i].id, id))
            return &s->facilities.at[i];
    fail_msg("there is no %s", id);
    return NULL;
}

TEST(the_plan_of_levels_gives_each_facility_what_its_level_is_to_have)
{
    struct diag *d = diag_new();
    struct scenario *s =
        scenario_read(&(struct layers){.file = "scenarios/mali-2021.yaml",
                                       .plans = (const char *[]){"scenarios/plans/levels.yaml"},
                                       .plan_count = 1},
                      d);
    CHECK(s != NULL);
    const struct facility *one = called(s, "level1_gossi"), *plus = called(s, "level1_plus_menaka"),
                          *two = called(s, "level2_kidal"), *three = called(s, "level3_bamako"),
                          *four = called(s, "level4_dakar");
    CHECK(one->beds == 5 && one->hold_ms == DAYS(2) && !one->blood && !one->tables);
    CHECK(plus->blood && plus->blood_units == 4 && !plus->tables);
    CHECK(two->tables == 1 && two->icu == 2 && two->hold_ms == DAYS(7) && two->when_full == DIVERT);
    CHECK(three->beds == 50 && three->hold_ms == DAYS(30) && !three->definitive);
    CHECK(four->definitive && !four->hold_ms && four->icu == 20);
    scenario_free(s);
    diag_free(d);
}
