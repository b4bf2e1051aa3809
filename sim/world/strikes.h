/* strikes.h -- a growing list of strikes, filled by its floor alone.
 */
#ifndef WORLD_STRIKES_H
#define WORLD_STRIKES_H

#include "world/threat.h"

/* One more, at that moment; to be written by the caller. */
struct strike *strikes_add(struct strikes *s, int64_t at_ms);

#endif
