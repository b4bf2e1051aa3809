/* sweep.h -- one scenario at many points, on the same trials: which keys matter, and how much.
 *
 * A point is the scenario under one value for each key. All points, and the scenario as it is,
 * live through the same trials. They are played in turns, a few at a time, so that memory does
 * not grow with their number; what is kept of a point are its figures, in sections (stats/sections.h).
 */
#ifndef EXPERIMENT_SWEEP_H
#define EXPERIMENT_SWEEP_H

#include "experiment/experiment.h"
#include "evac/figure.h"
#include "scenario/ground.h"
#include "scenario/vary.h"
#include "stats/sections.h"

enum sweep_design { FACTORIAL, TORNADO, LATIN, SOBOL, MORRIS, INDICES, BELIEFS, SWEEP_DESIGNS };
extern const char *const sweep_designs[]; /* their names; NULL after the last */

enum { SWEEP_POINTS_MOST = 20000, SWEEP_KEYS_MOST = 40 };

struct sweep_plan {
    const struct ground *ground;
    const struct scenario *scenario; /* the ground's, as it is */
    const struct vary *key;
    int keys;
    enum sweep_design design;
    int rows; /* points, of LATIN and SOBOL; draws of BELIEFS; paths of MORRIS; rows of INDICES; 0: as usual */
    uint64_t seed;
    int64_t trials; /* of each point */
    int jobs;
    bool progress;
    struct diag *diag; /* where a point that cannot be read complains */
};

int sweep_keys_most(enum sweep_design d); /* how many keys the design can have */
/* How many points the design has; -1: more than SWEEP_POINTS_MOST. */
int sweep_size(const struct sweep_plan *p);
int sweep_rows(const struct sweep_plan *p); /* asked for, or the usual number */

struct sweep_point {
    const char *const *value; /* [keys] as text; NULL: the key stays as it is */
    const double *number;     /* [keys] vary_number of it, or NAN */
    const double *place;      /* [keys] from 0 to 1, or NAN */
};

struct sweep {
    struct sweep_plan plan;
    int figures; /* the headlines, how many are hit, and the shares and totals that goals speak of */
    const struct figure *figure;
    bool based;       /* the scenario as it is was played */
    int points, done; /* designed; played: the first of them */
    const struct sweep_point *point;
    struct sweep_sum *sum;               /* [1 + points][figures], the scenario as it is first */
    struct interval *value, *difference; /* likewise; 95 %, from the scenario as it is */
    struct sweep_luck *luck;             /* BELIEFS: of single trials (split.h); else NULL */
    int64_t casualties, events;          /* of the scenario as it is */
    enum status status;
    int64_t based_on; /* so many trials of the scenario as it is */
    struct mishaps mishaps;
    int interrupted_by;
    bool refused; /* a point could not be read: .plan.diag says why, those before it are kept */
    double wall_s, cpu_s;
    struct arena *arena;
};

struct sweep_sum {
    struct sectioned_sum y, n;
};

struct sweep *sweep_run(const struct sweep_plan *p);
void sweep_free(struct sweep *s); /* NULL is allowed */

/* The number of the figure called so in a sweep of this scenario, or -1. */
int sweep_figure(const struct scenario *s, const char *id);

/* Of a point (-1: the scenario as it is), from all sections but one (-1: from all). */
double sweep_value(const struct sweep *s, int point, int figure, int without);

/* FACTORIAL: which level the key has at a point. */
int sweep_level(const struct sweep *s, int point, int key);

#endif
