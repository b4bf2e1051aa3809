/* serviceable.h -- whether one of an asset is fit to go on a day, whatever is done with it.
 */
#ifndef WORLD_SERVICEABLE_H
#define WORLD_SERVICEABLE_H

#include <stdbool.h>
#include "random/luck.h"
#include "scenario/scenario.h"

/* Nested: what is fit on a day is fit on it at any higher probability. Days are counted from the start. */
bool serviceable_on(const struct asset *a, const struct luck *l, uint64_t unit, int64_t day);

#endif
