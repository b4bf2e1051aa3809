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
};

/* NULL when anything is wrong: `d` says what. Warnings may be noted all the same. */
struct scenario *scenario_read(const struct layers *l, struct diag *d);
void scenario_free(struct scenario *s); /* NULL is allowed */

#endif
