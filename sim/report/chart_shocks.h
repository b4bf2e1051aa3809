/* chart_shocks.h -- two shocks at once, as a map with the frontier of failure.
 */
#ifndef REPORT_CHART_SHOCKS_H
#define REPORT_CHART_SHOCKS_H

#include "canvas.h"
#include "experiment/stress.h"

/* The goal the map is of: the first that holds in the mildest corner and fails somewhere, else the first; -1: there is none. */
int shocks_goal(const struct shocks *s);
void shocks_title(const struct shocks *s, char text[HEADING_SIZE]);
bool chart_shocks(const char *folder, const char *name, const struct stress *s, struct heading *h);

#endif
