/* test_theory_luck.c -- two plans of one queue on the same luck: the mean of their difference, and how much luck is saved.
 */
#include "test.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/unit.h"
#include "evidence.h"

enum { CUSTOMERS = 1000, IN_SYSTEM = 400 };

/* --- what is expected ------------------------------------------------------------------- */

/* The next call finds j of the i + 1 that are there after one more came: so many ends of service, each before the
 * next call with chance p, have passed. */
static void next_call(const double *finds, double *then, double p)
{
    memset(then, 0, IN_SYSTEM * sizeof *then);
    for (int i = 0; i + 1 < IN_SYSTEM; i++) {
        double left = finds[i];
        for (int j = i + 1; j > 0; j--, left *= p)
            then[j] += left * (1 - p);
        then[0] += left;
    }
}

/* Of the first CUSTOMERS of M/M/1, from empty: the mean wait, hours. */
static double mean_wait(double rate, double service_rate)
{
    double finds[IN_SYSTEM] = {1}, then[IN_SYSTEM], sum = 0, p = service_rate / (rate + service_rate);
    for (int n = 0; n < CUSTOMERS; n++) {
        for (int i = 1; i < IN_SYSTEM; i++)
            sum += finds[i] * i / service_rate;
        next_call(finds, then, p);
        memcpy(finds, then, sizeof finds);
    }
    return sum / CUSTOMERS;
}

TEST(the_mean_wait_from_empty_tends_to_that_of_the_textbook)
{
    CHECK_NEAR(mean_wait(0.5, 1), 1, 0.005);
    CHECK_NEAR(mean_wait(0.8, 1) - mean_wait(0.8, 1.1), 1.50, 0.02); /* as published */
}

/* --- what is found ------------------------------------------------------------------------ */

static struct stage line_of(const char *operation)
{
    return stage_of("tests/theory/queue-tables.yaml",
                    (const char *[SETS_MAX]){"attacks.call.rate=0.8 /h", operation, "run.warm_up=0 d",
                                             "run.horizon=62 d", "run.cool_down=0 d"});
}

static double found_wait(struct stage *s, uint64_t trial)
{
    double sum = 0;
    stage_play(s, 1, trial);
    CHECK(trial_casualties(s->trial) >= CUSTOMERS);
    for (int i = 0; i < CUSTOMERS; i++) {
        const struct casualty *c = trial_casualty(s->trial, i);
        sum += (double)(c->at[M_SURGERY] - c->at[M_WOUNDED]) / (double)HOURS(1);
    }
    return sum / CUSTOMERS;
}

struct spread {
    double mean, variance;
};

static struct spread spread_of(const double *x, int n)
{
    struct spread s = {0, 0};
    for (int i = 0; i < n; i++)
        s.mean += x[i] / n;
    for (int i = 0; i < n; i++)
        s.variance += (x[i] - s.mean) * (x[i] - s.mean) / (n - 1);
    return s;
}

TEST(on_the_same_luck_two_servers_of_a_queue_differ_by_the_textbook_and_by_a_quarter_of_the_variance)
{
    struct stage slow = line_of("classes.caller.operation=exponential(mean 60 min)"),
                 fast = line_of("classes.caller.operation=exponential(mean 0.909090909 h)");
    const int enough = 200; /* for a ratio of variances */
    int batches = evidence_batches(6000, 300), n = batches > enough ? batches : enough;
    double *same = must_alloc((size_t)n, sizeof *same), *apart = must_alloc((size_t)n, sizeof *apart),
           first = 0, before = 0;
    for (int i = 0; i < n; i++) {
        double a = found_wait(&slow, (uint64_t)i), b = found_wait(&fast, (uint64_t)i);
        same[i] = a - b;
        apart[i] = a - before; /* the luck of another trial */
        first = i ? first : a;
        before = b;
    }
    apart[0] = first - before;
    struct spread together = spread_of(same, n), alone = spread_of(apart, n);
    evidence_check(&(struct claim){"Shared luck, M/M/1", "first 1000 waits, mu 1 less mu 1.1: mean",
                                   mean_wait(0.8, 1) - mean_wait(0.8, 1.1), 0.05},
                   (struct estimate){together.mean, sqrt(together.variance / n)});
    print_message("    variance %.3f, with luck apart %.3f: %.1f times\n", together.variance, alone.variance,
                  alone.variance / together.variance);
    CHECK(alone.variance > 3 * together.variance);
    free(same);
    free(apart);
    stage_free(&slow);
    stage_free(&fast);
}
