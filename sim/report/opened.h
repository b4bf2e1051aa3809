/* opened.h -- a result folder that is open for writing, and what goes to its manifest.
 */
#ifndef REPORT_OPENED_H
#define REPORT_OPENED_H

#include "chart.h"
#include "folder.h"
#include "report/report.h"

struct report {
    struct folder *folder;
    struct origin origin;
};

struct provenance;

/* Writes each chart's script and draws it (charts_add), from the results `of`. */
typedef void draw_fn(struct chart_room *room, const void *of);

/* With all data files closed: the manifest, the charts, the manifest with the charts named in it; then all
 * takes the target's place. With `charts` false their scripts are written and not drawn. EXIT_DONE or EXIT_CHARTS. */
int report_seal(struct report *p, const struct provenance *from, draw_fn *draw, const void *of, bool charts);

#endif
