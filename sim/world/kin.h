/* kin.h -- attacks that follow from others: a second one on the same scene, those that join in, those that come after.
 */
#ifndef WORLD_KIN_H
#define WORLD_KIN_H

#include "world/world.h"

/* Appends the children of the strikes from number `first` on, and theirs. */
void strikes_draw_kin(const struct world *w, const struct luck *l, int first, int64_t until_ms,
                      struct strikes *all);

#endif
