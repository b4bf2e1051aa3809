/* test_blood.c -- the stock of a hospital: who is given blood, who waits for it, and what that costs. */
#include "test.h"

#include "base/unit.h"
#include "scenario/read.h"
#include "study.h"

/* Brought at 83 min when two are: one bay of 30 min, one table of 60 min, control of bleeding 30 min after incision. */
static const char pathway[] = "tests/theory/pathway.yaml";

#define SETS(...) ((const char *[SETS_MAX]){__VA_ARGS__})
#define TWO       "attacks.blast.casualties=2"
#define FOUR_EACH "classes.wounded.transfused=1", "classes.wounded.units=4"
#define RISKY     "classes.wounded.dcs_risk=0.24", "classes.wounded.no_blood_risk=4"
#define STOCK     "facilities.hospital.blood_units="

static struct stage played(const char *const sets[SETS_MAX])
{
    return stage_played(pathway, sets);
}

static double waited_min(const struct stage *s, int casualty, enum wait w)
{
    int64_t ms[WAITS];
    trial_waits(s->trial, casualty, ms);
    return (double)ms[w] / (double)MINUTES(1);
}

static int units(const struct stage *s, int casualty)
{
    return trial_casualty(s->trial, casualty)->units;
}

/* How many of `of` trials a casualty dies in. */
static int deaths(const char *const sets[SETS_MAX], int casualty, int of)
{
    struct stage s = stage_of(pathway, sets);
    int died = 0;
    for (int n = 0; n < of; n++) {
        stage_play(&s, 1, (uint64_t)n);
        died += trial_casualty(s.trial, casualty)->outcome == DIED_OF_WOUNDS;
    }
    stage_free(&s);
    return died;
}

TEST(where_blood_is_not_counted_it_never_runs_out)
{
    CHECK_NEAR(deaths(SETS(TWO, FOUR_EACH, RISKY), 1, 300), 0.24 * 300, 30);
    struct stage s = played(SETS(TWO, FOUR_EACH));
    CHECK_INT(units(&s, 0) + units(&s, 1), 0);
    stage_free(&s);
}

TEST(who_comes_when_the_stock_is_out_is_resuscitated_and_operated_on_without)
{
    struct stage s = played(SETS(TWO, FOUR_EACH, STOCK "7"));
    CHECK_INT(units(&s, 0), 4);
    CHECK_INT(units(&s, 1), 0);
    CHECK_NEAR(waited_min(&s, 0, WAIT_IN_BAY), 30, 0);
    CHECK_NEAR(waited_min(&s, 1, WAIT_NO_BLOOD), 30, 0);
    CHECK_NEAR(waited_min(&s, 1, WAIT_IN_BAY), 0, 0);
    stage_free(&s);
    CHECK_NEAR(deaths(SETS(TWO, FOUR_EACH, RISKY, STOCK "7"), 0, 300), 0.24 * 300, 30);
    CHECK_NEAR(deaths(SETS(TWO, FOUR_EACH, RISKY, STOCK "7"), 1, 300), 0.96 * 300, 15);
}

TEST(who_needs_no_blood_takes_none_and_misses_none)
{
    struct stage s = played(SETS(TWO, STOCK "0"));
    CHECK_NEAR(waited_min(&s, 1, WAIT_NO_BLOOD), 0, 0);
    stage_free(&s);
    CHECK_NEAR(deaths(SETS(RISKY, STOCK "0"), 0, 300), 0.24 * 300, 30);
}

TEST(walking_donors_are_called_and_give_a_while_later)
{
    /* The second is in the bay from 119 on; its blood is there 20 min later. */
    struct stage s = played(SETS(TWO, FOUR_EACH, STOCK "6", "facilities.hospital.donors=2",
                                 "facilities.hospital.donor_delay=20 min"));
    CHECK_INT(units(&s, 1), 4);
    CHECK_NEAR(waited_min(&s, 1, WAIT_NO_BLOOD), 20, 0);
    CHECK_NEAR(waited_min(&s, 1, WAIT_IN_BAY), 10, 0);
    stage_free(&s);
}

