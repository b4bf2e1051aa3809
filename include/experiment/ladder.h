/* ladder.h -- a stressor climbed step by step, on the same trials.
 *
 * Step 0 is the calm: the mission without it. Then come its rungs, mildest first, or
 * places along its axis. Every step lives through the same luck, so a margin hardly
 * jumps from one to the next, and where it falls below nought the goal breaks.
 */
#ifndef EXPERIMENT_LADDER_H
#define EXPERIMENT_LADDER_H

#include "experiment/failure.h"
#include "experiment/panel.h"
#include "scenario/read.h"
#include "scenario/stressor.h"

enum { STEPS_MOST = 64 };

struct step {
    const char *name; /* "calm"; of a rung; the value on an axis: "x2.5" */
    double severity;  /* on an axis 0 to 1, else the number of the step; the calm: 0 */
    double number;    /* on an axis the bare number: 2.5; else NAN */
};

struct ladder_plan {
    const struct layers *calm; /* under its plan, and what else lies under the stressor */
    const char *plan;          /* its name; "": none */
    const struct stressor *stressor;
    int places;       /* to look at on an axis, its ends included */
    double tolerance; /* of a break point on an axis: of its length */
    uint64_t seed;
    int64_t trials;
    int jobs;
    const char *doing; /* shown with the progress; NULL: none */
};

struct ladder {
    struct ladder_plan plan;
    const char *why_not; /* it does not apply, for this reason; else NULL and all below is there */
    int steps, figures, goals;
    struct step *step;
    struct arm *arm;       /* [step] */
    struct figure *figure; /* HEADLINES, then the goals, then how often a period misses each */
    struct panel *panel;   /* arm = step */
    struct broken *broken; /* [goal] */
    bool whole;            /* not interrupted */
    struct arena *arena;
};

/* Never NULL. Reads all steps; what is wrong with one is the reason why it does not apply. */
struct ladder *ladder_climb(const struct ladder_plan *p);
void ladder_free(struct ladder *l); /* NULL is allowed */

/* The numbers of the figures of a goal: what it holds to, and how often a period misses it. */
static inline int goal_figure(int goal)
{
    return HEADLINES + goal;
}
static inline int miss_figure(const struct ladder *l, int goal)
{
    return HEADLINES + l->goals + goal;
}
struct figure *stress_figures(const struct scenario *s, int *n, struct arena *a);

static inline const struct goal *ladder_goal(const struct ladder *l, int goal)
{
    return &l->arm[0].scenario->goals.at[goal];
}

/* How far within its bound the goal is at a step: above 0, it holds. In the goal's own unit. */
struct interval ladder_margin(const struct ladder *l, int step, int goal, double level);
/* step - calm */
struct interval ladder_difference(const struct ladder *l, int step, int figure, double level);

/* Where a break point lies, in words: "x2.4", "two away"; "" for NAN. */
const char *ladder_place(const struct ladder *l, double severity, struct arena *a);
double ladder_number(const struct ladder *l, double severity); /* on an axis; NAN stays */

#endif
