/* axis.h -- the axis of a stressor, read from its tree.
 */
#ifndef SIM_SCENARIO_AXIS_H
#define SIM_SCENARIO_AXIS_H

#include "node.h"
#include "scenario/stressor.h"

/* False: complained about. */
bool axis_read(const struct node *n, struct axis *x, struct arena *a, struct diag *d);

/* The overlay of one place on the axis, `value` as the user wrote it after "FILE:". NULL: complained about. */
const struct node *axis_lay(const struct axis *x, const char *value, struct place at, const struct node *base,
                            struct arena *a, struct diag *d);

#endif
