/* test_theory_queues.c -- Erlang's and Pollaczek's formulas, through the whole model. */
#include "test.h"

#include <stdio.h>

#include "base/unit.h"
#include "evidence.h"

static const char vehicles[] = "tests/theory/queue-vehicles.yaml",
                  tables[] = "tests/theory/queue-tables.yaml";

/* Checks figure after figure of a study against a table of claims, ended by one without a name. */
static void check_all(const char *claim, const char *row, const char *const *figures, const double *expected,
                      const double *tolerance, const struct estimate *found)
{
    for (int i = 0; figures[i]; i++) {
        char which[80];
        snprintf(which, sizeof which, "%s: %s", row, figures[i]);
        evidence_check(&(struct claim){claim, which, expected[i], tolerance[i]}, found[i]);
    }
}

/* --- M/M/c: Erlang C ------------------------------------------------------------- */

static const struct erlang_c {
    const char *row, *rate, *vehicles, *tables;
    double servers, rate_per_h, util, waits, mean_wait, mean_queue, over_1h, in_system;
    int batches, for_a_test;
} erlang_c[] = {
    // clang-format off
    { "c 1, lam 0.5", "attacks.call.rate=0.5/h", "assets.server.count=1", "facilities.hospital.tables=1",
      1, 0.5, 0.5,      0.5,      1.0,      0.5,      0.303265, 2.0,      1600, 24 },
    { "c 2, lam 1.5", "attacks.call.rate=1.5/h", "assets.server.count=2", "facilities.hospital.tables=2",
      2, 1.5, 0.75,     0.642857, 1.285714, 1.928571, 0.389913, 2.285714, 2000, 24 },
    { "c 3, lam 2",   "attacks.call.rate=2/h",   "assets.server.count=3", "facilities.hospital.tables=3",
      3, 2,   0.666667, 0.444444, 0.444444, 0.888889, 0.163502, 1.444444, 1300, 24 },
    { "c 4, lam 3",   "attacks.call.rate=3/h",   "assets.server.count=4", "facilities.hospital.tables=4",
      4, 3,   0.75,     0.509434, 0.509434, 1.528302, 0.187410, 1.509434, 1500, 24 },
    // clang-format on
};
enum { ROWS = sizeof erlang_c / sizeof *erlang_c };

/* The service is loading: the whole time until the facility is the time in the system. */
static void measure_vehicles(const struct found *f, double figures[FIGURES])
{
    const struct tally *t = f->tally;
    const struct run *run = &t->frame->scenario->run;
    double hours = (double)t->trials * (double)run->horizon_ms / (double)HOURS(1);
    int server = resource_called(t, "asset", "server");
    figures[0] = busy_mean(t, server) / t->frame->resource[server].capacity;
    figures[1] = wait_hours(t, 0, FACILITY, WAIT_ASSET_BUSY);
    figures[2] = (double)tally_wait_ms(t, 0, FACILITY, WAIT_ASSET_BUSY) / (double)HOURS(1) / hours;
    figures[3] = mean_hours(t, 0, FACILITY);
}

/* The service is the turnaround: the time until the facility is the wait. */
static void measure_vehicle_waits(const struct found *f, double figures[FIGURES])
{
    figures[0] = share_after(f->tally, 0, FACILITY, 0);
    figures[1] = share_after(f->tally, 0, FACILITY, HOURS(1));
}

static void measure_tables(const struct found *f, double figures[FIGURES])
{
    int place = resource_called(f->tally, "tables", "hospital");
    figures[0] = busy_mean(f->tally, place) / f->tally->frame->resource[place].capacity;
    figures[1] = share_after(f->tally, 0, SURGERY, 0);
    figures[2] = wait_hours(f->tally, 0, SURGERY, WAIT_TABLE_FULL);
    figures[3] = share_after(f->tally, 0, SURGERY, HOURS(1));
}

TEST(vehicles_as_servers_give_erlangs_c_formula)
{
    for (int i = 0; i < ROWS; i++) {
        const struct erlang_c *e = &erlang_c[i];
        struct study_plan p = {.file = vehicles,
                               .sets = {e->rate, e->vehicles},
                               .measure = measure_vehicles,
                               .batches = evidence_batches(e->batches, e->for_a_test),
                               .trials = 1};
        struct estimate found[FIGURES];
        study_play(&p, found);
        check_all("A1 M/M/c, vehicles", e->row,
                  (const char *[]){"utilisation", "mean wait", "mean queue", "mean time in system", NULL},
                  (double[]){e->util, e->mean_wait, e->mean_queue, e->in_system},
                  (double[]){e->util / 100, e->mean_wait / 100, e->mean_queue / 100, e->in_system / 100},
                  found);
    }
}

