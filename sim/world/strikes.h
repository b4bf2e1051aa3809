/* strikes.h -- a growing list of strikes, filled by its floor alone.
 */
#ifndef WORLD_STRIKES_H
#define WORLD_STRIKES_H

#include "world/threat.h"

void strikes_add(struct strikes *s, const struct strike *one);

#endif
