/* test_theory_chain.c -- chains of delays, sums of incidents, shuttles and dawns: what arithmetic says. */
#include "test.h"

#include <math.h>
#include <stdio.h>

#include "base/unit.h"
#include "evidence.h"

/* --- 10-1-2: report, approval, launch, flight ------------------------------------------- */

static double minutes_of(const struct tally *t, double share)
{
    struct curve c = tally_curve(t, 0, FACILITY);
    return curve_quantile(&c, share, 0.95).value / (double)MINUTES(1);
}

enum { REPORT_10, ARRIVE_60, ARRIVE_120, MEAN, SD, MEDIAN, P90, P95, CHAIN_FIGURES, COUNTED = CHAIN_FIGURES };

static void watch_chain(const struct trial *t, double sums[SUMS])
{
    for (int i = 0; i < trial_casualties(t); i++) {
        const struct casualty *c = trial_casualty(t, i);
        double min = (double)(c->at[M_FACILITY] - c->at[M_WOUNDED]) / (double)MINUTES(1);
        sums[0]++;
        sums[1] += min;
        sums[2] += min * min;
    }
}

static void measure_chain(const struct found *f, double figures[FIGURES])
{
    const struct tally *t = f->tally;
    figures[REPORT_10] = 1 - share_after(t, 0, ALERTED, MINUTES(10));
    figures[ARRIVE_60] = 1 - share_after(t, 0, FACILITY, MINUTES(60));
    figures[ARRIVE_120] = 1 - share_after(t, 0, FACILITY, MINUTES(120));
    figures[MEAN] = mean_hours(t, 0, FACILITY) * 60;
    figures[SD] = sqrt(f->sums[2] / f->sums[0] - pow(f->sums[1] / f->sums[0], 2));
    figures[MEDIAN] = minutes_of(t, 0.5);
    figures[P90] = minutes_of(t, 0.9);
    figures[P95] = minutes_of(t, 0.95);
    figures[COUNTED] = f->sums[0];
}

struct chain_case {
    const char *row;
    const char *sets[2];
    int batches;
    double expected[CHAIN_FIGURES]; /* 0: not stated */
};

/* Nobody shares another's delays: the share is as sure as of so many who are independent. */
static void check_independence(const struct estimate *found)
{
    double share = found[ARRIVE_60].value, alone = sqrt(share * (1 - share) / found[COUNTED].value);
    CHECK(found[ARRIVE_60].error < 1.6 * alone);
}

/* Shares within 0.003; minutes within 0.3 % of what they are. */
static void check_chain(const struct chain_case *k)
{
    static const char *const names[CHAIN_FIGURES] = {
        "P(report <= 10 min)",     "P(arrival <= 60 min)", "P(arrival <= 120 min)", "mean, min",
        "standard deviation, min", "median, min",          "90th percentile, min",  "95th percentile, min"};
    struct study_plan p = {.file = "tests/theory/chain.yaml",
                           .sets = {k->sets[0], k->sets[1]},
                           .watch = watch_chain,
                           .measure = measure_chain,
                           .batches = evidence_batches(k->batches, 24),
                           .trials = 4};
    struct estimate found[FIGURES];
    study_play(&p, found);
    check_independence(found);
    for (int i = 0; i < CHAIN_FIGURES; i++) {
        char which[80];
        snprintf(which, sizeof which, "%s: %s", k->row, names[i]);
        double tolerance = i < MEAN ? 0.003 : 0.003 * k->expected[i];
        if (k->expected[i] > 0)
            evidence_check(&(struct claim){"A7 10-1-2 chain", which, k->expected[i], tolerance}, found[i]);
    }
}

TEST(a_chain_of_delays_has_the_shares_of_its_sum)
{
    check_chain(&(struct chain_case){"approval mean 12",
                                     {NULL},
                                     400,
                                     {.917915, .711527, .991789, 53, 19.6214, 48.7720, 79.1061, 90.8125}});
    check_chain(&(struct chain_case){"approval mean 5 (delegated)",
                                     {"authorities.headquarters.day=exponential(mean 5 min)"},
                                     400,
                                     {0, .838746, 0, 46}});
    check_chain(&(struct chain_case){"approval mean 45 (central)",
                                     {"authorities.headquarters.day=exponential(mean 45 min)"},
                                     400,
                                     {0, .346535, 0, 86}});
}

