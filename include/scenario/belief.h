/* belief.h -- how sure we are of a figure.
 *
 * A mission knows its rates and delays from few events. A belief is a
 * distribution over the value of one key: over the value itself, or over a
 * factor that stretches it. A run keeps every key at its value and tells what it
 * took as known; to draw from the beliefs, lay what belief_setting says over the
 * scenario, once for each draw.
 */
#ifndef SCENARIO_BELIEF_H
#define SCENARIO_BELIEF_H

#include "scenario/scenario.h"

/* Reads the distribution of a belief: as dist_read, and gamma "from" events, for a rate known by
 * counting: "gamma(from 7 events in 8 months)", "gamma(mean 12 /yr, from 7 events)"; for a factor
 * (PURE) also "gamma(from 7 events)", of mean 1. NULL when it went well, else the complaint. */
const char *belief_read(const char *text, enum dimension d, struct arena *a, struct dist *out);

/* "assets.mi8.load=x1.3", "attacks.ied.rate=0.002 /km": the setting for a uniform in (0,1), ready for
 * layers_with_set; rises with u. The last millionth of either tail is cut, so what the checks of `s`
 * took is never out of limits. NULL: `s` has no such key. Reads the text anew: not for the warm path of a trial. */
const char *belief_setting(const struct scenario *s, const struct belief *b, double u, struct arena *a);

#endif
