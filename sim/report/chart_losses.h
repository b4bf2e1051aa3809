/* chart_losses.h -- what goes with each asset, facility and team that is lost.
 */
#ifndef REPORT_CHART_LOSSES_H
#define REPORT_CHART_LOSSES_H

#include "canvas.h"
#include "experiment/stress.h"

/* "mi8 kidal", "mi8 kidal and hospitals gao". */
enum { LOSS_NAME = 100 };
void loss_says(const struct loss *l, char text[LOSS_NAME]);

void losses_title(const struct losses *l, char text[HEADING_SIZE]);
bool chart_losses(const char *folder, const char *name, const struct stress *s, struct heading *h);

#endif
