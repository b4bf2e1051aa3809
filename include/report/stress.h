/* stress.h -- a stress test, as people and programs read it.
 */
#ifndef REPORT_STRESS_H
#define REPORT_STRESS_H

#include "experiment/stress.h"
#include "report/report.h"

/* As report_close. */
int report_close_stress(struct report *p, const struct stress *s, bool charts);

/* One page: what holds, what breaks first, what to mend. */
void stress_summary(const struct stress *s, const char *folder, bool charts, FILE *to);
void stress_summary_json(const struct stress *s, FILE *to);

/* Any goal that is met in the calm and missed on the last step of a ladder, or missed already. */
bool stress_breaks(const struct stress *s);

#endif
