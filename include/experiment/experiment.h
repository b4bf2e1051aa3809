/* experiment.h -- many trials, on all cores, and what they add up to.
 */
#ifndef EXPERIMENT_EXPERIMENT_H
#define EXPERIMENT_EXPERIMENT_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include "evac/tally.h"
#include "experiment/mishaps.h"
#include "scenario/scenario.h"

struct trial;
struct world;

/* Writes a finished trial's rows to `to`; called by a worker, for every trial. */
typedef void trial_rows_fn(FILE *to, const struct trial *t, int64_t trial);

struct rows { /* rows wanted of every trial; written in the order of trials */
    trial_rows_fn *write;
    FILE *to;
};
enum { ROWS_MAX = 3 };

struct study {
    const struct scenario *scenario;
    uint64_t seed;
    int64_t trials;   /* asked for; the most, with a precision */
    double precision; /* stop when the half-widths of the 10-1-2 shares are within this (0.01); 0: off */
    int jobs;
    bool progress; /* show progress on stderr */
    struct rows rows[ROWS_MAX];
};

enum status { COMPLETE, PARTIAL };

struct results {
    const struct scenario *scenario;
    struct world *world; /* owned, as frame and tally */
    struct frame *frame;
    struct tally *tally;
    uint64_t seed;
    int64_t trials_asked, trials_done;
    enum status status; /* PARTIAL: interrupted; trials from 0 on are in, but for those left out */
    struct mishaps mishaps;
    int interrupted_by; /* signal, or 0 */
    double wall_s, cpu_s;
    int jobs;
};

struct results *experiment_run(const struct study *s);
void results_free(struct results *r);

#endif
