/* panel.h -- several arms live through the same trials, side by side.
 *
 * An arm is a scenario under one plan or stress. Trial by trial every arm meets the same luck, so what two arms
 * share cancels in their difference, and nothing of a trial need be kept but exact sums. A panel goes on from
 * where it stands, and arms may be dropped on the way: what to do next is decided between rounds, at fixed
 * numbers of trials, never by which worker was first.
 */
#ifndef EXPERIMENT_PANEL_H
#define EXPERIMENT_PANEL_H

#include "evac/figure.h"
#include "experiment/arm_sums.h"
#include "experiment/mishaps.h"
#include "stats/paired.h"

struct arm {
    const char *name;
    const struct scenario *scenario;
};

enum { ARMS_MOST = 512 };

/* Whose figures: of all casualties, of those that every arm of the trial has, of the others. */
enum part { EVERYBODY, SHARED, OWN, PARTS };

/* Is told y and n (of everybody) of every trial, arm that plays and figure, by worker 0 to jobs - 1, each on
 * its own thread; a trial is one worker's affair. */
typedef void panel_listen_fn(void *listener, int worker, int64_t trial, int arm, int figure, int64_t y,
                             int64_t n);

struct panel_plan {
    const struct arm *arm; /* the first is the baseline; all as long as the panel */
    int arms;
    const struct figure *figure;
    int figures;
    uint64_t seed;
    int jobs;
    bool all_pairs;          /* else each with the baseline alone */
    bool parts;              /* shared and own casualties apart; else only EVERYBODY is filled */
    bool tallies;            /* a tally of each arm, of everybody together: curves, waits, use */
    bool sections;           /* quantiles and waits in sections, for their differences */
    bool queues;             /* how many wait for what, hour by hour */
    panel_listen_fn *listen; /* NULL: nobody does */
    void *listener;
    const char *doing; /* shown with the progress; NULL: no progress */
};

struct panel;

struct panel *panel_new(const struct panel_plan *p);
void panel_free(struct panel *p); /* NULL is allowed */

/* Plays on until so many trials are done by every arm not dropped. False: interrupted; what was
 * finished counts, and panel_done says how many that are. */
bool panel_play(struct panel *p, int64_t until);
void panel_drop(struct panel *p, int arm); /* it plays no more; its sums stay */

int64_t panel_done(const struct panel *p);            /* trials of the arms not dropped */
int64_t panel_kept(const struct panel *p);            /* of these, but for those left out */
int64_t panel_trials(const struct panel *p, int arm); /* of this one */
const struct mishaps *panel_mishaps(const struct panel *p);
const struct panel_plan *panel_plan_of(const struct panel *p);
const struct frame *panel_frame(const struct panel *p, int arm);

/* What has been added up so far. */
const struct ratio *panel_ratio(const struct panel *p, int arm, int figure, enum part part);
/* Over the trials that both played; `a` before `b`, and `a` is 0 unless .all_pairs. a is .a, b is .b. */
const struct paired *panel_pair(const struct panel *p, int a, int b, int figure, enum part part);
const struct arm_sums *panel_sums(const struct panel *p, int arm);

/* Trials in which the arm was better than all others in this figure, or as good as the best; and that could be judged. */
struct standing {
    int64_t best, tied, judged;
};
struct standing panel_standing(const struct panel *p, int arm, int figure);

/* A share (IN_TIME, MISSED: Wilson) or a mean per trial (Student), of one arm. */
struct interval panel_value(const struct panel *p, int arm, int figure, enum part part, double level);
/* arm - baseline; of the arm and the other where all pairs are kept. */
struct interval panel_difference(const struct panel *p, int arm, int from, int figure, enum part part,
                                 double level);

#endif