static void measure_alive(const struct found *f, double figures[FIGURES])
{
    const struct needed *n = tally_needed(f->tally, 0, FACILITY);
    figures[0] = (double)tally_time(f->tally, 0, FACILITY)->n / (double)n->n;
}

TEST(a_hazard_until_arrival_leaves_the_share_alive_that_its_transform_says)
{
    struct study_plan p = {.file = "tests/theory/chain.yaml",
                           .sets = {"classes.casualty.scale=90 min"},
                           .measure = measure_alive,
                           .batches = evidence_batches(200, 24),
                           .trials = 4};
    struct estimate found[FIGURES];
    study_play(&p, found);
    evidence_check(
        &(struct claim){"A7 10-1-2 chain", "hazard 1/90 a minute: P(alive on arrival)", .567087, .003},
        found[0]);
}

/* --- sums of incidents ---------------------------------------------------------------------- */

enum { TRIALS, TOTAL, SQUARES, WITH_TEN, UP_TO };

/* Either side of the 5, 50 and 95 % quantiles 21, 38 and 62; and 60. */
static const int points[] = {20, 21, 37, 38, 60, 61, 62};
enum { POINTS = sizeof points / sizeof *points };

/* Panjer's recursion: P(total <= most) of 18 incidents on average, of 1, 2, 4 or 10. */
static double panjer(int most)
{
    static const int size[] = {1, 2, 4, 10};
    static const double share[] = {.5, .3, .15, .05};
    double p[64] = {exp(-18)}, sum = p[0];
    for (int n = 1; n <= most; n++) {
        for (int i = 0; i < 4 && size[i] <= n; i++)
            p[n] += 18. * size[i] * share[i] / n * p[n - size[i]];
        sum += p[n];
    }
    return sum;
}

static void watch_sums(const struct trial *t, double sums[SUMS])
{
    int total = trial_casualties(t);
    bool ten = false;
    for (int i = 0; i < trial_incidents(t); i++)
        ten |= trial_incident(t, i)->casualties == 10;
    sums[TRIALS]++;
    sums[TOTAL] += total;
    sums[SQUARES] += (double)total * total;
    sums[WITH_TEN] += ten;
    for (int i = 0; i < POINTS; i++)
        sums[UP_TO + i] += total <= points[i];
}

static void measure_sums(const struct found *f, double figures[FIGURES])
{
    const double n = f->sums[TRIALS], mean = f->sums[TOTAL] / n;
    figures[0] = mean;
    figures[1] = (f->sums[SQUARES] - n * mean * mean) / (n - 1);
    figures[2] = f->sums[WITH_TEN] / n;
    for (int i = 0; i < POINTS; i++)
        figures[3 + i] = f->sums[UP_TO + i] / n;
}

TEST(incidents_of_many_sizes_add_up_as_compound_poisson_says)
{
    static const char *const names[] = {"mean", "variance", "P(an incident of 10)"};
    static const double expected[] = {39.6, 163.8, .593430}, tolerance[] = {.396, 4.914, .005};
    struct study_plan p = {.file = "tests/theory/incidents.yaml",
                           .watch = watch_sums,
                           .measure = measure_sums,
                           .batches = evidence_batches(800, 30),
                           .trials = 400};
    struct estimate found[FIGURES];
    study_play(&p, found);
    for (int i = 0; i < 3; i++)
        evidence_check(&(struct claim){"A9 compound Poisson", names[i], expected[i], tolerance[i]}, found[i]);
    for (int i = 0; i < POINTS; i++) {
        char which[80];
        snprintf(which, sizeof which, "P(total <= %d)", points[i]);
        evidence_check(&(struct claim){"A9 compound Poisson", which, panjer(points[i]), .004}, found[3 + i]);
    }
}

TEST(panjers_recursion_has_the_known_quantiles)
{
    CHECK(panjer(20) < .05 && panjer(21) >= .05);
    CHECK(panjer(37) < .5 && panjer(38) >= .5);
    CHECK(panjer(61) < .95 && panjer(62) >= .95);
    CHECK_NEAR(1 - panjer(60), .063686, 5e-7);
}

/* --- clearing a scene -------------------------------------------------------------------------- */

