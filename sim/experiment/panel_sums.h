/* panel_sums.h -- what one worker of a panel adds up, and all of them together.
 */
#ifndef EXPERIMENT_PANEL_SUMS_H
#define EXPERIMENT_PANEL_SUMS_H

#include "experiment/panel.h"

struct queues;
struct reasons;
struct shared;

struct panel_sums {
    int64_t *trials;       /* [arm] */
    struct ratio *alone;   /* [arm][figure][part] */
    struct paired *pair;   /* [pair][figure][part] */
    struct standing *rank; /* [figure][arm] */
    struct arm_sums *arm;  /* [arm] */
};

struct panel_sums *panel_sums_new(const struct panel_plan *p, struct frame *const *frame);
void panel_sums_free(struct panel_sums *s, const struct panel_plan *p); /* NULL is allowed */
void panel_sums_merge(struct panel_sums *into, const struct panel_sums *from, const struct panel_plan *p);

/* Adds the trial just run by the arms that play: `trial[arm]`, NULL where one does not. `shared` knows
 * them by their place among those that play; NULL when parts are not asked for. */
void panel_sums_add(struct panel_sums *s, const struct panel_plan *p, struct trial *const *trial,
                    int64_t number, const struct shared *shared, struct reasons *reasons,
                    struct queues *queues);

/* Pairs are a before b; without .all_pairs a is 0. */
int pair_count(const struct panel_plan *p);
int pair_number(const struct panel_plan *p, int a, int b);

const struct ratio *alone_of(const struct panel_sums *s, const struct panel_plan *p, int arm, int figure,
                             enum part part);
const struct paired *pair_of(const struct panel_sums *s, const struct panel_plan *p, int a, int b, int figure,
                             enum part part);

#endif
