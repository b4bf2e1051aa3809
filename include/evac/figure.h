/* figure.h -- the figures that plans are compared by: rows of a table, goals among them.
 *
 * Of every trial a figure takes two whole numbers, y and n: those in time of those who
 * needed it, or a total of one trial. Over trials it is the ratio of their sums.
 */
#ifndef EVAC_FIGURE_H
#define EVAC_FIGURE_H

#include <stdbool.h>
#include "evac/tally.h"
#include "evac/trial.h"

enum figure_kind {
    IN_TIME, /* of those who need the milestone, those who have it `within_ms` */
    TOTAL,   /* of the trial; n is 1 */
    MISSED,  /* 1 where the trial, taken as one period, misses the goal; n is 0 where nobody is concerned */
};

struct figure {
    const char *id;   /* "10", "2_surgery", "deaths"; "goal NAME", "miss NAME" */
    const char *says; /* "in surgery within 2 h" */
    enum figure_kind kind;
    enum milestone milestone;
    int64_t within_ms;
    const char *sector; /* "": all */
    int people;         /* as of a goal; 0: all */
    enum per_trial total;
    const struct goal *goal; /* NULL: a headline figure */
    bool more_is_better;
};

/* The headline figures: the shares of 10-1-2, deaths, delay-attributable deaths, cost. */
enum { HEADLINES = 7 };
extern const struct figure headlines[HEADLINES];

/* What a goal says, in the terms of the trial. */
enum milestone goal_milestone(const struct goal *g); /* of a share */
int64_t goal_within_ms(const struct goal *g);
enum per_trial goal_total(const struct goal *g); /* of a total */

/* The figure a goal holds to, or (MISSED) the share of trials that miss it. Texts live in `a`. */
struct figure figure_of_goal(const struct goal *g, enum figure_kind kind, struct arena *a);

/* y and n of the trial just run. `only` (NULL: everybody) says for each casualty of the trial
 * whether it is looked at; totals that nobody carries, such as cost, are then 0. */
void figure_count(const struct figure *f, const struct trial *t, const bool *only, int64_t *y, int64_t *n);

#endif