static void check_clearance(const char *helicopters, int waves, const int *minute, const int *arrived,
                            double mean)
{
    struct stage s = stage_of("tests/theory/clearance.yaml", (const char *[SETS_MAX]){helicopters});
    stage_play(&s, 1, 0);
    CHECK_INT(trial_casualties(s.trial), 20);
    for (int w = 0; w < waves; w++) {
        int n = 0;
        for (int i = 0; i < 20; i++)
            n += trial_casualty(s.trial, i)->at[M_FACILITY] == MINUTES(minute[w]);
        char which[80];
        snprintf(which, sizeof which, "%s: at hospital after %d min", strrchr(helicopters, '.') + 1,
                 minute[w]);
        evidence_check(&(struct claim){"A12 clearance", which, arrived[w], 0}, (struct estimate){n, 0});
    }
    char which[80];
    snprintf(which, sizeof which, "%s: mean, min", strrchr(helicopters, '.') + 1);
    evidence_check(&(struct claim){"A12 clearance", which, mean, 0},
                   (struct estimate){mean_hours(s.tally, 0, FACILITY) * 60, 0});
    stage_free(&s);
}

TEST(a_scene_is_cleared_to_the_minute)
{
    check_clearance("assets.shuttle.count=2", 3, (int[]){45, 95, 145}, (int[]){8, 8, 4}, 85);
    check_clearance("assets.shuttle.count=3", 2, (int[]){45, 95}, (int[]){12, 8}, 65);
}

/* --- daylight only ------------------------------------------------------------------------------- */

static void measure_dawn(const struct found *f, double figures[FIGURES])
{
    const struct tally *t = f->tally;
    struct curve c = tally_curve(t, 0, FACILITY);
    figures[0] = share_after(t, 0, FACILITY, 0);
    figures[1] = wait_hours(t, 0, FACILITY, WAIT_DARK);
    figures[2] = wait_hours(t, t->frame->first_light + 1, FACILITY, WAIT_DARK);
    figures[3] = curve_quantile(&c, 0.9, 0.95).value / (double)HOURS(1);
}

TEST(who_is_hit_in_the_dark_waits_for_the_dawn)
{
    static const char *const names[] = {"P(wait)", "mean wait", "mean wait, by night", "90th percentile"};
    static const double expected[] = {.5, 3, 6, 9.6};
    struct study_plan p = {.file = "tests/theory/daylight.yaml",
                           .measure = measure_dawn,
                           .batches = evidence_batches(200, 24),
                           .trials = 4};
    struct estimate found[FIGURES];
    study_play(&p, found);
    for (int i = 0; i < 4; i++)
        evidence_check(&(struct claim){"A14 daylight only", names[i], expected[i], expected[i] / 100},
                       found[i]);
}

/* --- at any rate -------------------------------------------------------------------------- */

/* Mean and variance of the attacks of a trial, by what they are counted per. */
static void check_poisson(const char *const sets[SETS_MAX], double mean)
{
    enum { TRIALS_AT_LEAST = 400 };
    struct stage s = stage_of("tests/theory/incidents.yaml", sets);
    double sum = 0, squares = 0;
    for (uint64_t n = 0; n < TRIALS_AT_LEAST; n++) {
        stage_play(&s, 1, n);
        double off = trial_incidents(s.trial) - mean;
        sum += off;
        squares += off * off;
    }
    double variance = (squares - sum * sum / TRIALS_AT_LEAST) / (TRIALS_AT_LEAST - 1);
    CHECK_NEAR(sum / TRIALS_AT_LEAST, 0, 4 * sqrt(mean / TRIALS_AT_LEAST));
    CHECK_NEAR(variance / mean, 1, 4 * sqrt((2 + 1 / mean) / TRIALS_AT_LEAST));
    stage_free(&s);
}

#define NONE_HIT "run.horizon=1 d", "attacks.incident.casualties=0"

TEST(attacks_keep_their_mean_and_their_variance_at_the_highest_rates_too)
{
    check_poisson((const char *[SETS_MAX]){NONE_HIT, "attacks.incident.rate=0.01 /d"}, 0.01);
    check_poisson((const char *[SETS_MAX]){NONE_HIT, "attacks.incident.rate=20 /d"}, 20);
    check_poisson((const char *[SETS_MAX]){NONE_HIT, "attacks.incident.rate=2000 /d"}, 2000);
    check_poisson((const char *[SETS_MAX]){NONE_HIT, "attacks.incident.per=person_year",
                                           "attacks.incident.rate=3652.5 /yr"},
                  100 * 3652.5 / 365.25);
}
