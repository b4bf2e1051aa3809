/* test_theory_bases.c -- crews at several bases are as busy as Larson's hypercube says (1974, Comput Oper Res 1:67). */
#include "test.h"

#include <stdio.h>
#include <string.h>

#include "base/unit.h"
#include "evidence.h"

static const double east = 1, west = 0.4; /* calls an hour; the service takes one */

enum { EASTERN, WESTERN }; /* fleets in the order of the file */

/* --- the four states -------------------------------------------------------------------- */

struct hypercube {
    double busy[2];  /* the share of time each crew is out */
    double by_other; /* of those who are served at once, those of the east by the western crew */
};

/* `none`, `both`: the chance that no crew is out, that just two calls are in hand; `all_out`: two or more. One
 * crew alone is out in balance with what begins for it and what ends for the other. */
static struct hypercube hypercube(double none, double both, double all_out)
{
    double all = east + west;
    double eastern = (east * none + both) / (all + 1), western = (west * none + both) / (all + 1);
    return (struct hypercube){{eastern + all_out, western + all_out}, east * eastern / (all * (1 - all_out))};
}

static struct hypercube with_loss(void)
{
    double a = east + west, none = 1 / (1 + a + a * a / 2), both = a * a / 2 * none;
    return hypercube(none, both, both);
}

static struct hypercube with_a_line(void)
{
    double a = east + west, none = (1 - a / 2) / (1 + a / 2), both = a * a / 2 * none;
    return hypercube(none, both, 1 - none - a * none);
}

/* --- what is found ------------------------------------------------------------------------ */

/* Among those whom a crew reaches without a wait. */
static void watch(const struct trial *t, double sums[SUMS])
{
    for (int i = 0; i < trial_sorties(t); i++) {
        const struct sortie *s = trial_sortie(t, i);
        const struct incident *of = trial_incident(t, s->incident);
        if (s->assigned != of->at_ms)
            continue;
        sums[0]++;
        sums[1] += s->asset == WESTERN && !strcmp(trial_frame(t)->sector[of->sector], "east");
    }
}

static void measure(const struct found *f, double figures[FIGURES])
{
    figures[0] = busy_mean(f->tally, resource_called(f->tally, "asset", "eastern"));
    figures[1] = busy_mean(f->tally, resource_called(f->tally, "asset", "western"));
    figures[2] = f->sums[1] / f->sums[0];
}

static void check(const char *queue, const char *which, struct hypercube h)
{
    static const char *const says[] = {"eastern crew busy", "western crew busy",
                                       "of the east, by the western crew"};
    double expected[] = {h.busy[EASTERN], h.busy[WESTERN], h.by_other};
    struct study_plan p = {.file = "tests/theory/two-bases.yaml",
                           .sets = {queue},
                           .watch = watch,
                           .measure = measure,
                           .batches = evidence_batches(400, 24),
                           .trials = 1};
    struct estimate found[FIGURES];
    study_play(&p, found);
    for (int i = 0; i < 3; i++) {
        char row[80];
        snprintf(row, sizeof row, "%s: %s", which, says[i]);
        evidence_check(&(struct claim){"Larson's hypercube, two bases", row, expected[i], 0.005}, found[i]);
    }
}

TEST(crews_at_two_bases_are_as_busy_and_help_each_other_as_often_as_larsons_hypercube_says)
{
    CHECK_NEAR(with_loss().busy[EASTERN], 0.534024, 1e-6);
    CHECK_NEAR(with_a_line().busy[WESTERN], 0.677941, 1e-6);
    check("dispatch.queue=none", "calls are lost", with_loss());
    check("dispatch.queue=fifo", "calls wait", with_a_line());
}
