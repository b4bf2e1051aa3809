/* test_calibration.c -- the injury clock through the whole model, against the totals it was fitted to. */
#include "test.h"

#include <stdio.h>

#include "evidence.h"

/* Per cent of all who were hit. */
enum { BEFORE_A_FACILITY, OF_WOUNDS, IN_ALL };

static void measure_deaths(const struct found *f, double figures[FIGURES])
{
    double before =
        100 * (outcome_share(f->tally, KILLED_OUTRIGHT) + outcome_share(f->tally, DIED_BEFORE_FACILITY));
    double after = 100 * outcome_share(f->tally, DIED_OF_WOUNDS);
    figures[BEFORE_A_FACILITY] = before;
    figures[OF_WOUNDS] = after;
    figures[IN_ALL] = before + after;
}

static void play(const char *const sets[3], struct estimate found[FIGURES])
{
    struct study_plan p = {.file = "tests/theory/calibration.yaml",
                           .sets = {sets[0], sets[1], sets[2]},
                           .measure = measure_deaths,
                           .batches = 100,
                           .trials = 1};
    study_play(&p, found);
}

/* Kotwal 2016, JAMA Surg 151:15: 964 killed and 380 died of wounds of 17,660. */
TEST(deaths_are_those_of_us_casualties_in_afghanistan_after_2009)
{
    struct estimate found[FIGURES];
    play((const char *[3]){NULL}, found);
    CHECK_NEAR(found[BEFORE_A_FACILITY].value, 5.46, 0.4);
    CHECK_NEAR(found[OF_WOUNDS].value, 2.15, 0.3);
    CHECK_NEAR(found[IN_ALL].value, 7.61, 0.5);
}

/* What Howard 2019, JAMA Surg 154:600, counts for each, in points of case fatality, beside what the fit gave. */
TEST(taking_care_away_costs_as_many_lives_as_the_fit_says)
{
    static const struct {
        const char *sets[2];
        double fitted, tolerance; /* points; Howard: 0.84, 1.54, 0.48 */
    } less[] = {{{"classes.xh.buddy=1", "classes.xh.efc=1"}, 0.90, 0.3},
                {{"facilities.hospital.blood=false"}, 1.09, 0.3},
                {{"assets.helicopter.notice_day=lognormal(median 90 min, sigma 0.49)"}, 0.70, 0.3}};
    struct estimate base[FIGURES], found[FIGURES];
    play((const char *[3]){NULL}, base);
    for (int i = 0; i < 3; i++) {
        play((const char *[3]){less[i].sets[0], less[i].sets[1]}, found);
        CHECK_NEAR(found[IN_ALL].value - base[IN_ALL].value, less[i].fitted, less[i].tolerance);
    }
}