TEST(each_donor_gives_once)
{
    struct stage s = played(SETS(TWO, FOUR_EACH, STOCK "0", "facilities.hospital.donors=7",
                                 "facilities.hospital.donor_delay=20 min"));
    CHECK_INT(units(&s, 0) + units(&s, 1), 4);
    stage_free(&s);
}

TEST(the_next_supply_fills_the_stock_up)
{
    /* Every 10 h: at 10:00, 120 min after the attack, 3 min after incision, and before bleeding is controlled. */
    struct stage s = played(SETS(FOUR_EACH, STOCK "5",
                                 "attacks.early={per: script, at: \"day 1 01:00\", sites: "
                                 "[scene], casualties: 1, mechanism: any, contact: 0 min}",
                                 "facilities.hospital.blood_every=10 h"));
    CHECK_INT(units(&s, 0), 4);
    CHECK_INT(units(&s, 1), 4);
    CHECK_NEAR(waited_min(&s, 1, WAIT_NO_BLOOD), 30, 0);
    const struct frame *f = s.tally->frame;
    double hours = (double)(f->window.to_ms - f->window.from_ms) / (double)HOURS(1);
    /* 4 of 5 are missing from 02:27 or so to 10:00; then 4 again to 20:00. */
    double missing = busy_mean(s.tally, resource_called(s.tally, "blood", "hospital")) * hours;
    CHECK(missing > 4 * 17 && missing < 4 * 18);
    stage_free(&s);
}

TEST(blood_that_comes_during_the_operation_still_counts)
{
    CHECK_NEAR(deaths(SETS(FOUR_EACH, RISKY, STOCK "4", "facilities.hospital.donors=0",
                           "attacks.blast.at=\"day 2 00:00\"",
                           "attacks.early={per: script, at: \"day 1 12:00\", sites: [scene], "
                           "casualties: 1, mechanism: any, contact: 0 min}",
                           "facilities.hospital.blood_every=1590 min"),
                      1, 300),
               0.24 * 300, 30);
}

TEST(blood_goes_to_the_gravest_whose_need_it_meets)
{
    /* Both wait when 4 units come; the one seen as T1 came second. */
    struct stage s = stage_of(pathway, SETS("attacks.blast.casualties=6", FOUR_EACH, STOCK "0",
                                            "facilities.hospital.bays=6", "assets.helicopter.litters=6",
                                            "triage.T1={T1: 0.5, T2: 0.5}", "facilities.hospital.donors=4",
                                            "facilities.hospital.donor_delay=20 min"));
    for (uint64_t n = 0; n < 20; n++) {
        int given = -1, first_grave = -1;
        stage_play(&s, 1, n);
        for (int i = 5; i >= 0; i--) {
            given = units(&s, i) ? i : given;
            first_grave = trial_casualty(s.trial, i)->wound.seen == T1 ? i : first_grave;
        }
        CHECK(given >= 0 && (first_grave < 0 || trial_casualty(s.trial, given)->wound.seen == T1));
    }
    stage_free(&s);
}

TEST(units_needed_are_as_many_as_the_class_says)
{
    struct scenario *sc = scenario_of("scenarios/first.yaml", SETS(NULL));
    const struct class *nch = NULL;
    for (int i = 0; i < sc->classes.n; i++)
        if (!strcmp(sc->classes.at[i].id, "nch"))
            nch = &sc->classes.at[i];
    double needing = 0, sum = 0, all = 20000;
    for (uint64_t n = 0; n < (uint64_t)all; n++) {
        int need = wound_blood_units(nch, &(struct luck){3, n}, n);
        needing += need > 0;
        sum += need;
    }
    CHECK_NEAR(needing / all, 0.9, 4 * 0.0021);
    CHECK_NEAR(sum / needing, 10.6,
               0.6); /* median 8, rounded down, at most 60: the mean of 12 loses its tail */
    scenario_free(sc);
}
