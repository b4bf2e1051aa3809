/* study.h -- a scenario file, played many times, and what comes out, with its standard error.
 *
 * Trials are played in batches. A figure is taken from all batches together; its standard
 * error from the spread of the same figure between batches, which share nothing. So any
 * figure has one: a variance or a quantile as well as a mean.
 */
#ifndef TESTS_STUDY_H
#define TESTS_STUDY_H

#include "evac/trial.h"
#include "scenario/scenario.h"
#include "world/world.h"

/* --- a scenario made ready ------------------------------------------------ */

enum { SETS_MAX = 12, SUMS = 16, FIGURES = 16 };

struct stage { /* all that a trial needs, and the trial itself */
    struct scenario *scenario;
    struct world *world;
    struct frame *frame;
    struct trial *trial;
    struct tally *tally; /* of the trials played by stage_play */
};

/* Laid over the file: `sets` are "key.path=value", up to SETS_MAX, ended by NULL where fewer.
 * Fails the running test, with the complaints, when the scenario cannot be read. */
struct scenario *scenario_of(const char *file, const char *const sets[SETS_MAX]);

/* The number of a site; fails the running test when there is none. */
int site_called(const struct scenario *s, const char *id);

struct stage stage_of(const char *file, const char *const sets[SETS_MAX]);
struct stage stage_from(struct scenario *s); /* which it then owns */
void stage_play(struct stage *s, uint64_t seed, uint64_t trial);
void stage_free(struct stage *s);

/* Trial 0 under seed 1 has been played; and how many minutes its first casualty spent in each wait. */
struct stage stage_played(const char *file, const char *const sets[SETS_MAX]);
struct stage stage_waits(const char *file, const char *const sets[SETS_MAX], double minutes[WAITS]);

/* Minutes since wounding, of the trial last played, or -1 when it did not happen. */
double stage_minutes_to(const struct stage *s, int casualty, enum moment m);

/* --- many trials ------------------------------------------------------------- */

struct found { /* what all trials of a batch, or of all batches, add up to */
    const struct tally *tally;
    double sums[SUMS]; /* the watcher's own */
};

/* Looks at the record of a trial just played, and adds to its own sums. NULL: nobody watches. */
typedef void watch_fn(const struct trial *t, double sums[SUMS]);

/* Takes figures from what was found. */
typedef void measure_fn(const struct found *f, double figures[FIGURES]);

struct study_plan {
    const char *file;
    const char *sets[SETS_MAX];
    watch_fn *watch;
    measure_fn *measure;
    int batches, trials; /* trials in each batch */
};

struct estimate {
    double value, error; /* standard error */
};

void study_play(const struct study_plan *p, struct estimate estimates[FIGURES]);

/* --- figures of a tally, in hours and shares ------------------------------------ */

double wait_hours(const struct tally *t, int group, enum milestone m,
                  enum wait w);                                        /* mean of those who needed m */
double mean_hours(const struct tally *t, int group, enum milestone m); /* wounding to m */
double share_after(const struct tally *t, int group, enum milestone m,
                   int64_t ms); /* not yet by then, or never */
double outcome_share(const struct tally *t, enum outcome o);
int resource_called(const struct tally *t, const char *kind, const char *name);
double busy_mean(const struct tally *t, int resource); /* over time */

#endif
