/* tally.h -- what many trials add up to.
 *
 * All sums are integers, so adding tallies is exact: neither the number of
 * workers nor the order in which they finish can change a result. Casualties
 * are counted when wounded within the horizon.
 */
#ifndef EVAC_TALLY_H
#define EVAC_TALLY_H

#include "evac/frame.h"
#include "evac/pathway.h"
#include "stats/ratio.h"

enum { PENDING_SETS = 1 << MILESTONES }; /* sets of milestones needed and not yet reached */

/* Sums per trial, each as a ratio with n = 1 for every trial. */
enum per_trial { INCIDENTS, CASUALTIES, DEATHS, AVOIDABLE_DEATHS, SORTIES, OPERATIONS, COST, PER_TRIALS };
extern const char *const per_trial_ids[PER_TRIALS];

struct tally {
    const struct frame *frame;
    int64_t trials, events,
        defects; /* defects: survivors whom immediate care would have killed; must stay 0 */
    struct ratio per_trial[PER_TRIALS];
    struct ratio alone[MILESTONES],
        regret[MILESTONES];   /* ms alone, and more than that; with dispatch.regret */
    struct needed *needed;    /* [group][milestone] */
    struct curve_cell *cells; /* [milestone][bin][group]: those of one event side by side */
    struct ratio *times;      /* [group][milestone]: ms among those reached */
    struct ratio *outcomes;   /* [group][outcome count]: y of n casualties */
    int64_t *waits;           /* [pending set][wait][group], ms: those of one casualty side by side */
    struct occupancy *busy;   /* [resource] */
    void *memory;             /* owned */
};

struct tally *tally_new(const struct frame *f); /* all zero */
void tally_free(struct tally *t);
void tally_merge(struct tally *into, const struct tally *from); /* same frame */

/* The curve of a milestone in a group; points into the tally. */
struct curve tally_curve(const struct tally *t, int group, enum milestone m);

/* ms spent in a wait by those who needed milestone m until they reached it, died or follow-up
 * ended: the sum over all of them; over needed.n it is the mean, and the means of all waits add up. */
int64_t tally_wait_ms(const struct tally *t, int group, enum milestone m, enum wait w);

static inline const struct needed *tally_needed(const struct tally *t, int group, enum milestone m)
{
    return &t->needed[group * MILESTONES + (int)m];
}
static inline const struct ratio *tally_time(const struct tally *t, int group, enum milestone m)
{
    return &t->times[group * MILESTONES + (int)m];
}
static inline const struct ratio *tally_outcome(const struct tally *t, int group, int outcome)
{
    return &t->outcomes[group * OUTCOME_COUNTS + outcome];
}

#endif
