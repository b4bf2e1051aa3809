/* models.h -- does the order of plans rest on how wounds are taken to kill?
 *
 * The same plans play the same trials under every other model of survival (world/survival.h). By a figure two
 * plans are reversed when one is clearly ahead under one model and the other under another; a difference that is
 * clear under one and not under another says less. Intervals hold at once over every two plans, all such figures
 * and all models played.
 */
#ifndef EXPERIMENT_MODELS_H
#define EXPERIMENT_MODELS_H

#include "experiment/comparison.h"

struct models;

/* Each plan as far as the comparison has played it. NULL when the plans do not share one model. */
struct models *models_play(const struct comparison *c);
void models_free(struct models *m); /* NULL is allowed */

/* The model the plans are compared under; and what was played under each: NULL when it was not, to the end. */
enum survival model_of_comparison(const struct comparison *c);
const struct panel *model_panel(const struct comparison *c, enum survival m);
int models_played(const struct comparison *c); /* their number, that of the comparison among them */

/* Shares and deaths: the dead leave the queues. Not cost, nor quantiles. */
bool hangs_on_survival(const struct measure *m);

/* As comparison_value and comparison_difference, under a model that was played; the level of every difference. */
struct interval model_value(const struct comparison *c, enum survival m, int arm, int measure);
struct interval model_difference(const struct comparison *c, enum survival m, int arm, int from, int measure);
double models_level(const struct comparison *c);

/* What becomes of the order of two plans. */
enum order {
    ORDER_OPEN,      /* clear under no model */
    ORDER_SAME,      /* the same one is clearly ahead under all */
    ORDER_LOST,      /* clear under the comparison's own model, no longer under every other */
    ORDER_ELSEWHERE, /* clear under another only */
    ORDER_REVERSED,  /* clear both ways */
    ORDERS
};
extern const char *const order_ids[ORDERS];
enum order order_of(const struct comparison *c, int arm, int from, int measure);

#endif
