/* sweep.h -- a sweep as people and programs read it.
 */
#ifndef REPORT_SWEEP_H
#define REPORT_SWEEP_H

#include "experiment/sweep.h"
#include "report/report.h"

/* A sweep with all that can be said of its keys, worked out once. */
struct sweep_view;
struct sweep_view *sweep_view_new(const struct sweep *s, int by); /* `by`: the figure the answer is about */
void sweep_view_free(struct sweep_view *v);

/* As report_close. */
int report_close_sweep(struct report *p, const struct sweep_view *v, bool charts);

/* One sentence first: which key matters most, and how much; then all keys. */
void sweep_summary(const struct sweep_view *v, const char *folder, bool charts, FILE *to);
void sweep_summary_json(const struct sweep_view *v, FILE *to);

#endif