TEST(vehicles_that_serve_after_delivery_give_the_shares_who_wait)
{
    for (int i = 0; i < ROWS; i++) {
        const struct erlang_c *e = &erlang_c[i];
        struct study_plan p = {.file = vehicles,
                               .sets = {e->rate, e->vehicles, "assets.server.load=0 min",
                                        "assets.server.turnaround=exponential(mean 1 h)"},
                               .measure = measure_vehicle_waits,
                               .batches = evidence_batches(e->batches, e->for_a_test),
                               .trials = 1};
        struct estimate found[FIGURES];
        study_play(&p, found);
        check_all("A1 M/M/c, vehicles", e->row, (const char *[]){"P(wait)", "P(wait > 1 h)", NULL},
                  (double[]){e->waits, e->over_1h}, (double[]){e->waits / 100, e->over_1h / 100}, found);
    }
}

TEST(tables_as_servers_give_erlangs_c_formula)
{
    for (int i = 0; i < ROWS; i++) {
        const struct erlang_c *e = &erlang_c[i];
        struct study_plan p = {.file = tables,
                               .sets = {e->rate, e->tables},
                               .measure = measure_tables,
                               .batches = evidence_batches(e->batches, e->for_a_test),
                               .trials = 1};
        struct estimate found[FIGURES];
        study_play(&p, found);
        check_all("A1 M/M/c, tables", e->row,
                  (const char *[]){"utilisation", "P(wait)", "mean wait", "P(wait > 1 h)", NULL},
                  (double[]){e->util, e->waits, e->mean_wait, e->over_1h},
                  (double[]){e->util / 100, e->waits / 100, e->mean_wait / 100, e->over_1h / 100}, found);
    }
}

/* --- M/G/c/c: Erlang B ---------------------------------------------------------------- */

static const struct erlang_b {
    const char *row, *rate, *vehicles, *tables;
    double blocked;
    int batches, for_a_test;
} erlang_b[] = {
    // clang-format off
    { "c 2, a 1",   "attacks.call.rate=1/h",  "assets.server.count=2",  "facilities.hospital.tables=2",  0.200000, 2800, 24 },
    { "c 3, a 2",   "attacks.call.rate=2/h",  "assets.server.count=3",  "facilities.hospital.tables=3",  0.210526, 2800, 24 },
    { "c 4, a 3",   "attacks.call.rate=3/h",  "assets.server.count=4",  "facilities.hospital.tables=4",  0.206107, 1600, 24 },
    { "c 5, a 4",   "attacks.call.rate=4/h",  "assets.server.count=5",  "facilities.hospital.tables=5",  0.199067, 1000, 24 },
    { "c 20, a 15", "attacks.call.rate=15/h", "assets.server.count=20", "facilities.hospital.tables=20", 0.045593, 240,  24 },
    // clang-format on
};

/* Without a queue the past is soon forgotten: short trials, and more of them. */
#define SHORT "run.warm_up=3 d", "run.horizon=30 d"

static const struct service {
    const char *says, *load, *operation;
} services[] = {
    {"exponential", "assets.server.load=exponential(mean 1 h)",
     "classes.caller.operation=exponential(mean 1 h)"},
    {"deterministic", "assets.server.load=1 h", "classes.caller.operation=1 h"},
    {"lognormal(cv 1)", "assets.server.load=lognormal(mean 1 h, cv 1)",
     "classes.caller.operation=lognormal(mean 1 h, cv 1)"},
};

static void measure_blocking(const struct found *f, double figures[FIGURES])
{
    figures[0] = outcome_share(f->tally, OUTSIDE_PROVIDER);
}

static void check_blocking(const char *claim, const struct erlang_b *e, const struct service *service,
                           const struct study_plan *plan)
{
    struct study_plan p = *plan;
    p.measure = measure_blocking;
    p.batches = evidence_batches(e->batches, e->for_a_test);
    p.trials = 1;
    struct estimate found[FIGURES];
    study_play(&p, found);
    char which[80];
    snprintf(which, sizeof which, "%s, %s service: blocked", e->row, service->says);
    evidence_check(&(struct claim){claim, which, e->blocked, 0.002}, found[0]);
}

