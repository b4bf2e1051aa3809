/* layer.h -- the files a scenario is made of.
 */
#ifndef SIM_SCENARIO_LAYER_H
#define SIM_SCENARIO_LAYER_H

#include "node.h"

/* The tree of a file ("-": standard input). NULL: complained about. */
const struct node *layer_file(const char *path, struct arena *a, struct diag *d);

/* The same of text that was read already. */
const struct node *layer_text(const char *text, const char *path, struct arena *a, struct diag *d);

/* What a plan or a stressor says of itself; NULL after the last. */
extern const char *const own_keys[];

/* The same for a plan, without its own name and about. */
const struct node *layer_plan(const char *path, struct arena *a, struct diag *d);

/* The overlay of FILE, FILE:rung or FILE:value, to be laid on `base`. */
const struct node *layer_stressor(const char *path, const struct node *base, struct arena *a, struct diag *d);

/* scenarios/defaults.yaml, built into the program. */
const struct node *layer_shipped(struct arena *a, struct diag *d);

#endif
