/* test_theory_fleet.c -- aircraft that fail and are mended, against the machine repair model. */
#include "test.h"

#include <stdio.h>

#include "evidence.h"

static const char fleet[] = "tests/theory/fleet.yaml";
enum { AIRCRAFT = 4 };

/* From how many are unfit, over time. */
static void measure_readiness(const struct found *f, double figures[FIGURES])
{
    int place = resource_called(f->tally, "unfit", "aircraft");
    const struct occupancy *o = &f->tally->busy[place];
    double all = 0, two_up = 0;
    for (int unfit = 0; unfit <= AIRCRAFT; unfit++) {
        all += (double)o->level_ms[unfit];
        two_up += unfit <= AIRCRAFT - 2 ? (double)o->level_ms[unfit] : 0;
    }
    figures[0] = 1 - busy_mean(f->tally, place) / AIRCRAFT;
    figures[1] = two_up / all;
    figures[2] = (double)o->level_ms[AIRCRAFT] / all;
}

TEST(aircraft_that_fail_are_ready_as_machine_repair_says)
{
    static const struct {
        const char *says, *crews;
        double expected[3];
    } cases[] = {
        {"one crew", "assets.aircraft.repair_crews=1", {.689320, .854369, .029126}},
        {"two crews", "assets.aircraft.repair_crews=2", {.790551, .957480, .004724}},
        {"a crew each", "assets.aircraft.repair_crews=unlimited", {.8, .9728, .0016}},
    };
    static const char *const names[] = {"availability", "P(2 or more are fit)", "P(none is fit)"};
    for (int i = 0; i < 3; i++) {
        struct study_plan p = {.file = fleet,
                               .sets = {cases[i].crews},
                               .measure = measure_readiness,
                               .batches = evidence_batches(400, 40),
                               .trials = 4};
        struct estimate found[FIGURES];
        study_play(&p, found);
        for (int n = 0; n < 3; n++) {
            char which[80];
            snprintf(which, sizeof which, "4 aircraft, %s: %s", cases[i].says, names[n]);
            evidence_check(
                &(struct claim){"A13 machine repair, aircraft", which, cases[i].expected[n], 0.005},
                found[n]);
        }
    }
}
