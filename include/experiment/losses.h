/* losses.h -- everything that may be lost is taken away in turn, and ranked by what goes with it: first
 * those with whom surgery in time clearly goes, then those with whom lives do.
 *
 * All arms live through the same trials. After fixed numbers of them, those are dropped that
 * surely do not belong to the gravest; it goes on, up to the most trials allowed, until the
 * order of the gravest is sure. Then these are taken away two at a time.
 */
#ifndef EXPERIMENT_LOSSES_H
#define EXPERIMENT_LOSSES_H

#include "experiment/panel.h"
#include "scenario/read.h"

enum { LOSSES_GRAVEST = 6 };                                               /* whose order is to be sure */
enum loss_figure { LOST_SURGERY, LOST_ARRIVAL, LOST_LIVES, LOSS_FIGURES }; /* ranked by the first */

struct loss {
    struct removal first, second; /* second.set: NULL when alone */
    int arm;                      /* in its panel */
    bool raced;                   /* played to the end; else dropped on the way */
    double beyond;                /* of two: lost in surgery beyond the sum of both alone; else NAN */
};

struct losses_plan {
    const struct layers *calm;
    uint64_t seed;
    int64_t trials; /* the most */
    int jobs;
    const char *doing; /* shown with the progress; NULL: none */
};

struct not_lost { /* what the scenario cannot be read without */
    const char *set, *why;
};

struct losses {
    struct losses_plan plan;
    int singles, pairs, cannot, same; /* same: removals that change nothing */
    struct loss *single, *pair;       /* gravest first */
    struct not_lost *not_lost;
    int arms, pair_arms;
    struct arm *arm, *pair_arm;       /* the first is the calm */
    struct panel *panel, *pair_panel; /* pair_panel NULL: none were played */
    bool whole, sure;                 /* not interrupted; the order of the gravest is sure */
    struct arena *arena;
};

struct losses *losses_play(const struct losses_plan *p);
void losses_free(struct losses *l); /* NULL is allowed */

/* What goes: the share of people no longer in time, deaths added. Intervals hold at once over all that
 * was taken away. */
struct interval loss_of(const struct losses *l, const struct loss *of, enum loss_figure f);
int64_t losses_casualties(const struct losses *l); /* of the calm */
double losses_level(const struct losses *l, bool pairs);

/* How much more is lost with `a` than with `b`, both alone; of the one figure all are ranked by. */
struct interval loss_beyond(const struct losses *l, const struct loss *a, const struct loss *b);

#endif
