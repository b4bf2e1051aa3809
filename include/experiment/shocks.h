/* shocks.h -- two shocks at once: every step of one stressor with every step of another, on the same trials.
 */
#ifndef EXPERIMENT_SHOCKS_H
#define EXPERIMENT_SHOCKS_H

#include "experiment/ladder.h"

enum { SHOCK_STEPS_MOST = 8 };

struct shocks_plan {
    const struct layers *calm;
    const struct stressor *across, *up; /* across: laid first */
    int places;                         /* of an axis, its ends included */
    uint64_t seed;
    int64_t trials;
    int jobs;
    const char *doing;
};

struct shock_step {
    const char *name; /* "calm" or a rung; a value on an axis */
    const char *laid; /* NULL: nothing */
    double severity;  /* of an axis; else NAN */
};

struct shocks {
    struct shocks_plan plan;
    const char *why_not;
    int columns, rows; /* steps across, and up; of rungs the first is the calm */
    struct shock_step column[SHOCK_STEPS_MOST], row[SHOCK_STEPS_MOST];
    struct arm *arm; /* [row * columns + column] */
    int figures, goals;
    struct figure *figure; /* as those of a ladder */
    struct panel *panel;
    bool whole;
    struct arena *arena;
};

struct shocks *shocks_play(const struct shocks_plan *p);
void shocks_free(struct shocks *s); /* NULL is allowed */

struct interval shock_value(const struct shocks *s, int row, int column, int figure, double level);
struct interval shock_margin(const struct shocks *s, int row, int column, int goal, double level);

/* The failure frontier: the first column in which the goal fails on this row; -1: in none. `surely`: the interval agrees. */
int shock_frontier(const struct shocks *s, int row, int goal, bool surely);

#endif
