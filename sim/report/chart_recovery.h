/* chart_recovery.h -- how long each queue, bed and asset takes to be normal again.
 */
#ifndef REPORT_CHART_RECOVERY_H
#define REPORT_CHART_RECOVERY_H

#include "canvas.h"
#include "experiment/stress.h"

void recovery_title(const struct recovery *r, char text[HEADING_SIZE]);
bool chart_recovery(const char *folder, const char *name, const struct stress *s, int recovery,
                    struct heading *h);

#endif