TEST(with_no_queue_vehicles_lose_erlangs_share_whatever_the_service)
{
    for (size_t i = 0; i < sizeof erlang_b / sizeof *erlang_b; i++)
        for (size_t s = 0; s < sizeof services / sizeof *services; s++) {
            const struct erlang_b *e = &erlang_b[i];
            check_blocking("A2 M/G/c/c, vehicles", e, &services[s],
                           &(struct study_plan){.file = vehicles,
                                                .sets = {e->rate, e->vehicles, services[s].load,
                                                         "dispatch.queue=none", SHORT}});
        }
}

TEST(with_no_queue_tables_lose_erlangs_share_whatever_the_service)
{
    for (size_t i = 0; i < sizeof erlang_b / sizeof *erlang_b; i++)
        for (size_t s = 0; s < sizeof services / sizeof *services; s++) {
            const struct erlang_b *e = &erlang_b[i];
            check_blocking("A2 M/G/c/c, tables", e, &services[s],
                           &(struct study_plan){.file = tables,
                                                .sets = {e->rate, e->tables, services[s].operation,
                                                         "facilities.hospital.queue=none", SHORT}});
        }
}

/* Bays and beds are places as tables are: 3 calls an hour for 4 of them. */
TEST(bays_and_beds_without_a_queue_lose_erlangs_share_too)
{
    const struct erlang_b *e = &erlang_b[2];
    static const struct service bay = {"fixed", NULL, NULL}, bed = {"lognormal(cv 1)", NULL, NULL};
    check_blocking(
        "A2 M/G/c/c, bays", e, &bay,
        &(struct study_plan){.file = tables,
                             .sets = {e->rate, "classes.caller.operated=0", "facilities.hospital.bays=4",
                                      "facilities.hospital.resuscitation=1 h",
                                      "facilities.hospital.queue=none", SHORT}});
    check_blocking(
        "A2 M/G/c/c, beds", e, &bed,
        &(struct study_plan){.file = tables,
                             .sets = {e->rate, "classes.caller.operated=0", "facilities.hospital.beds=4",
                                      "classes.caller.stay=lognormal(mean 1 h, cv 1)",
                                      "facilities.hospital.queue=none", SHORT}});
}

/* --- M/G/1: Pollaczek and Khinchine ------------------------------------------------------ */

static const struct pollaczek {
    const char *row, *load;
    double mean_wait;
    int batches, for_a_test;
} pollaczek[] = {
    {"deterministic service", "assets.server.load=1 h", 1.166667, 700, 24},
    {"uniform service", "assets.server.load=uniform(low 0 h, high 2 h)", 1.555556, 700, 24},
    {"exponential service", "assets.server.load=exponential(mean 1 h)", 2.333333, 1000, 24},
    {"service of squared cv 4", "assets.server.load=gamma(mean 1 h, shape 0.25)", 5.833333, 3500, 24},
};

TEST(one_vehicle_gives_pollaczek_and_khinchines_mean_wait)
{
    for (size_t i = 0; i < sizeof pollaczek / sizeof *pollaczek; i++) {
        const struct pollaczek *k = &pollaczek[i];
        struct study_plan p = {.file = vehicles,
                               .sets = {"attacks.call.rate=0.7/h", "assets.server.count=1", k->load},
                               .measure = measure_vehicles,
                               .batches = evidence_batches(k->batches, k->for_a_test),
                               .trials = 1};
        struct estimate found[FIGURES];
        study_play(&p, found);
        char which[80];
        snprintf(which, sizeof which, "lam 0.7, %s: mean wait", k->row);
        evidence_check(&(struct claim){"A4 M/G/1, one vehicle", which, k->mean_wait, k->mean_wait / 50},
                       found[1]);
    }
}

/* Fixed ways are service, too: out, loading, to care and home again keep the vehicle busy for 1.5 h in all. */
TEST(the_ways_of_a_vehicle_are_part_of_its_service)
{
    struct study_plan p = {.file = vehicles,
                           .sets = {"attacks.call.rate=0.4/h", "travel.way.time=15 min",
                                    "assets.server.load=50 min", "assets.server.unload=5 min",
                                    "assets.server.turnaround=5 min"},
                           .measure = measure_vehicles,
                           .batches = evidence_batches(700, 24),
                           .trials = 1};
    struct estimate found[FIGURES];
    study_play(&p, found);
    evidence_check(
        &(struct claim){"A4 M/D/1, one vehicle", "lam 0.4, 90 min with the ways: utilisation", 0.6, 0.006},
        found[0]);
    evidence_check(
        &(struct claim){"A4 M/D/1, one vehicle", "lam 0.4, 90 min with the ways: mean wait", 1.125, 0.0225},
        found[1]);
}
