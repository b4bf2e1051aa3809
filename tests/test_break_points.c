/* test_break_points.c -- where theory knows the load at which a goal fails, it is found, as surely as is said.
 *
 * A goal holds the share served in time to what Erlang's formula gives at the load of the case, so that load is
 * its break point. Each seed climbs a ladder of its own, through the whole model.
 */
#include "test.h"

#include <math.h>
#include <stdio.h>

#include "evidence.h"
#include "experiment/ladder.h"

enum { SEEDS = 400, SEEDS_OF_A_TEST = 12 };

static const struct {
    const char *says, *rung;
} cases[] = {
    {"Erlang B, 2 servers, load 1", "tests/theory/systems.yaml:b2"},
    {"Erlang B, 4 servers, load 3", "tests/theory/systems.yaml:b4"},
    {"Erlang C, 1 server, load 0.5", "tests/theory/systems.yaml:c1"},
    {"Erlang C, 3 servers, load 2", "tests/theory/systems.yaml:c3"},
};

static struct break_point climb(int number, uint64_t seed, const struct stressor *load)
{
    static const char *const sets[] = {"run.warm_up=4 d", "run.horizon=4 d", "run.cool_down=1 d"};
    struct layers calm = {.file = "tests/theory/queue-tables.yaml",
                          .stressors = &cases[number].rung,
                          .stressor_count = 1,
                          .sets = sets,
                          .set_count = 3};
    struct ladder_plan plan = {.calm = &calm,
                               .plan = "",
                               .stressor = load,
                               .places = 5,
                               .tolerance = 0.1,
                               .seed = seed,
                               .trials = 40,
                               .jobs = 1};
    struct ladder *l = ladder_climb(&plan);
    if (l->why_not)
        fail_msg("%s", l->why_not);
    struct break_point found = l->broken[0].point;
    ladder_free(l);
    return found;
}

static void check_case(int number)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new();
    const struct stressor *load = stressor_read("tests/theory/load.yaml", a, d);
    int held = 0, seeds = evidence_batches(SEEDS, SEEDS_OF_A_TEST);
    const double truth = (1 / 0.75 - 1) / 0.75; /* the full load, on the way from x1 to x1.75 */
    CHECK(load);
    for (int seed = 1; seed <= seeds; seed++) {
        struct break_point found = climb(number, (uint64_t)seed, load);
        held += found.verdict == BREAKS && found.severity.low <= truth && !(found.severity.high < truth);
    }
    evidence_check_counted(
        &(struct claim){"Break points within their 95 % interval", cases[number].says, 0.95, 0.0325},
        (double)held / seeds, seeds, SEEDS);
    diag_free(d);
    arena_free(a);
}

TEST(a_break_point_of_a_loss_system_lies_within_its_interval_nineteen_times_in_twenty)
{
    check_case(0);
    check_case(1);
}

TEST(a_break_point_of_a_delay_system_lies_within_its_interval_nineteen_times_in_twenty)
{
    check_case(2);
    check_case(3);
}
