/* compare.h -- plans side by side, as people and programs read them.
 */
#ifndef REPORT_COMPARE_H
#define REPORT_COMPARE_H

#include "experiment/comparison.h"
#include "report/report.h"

/* As report_close. */
int report_close_comparison(struct report *p, const struct comparison *c, bool charts);

/* One sentence first, then a table of the plans; what the difference is made of, what it costs. */
void comparison_summary(const struct comparison *c, const char *folder, bool charts, FILE *to);
void comparison_summary_json(const struct comparison *c, FILE *to);

#endif
