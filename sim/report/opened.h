/* opened.h -- a result folder that is open for writing, and what goes to its manifest.
 */
#ifndef REPORT_OPENED_H
#define REPORT_OPENED_H

#include "folder.h"
#include "report/report.h"

struct report {
    struct folder *folder;
    struct origin origin;
};

/* Closes the folder with its manifest, written last, and puts it in the target's place. */
struct provenance;
void report_sealed(struct report *p, const struct provenance *from, int argc, char **argv);

/* Frees the report; the exit code says whether the charts were drawn. */
int report_freed(struct report *p, bool drawn);

#endif
