/* quietly.h -- a scenario read where it may well not be readable: why not is an answer, not a complaint.
 */
#ifndef EXPERIMENT_QUIETLY_H
#define EXPERIMENT_QUIETLY_H

#include "scenario/read.h"

/* NULL, and `why_not` is the first complaint, without its place. */
struct scenario *scenario_quietly(const struct layers *l, const char **why_not, struct arena *a);

#endif
