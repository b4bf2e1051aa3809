/* mends.h -- which plan gives most back: in the calm, and under the stress that costs most.
 */
#ifndef EXPERIMENT_MENDS_H
#define EXPERIMENT_MENDS_H

#include "experiment/panel.h"
#include "scenario/read.h"

struct mends_plan {
    const struct layers *base; /* calm, or stressed */
    const char *where;         /* "in the calm", "Threat raised, x4" */
    const char *const *plan;   /* files */
    const char *const *name;
    int plans;
    uint64_t seed;
    int64_t trials;
    int jobs;
    const char *doing;
};

enum mend_figure { MENDED_SURGERY, MENDED_LIVES, MEND_FIGURES };

struct mends {
    struct mends_plan plan;
    int arms; /* the first is without a plan; then those that apply and change something, the best first */
    struct arm *arm;
    int *order; /* [arms - 1]: arms, the largest gain in surgery first */
    struct panel *panel;
    bool whole;
    struct arena *arena;
};

struct mends *mends_play(const struct mends_plan *p);
void mends_free(struct mends *m); /* NULL is allowed */

/* What the arm gives back: points of people in surgery, deaths spared. Hold at once over the plans. */
struct interval mend_of(const struct mends *m, int arm, enum mend_figure f);

#endif
