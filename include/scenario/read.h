/* read.h -- from files to a scenario.
 *
 * The shipped defaults (scenarios/defaults.yaml, built into the program), the
 * scenario, stressors, plans and --set values are layers, laid one over the
 * other key by key; the whole is then read by the schema and checked.
 */
#ifndef SCENARIO_READ_H
#define SCENARIO_READ_H

#include "base/diag.h"
#include "scenario/scenario.h"

/* What to read, in the order it is laid: file, stressors, plan files, settings. */
struct layers {
    const char *file;             /* scenario; "-" is standard input */
    const char *const *stressors; /* FILE or FILE:rung */
    const char *const *plans;     /* each a file; "A.yaml,B.yaml" is one plan of two files, already split */
    const char *const *sets;      /* "key.path=value" */
    int stressor_count, plan_count, set_count;
    const char *input; /* what stands for "-" when it was read already (layers_hold_input); else NULL */
};

/* Reads standard input once, where it is asked for, so that the layers can be read again and again. */
void layers_hold_input(struct layers *l, struct arena *a);

/* The same layers with one more on top of those of its kind: FILE:rung, a plan's file, "key.path=value". */
struct layers layers_with_stressor(const struct layers *l, const char *stressor, struct arena *a);
struct layers layers_with_plan(const struct layers *l, const char *plan, struct arena *a);
struct layers layers_with_set(const struct layers *l, const char *set, struct arena *a);

/* "facilities.hospital=~", "assets.mi8.count=-1": for everything in `s` that may be lost, in the order of
 * the schema and the scenario. Laid on the scenario some change nothing: their digest stays the same. */
struct removal {
    const char *set;  /* for layers_with_set */
    const char *kind; /* "facility" */
    const char *id;
};
int removals_list(const struct scenario *s, struct arena *a, const struct removal **list);

/* NULL when anything is wrong: `d` says what. Warnings may be noted all the same. */
struct scenario *scenario_read(const struct layers *l, struct diag *d);
void scenario_free(struct scenario *s); /* NULL is allowed */

#endif
