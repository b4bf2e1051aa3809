/* comparison.h -- plans on the same luck: what each gives, how they differ, and how surely.
 */
#ifndef EXPERIMENT_COMPARISON_H
#define EXPERIMENT_COMPARISON_H

#include "experiment/experiment.h"
#include "experiment/panel.h"

/* What plans are compared by. */
enum measure_unit { PORTION_OF_PEOPLE, DEATHS_A_TRIAL, MONEY_A_TRIAL, MILLISECONDS };
struct measure {
    const char *id;   /* "2_surgery", "median_surgery", "goal NAME" */
    const char *says; /* "in surgery within 2 h" */
    enum measure_unit unit;
    bool more_is_better;
    int figure; /* of the panel; -1: a quantile */
    enum milestone milestone;
    double p; /* quantile */
};

struct comparison_plan {
    const struct arm *arm; /* the first is the scenario as it is */
    int arms;
    uint64_t seed;
    int64_t trials; /* the most */
    double
        precision; /* go on until the simultaneous intervals of the differences in 10-1-2 reach no further; 0: off */
    const char *by; /* the measure plans are ranked by: a share or a total */
    double delta;   /* select: a difference that does not matter; 0: no selection */
    bool models;    /* play the same trials under the other models of survival too */
    int jobs;
    bool progress;
};

struct comparison {
    struct comparison_plan plan;
    struct panel *panel;
    int measures, headlines; /* the headline measures come first, then goals */
    struct measure *measure;
    int by; /* the measure ranked by */
    enum status status;
    int interrupted_by;
    int selected;            /* the arm, or -1: nothing was selected */
    int64_t selection_batch; /* trials in one observation */
    struct models *models;   /* NULL: not asked for, or plans that set models of their own */
    double wall_s, cpu_s;
    struct arena *arena;
};

/* The number of the measure called so, or -1. */
int measure_called(const struct comparison *c, const char *id);
/* NULL when plans of this scenario can be ranked by `by`; else, for a complaint, all they can be ranked
 * by: "10, 1, 2_arrival, ...". */
const char *rankings_listed(const struct scenario *s, const char *by, struct arena *a);

struct comparison *comparison_run(const struct comparison_plan *p);
void comparison_free(struct comparison *c); /* NULL is allowed */

/* Of one arm; 95 %, each for itself. NAN: not reached, nobody. */
struct interval comparison_value(const struct comparison *c, int arm, int measure);

/* arm - from, in the measure's unit. */
struct interval comparison_difference(const struct comparison *c, int arm, int from, int measure,
                                      double level);

/* Levels at which all intervals of a kind hold at once (Bonferroni): of every plan with the scenario as it is
 * over all headline measures, and of every two arms over them. */
double level_with_baseline(const struct comparison *c);
double level_of_all_pairs(const struct comparison *c);

/* Above 0: better for sure, below: worse for sure; 0: no clear difference. */
int clearly_better(const struct measure *m, struct interval difference);

/* Is there an arm that costs no more and gives no less in the measure ranked by, and one of them better?
 * The arm, or -1. `surely`: with intervals of every two arms over both measures. */
int dominated_by(const struct comparison *c, int arm, bool surely);

#endif
