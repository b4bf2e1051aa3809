/* wilson.h -- a share's interval when the normal quantile is at hand, for bands of many. */
#ifndef STATS_WILSON_H
#define STATS_WILSON_H

#include "stats/ratio.h"

/* As ratio_share, with z = normal_quantile(level). */
struct interval wilson_share(const struct ratio *r, int64_t trials, double z);

#endif
