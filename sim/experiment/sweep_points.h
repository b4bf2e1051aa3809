/* sweep_points.h -- which points a design looks at.
 *
 * Points stand in rows: whole paths of MORRIS, whole rows of INDICES (two points of the key space, and for
 * each key the first with that key from the second), pairs of TORNADO; else each is a row of its own. So what
 * was played before an interruption is as good as a smaller sweep.
 */
#ifndef EXPERIMENT_SWEEP_POINTS_H
#define EXPERIMENT_SWEEP_POINTS_H

#include "experiment/sweep.h"

/* Fills points and point. */
void points_make(struct sweep *s);

int points_in_row(const struct sweep *s);
int points_rows_done(const struct sweep *s); /* whole ones */

#endif
